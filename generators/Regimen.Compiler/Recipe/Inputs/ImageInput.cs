using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Recipe.Inputs;

/// <summary>From stored bytes to a batch of normalised, mixed, channels-last images.</summary>
internal static class ImageInput
{
    /// <summary>
    /// (x/255 − mean)/deviation of the batch's images, λ of it and 1 − λ of the partner's where samples are mixed. Mixing before normalising is
    /// the same as after it: both are affine, and λ and 1 − λ sum to 1.
    /// </summary>
    /// <param name="step">Takes the data's bytes, [rows, C, H, W], the batch's columns and the statistics per channel.</param>
    /// <param name="shape">Of an image.</param>
    /// <param name="mixes">Whether samples are mixed with partners.</param>
    /// <returns>Real[B, H, W, C].</returns>
    public static Formula Express(StepBuilder step, Shape shape, bool mixes)
    {
        var data = step.Given("images", TensorType.Of(ElementType.UInt8, Extent.Rows, shape.Channels, shape.Height, shape.Width));
        var samples = BatchColumns.Samples(step);
        var pixels = Pixels(samples);
        if (mixes)
        {
            var partner = Pixels(Gather.Of(samples, BatchColumns.Partners(step))).Named("partner");
            var share = Along(BatchColumns.Shares(step), 0, 4).Named("share");
            pixels = partner + (share * (pixels - partner));
        }

        var (mean, deviation) = (PerChannel("inputMean"), PerChannel("inputDeviation"));
        var slope = (1 / (255 * deviation)).Named("slope");
        var offset = (-mean / deviation).Named("offset");
        var normalized = ((pixels * slope) + offset).Named("normalized");
        return Transpose.Of(normalized, [0, 2, 3, 1]).At(new Site(Phase.Input, "Input"));

        Formula Pixels(Formula positions) => Cast.Of(Gather.Of(data, positions), ElementType.Real);

        Formula PerChannel(string key) => Along(step.State(key, TensorType.Of(ElementType.Real, shape.Channels)), 1, 4);
    }
}
