namespace Regimen;

/// <summary>
/// Half a cosine over exactly what warm-up leaves of the run (Loshchilov and Hutter 2017): u = (t − W)/(T − 1 − W),
/// lr = floor + ½·(1 + cos πu)·(η − floor). The peak η is reached, and the floor is reached on the last step.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CosineDecayAttribute : Attribute
{
    /// <summary>The rate of the last step. Default 0.</summary>
    public double Floor { get; set; }
}
