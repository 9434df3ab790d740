namespace Regimen;

/// <summary>Marks a partial class as an experiment: the compiler reads its other attributes and its <c>Network()</c> and generates the training program.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExperimentAttribute : Attribute
{
    /// <summary>Key of every random draw: initial weights, order, mixing, dropout. Default 1.</summary>
    public int Seed { get; set; } = 1;
}
