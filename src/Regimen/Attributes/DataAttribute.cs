namespace Regimen;

/// <summary>The data set and how many samples make a batch.</summary>
/// <typeparam name="TData">A data type that declares its shape with <see cref="ImageDataAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DataAttribute<TData> : Attribute
    where TData : IDataSource
{
    /// <summary>Samples per optimiser step; the last batch of an epoch is smaller where it does not divide the data. Default 128.</summary>
    public int BatchSize { get; set; } = 128;
}
