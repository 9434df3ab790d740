namespace Regimen.Lanes;

/// <summary>How a value of one chunk is joined with that of the next.</summary>
public enum PartialKind
{
    /// <summary>Added; begins with 0.</summary>
    Sum,

    /// <summary>The larger; begins with −∞.</summary>
    Max,

    /// <summary>Two rows, mean and sum of squared deviations, merged by Chan's formula; both begin with 0.</summary>
    Moments,
}
