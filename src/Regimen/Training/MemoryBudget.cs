using System.Globalization;

namespace Regimen.Training;

/// <summary>Refuses to reserve more memory than there is: a system that lends it all the same ends the process later, without a word.</summary>
internal static class MemoryBudget
{
    /// <summary>Bytes of that many elements, which this machine could hold.</summary>
    /// <param name="count">Elements.</param>
    /// <param name="elementSize">Bytes of one.</param>
    /// <param name="what">What the memory is for, as in "memory for {what}".</param>
    /// <exception cref="InvalidOperationException">There is not that much memory, or the number overflows.</exception>
    public static long Demand(Int128 count, int elementSize, string what)
    {
        var bytes = count * elementSize;
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (bytes > available)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"Memory for {what} would take {(double)bytes / 1e9:N1} GB, but this process has {available / 1e9:N1} GB. Choose a smaller BatchSize or network."));
        }

        return (long)bytes;
    }
}
