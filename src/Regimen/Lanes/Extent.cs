namespace Regimen.Lanes;

/// <summary>Whether lanes are read and written all sixteen, or the first of them: a type, so that the JIT compiles a kernel for either.</summary>
public interface IExtent
{
    /// <summary>Whether counts are sixteen without looking.</summary>
    static abstract bool IsFull { get; }
}

/// <summary>All sixteen lanes, whatever count is given.</summary>
public readonly struct Full : IExtent
{
    /// <inheritdoc/>
    public static bool IsFull => true;
}

/// <summary>As many lanes as the count says, from 0 to 16. A constant count of sixteen costs nothing.</summary>
public readonly struct Part : IExtent
{
    /// <inheritdoc/>
    public static bool IsFull => false;
}
