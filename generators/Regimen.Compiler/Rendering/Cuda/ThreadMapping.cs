using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>
/// Which threads run which loops of a kernel. Flat: threads stride along the lanes. Lanes: a thread has a lane and strides along the turns of
/// the other loops, those of reductions inside. Units: the threads along x share a turn, and stride along its lanes for each sweep; a block has
/// one turn, or a turn per warp where the lanes are as few.
/// </summary>
internal sealed class ThreadMapping
{
    private const int Warp = 32;
    private const int Threads = 256;

    private readonly Kernel kernel;

    public ThreadMapping(Kernel kernel)
    {
        this.kernel = kernel;
        var nest = kernel.Nest;
        Lane = nest.Lane;
        (Outer, Inner) = nest.Form switch
        {
            KernelForm.Flat => ([], []),
            KernelForm.Lanes when !kernel.Reductions.Any(reduction => reduction.Over.Meets(nest.RowLoops)) => (nest.Units.AddRange(nest.Rows), []),
            _ => (nest.Units, nest.Rows),
        };
        InnerLoops = LoopsOf(Inner) | (IsShared ? nest.LaneLoops : LoopSet.None);
        ThreadLoops = nest.Form == KernelForm.Lanes ? nest.LaneLoops : LoopSet.None;
        Turns = TensorType.Product(Outer.Select(group => group.Size));
        Shape = Launch();
    }

    /// <summary>The loops whose turns the grid strides along.</summary>
    public ImmutableArray<LoopGroup> Outer { get; }

    /// <summary>The loops that a thread runs through within a turn, without the lanes.</summary>
    public ImmutableArray<LoopGroup> Inner { get; }

    /// <summary>The lanes; none for a single value.</summary>
    public LoopGroup? Lane { get; }

    /// <summary>Whether the threads along x share a turn.</summary>
    public bool IsShared => kernel.Nest.Form == KernelForm.Units;

    /// <summary>Whether threads stride along the lanes and there are no other loops.</summary>
    public bool IsFlat => kernel.Nest.Form == KernelForm.Flat;

    /// <summary>What changes within a turn.</summary>
    public LoopSet InnerLoops { get; }

    /// <summary>What is fixed for a thread.</summary>
    public LoopSet ThreadLoops { get; }

    /// <summary>The turns of the outer loops.</summary>
    public Extent Turns { get; }

    /// <summary>How the kernel is launched.</summary>
    public LaunchShape Shape { get; }

    /// <summary>The loops of some groups.</summary>
    public static LoopSet LoopsOf(IEnumerable<LoopGroup> groups) => groups.Aggregate(LoopSet.None, (set, group) => set | group.Loops);

    private LaunchShape Launch()
    {
        var lanes = Lane?.Size ?? Extent.One;
        var x = lanes.PerSample ? Threads : (int)Math.Min(Threads, (lanes.Count + Warp - 1) / Warp * Warp);
        var joins = !kernel.Partials.IsEmpty;
        if (IsFlat)
            return Shared(new LaunchShape(new GridAxis(lanes, x, joins ? 256 : 4_096), GridAxis.One, x, 1, 0));
        if (IsShared)
        {
            var units = x == Warp && Outer.Length > 0 ? Threads / Warp : 1;
            return Shared(new LaunchShape(GridAxis.One, new GridAxis(Turns, units, joins ? 256 : 65_535), x, units, 0));
        }

        var rows = Outer.IsEmpty ? 1 : Threads / x;
        var perThread = joins ? 16 : Inner.IsEmpty ? 4 : 1;
        return Shared(new LaunchShape(new GridAxis(lanes, x, int.MaxValue), new GridAxis(Turns, (long)rows * perThread, joins ? 128 : 65_535), x, rows, 0));
    }

    /// <summary>With the shared memory that the joins of the prelude take.</summary>
    private LaunchShape Shared(LaunchShape shape)
    {
        var bytes = 0;
        if (IsShared && shape.BlockX > Warp && kernel.Reductions.Any(reduction => reduction.Over.Meets(kernel.Nest.LaneLoops)))
            bytes = 2 * sizeof(double) * (shape.BlockX / Warp);
        foreach (var partial in kernel.Partials)
            bytes = Math.Max(bytes, PartialWriter.PartsOf(partial) * sizeof(double) * shape.BlockX * shape.BlockY);
        return shape with { SharedBytes = bytes };
    }
}
