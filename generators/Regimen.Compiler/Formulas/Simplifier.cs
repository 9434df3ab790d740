using System.Collections.Immutable;

namespace Regimen.Compiler.Formulas;

/// <summary>
/// Rewrites a graph to one that means the same and costs less: nodes that are the same are made one, constants are computed, what does not
/// change under a sum is taken out of it, and a product that only one sum reads is fused with it. Rules keep every NaN and infinity that
/// training could show, so x·0 stays.
/// </summary>
internal sealed class Simplifier
{
    private readonly Dictionary<Key, Formula> unique = [];
    private readonly HashSet<Formula> canonical = [];
    private readonly Dictionary<Formula, Formula> result = [];

    private Simplifier()
    {
    }

    /// <summary>The roots, simplified together.</summary>
    public static ImmutableArray<Formula> Simplify(IReadOnlyList<Formula> roots)
    {
        var simplifier = new Simplifier();
        var simplified = simplifier.Run(roots, (_, node) => Rewrite(node));
        var fusing = new Simplifier();
        return fusing.Run(simplified, new Contraction(simplified).Apply);
    }

    private ImmutableArray<Formula> Run(IReadOnlyList<Formula> roots, Func<Formula, Formula, Formula> rewrite)
    {
        foreach (var node in Traversal.InOrder(roots))
            result[node] = Unique(rewrite(node, node.Over([.. node.Operands.Select(operand => result[operand])])));
        return [.. roots.Select(root => result[root])];
    }

    /// <summary>One node for all that are alike; a rewrite may have made new operands, which are looked up first.</summary>
    private Formula Unique(Formula node)
    {
        if (canonical.Contains(node))
            return node;
        node = node.Over([.. node.Operands.Select(Unique)]);
        var key = new Key(node);
        if (!unique.TryGetValue(key, out var known))
            unique.Add(key, known = node);
        canonical.Add(known);
        return known;
    }

    private static Formula Rewrite(Formula node) => node switch
    {
        Elementwise elementwise => Rules.Of(elementwise),
        Reduce { Reduction: Reduction.Sum } sum => Rules.OfSum(sum),
        Broadcast { Operand: Broadcast inner } outer => Broadcast.Of(inner.Operand, outer.Type.Axes),
        Transpose { Operand: Transpose inner } outer => Transpose.Of(inner.Operand, [.. outer.Permutation.Select(axis => inner.Permutation[axis])]),
        Cast { Operand: Broadcast inner } cast => Broadcast.Of(Cast.Of(inner.Operand, cast.Type.Element), cast.Type.Axes),
        _ => node,
    };

    private readonly struct Key(Formula node) : IEquatable<Key>
    {
        private readonly Formula node = node;

        public bool Equals(Key other) => ReferenceEquals(node, other.node)
            || (node.Operands.SequenceEqual(other.node.Operands) && node.Attributes.Equals(other.node.Attributes) && node.Type == other.node.Type);

        public override bool Equals(object? other) => other is Key key && Equals(key);

        public override int GetHashCode()
        {
            var hash = node.Attributes.GetHashCode();
            foreach (var operand in node.Operands)
                hash = unchecked((hash * 31) + System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(operand));
            return hash;
        }
    }

    /// <summary>a·b + c becomes one operation where nothing else reads a·b.</summary>
    private sealed class Contraction
    {
        private readonly Dictionary<Formula, int> readers = [];

        public Contraction(IReadOnlyList<Formula> roots)
        {
            foreach (var node in Traversal.InOrder(roots))
            {
                foreach (var operand in node.Operands)
                    readers[operand] = readers.TryGetValue(operand, out var count) ? count + 1 : 1;
            }

            foreach (var root in roots)
                readers[root] = readers.TryGetValue(root, out var count) ? count + 1 : 1;
        }

        /// <param name="before">The sum as it was, whose operands' readers were counted.</param>
        /// <param name="node">The sum over operands that may have been fused already.</param>
        public Formula Apply(Formula before, Formula node)
        {
            if (node is not Elementwise { Operator: Operator.Add or Operator.Subtract, Operands: [var left, var right] } sum || !node.Type.Element.IsFloating())
                return node;
            var subtracts = sum.Operator == Operator.Subtract;
            if (IsLoneProduct(before.Operands[0], left))
                return Functions.MultiplyAdd(left.Operands[0], left.Operands[1], subtracts ? -right : right);
            return IsLoneProduct(before.Operands[1], right)
                ? Functions.MultiplyAdd(subtracts ? -right.Operands[0] : right.Operands[0], right.Operands[1], left)
                : node;
        }

        /// <summary>A product that nothing else reads. One with a name is meant to be seen.</summary>
        private bool IsLoneProduct(Formula before, Formula node) =>
            node is Elementwise { Operator: Operator.Multiply, Name: null } && readers[before] == 1;
    }
}
