using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// Dropout directly before a batch norm: it scales what it keeps, so the variance that is measured in training is not the one of evaluation
/// (Li et al. 2019, variance shift). With a product between the two the shift is smaller and the order is in wide use: no report.
/// </summary>
internal sealed class DropoutBeforeBatchNorm() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6003", DiagnosticSeverity.Warning,
        "Dropout before batch normalisation",
        "{1} measures a variance that {0} raises only while training; put {0} behind {1}");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.BatchNorm) && Has(words, Words.Dropout);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        foreach (var chain in type.Chains)
        {
            foreach (var (dropout, norm) in chain.Neighbours)
            {
                if (dropout.Kind == LayerKind.Dropout && norm.Kind == LayerKind.BatchNorm)
                    yield return At(Descriptor, dropout.Place, norm.Place, dropout.Display, norm.Display);
            }
        }
    }
}
