using System.Collections.Immutable;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Planning;

/// <summary>A result's place in memory.</summary>
internal sealed class Slot(string name, Shape shape, bool isOwned)
{
    /// <summary>Unique, in camel case.</summary>
    public string Name { get; } = name;

    /// <summary>Per sample.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>Whether libtorch allocates it (a convolution's result), so that it must be freed; otherwise it lies in the arena.</summary>
    public bool IsOwned { get; } = isOwned;

    /// <summary>The slot whose memory it uses, if not its own.</summary>
    public Slot? Shares { get; set; }

    /// <summary>Elements per sample before it in the arena.</summary>
    public long Offset { get; set; }

    /// <summary>The time at which it is first written.</summary>
    public int Start { get; set; } = int.MaxValue;

    /// <summary>The time at which it is last read.</summary>
    public int End { get; set; } = -1;

    /// <summary>The slot with the memory.</summary>
    public Slot Root => Shares is null ? this : Shares.Root;

    /// <summary>Notes a use.</summary>
    public Slot Use(int time)
    {
        for (var slot = this; slot is not null; slot = slot.Shares)
        {
            slot.Start = Math.Min(slot.Start, time);
            slot.End = Math.Max(slot.End, time);
        }

        return this;
    }
}

/// <summary>How a group is computed.</summary>
internal enum GroupKind
{
    /// <summary>A convolution, by libtorch.</summary>
    Convolution,

    /// <summary>A matrix product, by libtorch.</summary>
    Product,

    /// <summary>A reordering of an image to features.</summary>
    Flatten,

    /// <summary>Normalising and element-wise work, fused.</summary>
    Chain,

    /// <summary>An operation that has no fused form; libtorch's operators compute it.</summary>
    Operators,
}

/// <summary>Operations that are computed together, with the places of everything that they read and write.</summary>
internal sealed class Group(GroupKind kind, ImmutableArray<Operation> operations, int time)
{
    /// <summary>How it is computed.</summary>
    public GroupKind Kind { get; } = kind;

    /// <summary>In the order of computation.</summary>
    public ImmutableArray<Operation> Operations { get; } = operations;

    /// <summary>When its forward pass runs.</summary>
    public int Time { get; } = time;

    /// <summary>When its backward pass runs.</summary>
    public int BackwardTime { get; set; }

    /// <summary>The first operation.</summary>
    public Operation First => Operations[0];

    /// <summary>The last operation.</summary>
    public Operation Last => Operations[Operations.Length - 1];

    /// <summary>What it reads.</summary>
    public Slot Input { get; set; } = null!;

    /// <summary>What it makes.</summary>
    public Slot Output { get; set; } = null!;

    /// <summary>Second inputs, in the order of the operations that have one: a shortcut's value, or a dropout's mask.</summary>
    public List<Side> Sides { get; } = [];

    /// <summary>Whether it has a backward pass.</summary>
    public bool IsTrained => Upstream.Count > 0;

    /// <summary>All contributions to the gradient of the output.</summary>
    public List<Slot> Upstream { get; } = [];

    /// <summary>The gradient of the input, if it needs one.</summary>
    public Slot? InputGradient { get; set; }

    /// <summary>As <c>Conv2d → BatchNorm → ReLU</c>.</summary>
    public string Title => string.Join(" → ", Operations.Select(operation => operation.Title));
}

/// <summary>A second input of an operation in a chain.</summary>
/// <param name="Operation">Which one's.</param>
/// <param name="Slot">The value, or the mask.</param>
internal sealed record Side(Operation Operation, Slot Slot)
{
    /// <summary>The gradient, if it needs one.</summary>
    public Slot? Gradient { get; set; }
}

/// <summary>A parameter's place in the flat buffers.</summary>
internal sealed record PlacedParameter(Parameter Parameter, long Offset, bool Decays);

/// <summary>A running statistic's place in its flat buffer.</summary>
internal sealed record PlacedStatistic(Statistic Statistic, long Offset);

/// <summary>Everything that is decided before text is written.</summary>
internal sealed record Plan(
    NetworkGraph Network,
    ImmutableArray<Group> Groups,
    ImmutableArray<Slot> Slots,
    Slot Input,
    Slot Logits,
    Slot LogitsGradient,
    ImmutableArray<PlacedParameter> Parameters,
    ImmutableArray<PlacedStatistic> Statistics,
    long ArenaSize)
{
    /// <summary>Number of trained values.</summary>
    public long ParameterCount => Parameters.Sum(parameter => parameter.Parameter.Count);

    /// <summary>Number of values that decay; they lie first.</summary>
    public long DecayedCount => Parameters.Where(parameter => parameter.Decays).Sum(parameter => parameter.Parameter.Count);

    /// <summary>Floating-point operations per sample, forward.</summary>
    public long Flops => Network.Operations.Sum(operation => operation.Flops);

    /// <summary>Elements per sample of all results that libtorch allocates, if none of them shared memory.</summary>
    public long AllocatedSize => Slots.Where(slot => slot.IsOwned && slot.Shares is null).Sum(slot => slot.Shape.Count);

    /// <summary>Elements per sample that libtorch holds between forward and backward.</summary>
    public long OwnedSize => Slots.Where(slot => slot.IsOwned && slot.Shares is null && slot.Start < Groups.Length).Sum(slot => slot.Shape.Count);
}
