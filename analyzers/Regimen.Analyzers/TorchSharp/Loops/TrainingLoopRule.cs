using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A rule over loops that train.</summary>
/// <param name="isOfPass">
/// Whether it looks at the loop of which one pass is one step of the optimiser, and not at the innermost one that goes back, which may add up gradients for it.
/// </param>
/// <param name="descriptors">What it reports.</param>
internal abstract class TrainingLoopRule(bool isOfPass, params DiagnosticDescriptor[] descriptors) : TorchSharpRule(descriptors)
{
    /// <summary>Whether it looks at the loop of a whole step.</summary>
    public bool IsOfPass => isOfPass;

    /// <inheritdoc/>
    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Training);

    /// <summary>What the rule has to say of a loop.</summary>
    public abstract IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation);
}
