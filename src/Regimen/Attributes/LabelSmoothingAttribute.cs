namespace Regimen;

/// <summary>Softens the training target: (1 − ε)·onehot + ε/K (Szegedy et al. 2016; PyTorch's <c>label_smoothing</c>). Validation loss stays plain cross-entropy.</summary>
/// <param name="epsilon">ε in [0, 1). Default 0.1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LabelSmoothingAttribute(double epsilon = 0.1) : Attribute
{
    /// <summary>ε in [0, 1).</summary>
    public double Epsilon { get; } = epsilon;
}
