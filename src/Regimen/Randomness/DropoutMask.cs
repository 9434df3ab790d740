using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Regimen.Randomness;

/// <summary>
/// The factors of inverted dropout (Srivastava et al. 2014): 0 with the given probability, else 1/(1 − probability). Element e of sample s in
/// epoch t and dropout layer l takes word e mod 4 of <see cref="Philox"/> with key = seed and counter = (e/4, s, t, Dropout | l·256) and is kept
/// if that word is at least probability·2³². So a decision depends on the sample, not on its batch, its row, the thread or the machine.
/// </summary>
public static unsafe class DropoutMask
{
    /// <summary>Writes the factors of a batch as floats.</summary>
    /// <param name="mask">[batch, valuesPerSample], overwritten.</param>
    /// <param name="samples">[batch]: index of each row's sample in the training split.</param>
    /// <param name="batch">Rows.</param>
    /// <param name="valuesPerSample">Values per row.</param>
    /// <param name="seed">Key of the run.</param>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="layer">Index of the dropout layer in the network, from 0 to 2²⁴ − 1.</param>
    /// <param name="probability">Share of values dropped, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static void Fill(float* mask, int* samples, int batch, int valuesPerSample, ulong seed, int epoch, int layer, double probability) =>
        Fill(mask, samples, batch, valuesPerSample, seed, epoch, layer, probability, 0, batch);

    /// <summary>Writes the factors of a batch as doubles: the same values are dropped as with floats.</summary>
    /// <inheritdoc cref="Fill(float*, int*, int, int, ulong, int, int, double)"/>
    public static void Fill(double* mask, int* samples, int batch, int valuesPerSample, ulong seed, int epoch, int layer, double probability) =>
        Fill(mask, samples, batch, valuesPerSample, seed, epoch, layer, probability, 0, batch);

    /// <summary>Writes some rows of a batch, so that several threads can share it.</summary>
    /// <param name="mask">[batch, valuesPerSample]: the whole mask, of which rows firstRow … firstRow + rowCount − 1 are overwritten.</param>
    /// <param name="samples">[batch]: index of each row's sample in the training split.</param>
    /// <param name="batch">Rows of the whole mask.</param>
    /// <param name="valuesPerSample">Values per row.</param>
    /// <param name="seed">Key of the run.</param>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="layer">Index of the dropout layer in the network, from 0 to 2²⁴ − 1.</param>
    /// <param name="probability">Share of values dropped, in [0, 1).</param>
    /// <param name="firstRow">First row to write.</param>
    /// <param name="rowCount">Number of rows to write.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static void Fill(float* mask, int* samples, int batch, int valuesPerSample, ulong seed, int epoch, int layer, double probability, int firstRow, int rowCount)
    {
        Check(batch, valuesPerSample, layer, probability, firstRow, rowCount);
        var purpose = Purpose(layer);
        var threshold = Threshold(probability);
        var scale = (float)(1 / (1 - probability));
        var keys = stackalloc ulong[2 * Philox.Rounds];
        Philox.Expand(seed, new Span<ulong>(keys, 2 * Philox.Rounds));
        for (var row = firstRow; row < firstRow + rowCount; row++)
        {
            var target = mask + ((long)row * valuesPerSample);
            var sample = (uint)samples[row];
            if (Vector512.IsHardwareAccelerated)
                Row512(target, valuesPerSample, keys, sample, (uint)epoch, purpose, threshold, scale);
            else if (Vector256.IsHardwareAccelerated)
                Row256(target, valuesPerSample, keys, sample, (uint)epoch, purpose, threshold, scale);
            else
                RowScalar(target, valuesPerSample, seed, sample, (uint)epoch, purpose, threshold, scale);
        }
    }

    /// <summary>Writes some rows of a batch as doubles, so that several threads can share it: the same values are dropped as with floats.</summary>
    /// <inheritdoc cref="Fill(float*, int*, int, int, ulong, int, int, double, int, int)"/>
    public static void Fill(double* mask, int* samples, int batch, int valuesPerSample, ulong seed, int epoch, int layer, double probability, int firstRow, int rowCount)
    {
        Check(batch, valuesPerSample, layer, probability, firstRow, rowCount);

        // Doubles serve tests of gradients, where speed doesn't count.
        for (var row = firstRow; row < firstRow + rowCount; row++)
        {
            RowScalar(mask + ((long)row * valuesPerSample), valuesPerSample, seed, (uint)samples[row], (uint)epoch, Purpose(layer),
                Threshold(probability), 1 / (1 - probability));
        }
    }

