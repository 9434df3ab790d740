using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// Dropout keeps the expected value by scaling what it keeps. An activation with f(a·x) = a·f(x) lets that through, in either order; the others
/// bend it, and some make a value of the zeros.
/// </summary>
internal sealed class DropoutBeforeActivation() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6004", DiagnosticSeverity.Warning,
        "Dropout before the activation",
        "{1} bends what {0} scales, so training and evaluation differ; put {0} behind {1}");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Dropout);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        foreach (var chain in type.Chains)
        {
            foreach (var (dropout, activation) in chain.Neighbours)
            {
                if (IsDropout(dropout) && activation.Kind == LayerKind.Activation && Bends(activation))
                    yield return At(Descriptor, dropout.Place, activation.Place, dropout.Display, activation.Display);
            }
        }
    }

    /// <summary>Alpha dropout keeps mean and variance in another way.</summary>
    private static bool IsDropout(LayerStep step) => step.Kind == LayerKind.Dropout && LayerNames.Normalise(step.Name).StartsWith("dropout", StringComparison.Ordinal);

    /// <summary>The rectifiers are linear on either side of 0; the shrinking and clipping ones are rare and left alone.</summary>
    private static bool Bends(LayerStep step) => LayerNames.Normalise(step.Name)
        is "gelu" or "silu" or "sigmoid" or "tanh" or "elu" or "selu" or "celu" or "mish" or "softplus" or "softsign" or "hardswish" or "hardsigmoid" or "hardtanh" or "logsigmoid";
}
