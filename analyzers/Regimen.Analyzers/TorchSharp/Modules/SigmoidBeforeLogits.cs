using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A loss that applies the sigmoid itself is given what a sigmoid made.</summary>
internal sealed class SigmoidBeforeLogits() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6042", DiagnosticSeverity.Warning,
        "Sigmoid before a loss of logits",
        "{0} gives probabilities, but {1} applies the sigmoid itself, so the gradients shrink; give it the logits");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.BinaryLogits);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        var reported = new HashSet<SyntaxNode>();
        var losses = LossCall.Of(type, "binary_cross_entropy_with_logits", "BCEWithLogitsLoss").ToArray();
        foreach (var loss in losses)
        {
            if (loss.MadeBy(type, loss.Input, "sigmoid", losses) is { } made && reported.Add(made.Place))
                yield return Diagnostic.Create(Descriptor, made.Place.GetLocation(), made.Hints, made.Display, loss.Loss);
        }
    }
}
