using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary><c>nll_loss</c> averages what it is given at the label: of probabilities, which have no logarithm yet, it is no likelihood.</summary>
internal sealed class ProbabilitiesForNll() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6041", DiagnosticSeverity.Warning,
        "Probabilities for the negative log-likelihood",
        "{0} gives probabilities, but {1} expects their logarithms; take log_softmax");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Likelihood);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        var reported = new HashSet<SyntaxNode>();
        var losses = LossCall.Of(type, "nll_loss", "NLLLoss").ToArray();
        foreach (var loss in losses)
        {
            if (loss.MadeBy(type, loss.Input, "softmax", losses) is { } made && reported.Add(made.Place))
                yield return Diagnostic.Create(Descriptor, made.Place.GetLocation(), made.Hints, made.Display, loss.Loss);
        }
    }
}
