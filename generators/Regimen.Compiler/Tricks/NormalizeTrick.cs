using System.Globalization;
using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Normalize]</c>: given mean and deviation in place of the training split's.</summary>
internal sealed class NormalizeTrick : Trick
{
    public override string Attribute => "Normalize";

    public override string? Structure(AttributeSpec attribute)
    {
        var (mean, deviation) = (attribute.Member("Mean", ""), attribute.Member("Std", ""));
        return mean.Length + deviation.Length == 0 ? null : $"Normalize(Mean = [{mean}], Std = [{deviation}])";
    }

    public override string? Normalization(AttributeSpec attribute)
    {
        var means = Values(attribute.Member("Mean", ""));
        var deviations = Values(attribute.Member("Std", ""));
        if (means.Length == 0 && deviations.Length == 0)
            return null;
        if (means.Length == 0 || deviations.Length == 0)
            return $"global::Regimen.PixelStatistics.Of(base.Data.Train, mean: [{List(means)}], deviation: [{List(deviations)}])";
        var channels = Math.Max(means.Length, deviations.Length);
        return "[" + string.Join(", ", Enumerable.Range(0, channels).Select(channel =>
            $"new({Literal.Of(means[Math.Min(channel, means.Length - 1)])}, {Literal.Of(deviations[Math.Min(channel, deviations.Length - 1)])})")) + "]";
    }

    private static string List(double[] values) => string.Join(", ", values.Select(Literal.Of));

    private static double[] Values(string text) => text.Length == 0
        ? []
        : [.. text.Split(',').Select(part => double.Parse(part, NumberStyles.Float, CultureInfo.InvariantCulture))];
}
