using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Values for tests, and how they are compared.</summary>
internal static class Numbers
{
    /// <summary>
    /// Values of the same type that agree to a relative <paramref name="tolerance"/> of the largest among them: sums in another order round
    /// elsewhere, and where terms cancel, by as much as the terms were large.
    /// </summary>
    public static void Same(IReadOnlyList<NdArray> expected, IReadOnlyList<NdArray> actual, double tolerance = 1e-12, string where = "")
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var root = 0; root < expected.Count; root++)
        {
            var (x, y) = (expected[root], actual[root]);
            Assert.True(x.Element == y.Element && x.Shape.SequenceEqual(y.Shape), $"{where}result {root} was {x}, is {y}.");
            var scale = x.Elements.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
            for (var index = 0; index < x.Elements.Length; index++)
            {
                var (a, b) = (x.Elements[index], y.Elements[index]);
                Assert.True(
                    a.Equals(b) || a == b || Math.Abs(a - b) <= tolerance * scale,
                    $"{where}result {root}, element {index}: was {a:R}, is {b:R}.");
            }
        }
    }

    /// <summary>
    /// Values for inputs: floating ones in ±[0.25, 1.75], no two of an input closer than the distances that differences are taken over, so
    /// that largest ones stay largest and no kink lies near; others small whole numbers.
    /// </summary>
    public static Dictionary<string, NdArray> For(IEnumerable<Formula> roots, long batch, Random random)
    {
        var values = new Dictionary<string, NdArray>();
        foreach (var input in Traversal.InOrder(roots).OfType<Input>().Where(input => input.Key != Functions.BatchKey))
            values.TryAdd(input.Key, For(input.Type, batch, random));
        return values;
    }

    /// <summary>What a formula can be differentiated by; the number of samples is not among it.</summary>
    public static Input[] FloatingInputs(Formula root) =>
        [.. Traversal.InOrder([root]).OfType<Input>().Where(input => input.Type.Element.IsFloating() && input.Key != Functions.BatchKey).DistinctBy(input => input.Key)];

    private static NdArray For(TensorType type, long batch, Random random)
    {
        var value = new NdArray(type.Element, NdArray.ShapeOf(type, batch));
        var count = value.Elements.Length;
        for (var index = 0; index < count; index++)
        {
            value.Elements[index] = type.Element switch
            {
                ElementType.UInt32 => random.NextInt64(1L << 32),
                ElementType.Boolean => random.Next(2),
                ElementType.Int32 or ElementType.UInt8 => random.Next(3),
                _ => (0.25 + (1.5 * (index + (0.5 * random.NextDouble())) / count)) * (random.Next(2) == 0 ? 1 : -1),
            };
        }

        random.Shuffle(value.Elements);
        return value;
    }
}
