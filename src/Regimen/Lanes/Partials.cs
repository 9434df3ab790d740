using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Regimen.Lanes;

/// <summary>
/// What a kernel joins over its units: a partial result per chunk, in native memory that is made once. Chunks are joined in their order and in
/// double precision, so results don't depend on the number of threads.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed unsafe class Partials<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int lanes;
    private readonly PartialKind[] rows;
    private readonly PartialKind[] sums;
    private readonly long chunkSize;
    private T* laneMemory;
    private double* sumMemory;
    private long units;

    /// <summary>Room for <see cref="Launch.MostChunks"/> chunks.</summary>
    /// <param name="lanes">Lanes of the kernel; 0 if it joins nothing per lane.</param>
    /// <param name="perLane">What is joined per lane, in the order of the rows of <see cref="Chunk{T}.Lanes"/>; moments take two rows.</param>
    /// <param name="overLanes">What is joined over all lanes, in the order of <see cref="Chunk{T}.Sums"/>; moments take two places.</param>
    public Partials(int lanes, ReadOnlySpan<PartialKind> perLane, ReadOnlySpan<PartialKind> overLanes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lanes);
        this.lanes = lanes;
        rows = Spread(perLane);
        sums = Spread(overLanes);

        // Chunks begin on lines of the cache, so that threads don't write to the same one.
        const int Line = 64;
        chunkSize = (((long)rows.Length * lanes * sizeof(T)) + Line - 1) / Line * Line / sizeof(T);
        laneMemory = (T*)NativeMemory.AlignedAlloc((nuint)Math.Max(Line, Launch.MostChunks * chunkSize * sizeof(T)), Line);
        sumMemory = (double*)NativeMemory.AlignedAlloc((nuint)Math.Max(Line, Launch.MostChunks * SumStride * sizeof(double)), Line);
    }

    /// <summary>How many chunks the last launch had.</summary>
    public int Chunks { get; private set; }

    private int SumStride => (sums.Length + 7) / 8 * 8;

    /// <summary>Writes the sum over the chunks.</summary>
    /// <param name="row">Row of <see cref="Chunk{T}.Lanes"/>.</param>
    /// <param name="target">[lanes], written.</param>
    public void JoinSum(int row, T* target)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            double sum = 0;
            for (var chunk = 0; chunk < Chunks; chunk++)
                sum += double.CreateTruncating(Row(chunk, row)[lane]);
            target[lane] = T.CreateTruncating(sum);
        }
    }

    /// <summary>Writes the largest over the chunks; NaN if any is.</summary>
    /// <inheritdoc cref="JoinSum" path="/param"/>
    public void JoinMax(int row, T* target)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var largest = T.NegativeInfinity;
            for (var chunk = 0; chunk < Chunks; chunk++)
                largest = T.Max(largest, Row(chunk, row)[lane]);
            target[lane] = largest;
        }
    }

    /// <summary>Writes mean and biased variance (Chan, Golub and LeVeque 1983).</summary>
    /// <param name="row">The row of the means; that of the squared deviations follows it.</param>
    /// <param name="count">Values per lane that all units together have.</param>
    /// <param name="perUnit">Values per lane that a unit has; the last one may have fewer.</param>
    /// <param name="mean">[lanes], written.</param>
    /// <param name="variance">[lanes], written.</param>
    public void JoinMoments(int row, long count, long perUnit, T* mean, T* variance)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var joined = default(JoinedMoments);
            for (var chunk = 0; chunk < Chunks; chunk++)
                joined.Add(Values(chunk, count, perUnit), double.CreateTruncating(Row(chunk, row)[lane]), double.CreateTruncating(Row(chunk, row + 1)[lane]));
            mean[lane] = T.CreateTruncating(joined.Mean);
            variance[lane] = T.CreateTruncating(joined.Variance);
        }
    }

    /// <summary>The sum over the chunks of a place of <see cref="Chunk{T}.Sums"/>.</summary>
    public double Sum(int place)
    {
        double sum = 0;
        for (var chunk = 0; chunk < Chunks; chunk++)
            sum += Sums(chunk)[place];
        return sum;
    }

    /// <summary>The largest over the chunks of a place of <see cref="Chunk{T}.Sums"/>; NaN if any is.</summary>
    public double Max(int place)
    {
        var largest = double.NegativeInfinity;
        for (var chunk = 0; chunk < Chunks; chunk++)
            largest = Math.Max(largest, Sums(chunk)[place]);
        return largest;
    }

    /// <summary>Mean and biased variance of a place of <see cref="Chunk{T}.Sums"/> and the one after it.</summary>
    /// <param name="place">The place of the mean.</param>
    /// <param name="count">Values that all units together have.</param>
    /// <param name="perUnit">Values that a unit has; the last one may have fewer.</param>
    public (double Mean, double Variance) Moments(int place, long count, long perUnit)
    {
        var joined = default(JoinedMoments);
        for (var chunk = 0; chunk < Chunks; chunk++)
            joined.Add(Values(chunk, count, perUnit), Sums(chunk)[place], Sums(chunk)[place + 1]);
        return (joined.Mean, joined.Variance);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the memory of partials that nobody disposed.</summary>
    ~Partials() => Free();

    /// <summary>What a launch gives its chunks.</summary>
    internal PartialMemory<T> Begin(long units, int chunks)
    {
        this.units = units;
        Chunks = chunks;
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            for (var row = 0; row < rows.Length; row++)
                new Span<T>(Row(chunk, row), lanes).Fill(rows[row] == PartialKind.Max ? T.NegativeInfinity : T.Zero);
            for (var place = 0; place < sums.Length; place++)
                Sums(chunk)[place] = sums[place] == PartialKind.Max ? double.NegativeInfinity : 0;
        }

        return new(laneMemory, chunkSize, sumMemory, SumStride);
    }

    private static PartialKind[] Spread(ReadOnlySpan<PartialKind> kinds)
    {
        List<PartialKind> spread = [];
        foreach (var kind in kinds)
        {
            spread.Add(kind);
            if (kind == PartialKind.Moments)
                spread.Add(kind);
        }

        return [.. spread];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T* Row(int chunk, int row) => laneMemory + (chunk * chunkSize) + ((long)row * lanes);

    private double* Sums(int chunk) => sumMemory + ((long)chunk * SumStride);

    private long Values(int chunk, long count, long perUnit) =>
        Math.Min(count, Launch.Start(units, Chunks, chunk + 1) * perUnit) - Math.Min(count, Launch.Start(units, Chunks, chunk) * perUnit);

    private void Free()
    {
        NativeMemory.AlignedFree(laneMemory);
        NativeMemory.AlignedFree(sumMemory);
        laneMemory = null;
        sumMemory = null;
    }
}

/// <summary>Where the chunks of a launch find their partial results.</summary>
internal readonly unsafe struct PartialMemory<T>(T* lanes, long laneStride, double* sums, long sumStride)
    where T : unmanaged
{
    private readonly T* lanes = lanes;
    private readonly long laneStride = laneStride;
    private readonly double* sums = sums;
    private readonly long sumStride = sumStride;

    /// <summary>A chunk; without partials, one of nothing.</summary>
    public Chunk<T> Of(long chunk, long firstUnit) => new(lanes + (chunk * laneStride), sums + (chunk * sumStride), firstUnit);
}

/// <summary>Chan's formula, chunk by chunk.</summary>
internal struct JoinedMoments
{
    private double count;
    private double squares;

    public double Mean { get; private set; }

    public readonly double Variance => squares / count;

    public void Add(double more, double mean, double deviations)
    {
        if (more == 0)
            return;
        var delta = mean - Mean;
        var total = count + more;
        squares += deviations + (delta * delta * count * more / total);
        Mean += delta * more / total;
        count = total;
    }
}
