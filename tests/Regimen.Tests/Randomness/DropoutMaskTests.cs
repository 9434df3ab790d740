using FsCheck;
using FsCheck.Fluent;
using Regimen.Randomness;

namespace Regimen.Tests.Randomness;

public sealed unsafe class DropoutMaskTests
{
    private static readonly Gen<double> _probabilities = Gen.OneOf(
        Gen.Elements(0, 0.2, 0.5, 0.999, 1 - 1e-12),
        Gen.Choose(0, 999_999).Select(millionths => millionths / 1e6));

    [Fact]
    public void The_vector_forms_are_the_scalar_one_and_write_nothing_beyond_the_row()
    {
        var rows =
            from length in Gen.Choose(0, 200)
            from seed in Gen.Choose(0, int.MaxValue)
            from sample in Gen.Choose(0, 60_000)
            from probability in _probabilities
            select (length, seed, sample, probability);

        Prop.ForAll(rows.ToArbitrary(), row =>
        {
            var scale = (float)(1 / (1 - row.probability));
            var expected = Guarded();
            var with256 = Guarded();
            var with512 = Guarded();
            fixed (float* e = expected, v256 = with256, v512 = with512)
            {
                var threshold = DropoutMask.Threshold(row.probability);
                var purpose = DropoutMask.Purpose(3);
                var keys = stackalloc ulong[2 * Philox.Rounds];
                Philox.Expand((ulong)row.seed, new Span<ulong>(keys, 2 * Philox.Rounds));
                DropoutMask.RowScalar(e, row.length, (ulong)row.seed, (uint)row.sample, 5, purpose, threshold, scale);
                DropoutMask.Row256(v256, row.length, keys, (uint)row.sample, 5, purpose, threshold, scale);
                DropoutMask.Row512(v512, row.length, keys, (uint)row.sample, 5, purpose, threshold, scale);
            }

            Assert.Equal(expected, with256);
            Assert.Equal(expected, with512);
            return expected.Skip(row.length).All(float.IsNaN) && expected.Take(row.length).All(value => value == 0 || value == scale);

            float[] Guarded()
            {
                var values = new float[row.length + 64];
                Array.Fill(values, float.NaN);
                return values;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Each_decision_is_the_documented_one()
    {
        const double Probability = 0.3;
        int[] samples = [59_999, 0, 17];
        var mask = Floats(samples, 37, Probability);
        for (var row = 0; row < samples.Length; row++)
        {
            for (var e = 0; e < 37; e++)
            {
                var (x0, x1, x2, x3) = Philox.Block(11, (uint)e / 4, (uint)samples[row], 4, 5 | (2 << 8));
                uint[] words = [x0, x1, x2, x3];
                Assert.Equal(words[e % 4] >= Probability * 4294967296.0 ? (float)(1 / 0.7) : 0, mask[(row * 37) + e]);
            }
        }
    }

    [Fact]
    public void A_samples_decisions_do_not_depend_on_the_batch_nor_on_its_row()
    {
        var batches =
            from samples in Gen.Choose(0, 60_000).ListOf().Select(list => list.Distinct().ToArray())
            from values in Gen.Choose(1, 70)
            from probability in _probabilities
            select (samples, values, probability);

        Prop.ForAll(batches.ToArbitrary(), batch =>
        {
            var together = Floats(batch.samples, batch.values, batch.probability);
            var reversed = Floats([.. batch.samples.Reverse()], batch.values, batch.probability);
            for (var row = 0; row < batch.samples.Length; row++)
            {
                var mine = together[(row * batch.values)..((row + 1) * batch.values)];
                Assert.Equal(mine, Floats([batch.samples[row]], batch.values, batch.probability));
                var last = batch.samples.Length - row;
                Assert.Equal(mine, reversed[((last - 1) * batch.values)..(last * batch.values)]);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Doubles_drop_what_floats_drop()
    {
        Prop.ForAll(Gen.Choose(0, 100).Zip(_probabilities).ToArbitrary(), pair =>
        {
            var (values, probability) = pair;
            int[] samples = [3, 1, 4];
            var floats = Floats(samples, values, probability);
            var doubles = new double[floats.Length];
            fixed (int* s = samples)
            fixed (double* m = doubles)
                DropoutMask.Fill(m, s, samples.Length, values, 11, 4, 2, probability);

            return floats.SequenceEqual(doubles.Select(value => (float)value)) && doubles.All(value => value == 0 || value == 1 / (1 - probability));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Rows_can_be_shared_among_threads()
    {
        int[] samples = [.. Enumerable.Range(100, 64)];
        var whole = Floats(samples, 33, 0.5);
        var parts = new float[whole.Length];
        var doubles = new double[whole.Length];
        fixed (int* s = samples)
        fixed (float* m = parts)
        fixed (double* d = doubles)
        {
            for (var first = 48; first >= 0; first -= 16)
            {
                DropoutMask.Fill(m, s, 64, 33, 11, 4, 2, 0.5, first, 16);
                DropoutMask.Fill(d, s, 64, 33, 11, 4, 2, 0.5, first, 16);
            }
        }

        Assert.Equal(whole, parts);
        Assert.Equal(whole.Select(value => (double)value), doubles);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_share_dropped_is_the_probability(double probability)
    {
        int[] samples = [.. Enumerable.Range(0, 1000)];
        var mask = Floats(samples, 128, probability);
        var error = Math.Sqrt(probability * (1 - probability) / mask.Length);
        Assert.InRange(mask.Count(value => value == 0) / (double)mask.Length, probability - (5 * error), probability + (5 * error));
    }

    [Fact]
    public void Seeds_epochs_and_layers_differ()
    {
        int[] samples = [1, 2, 3];
        Assert.NotEqual(Floats(samples, 64, 0.5), Floats(samples, 64, 0.5, seed: 12));
        Assert.NotEqual(Floats(samples, 64, 0.5), Floats(samples, 64, 0.5, epoch: 5));
        Assert.NotEqual(Floats(samples, 64, 0.5), Floats(samples, 64, 0.5, layer: 3));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void An_impossible_probability_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Floats([1], 1, probability));

    [Fact]
    public void Rows_outside_the_batch_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DropoutMask.Fill((float*)null, null, 4, 1, 1, 1, 1, 0.5, firstRow: 3, rowCount: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => DropoutMask.Fill((float*)null, null, 4, 1, 1, 1, 1, 0.5, firstRow: -1, rowCount: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => DropoutMask.Fill((float*)null, null, 4, 1, 1, 1, layer: 1 << 24, 0.5));
    }

    private static float[] Floats(int[] samples, int values, double probability, ulong seed = 11, int epoch = 4, int layer = 2)
    {
        var mask = new float[samples.Length * values];
        fixed (int* s = samples)
        fixed (float* m = mask)
            DropoutMask.Fill(m, s, samples.Length, values, seed, epoch, layer, probability);

        return mask;
    }
}
