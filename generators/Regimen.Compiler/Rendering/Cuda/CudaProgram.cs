using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>What a kernel is given in one place of its parameters.</summary>
/// <param name="Name">What its text calls it.</param>
/// <param name="Type">The type of the parameter.</param>
internal abstract record CudaArgument(string Name, string Type);

/// <summary>A value in memory: its first element.</summary>
internal sealed record CudaMemory(string Name, string Type, Storage Storage) : CudaArgument(Name, Type);

/// <summary>A number of the run: where it lies on the device, so that a captured launch reads it anew.</summary>
internal sealed record CudaNumber(string Name, string Type, string Key) : CudaArgument(Name, Type);

/// <summary>A number of elements that the kernel computes with.</summary>
internal sealed record CudaCount(string Name, double Value) : CudaArgument(Name, "double");

/// <summary>A length or a stride; one that depends on the batch is the same for all launches of a captured program.</summary>
internal sealed record CudaSize(string Name, Extent Value) : CudaArgument(Name, "int");

/// <summary>Memory for partial results, [chunks, parts, count] doubles: nothing before the launch, read by the join that follows it.</summary>
/// <param name="Name">What the text calls it.</param>
/// <param name="Number">Which of the kernel's joined values, from 0.</param>
/// <param name="Parts">1, or 3 for moments: how many, their mean, their squared deviations.</param>
/// <param name="Count">Elements of the joined value.</param>
/// <param name="Chunks">How many partial results of each element there are.</param>
internal sealed record CudaPartial(string Name, int Number, int Parts, Extent Count, CudaChunks Chunks) : CudaArgument(Name, "double*")
{
    /// <summary>Doubles for a batch.</summary>
    public long ElementsAt(long samples) => Chunks.At(samples) * Parts * Count.At(samples);
}

/// <summary>The number of chunks whose partial results a join reads.</summary>
internal sealed record CudaChunkCount(string Name, CudaChunks Chunks) : CudaArgument(Name, "int");

/// <summary>What has a partial result of its own, as axes of a launch.</summary>
[Flags]
internal enum ChunkAxes
{
    None = 0,
    GridX = 1,
    GridY = 2,
    BlockX = 4,
    BlockY = 8,
}

/// <summary>The number of chunks of a launch.</summary>
internal sealed record CudaChunks(LaunchShape Shape, ChunkAxes Axes)
{
    /// <summary>For a batch.</summary>
    public long At(long samples) =>
        (Axes.HasFlag(ChunkAxes.GridX) ? Shape.GridX.At(samples) : 1)
        * (Axes.HasFlag(ChunkAxes.GridY) ? Shape.GridY.At(samples) : 1)
        * (Axes.HasFlag(ChunkAxes.BlockX) ? Shape.BlockX : 1)
        * (Axes.HasFlag(ChunkAxes.BlockY) ? Shape.BlockY : 1);
}

/// <summary>Blocks along an axis of a grid: enough for a number of turns, up to a limit; the kernel's loops do the rest.</summary>
/// <param name="Count">Turns.</param>
/// <param name="Per">Turns that a block should do.</param>
/// <param name="Most">The most blocks.</param>
internal sealed record GridAxis(Extent Count, long Per, long Most)
{
    public static GridAxis One { get; } = new(Extent.One, 1, 1);

    /// <summary>For a batch; at least 1.</summary>
    public long At(long samples) => Math.Max(1, Math.Min(Most, (Count.At(samples) + Per - 1) / Per));
}

/// <summary>How a kernel is launched. Threads along x are whole warps.</summary>
/// <param name="GridX">Blocks along the lanes.</param>
/// <param name="GridY">Blocks along the turns.</param>
/// <param name="BlockX">Threads along the lanes, a multiple of 32.</param>
/// <param name="BlockY">Turns that a block does at once.</param>
/// <param name="SharedBytes">Shared memory of a block.</param>
internal sealed record LaunchShape(GridAxis GridX, GridAxis GridY, int BlockX, int BlockY, int SharedBytes);

/// <summary>A launch of a kernel.</summary>
/// <param name="Kernel">Its name.</param>
/// <param name="Arguments">In the order of its parameters.</param>
/// <param name="Shape">Grid, block and shared memory.</param>
internal sealed record CudaLaunch(string Kernel, ImmutableArray<CudaArgument> Arguments, LaunchShape Shape);

/// <summary>A step of a schedule on the device.</summary>
/// <param name="Step">What it does.</param>
/// <param name="Launches">In order; none for what a library does.</param>
internal sealed record CudaStep(ScheduledStep Step, ImmutableArray<CudaLaunch> Launches);

/// <summary>A program's steps, and where its values lie.</summary>
internal sealed record CudaSchedule(Schedule Schedule, MemoryPlan Plan, ImmutableArray<CudaStep> Steps);

/// <summary>A kernel.</summary>
/// <param name="Name">The name of its function, with C linkage.</param>
/// <param name="Parameters">The types of its parameters.</param>
internal sealed record CudaKernel(string Name, ImmutableArray<string> Parameters);

/// <summary>An experiment's CUDA C and how it is run.</summary>
/// <param name="Text">
/// One file, which needs no header. <c>REAL</c> is float or double, <c>INDEX</c> the type of positions: int, unless a value has 2³¹ elements or
/// more. To be compiled without contraction of products and sums (<c>--fmad=false</c>).
/// </param>
/// <param name="Kernels">The functions in it, those that join partial results included.</param>
/// <param name="Training">Input, forward, loss, backward.</param>
/// <param name="Update">New weights from the gradients.</param>
/// <param name="Inference">Logits from the input.</param>
internal sealed record CudaProgram(string Text, ImmutableArray<CudaKernel> Kernels, CudaSchedule Training, CudaSchedule Update, CudaSchedule Inference);
