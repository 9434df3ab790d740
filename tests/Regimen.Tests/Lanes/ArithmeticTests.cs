using System.Runtime.Intrinsics;
using Regimen.Lanes;

namespace Regimen.Tests.Lanes;

public sealed class ArithmeticTests
{
    [Fact]
    public void Operators_are_those_of_numbers() => Laned.Every<Operators>();

    [Fact]
    public void Masks_select() => Laned.Every<Masks>();

    [Fact]
    public void Positions_count_from_the_first() => Laned.Every<Positions>();

    [Fact]
    public void Lanes_are_joined_in_double_precision_in_one_order() => Laned.Every<Joined>();

    [Fact]
    public void Random_words_become_decisions_and_numbers() => Laned.Every<RandomWords>();

    private static readonly double[] _left = [1, -2, 0.1, 1e30, -0.0, 0, double.NaN, double.PositiveInfinity, 3, 7, -1e-30, 5.5, 1, 2, double.NegativeInfinity, 1e10];
    private static readonly double[] _right = [2, 3, 0.7, 1e30, 0, -0.0, 1, 5, double.NaN, -7, 1e-30, 5.5, 1, -2, double.PositiveInfinity, 3];

    private sealed class Operators : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            var a = Laned.Of<V, T>([.. _left.Select(round)]);
            var b = Laned.Of<V, T>([.. _right.Select(round)]);
            Check((x, y) => x + y, a + b);
            Check((x, y) => x - y, a - b);
            Check((x, y) => x * y, a * b);
            Check((x, y) => x / y, a / b);
            Check(Math.Max, V.Max(a, b));
            Check(Math.Min, V.Min(a, b));
            Check((x, _) => -x, -a);
            Check((x, _) => Math.Abs(x), V.Abs(a));
            Check((x, y) => Math.FusedMultiplyAdd(x, y, 1), V.MultiplyAdd(a, b, V.Of(1)));
            Assert.Equal(round(0.1), Laned.Values<V, T>(V.Of(0.1))[15]);
            Assert.Equal(Convert.ToDouble(round(1)), V.Head(a));
            Assert.All(Laned.Values<V, T>(V.Zero), value => Assert.Equal(round(0), value));

            // One operation in double precision, rounded to float, is that operation in float: rounding twice does not show for these.
            void Check(Func<double, double, double> expected, V result) => Assert.Equal(
                _left.Zip(_right, (x, y) => round(expected(Convert.ToDouble(round(x)), Convert.ToDouble(round(y))))),
                Laned.Values<V, T>(result));
        }
    }

    private sealed class Masks : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            var a = Laned.Of<V, T>([.. _left.Select(round)]);
            var b = Laned.Of<V, T>([.. _right.Select(round)]);
            Check((x, y) => x < y, V.Less(a, b));
            Check((x, y) => x <= y, V.LessOrEqual(a, b));
            Check((x, y) => x == y, V.Equal(a, b));
            Check((x, y) => !(x < y), V.Not(V.Less(a, b)));
            Check((x, y) => x < y && x < 0, V.And(V.Less(a, b), V.Less(a, V.Zero)));
            Check((x, y) => x < y || x < 0, V.Or(V.Less(a, b), V.Less(a, V.Zero)));
            for (var count = 0; count <= Lane.Count; count++)
                Assert.Equal(Enumerable.Range(0, Lane.Count).Select(lane => round(lane < count ? 1 : 2)), Laned.Values<V, T>(V.Select(V.First(count), V.Of(1), V.Of(2))));

            void Check(Func<double, double, bool> expected, V mask) => Assert.Equal(
                _left.Zip(_right, (x, y) => round(expected(Convert.ToDouble(round(x)), Convert.ToDouble(round(y))) ? 1 : 2)),
                Laned.Values<V, T>(V.Select(mask, V.Of(1), V.Of(2))));
        }
    }

    private sealed class Positions : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            foreach (var (first, step) in new (long, long)[] { (0, 1), (5, 3), (-7, -2), (16_777_217, 1), (3_000_000_000, 0), (1L << 40, 12_345) })
                Assert.Equal(Enumerable.Range(0, Lane.Count).Select(lane => round(first + (lane * step))), Laned.Values<V, T>(V.Index(first, step)));
        }
    }

    private sealed class Joined : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            var random = new Random(3);
            for (var turn = 0; turn < 100; turn++)
            {
                var values = Enumerable.Range(0, Lane.Count).Select(_ => round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-5, 5)))).ToArray();
                var tree = values.Select(value => Convert.ToDouble(value)).ToArray();
                var largest = tree.Max();
                for (var half = Lane.Count / 2; half > 0; half /= 2)
                {
                    for (var lane = 0; lane < half; lane++)
                        tree[lane] += tree[lane + half];
                }

                Assert.Equal(tree[0], V.Sum(Laned.Of<V, T>(values)));
                Assert.Equal(largest, V.Largest(Laned.Of<V, T>(values)));
                values[turn % Lane.Count] = round(double.NaN);
                Assert.Equal(double.NaN, V.Largest(Laned.Of<V, T>(values)));
                Assert.Equal(double.NaN, V.Sum(Laned.Of<V, T>(values)));
            }
        }
    }

    private sealed class RandomWords : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            var random = new Random(7);
            var words = Enumerable.Range(0, Lane.Count).Select(_ => (uint)random.NextInt64(1L << 32)).ToArray();
            (words[0], words[1], words[2], words[3], words[4], words[5]) = (0, uint.MaxValue, 1, 0x8000_0000, 0x7FFF_FFFF, 0x0100_0001);
            var vector = Vector512.Create(words);
            foreach (var threshold in new uint[] { 0, 1, 0x8000_0000, uint.MaxValue, 0x4000_0000 })
            {
                Assert.Equal(
                    words.Select(word => round(word >= threshold ? 1 : 2)),
                    Laned.Values<V, T>(V.Select(V.AtLeast(vector, threshold), V.Of(1), V.Of(2))));
            }

            // A float keeps 24 digits of the word; rounded there, then once more with the half.
            Assert.Equal(
                words.Select(word => round((Convert.ToDouble(round(word)) + 0.5) / 4294967296.0)),
                Laned.Values<V, T>(V.ToUnit(vector)));
        }
    }
}
