using Regimen.Torch;
using TorchSharp;

namespace Regimen.TorchSharp;

/// <summary>Predictions of an experiment as tensors, and the input that a module with its weights needs.</summary>
public static unsafe class PredictionExtensions
{
    /// <summary>Class probabilities of images.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="images">[N, C, H, W], or [N, H, W] for one channel, before any normalisation: bytes, or floating-point shares k/255 in [0, 1].</param>
    /// <returns>[N, K] singles in main memory, rows that add up to 1. The caller owns it.</returns>
    /// <exception cref="DataException">The images are of another shape, or hold something else; the message says what.</exception>
    /// <exception cref="InvalidOperationException">The experiment is in use.</exception>
    /// <exception cref="ObjectDisposedException">The experiment or the tensor was disposed.</exception>
    public static torch.Tensor Predict(this Experiment experiment, torch.Tensor images)
    {
        using var pixels = ToBytes(experiment, images);
        var probabilities = experiment.Predict(TensorImages.Bytes(pixels));
        GC.KeepAlive(pixels);
        var result = Tensor.Empty([pixels.shape[0], experiment.Shape.Classes], ScalarType.Float32, Device.Cpu);
        probabilities.CopyTo(new Span<float>(result.Floats, probabilities.Length));
        return result.MoveToTorchSharp();
    }

    /// <summary>Images as the network sees them: (x/255 − mean)/deviation per channel, as the experiment normalises. This is the input of a module that has the experiment's weights.</summary>
    /// <param name="experiment">The experiment; its normalisation comes from its data or its checkpoint.</param>
    /// <param name="images">As of <see cref="Predict"/>.</param>
    /// <returns>[N, C, H, W] singles in main memory. The caller owns it.</returns>
    /// <inheritdoc cref="Predict" path="/exception"/>
    public static torch.Tensor Normalize(this Experiment experiment, torch.Tensor images)
    {
        using var pixels = ToBytes(experiment, images);
        var statistics = experiment.CurrentNormalization();
        using var scope = torch.NewDisposeScope();
        var mean = PerChannel([.. statistics.Select(channel => channel.Mean)]);
        var deviation = PerChannel([.. statistics.Select(channel => channel.StandardDeviation)]);
        return pixels.to(torch.float64).div_(255).sub_(mean).div_(deviation).to(torch.float32).MoveToOuterDisposeScope();
    }

    private static torch.Tensor ToBytes(Experiment experiment, torch.Tensor images)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(images);
        TorchSharpBackend.Load();
        var (channels, height, width, _) = experiment.Shape;
        var pixels = Pixels.ToBytes(images);
        if (pixels.shape is [_, var c, var h, var w] && (c, h, w) == (channels, height, width))
            return pixels;
        pixels.Dispose();
        throw new DataException($"The images are {Pixels.Text(images)}, but the experiment's are [N, {channels}, {height}, {width}].");
    }

    private static torch.Tensor PerChannel(double[] values) => torch.tensor(values, [1, values.Length, 1, 1], torch.float64);
}
