namespace Regimen;

/// <summary>L2 decay λ of the weights of products and convolutions, added to the gradient as <c>torch.optim.SGD</c> does; never of biases nor of a normalisation's scale and shift, unless asked for.</summary>
/// <param name="rate">λ, at least 0. Default 5e-4.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WeightDecayAttribute(double rate = 5e-4) : Attribute
{
    /// <summary>λ, at least 0.</summary>
    public double Rate { get; } = rate;

    /// <summary>Decay biases too. Default false, which is nearly always right.</summary>
    public bool IncludeBias { get; set; }

    /// <summary>Decay the scale and shift of normalisations too. Default false, which is nearly always right.</summary>
    public bool IncludeNorm { get; set; }
}
