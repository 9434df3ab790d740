using System.Runtime.InteropServices;
using Regimen.Lanes;

namespace Regimen.Tests.Lanes;

public sealed unsafe class MemoryTests
{
    [Fact]
    public void The_first_lanes_are_read_and_written_and_nothing_behind_them() => Laned.Part<FirstLanes>();

    [Fact]
    public void Full_lanes_take_every_count_for_sixteen() => Laned.Every<AllLanes>();

    [Fact]
    public void Narrow_values_are_widened() => Laned.Every<NarrowValues>();

    [Fact]
    public void BFloat16_is_rounded_once_to_the_nearest_even() => Laned.Every<RoundedOnce>();

    [Fact]
    public void Lanes_that_do_not_count_are_not_touched_even_where_no_memory_is()
    {
        if (OperatingSystem.IsLinux())
            Laned.Part<EndOfMemory>();
    }

    private sealed class FirstLanes : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            var source = new T[Lane.Count * 3];
            var target = new T[Lane.Count * 3];
            for (var i = 0; i < source.Length; i++)
                source[i] = round(i + 1);
            fixed (T* from = source, to = target)
            {
                for (var count = 0; count <= Lane.Count; count++)
                {
                    for (var stride = 1; stride <= 3; stride++)
                    {
                        var expected = Enumerable.Range(0, Lane.Count).Select(lane => lane < count ? source[lane * stride] : default).ToArray();
                        Assert.Equal(expected, Laned.Values<V, T>(V.Load(from, stride, count)));
                        Array.Fill(target, round(-1));
                        V.Store(V.Load(from, Lane.Count), to, stride, count);
                        for (var i = 0; i < target.Length; i++)
                            Assert.Equal(i % stride == 0 && i / stride < count ? source[i / stride] : round(-1), target[i]);
                    }

                    Assert.Equal(Enumerable.Range(0, Lane.Count).Select(lane => lane < count ? source[lane] : default), Laned.Values<V, T>(V.Load(from, count)));
                    Assert.Equal(Enumerable.Range(0, Lane.Count).Select(lane => lane < count ? source[lane] : round(0.1)), Laned.Values<V, T>(V.LoadOr(from, count, 0.1)));
                    Array.Fill(target, round(-1));
                    V.Store(V.Load(from, Lane.Count), to, count);
                    for (var i = 0; i < target.Length; i++)
                        Assert.Equal(i < count ? source[i] : round(-1), target[i]);
                }
            }
        }
    }

    private sealed class AllLanes : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            var source = Enumerable.Range(0, Lane.Count).Select(i => round(i)).ToArray();
            var target = new T[Lane.Count];
            fixed (T* from = source, to = target)
                V.Store(V.LoadOr(from, Lane.Count, 7), to, Lane.Count);
            Assert.Equal(source, target);
        }
    }

    private sealed class NarrowValues : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            var bytes = Enumerable.Range(0, 48).Select(i => (byte)(i * 37)).ToArray();
            var ints = Enumerable.Range(0, 48).Select(i => (i * 123_456_789) ^ (i << 20)).ToArray();
            var halves = Enumerable.Range(0, 48).Select(i => (ushort)(BitConverter.SingleToUInt32Bits(1.5f * (i - 20)) >> 16)).ToArray();

            // Full lanes are asked for no other count.
            var counts = typeof(V).GenericTypeArguments[1] == typeof(Full) ? [Lane.Count] : Enumerable.Range(0, Lane.Count + 1);
            fixed (byte* b = bytes)
            fixed (int* n = ints)
            fixed (ushort* h = halves)
            {
                foreach (var count in counts)
                {
                    for (var stride = 1; stride <= 3; stride++)
                    {
                        var lanes = Enumerable.Range(0, Lane.Count);
                        Assert.Equal(lanes.Select(i => i < count ? round(bytes[i * stride]) : default), Laned.Values<V, T>(V.LoadBytes(b, stride, count)));
                        Assert.Equal(lanes.Select(i => i < count ? round(ints[i * stride]) : default), Laned.Values<V, T>(V.LoadInts(n, stride, count)));
                        Assert.Equal(
                            lanes.Select(i => i < count ? round(BitConverter.UInt32BitsToSingle((uint)halves[i * stride] << 16)) : default),
                            Laned.Values<V, T>(V.LoadBFloat16(h, stride, count)));
                    }
                }
            }
        }
    }

    private sealed class RoundedOnce : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            // 1 + 2⁻⁸ lies between two neighbours, as does the number before 2¹²⁸; a little more in a double must not be lost on the way.
            double[] values =
            [
                0, -0.0, 1, 1 + Math.ScaleB(1, -8), 1 + (3 * Math.ScaleB(1, -8)), 1 + Math.ScaleB(1, -8) + Math.ScaleB(1, -22), -1 - Math.ScaleB(1, -8),
                double.NaN, double.PositiveInfinity, double.NegativeInfinity, 3.4e38, BitConverter.UInt32BitsToSingle(0x7F7F_8000), 1e-40, -1e-45, 65_537, Math.ScaleB(1, 100),
            ];
            ushort[] expected =
            [
                0, 0x8000, 0x3F80, 0x3F80, 0x3F82, 0x3F81, 0xBF80,
                0x7FC0, 0x7F80, 0xFF80, 0x7F80, 0x7F80, 0x0001, 0x8000, 0x4780, 0x7180,
            ];
            Check(values, expected);
            if (typeof(T) == typeof(double))
                Check([.. Enumerable.Repeat(1 + Math.ScaleB(1, -8) + Math.ScaleB(1, -40), Lane.Count)], [.. Enumerable.Repeat((ushort)0x3F81, Lane.Count)]);

            void Check(double[] values, ushort[] expected)
            {
                var target = new ushort[Lane.Count + 8];
                Array.Fill(target, (ushort)0xABCD);
                fixed (ushort* to = target)
                    V.StoreBFloat16(Laned.Of<V, T>([.. values.Select(round)]), to, Lane.Count);
                Assert.Equal(expected.Concat(Enumerable.Repeat((ushort)0xABCD, 8)), target);
                if (typeof(V).GenericTypeArguments[1] == typeof(Full))
                    return;
                Array.Fill(target, (ushort)0xABCD);
                fixed (ushort* to = target)
                    V.StoreBFloat16(Laned.Of<V, T>([.. values.Select(round)]), to, 5);
                Assert.Equal(expected.Take(5).Concat(Enumerable.Repeat((ushort)0xABCD, Lane.Count + 3)), target);
            }
        }
    }

    private sealed class EndOfMemory : IProperty
    {
        public static void Hold<V, T>(Func<double, T> round)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, IEquatable<T>
        {
            const int None = 0, ReadWrite = 3, PrivateAnonymous = 0x22;
            var page = (nuint)Environment.SystemPageSize;
            var memory = (byte*)Mmap(null, 2 * page, ReadWrite, PrivateAnonymous, -1, 0);
            Assert.NotEqual(-1, (nint)memory);
            Assert.Equal(0, Mprotect(memory + page, page, None));
            for (var count = 0; count < Lane.Count; count++)
            {
                // The values end where the memory does: touching one more kills the process.
                var values = (T*)(memory + page) - count;
                V.Store(V.LoadOr(values, count, 3) + V.Of(1), values, count);
                V.Store(V.Load(values, 1, count) + V.Of(1), values, 1, count);
                var halves = (ushort*)(memory + page) - count;
                V.StoreBFloat16(V.LoadBFloat16(halves, 1, count), halves, count);
                _ = V.Sum(V.LoadBytes(memory + page - count, 1, count) + V.LoadInts((int*)(memory + page) - count, 1, count));
            }

            _ = Munmap(memory, 2 * page);
        }

        [DllImport("libc", EntryPoint = "mmap")]
        private static extern void* Mmap(void* address, nuint length, int protection, int flags, int file, nint offset);

        [DllImport("libc", EntryPoint = "mprotect")]
        private static extern int Mprotect(void* address, nuint length, int protection);

        [DllImport("libc", EntryPoint = "munmap")]
        private static extern int Munmap(void* address, nuint length);
    }
}
