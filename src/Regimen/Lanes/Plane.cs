using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Regimen.Lanes;

/// <summary>Rows and columns that are copied from one memory order into another. The target's columns are neighbours.</summary>
internal unsafe struct Plane<T>
    where T : unmanaged
{
    private const int Tile = 8;

    public T* Source;
    public T* Target;
    public long Rows;
    public long Columns;
    public long SourceRow;
    public long SourceColumn;
    public long TargetRow;

    public readonly void Copy()
    {
        if (SourceColumn == 1)
        {
            for (var row = 0L; row < Rows; row++)
                Buffer.MemoryCopy(Source + (row * SourceRow), Target + (row * TargetRow), Columns * sizeof(T), Columns * sizeof(T));
        }
        else
        {
            Transpose();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Transpose()
    {
        // A copy, so that the loops read registers.
        var plane = this;
        var canTile = sizeof(T) == 4 && plane.SourceRow == 1 && Avx.IsSupported;
        var rows = canTile ? plane.Rows / Tile * Tile : 0;
        var columns = plane.Columns / Tile * Tile;
        for (var column = 0L; column < columns; column += Tile)
        {
            for (var row = 0L; row < rows; row += Tile)
                Tile8((float*)plane.Source + row + (column * plane.SourceColumn), plane.SourceColumn, (float*)plane.Target + (row * plane.TargetRow) + column, plane.TargetRow);
        }

        plane.OneByOne(0, rows, columns);
        plane.OneByOne(rows, plane.Rows, 0);
    }

    /// <summary>Rows from <paramref name="begin"/> to <paramref name="end"/>, columns from <paramref name="column"/> on: what no tile holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void OneByOne(long begin, long end, long column)
    {
        var plane = this;
        for (; column < plane.Columns; column++)
        {
            var source = plane.Source + (column * plane.SourceColumn);
            var target = plane.Target + column;
            for (var row = begin; row < end; row++)
                target[row * plane.TargetRow] = source[row * plane.SourceRow];
        }
    }

    /// <summary>Transposes eight by eight floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile8(float* source, long sourceStride, float* target, long targetStride)
    {
        for (var half = 0; half < Tile; half += 4)
        {
            // Lines i and i + 4 share a register, so that transposing four by four in both halves gives whole lines of the result.
            var a = Vector256.Create(Vector128.Load(source + half), Vector128.Load(source + (4 * sourceStride) + half));
            var b = Vector256.Create(Vector128.Load(source + sourceStride + half), Vector128.Load(source + (5 * sourceStride) + half));
            var c = Vector256.Create(Vector128.Load(source + (2 * sourceStride) + half), Vector128.Load(source + (6 * sourceStride) + half));
            var d = Vector256.Create(Vector128.Load(source + (3 * sourceStride) + half), Vector128.Load(source + (7 * sourceStride) + half));
            var (ab, cd) = (Avx.UnpackLow(a, b), Avx.UnpackLow(c, d));
            var to = target + (half * targetStride);
            Avx.Shuffle(ab, cd, 0x44).Store(to);
            Avx.Shuffle(ab, cd, 0xEE).Store(to + targetStride);
            (ab, cd) = (Avx.UnpackHigh(a, b), Avx.UnpackHigh(c, d));
            Avx.Shuffle(ab, cd, 0x44).Store(to + (2 * targetStride));
            Avx.Shuffle(ab, cd, 0xEE).Store(to + (3 * targetStride));
        }
    }
}
