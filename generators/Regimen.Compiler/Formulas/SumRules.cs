using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Formulas;

/// <summary>
/// The algebra of sums along axes: what does not change along them is taken out, what needs no adding up is not added up, and the distances
/// from a mean sum to 0. This is what makes of a derived gradient the one in the books: batch normalisation's comes down to Σdy and Σdy·(x − mean).
/// </summary>
internal sealed class SumRules
{
    /// <summary>Terms and factors that are looked at for one sum: what is longer, or is made of the same over and over, stays as it is from there on.</summary>
    private const int MostVisits = 256;

    private readonly Reduce sum;
    private readonly int[] joined;
    private int visits;

    private SumRules(Reduce sum)
    {
        this.sum = sum;
        joined = Joined(sum);
    }

    /// <summary>The sum, or something simpler that is equal.</summary>
    public static Formula Of(Reduce sum) => new SumRules(sum).Simplified();

    private Formula Simplified()
    {
        if (WithoutAdding(sum.Operand) is { } known)
            return known;
        switch (sum.Operand)
        {
            case Broadcast broadcast when joined.Any(broadcast.Repeats):
                // Along some of the axes it repeats: those are counted, the others are added up.
                var repeated = joined.Where(broadcast.Repeats).ToArray();
                var narrow = Broadcast.Of(broadcast.Operand, [.. broadcast.Type.Axes.Select((extent, axis) => repeated.Contains(axis) ? Extent.One : extent)]);
                return Sum(narrow, joined.Except(repeated)) * Count(TensorType.Product(repeated.Select(axis => broadcast.Type.Axes[axis])), sum.Type.Element);
            case Elementwise { Operator: Operator.Add or Operator.Subtract, Operands: [var left, var right] } terms
                when WithoutAdding(right) is not null || WithoutAdding(left) is not null:
                return Elementwise.Of(terms.Operator, Again(left), Again(right));
            default:
                var product = new Product(sum.Operand, this);
                return product.IsTrivial ? sum : product.Times(Again(product.Rest!));
        }

        Formula Again(Formula operand) => Reduce.Of(Reduction.Sum, operand, sum.Axes);
    }

    /// <summary>The sum of a value, where it is known without going over the elements: Σ c = n·c, Σ (x − mean) = 0, and what is made of such.</summary>
    private Formula? WithoutAdding(Formula value)
    {
        if (++visits > MostVisits)
            return null;
        if (Invariant(value) is { } same)
            return same * Count(sum.Joined, sum.Type.Element);
        switch (value)
        {
            case Elementwise { Operator: Operator.Subtract, Operands: [var x, Broadcast { Operand: var mean }] } when IsMean(mean, x):
            case Elementwise { Operator: Operator.Subtract, Operands: [Broadcast { Operand: var other }, var y] } when IsMean(other, y):
                return Broadcast.Of(new Constant(0, sum.Type.Element), sum.Type.Axes);
            case Elementwise { Operator: Operator.Add or Operator.Subtract, Operands: [var left, var right] } terms:
                return WithoutAdding(left) is { } leftSum && WithoutAdding(right) is { } rightSum
                    ? Elementwise.Of(terms.Operator, leftSum, rightSum)
                    : null;
            default:
                var product = new Product(value, this);
                if (product.IsTrivial || WithoutAdding(product.Rest!) is not { } rest)
                    return null;
                return Rules.ConstantOf(rest) is 0 ? rest : product.Times(rest);
        }
    }

    /// <summary>The axes that a sum really joins something along.</summary>
    private static int[] Joined(Reduce sum) => [.. sum.Axes.Where(axis => !sum.Operand.Type.Axes[axis].IsOne)];

    /// <summary>The value along the axes that a sum leaves, where it is the same along those that it joins.</summary>
    private Formula? Invariant(Formula value) => value is Broadcast broadcast && joined.All(broadcast.Repeats)
        ? Broadcast.Of(broadcast.Operand, sum.Type.Axes)
        : null;

