using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Scheduling;

/// <summary>A step of a program.</summary>
/// <param name="Site">Where it belongs, for comments and names.</param>
internal abstract record ScheduledStep(Site? Site);

/// <summary>A call of a library.</summary>
/// <param name="Call">What.</param>
/// <param name="Operands">Where its operands lie, in its order.</param>
/// <param name="Result">Where its result goes.</param>
internal sealed record LibraryStep(LibraryCall Call, ImmutableArray<Storage> Operands, Storage Result, Site? Site) : ScheduledStep(Site);

/// <summary>Rows added at positions: <see cref="ScatterAdd"/>.</summary>
internal sealed record ScatterStep(ScatterAdd Call, Storage Values, Storage Positions, Storage Result, Site? Site) : ScheduledStep(Site);

/// <summary>A pass of our own.</summary>
internal sealed record KernelStep(Kernel Kernel, Site? Site) : ScheduledStep(Site);

/// <summary>What a program does, in order.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="Storages">All values in memory, those that the schedule made included.</param>
/// <param name="Results">The keys of what is left behind.</param>
internal sealed record Schedule(ImmutableArray<ScheduledStep> Steps, ImmutableArray<Storage> Storages, ImmutableHashSet<string> Results)
{
    public static IEnumerable<Storage> Reads(ScheduledStep step) => step switch
    {
        LibraryStep call => call.Operands,
        ScatterStep scatter => [scatter.Values, scatter.Positions],
        KernelStep { Kernel: var kernel } => kernel.Loads.Select(load => load.Source).Distinct(),
        _ => [],
    };

    public static IEnumerable<Storage> Writes(ScheduledStep step) => step switch
    {
        LibraryStep call => [call.Result],
        ScatterStep scatter => [scatter.Result],
        KernelStep { Kernel: var kernel } => kernel.Stores.Select(store => store.Target).Concat(kernel.Partials.SelectMany(partial => partial.Targets)).Distinct(),
        _ => [],
    };
}
