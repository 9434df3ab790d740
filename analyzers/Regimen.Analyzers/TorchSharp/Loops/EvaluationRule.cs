using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A rule over code that measures a module.</summary>
internal abstract class EvaluationRule(params DiagnosticDescriptor[] descriptors) : TorchSharpRule(descriptors)
{
    /// <inheritdoc/>
    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Forward);

    /// <summary>What the rule has to say of it; null for nothing.</summary>
    public abstract Diagnostic? Check(Evaluation evaluation, IMethodSymbol method, TorchSharpSymbols symbols, Compilation compilation, CancellationToken cancellation);
}
