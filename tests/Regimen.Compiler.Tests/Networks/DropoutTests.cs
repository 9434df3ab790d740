using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Tests.Formulas;
using Regimen.Randomness;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>Dropout's formula draws what the run time draws, bit for bit.</summary>
public sealed class DropoutTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public unsafe void Masks_are_the_run_times(double probability)
    {
        const ulong Seed = 0x1234_5678_9ABC_DEF0;
        const int Epoch = 3;
        int[] samples = [40_000, 7, 123_456_789];
        var text = FormattableString.Invariant($"Dropout({probability})");
        var layer = new ExpressedLayer($"Sequential(Dropout(0.5), {text})", Mode.Training, 3, 5, 2);
        layer.Values["seed"] = NdArray.Vector(ElementType.UInt32, (uint)(Seed & uint.MaxValue), Seed >> 32);
        layer.Values["samples"] = NdArray.Vector(ElementType.Int32, [.. samples.Select(sample => (double)sample)]);
        layer.Values["epoch"] = NdArray.Scalar(Epoch, ElementType.UInt32);

        var mask = new double[2][];
        foreach (var site in (int[])[0, 1])
        {
            mask[site] = new double[ExpressedLayer.Batch * 30];
            fixed (double* factors = mask[site])
            fixed (int* rows = samples)
                DropoutMask.Fill(factors, rows, ExpressedLayer.Batch, 30, Seed, Epoch, layer: site, site == 0 ? 0.5 : probability);
        }

        layer.Makes(at => layer.X[at] * (mask[0][Position(at)] * mask[1][Position(at)]));
        Assert.Contains(0, mask[1]);

        static int Position(int[] at) => (((((at[0] * 3) + at[1]) * 5) + at[2]) * 2) + at[3];
    }

    [Theory]
    [InlineData("Dropout(0.4)", Mode.Evaluation)]
    [InlineData("Dropout(0)", Mode.Training)]
    public void Keeps_everything_where_nothing_is_drawn(string text, object mode)
    {
        var layer = new ExpressedLayer(text, (Mode)mode, 5);
        Assert.Same(layer.Input, layer.Output);
        Assert.Equal([Functions.BatchKey], layer.Step.Graph.Storages.Select(storage => storage.Key));
    }
}
