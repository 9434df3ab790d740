using System.Collections.Immutable;

namespace Regimen.Compiler.Formulas;

/// <summary>
/// Rewrites a graph to one that means the same and costs less: nodes that are the same are made one, constants are computed, what does not
/// change along an axis is computed once and taken out of sums, and a product that only one sum reads is fused with it. Rules keep every NaN
/// and infinity that training could show, so x·0 and x − x stay; a sum that is 0 by construction is left out, for what it was made of stands
/// elsewhere in the same result.
/// </summary>
internal sealed class Simplifier
{
    private readonly Dictionary<Key, Formula> unique = [];
    private readonly Dictionary<Formula, Formula> simplified = [];
    private readonly Dictionary<Formula, string> names = [];

    private Simplifier()
    {
    }

    /// <summary>The roots, simplified together.</summary>
    public static ImmutableArray<Formula> Simplify(IReadOnlyList<Formula> roots)
    {
        var rules = new Simplifier();
        foreach (var node in Traversal.InOrder(roots))
            rules.Of(node);
        var named = rules.WithNames([.. roots.Select(rules.Of)]);
        return Contraction.Apply(named);
    }

    /// <summary>What a node becomes. Operands that were met before are looked up, so that only what a rule has just made is walked into.</summary>
    private Formula Of(Formula node)
    {
        if (simplified.TryGetValue(node, out var result))
            return result;
        var merged = Unique(Over(node, Of));
        if (!simplified.TryGetValue(merged, out result))
        {
            var rewritten = Placed(Rules.Of(merged), merged);
            result = rewritten == merged ? merged : Of(rewritten);
            simplified[merged] = result;
        }

        simplified[node] = result;
        if (node.Name is { } name)
            Note(name, node is not Broadcast && result is Broadcast { Operand: var once } ? once : result);
        return result;
    }

    /// <summary>What a rule makes belongs where that belongs which it stands for.</summary>
    private static Formula Placed(Formula made, Formula before) => before.Site is { } site ? made.At(site) : made;

    /// <summary>One node for all that are alike.</summary>
    private Formula Unique(Formula node)
    {
        var key = new Key(node);
        if (!unique.TryGetValue(key, out var known))
            unique.Add(key, known = node);
        return known;
    }

    /// <summary>A name stays with its value, whatever node has become of it; the first of several names wins.</summary>
    private void Note(string name, Formula result)
    {
        if (result.Name is null && !names.ContainsKey(result))
            names.Add(result, name);
    }

    /// <summary>The node over what has become of its operands; most nodes of a graph that was simplified before stay as they are.</summary>
    private static Formula Over(Formula node, Func<Formula, Formula> map)
    {
        ImmutableArray<Formula>.Builder? changed = null;
        for (var index = 0; index < node.Operands.Length; index++)
        {
            var operand = map(node.Operands[index]);
            if (operand == node.Operands[index])
                continue;
            changed ??= node.Operands.ToBuilder();
            changed[index] = operand;
        }

        return changed is null ? node : node.Over(changed.MoveToImmutable());
    }

    private ImmutableArray<Formula> WithNames(ImmutableArray<Formula> roots)
    {
        if (names.Count == 0)
            return roots;
        var result = new Dictionary<Formula, Formula>();
        foreach (var node in Traversal.InOrder(roots))
        {
            var copy = Over(node, operand => result[operand]);
            result[node] = names.TryGetValue(node, out var name) ? copy.Named(name) : copy;
        }

        return [.. roots.Select(root => result[root])];
    }

    private readonly struct Key(Formula node) : IEquatable<Key>
    {
        private readonly Formula node = node;

        private bool IsCommutative => node is Elementwise { Operator: var op } && op.IsCommutative();

        public bool Equals(Key other) => ReferenceEquals(node, other.node)
            || (node.Attributes.Equals(other.node.Attributes) && node.Type == other.node.Type && SameOperands(other.node.Operands));

        public override bool Equals(object? other) => other is Key key && Equals(key);

        public override int GetHashCode()
        {
            var (hash, factor) = (0, IsCommutative ? 1 : 31);
            foreach (var operand in node.Operands)
                hash = unchecked((hash * factor) + System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(operand));
            return unchecked((hash * 31) + node.Attributes.GetHashCode());
        }

        private bool SameOperands(ImmutableArray<Formula> others) => node.Operands.SequenceEqual(others)
            || (IsCommutative && node.Operands[0] == others[1] && node.Operands[1] == others[0]);
    }

    /// <summary>a·b + c becomes one operation where nothing else reads a·b.</summary>
    private sealed class Contraction
    {
        private readonly Dictionary<Formula, int> readers = [];
        private readonly Dictionary<Formula, Formula> result = [];
        private readonly Simplifier rules = new();

        public static ImmutableArray<Formula> Apply(IReadOnlyList<Formula> roots)
        {
            var contraction = new Contraction();
            var order = Traversal.InOrder(roots);
            foreach (var node in order.SelectMany(node => node.Operands).Concat(roots))
                contraction.readers[node] = contraction.readers.TryGetValue(node, out var count) ? count + 1 : 1;
            foreach (var node in order)
                contraction.result[node] = contraction.Of(node);
            return contraction.rules.WithNames([.. roots.Select(root => contraction.result[root])]);
        }

        private Formula Of(Formula node)
        {
            var fused = Fused(node, Over(node, operand => result[operand]));
            return rules.Of(Placed(node.Name is { } name ? fused.Named(name) : fused, node));
        }

        /// <param name="before">The sum as it was, whose operands' readers were counted.</param>
        /// <param name="node">The sum over operands that may have been fused already.</param>
        private Formula Fused(Formula before, Formula node)
        {
            if (node is not Elementwise { Operator: Operator.Add or Operator.Subtract, Operands: [var left, var right] } sum || !node.Type.Element.IsFloating())
                return node;
            var subtracts = sum.Operator == Operator.Subtract;
            if (IsLoneProduct(before.Operands[0], left))
                return Functions.MultiplyAdd(left.Operands[0], left.Operands[1], subtracts ? -right : right);
            if (!IsLoneProduct(before.Operands[1], right))
                return node;
            var (a, b) = (right.Operands[0], right.Operands[1]);
            if (!subtracts)
                return Functions.MultiplyAdd(a, b, left);
            return b is Broadcast ? Functions.MultiplyAdd(a, -b, left) : Functions.MultiplyAdd(-a, b, left); // What repeats is negated once.
        }

        /// <summary>A product that nothing else reads. One with a name is meant to be seen.</summary>
        private bool IsLoneProduct(Formula before, Formula node) =>
            node is Elementwise { Operator: Operator.Multiply, Name: null } && readers[before] == 1;
    }
}
