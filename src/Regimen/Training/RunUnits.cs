namespace Regimen.Training;

/// <summary>What a run's position is counted in. Steps, sums and the schedule mean nothing under other units.</summary>
/// <param name="Images">Images of the training split.</param>
/// <param name="BatchSize">Samples per step.</param>
/// <param name="Recipe">What shapes step and schedule beside the settable numbers, a line each.</param>
internal sealed record RunUnits(int Images, int BatchSize, IReadOnlyList<string> Recipe)
{
    /// <summary>Steps of an epoch, the smaller last batch counted.</summary>
    public long StepsPerEpoch => ((long)Images + BatchSize - 1) / BatchSize;

    /// <summary>What differs from other units, a phrase each.</summary>
    public IEnumerable<string> Differences(RunUnits other)
    {
        if (Images != other.Images)
            yield return FormattableString.Invariant($"it trained on {Images} images, the training split has {other.Images}");
        if (BatchSize != other.BatchSize)
            yield return FormattableString.Invariant($"its batches had {BatchSize} samples, the experiment's have {other.BatchSize}");
        if (StepsPerEpoch != other.StepsPerEpoch)
            yield return FormattableString.Invariant($"its epochs had {StepsPerEpoch} steps, now they would have {other.StepsPerEpoch}");
        foreach (var line in Recipe.Except(other.Recipe))
            yield return $"it trained with {line}, which the experiment does not";
        foreach (var line in other.Recipe.Except(Recipe))
            yield return $"the experiment trains with {line}, which it did not";
    }
}
