using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A loss that makes log-probabilities itself is given log-probabilities: the same once more.</summary>
internal sealed class LogSoftmaxBeforeCrossEntropy() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6040", DiagnosticSeverity.Info,
        "Log-softmax before the cross-entropy",
        "{0} is computed once more by {1}; give it the logits, or take nll_loss");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.CrossEntropy);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        var reported = new HashSet<SyntaxNode>();
        var losses = LossCall.Of(type, "cross_entropy", "CrossEntropyLoss").ToArray();
        foreach (var loss in losses)
        {
            if (loss.MadeBy(type, loss.Input, "logsoftmax", losses) is { } made && reported.Add(made.Place))
                yield return Diagnostic.Create(Descriptor, made.Place.GetLocation(), made.Hints, made.IsModel ? "The log-softmax of " + made.Display : made.Display, loss.Loss);
        }
    }
}
