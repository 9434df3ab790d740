namespace Regimen.Compiler.Planning;

/// <summary>Static memory: gives every slot its offset in one arena, so that slots which live at the same time don't overlap.</summary>
internal static class Allocator
{
    /// <summary>Offsets are multiples of this many elements, so that lanes never straddle more cache lines than they must.</summary>
    private const long Alignment = 16;

    /// <summary>Places all slots that have memory of their own in the arena, largest first, each at the lowest free offset.</summary>
    /// <returns>The arena's size, in elements per sample.</returns>
    public static long Allocate(IReadOnlyList<Slot> slots)
    {
        var placed = new List<Slot>();
        foreach (var slot in slots.Where(slot => !slot.IsOwned && slot.Shares is null).OrderByDescending(slot => slot.Shape.Count))
        {
            long offset = 0;
            foreach (var other in placed.Where(other => other.Start <= slot.End && slot.Start <= other.End).OrderBy(other => other.Offset))
            {
                if (offset + Size(slot) <= other.Offset)
                    break;
                offset = Math.Max(offset, other.Offset + Size(other));
            }

            slot.Offset = offset;
            placed.Add(slot);
        }

        foreach (var slot in slots.Where(slot => slot.Shares is not null))
            slot.Offset = slot.Root.Offset;
        return placed.Count == 0 ? 0 : placed.Max(slot => slot.Offset + Size(slot));
    }

    private static long Size(Slot slot) => (slot.Shape.Count + Alignment - 1) / Alignment * Alignment;
}
