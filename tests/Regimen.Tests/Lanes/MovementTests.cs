using FsCheck;
using FsCheck.Fluent;
using Regimen.Lanes;
using Regimen.Torch;

namespace Regimen.Tests.Lanes;

[Collection(nameof(WholeProcess))]
public sealed unsafe class MovementTests
{
    [Fact]
    public void Any_order_of_up_to_four_axes_is_copied()
    {
        var arrays =
            from axes in Gen.Choose(0, 4)
            from sizes in Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(1, 40)).Select(size => (long)size).ArrayOf(axes)
            from order in Gen.Shuffle(Enumerable.Range(0, axes).ToArray())
            select (sizes, order);
        Prop.ForAll(arrays.ToArbitrary(), array => Check(array.sizes, array.order)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(new long[] { 64, 7, 7, 50 }, new[] { 0, 3, 1, 2 })]
    [InlineData(new long[] { 64, 50, 7, 7 }, new[] { 0, 2, 3, 1 })]
    [InlineData(new long[] { 300, 333 }, new[] { 1, 0 })]
    [InlineData(new long[] { 9, 12, 33, 70 }, new[] { 3, 1, 2, 0 })]
    public void Large_arrays_are_shared_by_threads(long[] sizes, int[] order) => Check(sizes, order);

    [Fact]
    public void An_order_must_name_each_axis_once()
    {
        Assert.Throws<ArgumentException>(() => Reorder.Copy<float>(null, null, [1, 2], [0, 0]));
        Assert.Throws<ArgumentException>(() => Reorder.Copy<float>(null, null, [1, 2], [0]));
        Assert.Throws<ArgumentException>(() => Reorder.Copy<float>(null, null, [1, 1, 1, 1, 1], [0, 1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => Reorder.Copy<byte>(null, null, [1, 2], [0, 1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(100)]
    public void Rows_that_meet_are_added_in_order_on_any_number_of_threads(int width)
    {
        const int Rows = 4_001, Table = 7;
        var random = new Random(2);
        var values = Enumerable.Range(0, Rows * width).Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 3)))).ToArray();
        var positions = Enumerable.Range(0, Rows).Select(_ => random.Next(Table)).ToArray();
        var expected = Enumerable.Range(0, Table * width).Select(i => (float)i).ToArray();
        var before = LibTorch.Threads;
        foreach (var threads in new[] { 1, 4 })
        {
            LibTorch.Threads = threads;
            var target = (float[])expected.Clone();
            fixed (float* from = values, to = target)
            fixed (int* at = positions)
                ScatterAdd.Run(from, at, Rows, width, to);
            Assert.Equal(Added(expected), target);

            var doubles = expected.Select(value => (double)value).ToArray();
            fixed (double* from = values.Select(value => (double)value).ToArray(), to = doubles)
            fixed (int* at = positions)
                ScatterAdd.Run(from, at, Rows, width, to);
            Assert.Equal(Added(expected.Select(value => (double)value).ToArray()), doubles);
        }

        LibTorch.Threads = before;

        T[] Added<T>(T[] start)
            where T : System.Numerics.INumber<T>
        {
            var sum = (T[])start.Clone();
            for (var row = 0; row < Rows; row++)
            {
                for (var column = 0; column < width; column++)
                    sum[(positions[row] * width) + column] += T.CreateTruncating(values[(row * width) + column]);
            }

            return sum;
        }
    }

    private static void Check(long[] sizes, int[] order)
    {
        var count = sizes.Aggregate(1L, (product, size) => product * size);
        var source = Enumerable.Range(1, (int)count).ToArray();
        var floats = source.Select(value => (float)value).ToArray();
        var doubles = source.Select(value => (double)value).ToArray();
        float[] floatTarget = new float[count + 3];
        double[] doubleTarget = new double[count + 3];
        fixed (float* from = floats, to = floatTarget)
            Reorder.Copy(from, to, sizes, order);
        fixed (double* from = doubles, to = doubleTarget)
            Reorder.Copy(from, to, sizes, order);

        var expected = new int[count + 3];
        var targetSizes = order.Select(axis => sizes[axis]).ToArray();
        var distances = order.Select(axis => sizes.Skip(axis + 1).Aggregate(1L, (product, size) => product * size)).ToArray();
        for (var i = 0L; i < count; i++)
        {
            long rest = i, position = 0;
            for (var axis = order.Length - 1; axis >= 0; axis--)
            {
                position += rest % targetSizes[axis] * distances[axis];
                rest /= targetSizes[axis];
            }

            expected[i] = source[position];
        }

        Assert.Equal(expected.Select(value => (float)value), floatTarget);
        Assert.Equal(expected.Select(value => (double)value), doubleTarget);
    }
}
