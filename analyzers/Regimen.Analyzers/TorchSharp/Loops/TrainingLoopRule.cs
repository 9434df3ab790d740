using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A rule over loops that train.</summary>
internal abstract class TrainingLoopRule(params DiagnosticDescriptor[] descriptors) : TorchSharpRule(descriptors)
{
    /// <summary>What the rule has to say of a loop.</summary>
    public abstract IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation);
}
