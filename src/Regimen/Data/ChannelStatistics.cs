namespace Regimen;

/// <summary>Mean and standard deviation of one channel's pixels, in shares of 255.</summary>
/// <param name="Mean">In [0, 1].</param>
/// <param name="StandardDeviation">Of the population (divided by n, not n − 1), in [0, 0.5].</param>
public readonly record struct ChannelStatistics(double Mean, double StandardDeviation);
