using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Regimen.Lanes;
using Regimen.Torch;

namespace Regimen.Tests.Lanes;

// Counts allocations and changes the number of threads, so nothing else may run beside it.
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public sealed class WholeProcess;

[Collection(nameof(WholeProcess))]
public sealed unsafe class LaunchTests
{
    [Theory]
    [InlineData(0, 5, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(7, 16, 16)]
    [InlineData(7, 37, 1)]
    [InlineData(1000, 37, 37)]
    [InlineData(3, 100_000, 100_000)]
    [InlineData(5000, 3, 300)]
    public void Every_lane_of_every_unit_runs_once(int units, int lanes, long workPerUnit)
    {
        Check<float>();
        Check<double>();

        void Check<T>()
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            var count = ((long)units * lanes) + Lane.Count;
            var target = (T*)NativeMemory.AllocZeroed((nuint)(count * sizeof(T)));
            Launch.Lanes<CountUp<T>, T>(new CountUp<T> { Target = target, Lanes = lanes }, units, lanes, workPerUnit);
            for (var i = 0L; i < count; i++)
                Assert.True(target[i] == (i < (long)units * lanes ? T.One : T.Zero), $"Element {i} ran {target[i]} times.");
            NativeMemory.Free(target);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(4_097)]
    [InlineData(100_003)]
    [InlineData(1_000_000)]
    public void Every_lane_of_one_dimension_runs_once(int lanes)
    {
        var target = (float*)NativeMemory.AllocZeroed((nuint)(lanes + Lane.Count) * sizeof(float));
        Launch.Flat<CountUp<float>, float>(new CountUp<float> { Target = target }, lanes);
        for (var i = 0; i < lanes + Lane.Count; i++)
            Assert.True(target[i] == (i < lanes ? 1 : 0), $"Element {i} ran {target[i]} times.");
        NativeMemory.Free(target);
        Assert.Throws<ArgumentOutOfRangeException>(() => Launch.Flat<CountUp<float>, float>(default, 1L << 31));
    }

    [Fact]
    public void Joined_results_are_right_and_have_the_same_bits_on_any_number_of_threads()
    {
        const int Rows = 5_003, Width = 37;
        var random = new Random(5);
        var x = (float*)NativeMemory.Alloc(Rows * Width, sizeof(float));
        for (var i = 0; i < Rows * Width; i++)
            x[i] = (float)(1000 + random.NextDouble());
        var (one, four) = (Join(1), Join(4));
        Assert.Equal(one, four);

        for (var column = 0; column < Width; column++)
        {
            var values = Enumerable.Range(0, Rows).Select(row => (double)x[(row * Width) + column]).ToArray();
            var mean = values.Average();
            Assert.Equal(values.Sum(), one[column], values.Sum() * 1e-6);
            Assert.Equal(values.Max(), one[Width + column]);
            Assert.Equal(mean, one[(2 * Width) + column], 1e-4);
            Assert.Equal(values.Average(value => (value - mean) * (value - mean)), one[(3 * Width) + column], 1e-5);
        }

        var all = Enumerable.Range(0, Rows * Width).Select(i => (double)x[i]).ToArray();
        Assert.Equal(all.Sum(), one[4 * Width], all.Sum() * 1e-12);
        Assert.Equal(all.Max(), one[(4 * Width) + 1]);
        NativeMemory.Free(x);

        double[] Join(int threads)
        {
            var before = LibTorch.Threads;
            LibTorch.Threads = threads;
            using var partials = new Partials<float>(Width, [PartialKind.Sum, PartialKind.Max, PartialKind.Moments], [PartialKind.Sum, PartialKind.Max]);
            var units = (Rows + Statistics.UnitRows - 1) / Statistics.UnitRows;
            Launch.Lanes(new Statistics { X = x, Rows = Rows, Width = Width }, units, Width, Statistics.UnitRows * Width, partials);
            Assert.Equal(Launch.MostChunks, partials.Chunks);
            LibTorch.Threads = before;

            var results = new float[4 * Width];
            fixed (float* to = results)
            {
                partials.JoinSum(0, to);
                partials.JoinMax(1, to + Width);
                partials.JoinMoments(2, Rows, Statistics.UnitRows, to + (2 * Width), to + (3 * Width));
            }

            return [.. results.Select(value => (double)value), partials.Sum(0), partials.Max(1)];
        }
    }

    [Fact]
    public void Moments_over_everything_are_merged_by_chunks()
    {
        const int Rows = 3_001, Width = 50;
        var x = (double*)NativeMemory.Alloc(Rows * Width, sizeof(double));
        for (var i = 0; i < Rows * Width; i++)
            x[i] = Math.Sin(i) + 100;
        using var partials = new Partials<double>(0, [], [PartialKind.Moments]);
        Launch.Units(new RowMoments { X = x, Width = Width }, Rows, Width, partials);
        var (mean, variance) = partials.Moments(0, (long)Rows * Width, Width);
        var all = Enumerable.Range(0, Rows * Width).Select(i => x[i]).ToArray();

        // A sum of numbers near 100 would itself not be exact enough.
        Assert.Equal(100 + all.Average(value => value - 100), mean, 1e-12);
        Assert.Equal(all.Average(value => (value - mean) * (value - mean)), variance, 1e-12);
        NativeMemory.Free(x);
    }

    [Fact]
    public void A_second_launch_forgets_the_first_and_an_empty_one_joins_nothing()
    {
        using var partials = new Partials<float>(3, [PartialKind.Sum, PartialKind.Max], [PartialKind.Max]);
        var x = (float*)NativeMemory.AllocZeroed(3_000, sizeof(float));
        var kernel = new SumAndMax { X = x, Lanes = 3 };
        for (var turn = 0; turn < 2; turn++)
        {
            new Span<float>(x, 3_000).Fill(-2 + turn);
            Launch.Lanes(kernel, 1_000, 3, 100, partials);
            AssertJoined((-2 + turn) * 1_000, -2 + turn);
        }

        Launch.Lanes(kernel, 0, 3, 100, partials);
        AssertJoined(0, float.NegativeInfinity);
        NativeMemory.Free(x);

        void AssertJoined(float sum, float largest)
        {
            var joined = stackalloc float[6];
            partials.JoinSum(0, joined);
            partials.JoinMax(1, joined + 3);
            Assert.Equal([sum, sum, sum, largest, largest, largest], new ReadOnlySpan<float>(joined, 6).ToArray());
            Assert.Equal(largest, partials.Max(0));
        }
    }

    [Fact]
    public void A_launch_makes_no_managed_object()
    {
        var x = (float*)NativeMemory.AllocZeroed(300_000, sizeof(float));
        using var partials = new Partials<float>(3, [PartialKind.Sum, PartialKind.Max], [PartialKind.Max]);
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 100; turn++)
            Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        NativeMemory.Free(x);

        void Run()
        {
            Launch.Flat<CountUp<float>, float>(new CountUp<float> { Target = x }, 300_000);
            Launch.Lanes(new SumAndMax { X = x, Lanes = 3 }, 1_000, 3, 100, partials);
            partials.JoinSum(0, x);
        }
    }

