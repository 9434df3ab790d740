namespace Regimen;

/// <summary>
/// Trains on mixtures of two samples (Zhang et al. 2018): λ ~ Beta(α, α), one per batch, the partner by a random permutation of the batch;
/// x ← λ·x + (1 − λ)·x[perm] after normalisation, targets alike, one soft target, one loss.
/// </summary>
/// <param name="alpha">α, between 1e-300 and 1e300. Default 0.2.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MixupAttribute(double alpha = 0.2) : Attribute
{
    /// <summary>α, between 1e-300 and 1e300.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>Draw a λ per sample instead of one per batch. Default false.</summary>
    public bool PerSample { get; set; }

    /// <summary>Use max(λ, 1 − λ), so that a sample keeps the larger share. Default false.</summary>
    public bool Symmetric { get; set; }
}
