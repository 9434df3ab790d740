using Regimen.Compiler.Model;

namespace Regimen.Compiler.Graph;

/// <summary>
/// A step of the network. The base says what every stage may ask; what an operation is made of (shapes, parameters, and the operators that
/// compute it and its derivative) stands in its own file.
/// </summary>
internal abstract class Operation
{
    /// <param name="name">Unique, in camel case: <c>conv1</c>.</param>
    /// <param name="origin">Where the user declared it.</param>
    /// <param name="shape">Of its output.</param>
    /// <param name="inputs">What it reads.</param>
    protected Operation(string name, Origin origin, Shape shape, params Value[] inputs)
    {
        Name = name;
        Origin = origin;
        Inputs = inputs;
        Output = new Value(name, shape, this);
        foreach (var input in inputs)
            input.AddConsumer(this);
    }

    /// <summary>Unique, in camel case.</summary>
    public string Name { get; }

    /// <summary>Where the user declared it.</summary>
    public Origin Origin { get; }

    /// <summary>As people call it: <c>Conv2d</c>.</summary>
    public abstract string Title { get; }

    /// <summary>What it reads.</summary>
    public IReadOnlyList<Value> Inputs { get; }

    /// <summary>Its only input, or its main one.</summary>
    public Value Input => Inputs[0];

    /// <summary>What it makes.</summary>
    public Value Output { get; }

    /// <summary>What it trains.</summary>
    public virtual IReadOnlyList<Parameter> Parameters => [];

    /// <summary>What it averages over the batches.</summary>
    public virtual IReadOnlyList<Statistic> Statistics => [];

    /// <summary>The fewest samples that it can train on.</summary>
    public virtual int LeastBatch => 1;

    /// <summary>Floating-point operations per sample, forward.</summary>
    public virtual long Flops => Output.Shape.Count;
}

/// <summary>
/// An operation that is computed by libtorch's operators one by one, and may also be fused. The texts are statements over
/// <c>{x}</c>, <c>{y}</c>, their gradients <c>{dx}</c>, <c>{dy}</c>, and the operation's own names.
/// </summary>
internal abstract class OperatorOperation(string name, Origin origin, Shape shape, params Value[] inputs)
    : Operation(name, origin, shape, inputs)
{
    /// <summary>Makes <c>{y}</c> from <c>{x}</c> in training, and whatever of <see cref="Saved"/> the derivative needs.</summary>
    public abstract string TrainText { get; }

    /// <summary>Makes <c>{y}</c> from <c>{x}</c> when evaluating; may make <see cref="Saved"/> too.</summary>
    public virtual string EvaluateText => TrainText;

    /// <summary>Makes <c>{dx}</c> from <c>{dy}</c>, and writes the gradients of parameters.</summary>
    public abstract string DifferentiateText { get; }

    /// <summary>Names of tensors kept from the forward to the backward pass, besides <c>{y}</c>.</summary>
    public virtual IReadOnlyList<string> Saved => [];
}

/// <summary>An operation that treats every value alike and so can be fused into one pass; formulas over lanes <c>V</c>.</summary>
internal abstract class ElementwiseOperation(string name, Origin origin, Shape shape, params Value[] inputs)
    : OperatorOperation(name, origin, shape, inputs)
{
    /// <summary>The constants that tell one formula from another; operations with the same title and constants share a kernel.</summary>
    public virtual string Constants => "";

    /// <summary>The value of <paramref name="x"/>.</summary>
    /// <param name="x">Name of the lanes that it reads.</param>
    /// <param name="side">Name of the lanes of its second input, if it has one.</param>
    public abstract string Formula(string x, string side);

    /// <summary>The gradient with respect to <paramref name="x"/>.</summary>
    /// <param name="dy">Name of the gradient of its value.</param>
    /// <param name="x">Name of the lanes that it read.</param>
    /// <param name="side">Name of the lanes of its second input, if it has one.</param>
    public abstract string Derivative(string dy, string x, string side);
}

/// <summary>Where the user declared a layer.</summary>
/// <param name="Layer">Its position in the network's preorder.</param>
/// <param name="Label">The user's own method call that made it or a layer around it, or empty.</param>
/// <param name="LabelLayer">The layer that the call returned; −1 without a label.</param>
/// <param name="Text">The layer as <c>Network()</c> has it.</param>
/// <param name="Path">Positions from the root, as PyTorch's names: <c>0.2</c>.</param>
internal sealed record Origin(int Layer, string Label, int LabelLayer, LayerSpec Text, string Path);
