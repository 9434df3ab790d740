namespace Regimen;

/// <summary>Whether each epoch visits the training data in a new random order. On without this attribute.</summary>
/// <param name="enabled">False keeps the order of the files.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ShuffleAttribute(bool enabled = true) : Attribute
{
    /// <summary>Whether the order changes.</summary>
    public bool Enabled { get; } = enabled;
}
