namespace Regimen;

/// <summary>Scales the declared rate with the batch: η = declared · B / <see cref="ReferenceBatch"/> (Goyal et al. 2017).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LinearScalingAttribute : Attribute
{
    /// <summary>The batch size for which the rate was declared. Default 256.</summary>
    public int ReferenceBatch { get; set; } = 256;
}
