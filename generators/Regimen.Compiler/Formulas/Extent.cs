namespace Regimen.Compiler.Formulas;

/// <summary>The length of an axis: a constant, or a constant number of elements for each sample of the batch.</summary>
/// <param name="Count">The constant.</param>
/// <param name="PerSample">Whether it is multiplied by the number of samples.</param>
internal readonly record struct Extent(long Count, bool PerSample)
{
    /// <summary>One element per sample.</summary>
    public static Extent Batch => new(1, true);

    /// <summary>An axis of one element, which broadcasts.</summary>
    public static Extent One => new(1, false);

    /// <summary>The rows of a table of the data: as many as an Int32 can tell apart. It is only ever gathered from, never run over.</summary>
    public static Extent Rows => new(int.MaxValue, false);

    /// <summary>Whether the axis has one element whatever the batch.</summary>
    public bool IsOne => Count == 1 && !PerSample;

    /// <summary>A constant length.</summary>
    public static implicit operator Extent(long count) => new(count, false);

    /// <summary>The length for a batch of <paramref name="samples"/>.</summary>
    public long At(long samples) => PerSample ? checked(Count * samples) : Count;

    /// <summary>As <c>64</c>, <c>B</c> or <c>196·B</c>.</summary>
    public override string ToString() => (Count, PerSample) switch
    {
        (_, false) => FormattableString.Invariant($"{Count}"),
        (1, true) => "B",
        _ => FormattableString.Invariant($"{Count}·B"),
    };
}
