using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Scheduling;

/// <summary>Where a value lies: in an arena at an offset, or in the memory of another value that it takes over.</summary>
/// <param name="Offset">Elements before it: per sample in the arena of the batch, else in the fixed one.</param>
/// <param name="Takes">The value whose memory it takes when that is read for the last time; or none.</param>
internal sealed record Place(long Offset, Storage? Takes = null);

/// <summary>
/// Statically known lives, and places so that no two values that live at once overlap. A pass may write into what it reads for the last time,
/// if each turn of its loops reads there only what it writes.
/// </summary>
internal sealed class MemoryPlan
{
    /// <summary>Places begin at multiples of this many elements: 64 bytes of singles.</summary>
    private const long Alignment = 16;

    private readonly Schedule schedule;
    private readonly Dictionary<string, (int First, int Last)> lives = [];
    private readonly Dictionary<string, Place> places = [];
    private readonly Dictionary<string, int> ends = [];

    private MemoryPlan(Schedule schedule) => this.schedule = schedule;

    /// <summary>Elements per sample of the batch's arena.</summary>
    public long PerSample { get; private set; }

    /// <summary>Elements of the fixed arena.</summary>
    public long Fixed { get; private set; }

    /// <summary>Places and lives for a schedule.</summary>
    /// <param name="schedule">The steps.</param>
    /// <param name="inPlace">Whether passes may write into what they read.</param>
    public static MemoryPlan Plan(Schedule schedule, bool inPlace)
    {
        var plan = new MemoryPlan(schedule);
        plan.Live();
        if (inPlace)
            plan.TakeOver();
        foreach (var storage in schedule.Storages.Where(storage => plan.lives.ContainsKey(storage.Key)))
        {
            var owner = plan.OwnerOf(storage).Key;
            plan.ends[owner] = Math.Max(plan.ends.TryGetValue(owner, out var end) ? end : -1, plan.lives[storage.Key].Last);
        }

        plan.PerSample = plan.Allocate(storage => storage.Type.Count.PerSample);
        plan.Fixed = plan.Allocate(storage => !storage.Type.Count.PerSample);
        return plan;
    }

    /// <summary>The first and the last step that a value is written or read at.</summary>
    public (int First, int Last) LifeOf(Storage storage) => lives[storage.Key];

    /// <summary>Where a value of an arena lies; null for the library's own memory.</summary>
    public Place? PlaceOf(Storage storage) => places.TryGetValue(storage.Key, out var place) ? place : null;

    /// <summary>The value that owns the memory.</summary>
    public Storage OwnerOf(Storage storage)
    {
        while (places.TryGetValue(storage.Key, out var place) && place.Takes is { } taken)
            storage = taken;
        return storage;
    }

    /// <summary>The last step that needs the memory that a value owns.</summary>
    public int EndOf(Storage owner) => ends.TryGetValue(owner.Key, out var end) ? end : -1;

    private static bool IsPlanned(Storage storage) => storage.Home is Home.Arena or Home.Library;

    private static long Elements(Storage storage) => storage.Type.Count.Count * (storage.Type.Element == ElementType.Double ? 2 : 1);

    private void Live()
    {
        for (var at = 0; at < schedule.Steps.Length; at++)
        {
            foreach (var storage in Schedule.Reads(schedule.Steps[at]).Concat(Schedule.Writes(schedule.Steps[at])))
                lives[storage.Key] = lives.TryGetValue(storage.Key, out var life) ? (life.First, at) : (at, at);
        }

        // Results are read when the program is over.
        foreach (var storage in schedule.Storages.Where(storage => schedule.Results.Contains(storage.Key) && lives.ContainsKey(storage.Key)))
            lives[storage.Key] = (lives[storage.Key].First, schedule.Steps.Length);
    }

    private void TakeOver()
    {
        for (var at = 0; at < schedule.Steps.Length; at++)
        {
            if (schedule.Steps[at] is not KernelStep { Kernel: var kernel })
                continue;
            var taken = new HashSet<string>();
            foreach (var target in kernel.Stores.Select(store => store.Target).Distinct())
            {
                if (target.Home != Home.Arena || !target.Type.Count.PerSample || lives[target.Key].First != at)
                    continue;
                var source = kernel.Loads.Select(load => load.Source).FirstOrDefault(source => !taken.Contains(source.Key) && MayTake(kernel, target, source, at));
                if (source is null)
                    continue;
                taken.Add(source.Key);
                places[target.Key] = new Place(0, source);
            }
        }
    }

    private bool MayTake(Kernel kernel, Storage target, Storage source, int at)
    {
        if (!IsPlanned(source) || source.Type.Element != target.Type.Element || source.Type.Count != target.Type.Count || lives[source.Key].Last != at)
            return false;

        // The library's own tensors have one shape, and someone else may live in that memory too, and longer.
        var owner = OwnerOf(source);
        if (owner.Home == Home.Library && owner.Type.Axes != target.Type.Axes)
            return false;
        if (schedule.Storages.Any(other => other.Key != source.Key && lives.TryGetValue(other.Key, out var life) && life.Last >= at && IsPlanned(other) && OwnerOf(other).Key == owner.Key && life.First <= at))
            return false;
        var written = kernel.Stores.Where(store => store.Target.Key == target.Key).Select(store => store.Address).ToArray();
        return kernel.Loads.Where(load => load.Source.Key == source.Key).All(load => load.Row is null && load.Bounds.IsEmpty && written.Contains(load.Address))
            && !kernel.Reductions.Any();
    }

    private long Allocate(Func<Storage, bool> belongs)
    {
        var placed = new List<(long Offset, long Size, int First, int Last)>();
        long end = 0;
        var owners = schedule.Storages
            .Where(storage => storage.Home == Home.Arena && belongs(storage) && lives.ContainsKey(storage.Key) && PlaceOf(storage)?.Takes is null)
            .OrderByDescending(Elements).ThenBy(storage => lives[storage.Key].First).ThenBy(storage => storage.Key, StringComparer.Ordinal);
        foreach (var storage in owners)
        {
            var size = (Elements(storage) + Alignment - 1) / Alignment * Alignment;
            var (first, last) = (lives[storage.Key].First, EndOf(storage));
            long offset = 0;
            foreach (var other in placed.Where(other => other.First <= last && first <= other.Last).OrderBy(other => other.Offset))
            {
                if (other.Offset >= offset + size)
                    break;
                offset = Math.Max(offset, other.Offset + other.Size);
            }

            placed.Add((offset, size, first, last));
            places[storage.Key] = new Place(offset);
            end = Math.Max(end, offset + size);
        }

        return end;
    }
}
