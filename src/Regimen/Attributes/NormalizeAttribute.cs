namespace Regimen;

/// <summary>
/// Shifts and scales pixels (as shares of 255) per channel: (x − mean)/std. Bare, or without this attribute, mean and standard deviation are
/// those of the training split; given, they hold for every channel, or one value per channel.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NormalizeAttribute : Attribute
{
    /// <summary>Means per channel (one value serves all channels), in shares of 255. Empty: those of the training split.</summary>
    public double[] Mean { get; set; } = [];

    /// <summary>Standard deviations per channel (one value serves all channels), in shares of 255. Empty: those of the training split.</summary>
    public double[] Std { get; set; } = [];
}
