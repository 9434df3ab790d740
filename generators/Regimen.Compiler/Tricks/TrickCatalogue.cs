namespace Regimen.Compiler.Tricks;

/// <summary>Every attribute that the compiler knows, in the order in which their hooks run. A new trick adds its line here and its file beside this one.</summary>
internal static class TrickCatalogue
{
    /// <summary>All tricks.</summary>
    public static IReadOnlyList<Trick> All { get; } =
    [
        new ExperimentTrick(),
        new DataTrick(),
        new EpochsTrick(),
        new ShuffleTrick(),
        new NormalizeTrick(),
        new MixupTrick(),
        new LabelSmoothingTrick(),
        new LinearScalingTrick(),
        new WarmupTrick(),
        new CosineDecayTrick(),
        new WeightDecayTrick(),
        new SgdTrick(),
    ];
}
