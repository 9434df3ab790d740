namespace Regimen.Training;

/// <summary>What a parameter is for; decides how it starts and whether it decays.</summary>
public enum ParameterRole
{
    /// <summary>Weight of a product or convolution.</summary>
    Weight,

    /// <summary>Bias of a product or convolution.</summary>
    Bias,

    /// <summary>Scale of a normalisation; starts at 1.</summary>
    NormScale,

    /// <summary>Shift of a normalisation; starts at 0.</summary>
    NormShift,
}

/// <summary>A trained parameter's place in the flat buffers.</summary>
/// <param name="Name">As PyTorch's <c>state_dict</c> would name it: the path of positions, then <c>weight</c> or <c>bias</c>.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Shape">Its shape, in PyTorch's order.</param>
/// <param name="Offset">Elements before it in the flat buffers.</param>
/// <param name="InitialBound">Weights and biases start uniform in ± this.</param>
public sealed record ParameterInfo(string Name, ParameterRole Role, long[] Shape, long Offset, double InitialBound = 0)
{
    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => product * size);
}

/// <summary>A buffer that training updates but no gradient reaches: running means and variances.</summary>
/// <param name="Name">As PyTorch's <c>state_dict</c> would name it.</param>
/// <param name="Count">Number of elements.</param>
/// <param name="Offset">Elements before it in the flat buffer.</param>
/// <param name="Initial">The value it starts with.</param>
public sealed record BufferInfo(string Name, int Count, long Offset, float Initial);

/// <summary>All that a network stores, as the compiler laid it out, and what the stored numbers mean.</summary>
/// <param name="Network">Canonical text of the network; a checkpoint of another network is told by it.</param>
/// <param name="Recipe">What shapes a step and a schedule beside the settable numbers, a line each; a run is continued only under the recipe that it began with.</param>
/// <param name="Parameters">In network order; in memory [decayed | exempt].</param>
/// <param name="Buffers">In network order.</param>
/// <param name="OptimizerSlots">What the optimiser keeps per parameter, by name: <c>sgd.velocity</c>.</param>
public sealed record ModelLayout(string Network, string[] Recipe, ParameterInfo[] Parameters, BufferInfo[] Buffers, string[] OptimizerSlots)
{
    /// <summary>The fewest samples that the network can train on: 2 where a batch normalisation sees one value per sample and channel.</summary>
    public int LeastBatch { get; init; } = 1;

    /// <summary>How many images the data type declares for training; 0 where it does not say.</summary>
    public int TrainImages { get; init; }

    /// <summary>Number of trained values.</summary>
    public long ParameterCount => Parameters.Sum(parameter => parameter.Count);

    /// <summary>Number of buffered values.</summary>
    public long BufferCount => Buffers.Sum(buffer => (long)buffer.Count);
}
