namespace Regimen;

/// <summary>
/// Starts with small rates. Gradual (Goyal et al. 2017): lr(t) = η·(t + 1)/W for step t &lt; W. Constant (He et al. 2016): lr = η·<see cref="Factor"/>
/// until W, or until the running training error falls below <see cref="UntilTrainError"/>. Bare: 5 epochs, but at most a tenth of the run.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WarmupAttribute : Attribute
{
    /// <summary>W in epochs; fractions are allowed. Not together with <see cref="Steps"/>.</summary>
    public double Epochs { get; set; }

    /// <summary>W in optimiser steps. Not together with <see cref="Epochs"/>.</summary>
    public int Steps { get; set; }

    /// <summary>Gradual or constant. Default gradual.</summary>
    public WarmupMode Mode { get; set; }

    /// <summary>Of the constant mode: the share of η. Default 0.1.</summary>
    public double Factor { get; set; } = 0.1;

    /// <summary>Of the constant mode: ends the warm-up once the running training error (share of wrong answers, in [0, 1]) is below this; 0 switches it off. W still bounds it.</summary>
    public double UntilTrainError { get; set; }
}

/// <summary>How a warm-up shapes the rate.</summary>
public enum WarmupMode
{
    /// <summary>Rises linearly to η; the first step already trains.</summary>
    Gradual,

    /// <summary>Stays at a share of η, then jumps to η.</summary>
    Constant,
}
