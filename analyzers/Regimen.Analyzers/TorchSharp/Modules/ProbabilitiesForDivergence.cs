using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>In TorchSharp, unlike PyTorch, the targets of <c>kl_div</c> are log-probabilities unless it is told otherwise.</summary>
internal sealed class ProbabilitiesForDivergence() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6045", DiagnosticSeverity.Warning,
        "Probabilities for a divergence of logarithms",
        "{0} gives probabilities, but {1} takes its targets for logarithms; write 'log_target: false'");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Divergence);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        var reported = new HashSet<SyntaxNode>();
        var losses = LossCall.Of(type, "kl_div", null).ToArray();
        foreach (var loss in losses)
        {
            if (loss.MadeBy(type, loss.Target, "softmax", losses) is { } made
                && loss.Call.Arguments.Any(argument => argument.Parameter?.Name == "log_target" && argument.Value.ConstantValue is { HasValue: true, Value: true }) && reported.Add(made.Place))
                yield return At(Descriptor, made.Place, loss.Call.Syntax, made.Display, loss.Loss);
        }
    }
}
