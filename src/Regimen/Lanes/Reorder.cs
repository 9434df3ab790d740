using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Regimen.Torch;

namespace Regimen.Lanes;

/// <summary>Copies an array of up to four axes into another order of its axes, such as [B, H, W, C] into [B, C, H, W].</summary>
public static unsafe class Reorder
{
    private const int Axes = 4;
    private const int RowsPerUnit = 64;

    /// <summary>Copies; source and target may not overlap.</summary>
    /// <typeparam name="T">float or double, or another type of 4 or 8 bytes.</typeparam>
    /// <param name="source">Elements in the order of its axes, without gaps.</param>
    /// <param name="target">Written, without gaps.</param>
    /// <param name="sizes">Lengths of the source's axes, at most four.</param>
    /// <param name="order">For each axis of the target, which axis of the source it is.</param>
    /// <exception cref="ArgumentException">The order does not name each axis once, there are more than four, or elements have another size.</exception>
    public static void Copy<T>(T* source, T* target, ReadOnlySpan<long> sizes, ReadOnlySpan<int> order)
        where T : unmanaged
    {
        Check(sizes.Length, order);
        if (sizeof(T) is not (4 or 8))
            throw new ArgumentException($"{typeof(T)} has {sizeof(T)} bytes; only elements of 4 or 8 are reordered.");
        var walk = new Walk { Source = (byte*)source, Target = (byte*)target, Wide = sizeof(T) == 8 };
        if (!walk.Arrange(sizes, order))
            return;
        walk.Chunks = Launch.Chunks(walk.Units, walk.Sizes[3] * Math.Min(RowsPerUnit, walk.Sizes[2]));
        if (walk.Chunks == 1)
            Run(ref walk, 0);
        else
            LibTorch.ParallelFor(0, walk.Chunks, 1, &Callback, &walk);
    }

    private static void Check(int axes, ReadOnlySpan<int> order)
    {
        if (axes > Axes || order.Length != axes)
            throw new ArgumentException($"An array of {axes} axes can't be put into an order of {order.Length}; both must be the same, and at most {Axes}.");
        var seen = 0;
        foreach (var axis in order)
            seen |= axis >= 0 && axis < axes ? 1 << axis : 0;
        if (seen != (1 << axes) - 1)
            throw new ArgumentException($"The order [{string.Join(", ", order.ToArray())}] must name each of the {axes} axes once.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Callback(long first, long end, void* context)
    {
        for (var chunk = first; chunk < end; chunk++)
            Run(ref *(Walk*)context, chunk);
    }

    private static void Run(ref Walk walk, long chunk)
    {
        if (walk.Wide)
            Units<ulong>(ref walk, chunk);
        else
            Units<uint>(ref walk, chunk);
    }

    private static void Units<T>(ref Walk walk, long chunk)
        where T : unmanaged
    {
        var blocks = walk.RowBlocks;
        for (var unit = Launch.Start(walk.Units, walk.Chunks, chunk); unit < Launch.Start(walk.Units, walk.Chunks, chunk + 1); unit++)
        {
            var (outer, row) = (unit / blocks, unit % blocks * RowsPerUnit);
            var (first, second) = (outer / walk.Sizes[1], outer % walk.Sizes[1]);
            var plane = new Plane<T>
            {
                Source = (T*)walk.Source + (first * walk.From[0]) + (second * walk.From[1]) + (row * walk.From[2]),
                Target = (T*)walk.Target + (first * walk.To[0]) + (second * walk.To[1]) + (row * walk.To[2]),
                Rows = Math.Min(RowsPerUnit, walk.Sizes[2] - row),
                Columns = walk.Sizes[3],
                SourceRow = walk.From[2],
                SourceColumn = walk.From[3],
                TargetRow = walk.To[2],
            };
            plane.Copy();
        }
    }

    /// <summary>Four axes as the target orders them but for one exchange: sizes, and distances between neighbours in source and target.</summary>
    private struct Walk
    {
        public byte* Source;
        public byte* Target;
        public bool Wide;
        public int Chunks;
        public fixed long Sizes[Axes];
        public fixed long From[Axes];
        public fixed long To[Axes];

        public readonly long RowBlocks => (Sizes[2] + RowsPerUnit - 1) / RowsPerUnit;

        public readonly long Units => Sizes[0] * Sizes[1] * RowBlocks;

        /// <summary>Returns false where there is nothing to copy.</summary>
        public bool Arrange(ReadOnlySpan<long> sizes, ReadOnlySpan<int> order)
        {
            var used = Axes;
            var distance = 1L;
            for (var axis = order.Length - 1; axis >= 0; axis--)
            {
                var size = sizes[order[axis]];
                var stride = 1L;
                for (var inner = order[axis] + 1; inner < sizes.Length; inner++)
                    stride *= sizes[inner];
                if (size == 0)
                    return false;
                if (size == 1)
                    continue;
                if (used < Axes && From[used] * Sizes[used] == stride)
                {
                    // Neighbours in both orders are one axis.
                    Sizes[used] *= size;
                }
                else
                {
                    used--;
                    (Sizes[used], From[used], To[used]) = (size, stride, distance);
                }

                distance *= size;
            }

            while (used > 0)
            {
                used--;
                (Sizes[used], From[used], To[used]) = (1, used == Axes - 1 ? 1 : 0, used == Axes - 1 ? 1 : 0);
            }

            // Next to the last axis, along which the target is written, stands the one along which the source is read.
            for (var axis = 0; axis < 2 && From[3] != 1; axis++)
            {
                if (From[axis] != 1)
                    continue;
                (Sizes[axis], Sizes[2]) = (Sizes[2], Sizes[axis]);
                (From[axis], From[2]) = (From[2], From[axis]);
                (To[axis], To[2]) = (To[2], To[axis]);
            }

            return true;
        }
    }
}
