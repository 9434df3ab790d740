namespace Regimen;

/// <summary>How often the training data is passed through.</summary>
/// <param name="count">Epochs, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EpochsAttribute(int count) : Attribute
{
    /// <summary>Epochs, at least 1.</summary>
    public int Count { get; } = count;
}