    /// <summary>The definition, word by word: the oracle of the vector forms, and what machines without vectors run.</summary>
    internal static void RowScalar<T>(T* target, int length, ulong seed, uint sample, uint epoch, uint purpose, uint threshold, T scale)
        where T : unmanaged
    {
        for (var e = 0; e < length; e += 4)
        {
            var (x0, x1, x2, x3) = Philox.Block(seed, (uint)e / 4, sample, epoch, purpose);
            target[e] = x0 >= threshold ? scale : default;
            if (e + 1 < length)
                target[e + 1] = x1 >= threshold ? scale : default;
            if (e + 2 < length)
                target[e + 2] = x2 >= threshold ? scale : default;
            if (e + 3 < length)
                target[e + 3] = x3 >= threshold ? scale : default;
        }
    }

    /// <summary>With 512-bit registers.</summary>
    internal static void Row512(float* target, int length, ulong* keys, uint sample, uint epoch, uint purpose, uint threshold, float scale)
    {
        var thresholds = Vector512.Create(threshold);
        var scales = Vector512.Create(scale);
        var e = 0;
        for (; e <= length - PhiloxVector512.Words; e += PhiloxVector512.Words)
            Write(target + e, e);

        if (e < length)
        {
            // The end of the row: a whole step beside it, of which the part that belongs to it is copied.
            var rest = stackalloc float[PhiloxVector512.Words];
            Write(rest, e);
            new ReadOnlySpan<float>(rest, length - e).CopyTo(new Span<float>(target + e, length - e));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Write(float* to, int element)
        {
            var (first, second) = PhiloxVector512.Blocks(keys, (uint)element / 4, sample, epoch, purpose);
            (Vector512.GreaterThanOrEqual(first, thresholds).AsSingle() & scales).Store(to);
            (Vector512.GreaterThanOrEqual(second, thresholds).AsSingle() & scales).Store(to + (PhiloxVector512.Words / 2));
        }
    }

    /// <summary>With 256-bit registers.</summary>
    internal static void Row256(float* target, int length, ulong* keys, uint sample, uint epoch, uint purpose, uint threshold, float scale)
    {
        var thresholds = Vector256.Create(threshold);
        var scales = Vector256.Create(scale);
        var e = 0;
        for (; e <= length - PhiloxVector256.Words; e += PhiloxVector256.Words)
            Write(target + e, e);

        if (e < length)
        {
            var rest = stackalloc float[PhiloxVector256.Words];
            Write(rest, e);
            new ReadOnlySpan<float>(rest, length - e).CopyTo(new Span<float>(target + e, length - e));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Write(float* to, int element)
        {
            var (first, second) = PhiloxVector256.Blocks(keys, (uint)element / 4, sample, epoch, purpose);
            (Vector256.GreaterThanOrEqual(first, thresholds).AsSingle() & scales).Store(to);
            (Vector256.GreaterThanOrEqual(second, thresholds).AsSingle() & scales).Store(to + (PhiloxVector256.Words / 2));
        }
    }

    /// <summary>The counter's last word: the purpose, and above it the layer.</summary>
    internal static uint Purpose(int layer) => (uint)RandomPurpose.Dropout | ((uint)layer << 8);

    /// <summary>The smallest word that is kept: a whole number is at least probability·2³² where it is at least the next whole number.</summary>
    internal static uint Threshold(double probability) => (uint)Math.Min(Math.Ceiling(probability * 4294967296.0), uint.MaxValue);

    private static void Check(int batch, int valuesPerSample, int layer, double probability, int firstRow, int rowCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfNegative(valuesPerSample);
        ArgumentOutOfRangeException.ThrowIfNegative(layer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(layer, 1 << 24);
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)firstRow + rowCount, batch, nameof(rowCount));
        if (!(probability is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The share of values dropped must lie in [0, 1).");
    }
}
