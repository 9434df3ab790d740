using System.Collections.Immutable;

namespace Regimen.Compiler.Formulas;

/// <summary>
/// A value as a node of a graph: what it is made of and how. The kinds of nodes are a closed set; everything that is known about a kind beyond
/// its own file is a table with an entry per kind (<see cref="Legality"/>, derivative rules, renderers), so that no stage asks what a layer was.
/// Nodes are immutable; two nodes are the same value only if they are the same object.
/// </summary>
internal abstract class Formula
{
    private protected Formula(TensorType type, params ReadOnlySpan<Formula> operands)
    {
        Type = type;
        Operands = [.. operands];
    }

    /// <summary>Element type and axes.</summary>
    public TensorType Type { get; }

    /// <summary>What it reads.</summary>
    public ImmutableArray<Formula> Operands { get; }

    /// <summary>How the code calls it, such as <c>velocity</c>; none where nobody gave it a name.</summary>
    public string? Name { get; private set; }

    /// <summary>What it belongs to: a layer or trick of the user's, and a phase of the step. Null until it is placed.</summary>
    public Site? Site { get; private set; }

    /// <summary>Its only operand, or its main one.</summary>
    public Formula Operand => Operands[0];

    /// <summary>What tells it, besides its operands, from other nodes of its class; compared by value.</summary>
    public virtual object Attributes => GetType();

    /// <summary>The same node over other operands of the same types.</summary>
    public Formula Over(ImmutableArray<Formula> operands)
    {
        for (var index = 0; index < operands.Length; index++)
        {
            if (operands[index] != Operands[index])
                return Keep(Rebuild(operands));
        }

        return this;
    }

    /// <summary>The same value under a name that survives into the generated code.</summary>
    public Formula Named(string name)
    {
        if (name == Name)
            return this;
        var copy = (Formula)MemberwiseClone();
        copy.Name = name;
        return copy;
    }

    /// <summary>As people read it, one level deep.</summary>
    public override string ToString() => (Name is null ? "" : Name + " = ") + Describe() + " : " + Type;

    /// <summary>Sum.</summary>
    public static Formula operator +(Formula left, Formula right) => Elementwise.Of(Operator.Add, left, right);

    /// <summary>Difference.</summary>
    public static Formula operator -(Formula left, Formula right) => Elementwise.Of(Operator.Subtract, left, right);

    /// <summary>Product of elements.</summary>
    public static Formula operator *(Formula left, Formula right) => Elementwise.Of(Operator.Multiply, left, right);

    /// <summary>Quotient.</summary>
    public static Formula operator /(Formula left, Formula right) => Elementwise.Of(Operator.Divide, left, right);

    /// <summary>Negation.</summary>
    public static Formula operator -(Formula operand) => Elementwise.Of(Operator.Negate, operand);

    /// <summary>Where the left is smaller.</summary>
    public static Formula operator <(Formula left, Formula right) => Elementwise.Of(Operator.Less, left, right);

    /// <summary>Where the left is greater.</summary>
    public static Formula operator >(Formula left, Formula right) => Elementwise.Of(Operator.Less, right, left);

    /// <summary>Where the left is at most the right.</summary>
    public static Formula operator <=(Formula left, Formula right) => Elementwise.Of(Operator.LessOrEqual, left, right);

    /// <summary>Where the left is at least the right.</summary>
    public static Formula operator >=(Formula left, Formula right) => Elementwise.Of(Operator.LessOrEqual, right, left);

    /// <summary>Where both hold.</summary>
    public static Formula operator &(Formula left, Formula right) => Elementwise.Of(Operator.And, left, right);

    /// <summary>Where either holds.</summary>
    public static Formula operator |(Formula left, Formula right) => Elementwise.Of(Operator.Or, left, right);

    /// <summary>Where it does not hold.</summary>
    public static Formula operator !(Formula operand) => Elementwise.Of(Operator.Not, operand);

    /// <summary>A number takes the element type of what it stands beside.</summary>
    public static implicit operator Formula(double value) => new Constant(value);

    /// <summary>Builds the same kind of node over other operands.</summary>
    private protected abstract Formula Rebuild(ImmutableArray<Formula> operands);

    /// <summary>The node's kind and attributes for people.</summary>
    private protected virtual string Describe() => GetType().Name;

    /// <summary>Says of this node, and of everything that it is made of and that belongs nowhere yet, where it belongs.</summary>
    public Formula At(Site site)
    {
        var open = new Stack<Formula>([this]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node.Site is not null)
                continue;
            node.Site = site;
            foreach (var operand in node.Operands)
                open.Push(operand);
        }

        return this;
    }

    private Formula Keep(Formula rebuilt)
    {
        if (rebuilt.Site is null && Site is not null)
            rebuilt.At(Site);
        return Name is null ? rebuilt : rebuilt.Named(Name);
    }
}
