namespace Regimen.Training;

/// <summary>How a checkpoint lies in a safetensors file. Its reader and its writer share nothing else.</summary>
internal static class CheckpointFormat
{
    /// <summary>Changes where an older reader would misunderstand a newer file.</summary>
    public const string Version = "2";

    /// <summary>Key of the version.</summary>
    public const string VersionKey = "regimen.format";

    /// <summary>Key of the network's canonical text.</summary>
    public const string NetworkKey = "regimen.network";

    /// <summary>Key of the recipe, a line each.</summary>
    public const string RecipeKey = "regimen.recipe";

    /// <summary>Key of the units that the position is counted in.</summary>
    public const string UnitsKey = "regimen.units";

    /// <summary>Key of the settable numbers.</summary>
    public const string SettingsKey = "regimen.settings";

    /// <summary>Key of the position.</summary>
    public const string PositionKey = "regimen.position";

    /// <summary>The unit's name for the images of the training split.</summary>
    public const string Images = "images";

    /// <summary>The unit's name for the samples of a step.</summary>
    public const string BatchSize = "batchSize";

    /// <summary>The tensor of the pixels' means per channel, float64.</summary>
    public const string MeanName = "normalization.mean";

    /// <summary>The tensor of the pixels' standard deviations per channel, float64.</summary>
    public const string DeviationName = "normalization.deviation";

    /// <summary>What the names of the optimiser's tensors begin with.</summary>
    public const string OptimizerPrefix = "optimizer.";

    /// <summary>The flat buffers that are saved; <see cref="StoredTensor.Flat"/> counts them.</summary>
    public static Torch.Tensor[] Flats(ModelState state) => [state.Values, state.Buffers, .. state.Slots];

    /// <summary>
    /// Every tensor of a network: parameters and running statistics under PyTorch's <c>state_dict</c> names, what the optimiser keeps under
    /// its own name, such as <c>optimizer.sgd.velocity.0.weight</c>.
    /// </summary>
    public static IEnumerable<StoredTensor> Tensors(ModelLayout layout)
    {
        foreach (var info in layout.Parameters)
            yield return new(info.Name, info.Shape, 0, info.Offset, info.Count);
        foreach (var info in layout.Buffers)
            yield return new(info.Name, [info.Count], 1, info.Offset, info.Count);
        for (var slot = 0; slot < layout.OptimizerSlots.Length; slot++)
        {
            foreach (var info in layout.Parameters)
                yield return new($"{OptimizerPrefix}{layout.OptimizerSlots[slot]}.{info.Name}", info.Shape, 2 + slot, info.Offset, info.Count);
        }
    }
}

/// <summary>A tensor of a checkpoint and its place in the state.</summary>
/// <param name="Name">In the file.</param>
/// <param name="Shape">In the file.</param>
/// <param name="Flat">Which flat buffer.</param>
/// <param name="Offset">Elements before it there.</param>
/// <param name="Count">Elements.</param>
internal sealed record StoredTensor(string Name, long[] Shape, int Flat, long Offset, long Count);
