namespace Regimen.Lanes;

/// <summary>A chunk of a kernel's units, and the memory of what the kernel joins over units; null where it joins nothing.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly unsafe struct Chunk<T>
    where T : unmanaged
{
    internal Chunk(T* lanes, double* sums, long firstUnit)
    {
        Lanes = lanes;
        Sums = sums;
        FirstUnit = firstUnit;
    }

    /// <summary>[rows, lanes]: what is joined per lane.</summary>
    public readonly T* Lanes;

    /// <summary>[sums]: what is joined over the lanes too.</summary>
    public readonly double* Sums;

    /// <summary>The chunk's first unit.</summary>
    public readonly long FirstUnit;
}
