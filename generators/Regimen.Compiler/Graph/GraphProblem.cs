using Regimen.Compiler.Model;

namespace Regimen.Compiler.Graph;

/// <summary>Why no graph could be built: a rule, the layer to blame (in preorder), and what the rule's message needs (the layer's kind, what is wrong, what to do).</summary>
public sealed record GraphProblem(string RuleId, int LayerIndex, EquatableArray<string> Arguments);

/// <summary>Thrown by a layer that can't be built; caught by the builder alone.</summary>
internal sealed class GraphProblemException(string ruleId, string wrong, string remedy) : Exception(wrong)
{
    /// <summary>The rule that explains it.</summary>
    public string RuleId { get; } = ruleId;

    /// <summary>What is wrong.</summary>
    public string Wrong { get; } = wrong;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>The shapes don't fit.</summary>
    public static GraphProblemException Shape(string wrong, string remedy) => new("REG1002", wrong, remedy);

    /// <summary>The last layer disagrees with the data.</summary>
    public static GraphProblemException Classes(string wrong, string remedy) => new("REG1003", wrong, remedy);

    /// <summary>The layer's own constants make no sense.</summary>
    public static GraphProblemException Constant(string wrong, string remedy) => new("REG1004", wrong, remedy);
}
