using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A loss that makes probabilities itself is given probabilities.</summary>
internal sealed class SoftmaxBeforeCrossEntropy() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6005", DiagnosticSeverity.Warning,
        "Softmax before the cross-entropy",
        "{0} gives probabilities, but {1} applies the softmax itself, so the gradients shrink; give it the logits");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.CrossEntropy);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        var reported = new HashSet<SyntaxNode>();
        var losses = LossCall.Of(type, "cross_entropy", "CrossEntropyLoss").ToArray();
        foreach (var loss in losses)
        {
            if (loss.MadeBy(type, loss.Input, "softmax", losses) is { } made && reported.Add(made.Place))
                yield return Diagnostic.Create(Descriptor, made.Place.GetLocation(), made.Hints, made.Display, loss.Loss);
        }
    }
}