    private struct CountUp<T> : ILaneKernel<CountUp<T>, T>
        where T : unmanaged
    {
        public T* Target;
        public int Lanes;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<V>(in CountUp<T> k, in Chunk<T> chunk, long unit, int lane, int count)
            where V : unmanaged, ILanes<V, T>
        {
            var target = k.Target + (unit * k.Lanes) + lane;
            V.Store(V.Load(target, count) + V.Of(1), target, count);
        }
    }

    private struct Statistics : ILaneKernel<Statistics, float>
    {
        public const int UnitRows = 32;
        public float* X;
        public int Rows;
        public int Width;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<V>(in Statistics k, in Chunk<float> chunk, long unit, int lane, int count)
            where V : unmanaged, ILanes<V, float>
        {
            var x = k.X + (unit * UnitRows * k.Width) + lane;
            var rows = (int)Math.Min(UnitRows, k.Rows - (unit * UnitRows));
            var (sum, largest) = (V.Zero, V.Load(chunk.Lanes + k.Width + lane, count));
            for (var row = 0; row < rows; row++)
            {
                sum += V.Load(x + ((long)row * k.Width), count);
                largest = V.Max(largest, V.Load(x + ((long)row * k.Width), count));
            }

            var mean = sum / V.Of(rows);
            var squares = V.Zero;
            for (var row = 0; row < rows; row++)
            {
                var deviation = V.Load(x + ((long)row * k.Width), count) - mean;
                squares = V.MultiplyAdd(deviation, deviation, squares);
            }

            var partial = chunk.Lanes + lane;
            V.Store(V.Load(partial, count) + sum, partial, count);
            V.Store(largest, partial + k.Width, count);
            Moments.Merge<V, float>(partial + (2 * k.Width), partial + (3 * k.Width), count, (unit - chunk.FirstUnit) * UnitRows, rows, mean, squares);
            for (var row = 0; row < rows; row++)
                chunk.Sums[0] += V.Sum(V.Load(x + ((long)row * k.Width), count));
            chunk.Sums[1] = Math.Max(chunk.Sums[1], V.Largest(V.Select(V.First(count), largest, V.Of(double.NegativeInfinity))));
        }
    }

    private struct RowMoments : IUnitKernel<RowMoments, double>
    {
        public double* X;
        public int Width;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<V>(in RowMoments k, in Chunk<double> chunk, long unit)
            where V : unmanaged, ILanes<V, double>
        {
            var x = k.X + (unit * k.Width);
            var sum = V.Zero;
            for (var lane = 0; lane < k.Width; lane += Lane.Count)
                sum += V.Load(x + lane, k.Width - lane);
            var mean = V.Sum(sum) / k.Width;
            var squares = V.Zero;
            for (var lane = 0; lane < k.Width; lane += Lane.Count)
            {
                var deviation = V.LoadOr(x + lane, k.Width - lane, mean) - V.Of(mean);
                squares += deviation * deviation;
            }

            var before = (unit - chunk.FirstUnit) * (double)k.Width;
            var delta = mean - chunk.Sums[0];
            chunk.Sums[1] += V.Sum(squares) + (delta * delta * before * k.Width / (before + k.Width));
            chunk.Sums[0] += delta * k.Width / (before + k.Width);
        }
    }

    private struct SumAndMax : ILaneKernel<SumAndMax, float>
    {
        public float* X;
        public int Lanes;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<V>(in SumAndMax k, in Chunk<float> chunk, long unit, int lane, int count)
            where V : unmanaged, ILanes<V, float>
        {
            var x = V.LoadOr(k.X + (unit * k.Lanes) + lane, count, double.NegativeInfinity);
            V.Store(V.Load(chunk.Lanes + lane, count) + x, chunk.Lanes + lane, count);
            V.Store(V.Max(V.Load(chunk.Lanes + k.Lanes + lane, count), x), chunk.Lanes + k.Lanes + lane, count);
            chunk.Sums[0] = Math.Max(chunk.Sums[0], V.Largest(x));
        }
    }
}
