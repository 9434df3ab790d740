namespace Regimen;

/// <summary>Stochastic gradient descent with momentum, exactly as <c>torch.optim.SGD</c>: v ← μ·v + (g + λ·w), then w ← w − η·v, or w ← w − η·((g + λ·w) + μ·v) with <see cref="Nesterov"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SgdAttribute : Attribute
{
    /// <summary>η, the peak rate that schedules shape. Default 0.1.</summary>
    public double LearningRate { get; set; } = 0.1;

    /// <summary>μ in [0, 1). Default 0.9.</summary>
    public double Momentum { get; set; } = 0.9;

    /// <summary>Whether the step looks ahead along the momentum (Sutskever et al. 2013). Default false.</summary>
    public bool Nesterov { get; set; }
}
