using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A layer that gives back what it gets, or does again what was just done.</summary>
internal sealed class LayerWithoutEffect() : ExperimentRule(
    "REG1020", RuleCategory.Network, DiagnosticSeverity.Warning,
    "Layer without effect",
    "{0} {1}; remove it")
{
    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        foreach (var layer in experiment.Layers)
        {
            // A helper's layer that does something in another call is there for that call.
            if (Reason(layer) is { } reason && layer.SamePlace.All(IsWrong))
                yield return At(layer, IsWrong, layer.Display, reason);
        }
    }

    private static bool IsWrong(LayerView layer) => Reason(layer) is not null;

    private static string? Reason(LayerView layer) => layer.Kind switch
    {
        "Dropout" when layer.Number("probability") == 0 => "drops nothing, since its probability is 0",
        "LeakyReLU" when layer.Number("slope") == 1 => "gives back its input, since both slopes are 1",
        "Flatten" when layer.Input is { IsImage: false } input => $"has nothing to flatten: its input is features {input} already",
        "MaxPool2d" or "AvgPool2d" when layer.Integer("kernel") == 1 && layer.Integer("stride") is 0 or 1 => "gives back its input: its window is one pixel",
        "BatchNorm" or "LayerNorm" when layer.Previous?.Kind == layer.Kind => "normalises what was just normalised",
        "Sequential" when layer is { Children: [], Parent.Kind: "Sequential" } && IsListed(layer) => "contains no layer",
        "Residual" when layer.Children is [{ } body] && body.Subtree.All(part => part.Kind == "Sequential") => "has an empty body, so it only doubles its input",
        _ => null,
    };

    /// <summary>
    /// Whether the call is itself written in the call of the layer around it. Elsewhere, as in <c>isDeep ? Block(64) : Sequential()</c> or as the
    /// argument of a helper, it is how one says "no layer".
    /// </summary>
    private static bool IsListed(LayerView layer) =>
        layer.Location.SourceTree?.GetRoot().FindNode(layer.Location.SourceSpan, getInnermostNodeForTie: true).Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax around }
        && layer.Parent is { } parent && around.SyntaxTree == parent.Location.SourceTree && around.Span == parent.Location.SourceSpan;
}
