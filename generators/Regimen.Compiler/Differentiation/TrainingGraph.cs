using System.Collections.Immutable;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Differentiation;

/// <summary>One contribution to a value's gradient; a value that is read twice has two, which must be added.</summary>
internal sealed record Gradient(string Name, Value Of);

/// <summary>The derivative of an operation.</summary>
/// <param name="Operation">What is differentiated.</param>
/// <param name="Upstream">All contributions to the gradient of its output.</param>
/// <param name="Inputs">The gradient of each input, none where no parameter lies before it.</param>
internal sealed record BackwardOperation(Operation Operation, ImmutableArray<Gradient> Upstream, ImmutableArray<Gradient?> Inputs);

/// <summary>The network and its derivative, operation by operation, in reverse order of computation.</summary>
internal sealed record TrainingGraph(NetworkGraph Network, Gradient LossGradient, ImmutableArray<BackwardOperation> Backward)
{
    /// <summary>The derivative of an operation; none where nothing before or in it is trained.</summary>
    public BackwardOperation? BackwardOf(Operation operation) => Backward.FirstOrDefault(backward => backward.Operation == operation);
}
