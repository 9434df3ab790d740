using Regimen.Compiler.Model;

namespace Regimen.Compiler.Graph;

/// <summary>Why no graph could be built: a rule, the layer to blame (in preorder), and what the rule's message needs (the layer's kind, what is wrong, what to do).</summary>
public sealed record GraphProblem(string RuleId, int LayerIndex, EquatableArray<string> Arguments);

/// <summary>Thrown by a layer that can't be built. Whoever walks the layers says which one it was.</summary>
internal sealed class GraphProblemException(string ruleId, string wrong, string remedy) : Exception(wrong)
{
    private Origin? origin;

    /// <summary>The problem as rules report it.</summary>
    public GraphProblem Problem => new(
        ruleId,
        origin?.Layer ?? 0,
        new[] { origin?.Text.Kind ?? "", Message, remedy }.ToEquatableArray());

    /// <summary>The shapes don't fit.</summary>
    public static GraphProblemException Shape(string wrong, string remedy) => new("REG1002", wrong, remedy);

    /// <summary>The last layer disagrees with the data.</summary>
    public static GraphProblemException Classes(string wrong, string remedy) => new("REG1003", wrong, remedy);

    /// <summary>The layer's own constants make no sense.</summary>
    public static GraphProblemException Constant(string wrong, string remedy) => new("REG1004", wrong, remedy);

    /// <summary>Says which layer is to blame; the first to say so, which is the innermost, is right.</summary>
    public GraphProblemException At(Origin layer)
    {
        origin ??= layer;
        return this;
    }
}
