using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Product → activation → batch norm (Ioffe and Szegedy 2015 put the normalisation between product and activation).</summary>
internal sealed class BatchNormAfterActivation() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6002", DiagnosticSeverity.Warning,
        "Batch normalisation after the activation",
        "{0} normalises what {1} already cut off; put it between {2} and {1}");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.BatchNorm);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        foreach (var chain in type.Chains)
        {
            foreach (var at in chain.Windows(3))
            {
                var (product, activation, norm) = (chain.Steps[at], chain.Steps[at + 1], chain.Steps[at + 2]);

                // With an activation behind it, it begins the next block (pre-activation, He et al. 2016b).
                var beginsBlock = at + 3 < chain.Steps.Count && chain.Steps[at + 3].Kind == LayerKind.Activation;
                if (product.IsProduct && activation.Kind == LayerKind.Activation && norm.Kind == LayerKind.BatchNorm && !beginsBlock)
                    yield return At(Descriptor, norm.Place, activation.Place, norm.Display, activation.Display, product.Display);
            }
        }
    }
}
