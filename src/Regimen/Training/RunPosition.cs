namespace Regimen.Training;

/// <summary>Where a run stands: what a checkpoint must hold besides the weights.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Batch">Batches done of the current one.</param>
/// <param name="Step">Optimiser steps done in all.</param>
/// <param name="LossSum">Loss of the current epoch, summed over its samples so far.</param>
/// <param name="CorrectSum">λ-weighted number of right answers, likewise.</param>
/// <param name="RunningError">Exponentially weighted share of wrong answers.</param>
/// <param name="WarmupEnd">The step at which the warm-up was ended early, if it was.</param>
/// <param name="Rate">The last step's rate.</param>
internal readonly record struct RunPosition(
    int Epoch,
    int Batch,
    long Step,
    double LossSum,
    double CorrectSum,
    double RunningError,
    long? WarmupEnd,
    double Rate)
{
    /// <summary>Above this a double does not hold every whole number.</summary>
    private const double LargestWhole = 1L << 53;

    /// <summary>Sums of shares in floating point may pass their bound by this part of it.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Before the first step.</summary>
    public static RunPosition Start { get; } = new(0, 0, 0, 0, 0, 1, null, 0);

    /// <summary>The position for a checkpoint.</summary>
    public NamedNumbers ToNumbers()
    {
        var numbers = new NamedNumbers().Add("epoch", Epoch).Add("batch", Batch).Add("step", Step).Add("lossSum", LossSum).Add("correctSum", CorrectSum).Add("runningError", RunningError).Add("rate", Rate);
        return WarmupEnd is { } end ? numbers.Add("warmupEnd", end) : numbers;
    }

    /// <summary>Reads what <see cref="ToNumbers"/> gave.</summary>
    /// <param name="numbers">From a checkpoint.</param>
    /// <param name="units">What the position is counted in.</param>
    /// <param name="problem">Why no run can stand there; empty if one can.</param>
    public static RunPosition From(NamedNumbers numbers, RunUnits units, out string problem)
    {
        problem = "";
        string[] needed = [.. Start.ToNumbers().Names];
        if (needed.FirstOrDefault(name => !numbers.Has(name)) is { } missing)
            problem = $"it has no '{missing}'";
        else if (numbers.Names.FirstOrDefault(name => !needed.Contains(name) && name != "warmupEnd") is { } unknown)
            problem = $"'{unknown}' is unknown";
        if (problem.Length > 0)
            return Start;

        foreach (var (name, most) in new[] { ("epoch", int.MaxValue), ("batch", int.MaxValue), ("step", LargestWhole), ("warmupEnd", LargestWhole) })
        {
            if (numbers.Has(name) && !(numbers[name] >= 0 && numbers[name] <= most && numbers[name] == Math.Floor(numbers[name])))
            {
                problem = FormattableString.Invariant($"{name} is {numbers[name]}, which counts nothing");
                return Start;
            }
        }

        var position = new RunPosition(
            (int)numbers["epoch"],
            (int)numbers["batch"],
            (long)numbers["step"],
            numbers["lossSum"],
            numbers["correctSum"],
            numbers["runningError"],
            numbers.Has("warmupEnd") ? (long)numbers["warmupEnd"] : null,
            numbers["rate"]);
        problem = position.Problem(units) ?? "";
        return position;
    }

    /// <summary>Why no run can stand here; null if one can.</summary>
    private string? Problem(RunUnits units)
    {
        var steps = units.StepsPerEpoch;
        var seen = Math.Min((long)Batch * units.BatchSize, units.Images);
        if (Batch > steps)
            return FormattableString.Invariant($"batch {Batch} lies beyond the {steps} of an epoch ({units.Images} images in batches of {units.BatchSize})");
        if (Step != ((long)Epoch * steps) + Batch)
            return FormattableString.Invariant($"{Epoch} epochs of {steps} steps and {Batch} batches are not {Step} steps");
        if (!(CorrectSum >= -Rounding * seen && CorrectSum <= seen * (1 + Rounding)))
            return FormattableString.Invariant($"{CorrectSum} right answers of {seen} are impossible");
        if (seen == 0 && LossSum != 0)
            return FormattableString.Invariant($"an epoch without a batch has a loss of {LossSum}");
        if (!(RunningError >= -Rounding && RunningError <= 1 + Rounding))
            return FormattableString.Invariant($"a running training error of {RunningError} is no share");
        if (WarmupEnd > Step)
            return FormattableString.Invariant($"the warm-up ended at step {WarmupEnd}, but {Step} were taken");
        if (!(Rate >= 0))
            return FormattableString.Invariant($"a rate of {Rate} is negative");
        return Step == 0 && this != Start ? "it has taken no step, but is not at the start" : null;
    }
}
