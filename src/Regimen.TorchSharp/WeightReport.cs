namespace Regimen.TorchSharp;

/// <summary>What matched between an experiment and a module, by name.</summary>
/// <param name="Matched">Parameters and running statistics that both have, by the experiment's names, in network order.</param>
/// <param name="OnlyInExperiment">What the module lacks, or what the renaming left out, by the experiment's names.</param>
/// <param name="OnlyInModule">What the experiment lacks, by the module's names. Batch normalisations' <c>num_batches_tracked</c> is not counted: with a momentum nothing depends on it.</param>
public sealed record WeightReport(IReadOnlyList<string> Matched, IReadOnlyList<string> OnlyInExperiment, IReadOnlyList<string> OnlyInModule)
{
    /// <summary>Whether nothing is left over on either side.</summary>
    public bool IsComplete => OnlyInExperiment.Count == 0 && OnlyInModule.Count == 0;

    /// <summary>The report in a sentence.</summary>
    /// <returns>For example <c>12 matched; only in the module: head.weight, head.bias</c>.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Matched.Count} matched")
        + (OnlyInExperiment.Count > 0 ? "; only in the experiment: " + string.Join(", ", OnlyInExperiment) : "")
        + (OnlyInModule.Count > 0 ? "; only in the module: " + string.Join(", ", OnlyInModule) : "");
}