    /// <summary>Whether it is the mean of a value along the axes of a sum: as a moment, or as a sum that was divided by how many there are.</summary>
    private bool IsMean(Formula mean, Formula of)
    {
        return mean switch
        {
            Part { Index: 0, Operand: Reduce { Reduction: Reduction.Moments } moments } => JoinsTheSame(moments),
            Elementwise { Operator: Operator.Divide, Operands: [Reduce { Reduction: Reduction.Sum } added, var count] } =>
                JoinsTheSame(added) && IsCount(count, added.Joined),
            Elementwise { Operator: Operator.Multiply, Operands: [Reduce { Reduction: Reduction.Sum } added, var share] } =>
                JoinsTheSame(added) && !added.Joined.PerSample && Rules.ConstantOf(share) == 1.0 / added.Joined.Count,
            _ => false,
        };

        bool JoinsTheSame(Reduce reduce) => reduce.Operand == of && Joined(reduce).SequenceEqual(joined);
    }

    private static bool IsCount(Formula formula, Extent extent) => formula switch
    {
        Broadcast broadcast => IsCount(broadcast.Operand, extent),
        Constant constant => !extent.PerSample && constant.Value == extent.Count,
        Elementwise { Operator: Operator.Multiply, Operands: [var samples, Constant each] } => extent.PerSample && each.Value == extent.Count && IsBatch(samples),
        _ => extent == Extent.Batch && IsBatch(formula),
    };

    private static bool IsBatch(Formula formula) => formula is Input { Key: BatchKey } or Cast { Operand: Input { Key: BatchKey } };

    /// <summary>A value as a product of what changes along the axes of a sum and what does not.</summary>
    private sealed class Product
    {
        private readonly SumRules rules;
        private readonly List<Formula> factors = [];
        private readonly List<Formula> divisors = [];
        private bool negative;

        public Product(Formula value, SumRules rules)
        {
            this.rules = rules;
            Rest = Strip(value);
            if (rules.visits > MostVisits)
            {
                (Rest, negative) = (value, false);
                factors.Clear();
                divisors.Clear();
            }

            if (factors.Count + divisors.Count > 0 || negative)
                Rest ??= Broadcast.Of(new Constant(1, value.Type.Element), value.Type.Axes);
        }

        /// <summary>Whether nothing could be taken out.</summary>
        public bool IsTrivial => factors.Count + divisors.Count == 0 && !negative;

        /// <summary>What changes along the axes.</summary>
        public Formula? Rest { get; }

        /// <summary>The sum of the product, given that of <see cref="Rest"/>.</summary>
        public Formula Times(Formula rest)
        {
            foreach (var factor in factors)
                rest *= factor;
            foreach (var divisor in divisors)
                rest /= divisor;
            return negative ? -rest : rest;
        }

        /// <summary>A value without its invariant factors, null where nothing is left. The shape of what is left stays, so that it is still shared.</summary>
        private Formula? Strip(Formula value)
        {
            if (rules.Invariant(value) is { } factor)
            {
                factors.Add(factor);
                return null;
            }

            if (++rules.visits > MostVisits)
                return value;

            switch (value)
            {
                case Elementwise { Operator: Operator.Negate, Operand: var operand }:
                    negative = !negative;
                    return Strip(operand);
                case Elementwise { Operator: Operator.Multiply, Operands: [var left, var right] }:
                    return (Strip(left), Strip(right)) switch
                    {
                        (null, var rest) => rest,
                        (var rest, null) => rest,
                        var (first, second) => first == left && second == right ? value : first * second,
                    };

                // Whole numbers are rounded when divided, so that their divisors stay where they are.
                case Elementwise { Operator: Operator.Divide, Operands: [var over, var under] } when value.Type.Element.IsFloating():
                    var dividend = Strip(over);
                    if (rules.Invariant(under) is { } divisor)
                    {
                        divisors.Add(divisor);
                        return dividend;
                    }

                    return dividend == over ? value : (dividend ?? Broadcast.Of(new Constant(1, over.Type.Element), over.Type.Axes)) / under;
                default:
                    return value;
            }
        }
    }
}
