using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>A derivative rule to be held against differences.</summary>
/// <param name="Name">What it is a case of, for the list of tests.</param>
/// <param name="Node">The node whose rule is meant.</param>
/// <param name="Value">A floating value made of it, where the node itself has no floating value or none on its own.</param>
internal sealed record RuleCase(string Name, Formula Node, Formula Value)
{
    public RuleCase(string name, Formula node)
        : this(name, node, node)
    {
    }

    /// <summary>A floating input.</summary>
    public static Input Real(string key, params Extent[] axes) => new(key, TensorType.Of(ElementType.Real, axes));

    /// <summary>An input of positions, small ones that repeat.</summary>
    public static Input Int32(string key, params Extent[] axes) => new(key, TensorType.Of(ElementType.Int32, axes));

    public override string ToString() => Name;
}
