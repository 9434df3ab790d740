using Regimen.Randomness;

namespace Regimen.Parity;

/// <summary>Everything random in one training step, drawn anew from seed, epoch and batch as the product's documentation says.</summary>
internal sealed class StepDraws
{
    /// <summary>Positions in the training split.</summary>
    public required int[] Samples { get; init; }

    /// <summary>λ of each sample, or none without mixup.</summary>
    public required double[]? Shares { get; init; }

    /// <summary>Each sample's partner in the batch, or none.</summary>
    public required int[]? Partners { get; init; }

    /// <summary>Per dropout layer, in preorder: a byte per value in NCHW order, 1 keeps.</summary>
    public required byte[][] Masks { get; init; }

    /// <summary>The draws of the given step of a run.</summary>
    public static StepDraws Of(Experiment experiment, Recipe recipe, long step)
    {
        int count = ExperimentAccess.Data(experiment).Train.Count, capacity = ExperimentAccess.BatchSize(experiment);
        var stepsPerEpoch = (count + capacity - 1) / capacity;
        int epoch = (int)(step / stepsPerEpoch), batch = (int)(step % stepsPerEpoch);
        var order = new int[count];
        SampleOrder.Fill(order, experiment.Key, epoch, ExperimentAccess.Shuffles(experiment));
        var samples = order[(batch * capacity)..Math.Min(count, (batch + 1) * capacity)];

        double[]? shares = null;
        int[]? partners = null;
        if (recipe.Mixup is { } mixup)
        {
            (shares, partners) = (new double[samples.Length], new int[samples.Length]);
            var alpha = ExperimentAccess.Scalar(experiment, "MixupAlpha", double.NaN);
            if (mixup.PerSample)
                MixupDraw.Lambdas(shares, experiment.Key, epoch, batch, alpha, mixup.Symmetric);
            else
                Array.Fill(shares, MixupDraw.Lambda(experiment.Key, epoch, batch, alpha, mixup.Symmetric));
            MixupDraw.Partners(partners, experiment.Key, epoch, batch);
        }

        var (channels, height, width, _) = ExperimentAccess.InputShape(experiment);
        var dropouts = DropoutShapes.Of(recipe.Network, [channels, height, width]);
        return new StepDraws
        {
            Samples = samples,
            Shares = shares,
            Partners = partners,
            Masks = [.. dropouts.Select((dropout, layer) => Mask(dropout.Shape, dropout.Probability, samples, experiment.Key, epoch, layer))],
        };
    }

    private static unsafe byte[] Mask(int[] shape, double probability, int[] samples, ulong seed, int epoch, int layer)
    {
        var size = shape.Aggregate((product, extent) => product * extent);
        var factors = new double[samples.Length * size];
        fixed (double* target = factors)
        fixed (int* rows = samples)
            DropoutMask.Fill(target, rows, samples.Length, size, seed, epoch, layer, probability);

        // Images lie channels-last in the product's memory; a feature is an image of one pixel.
        var channels = shape[0];
        var pixels = size / channels;
        var mask = new byte[factors.Length];
        for (var index = 0; index < mask.Length; index++)
        {
            var (sample, value) = Math.DivRem(index, size);
            var (channel, pixel) = Math.DivRem(value, pixels);
            mask[index] = factors[(sample * size) + (pixel * channels) + channel] != 0 ? (byte)1 : (byte)0;
        }

        return mask;
    }
}
