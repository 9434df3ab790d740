using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Regimen.Parity.Recipes;
using Regimen.Torch;

namespace Regimen.Parity;

/// <summary>The generated rate function against reference/schedule.py, at every step of many runs.</summary>
public sealed class ScheduleTests
{
    private static readonly int[] TotalSteps = [1, 2, 3, 7, 10, 97, 1_000];
    private static readonly int[] WarmupSteps = [0, 1, 2, 5, 9, 96, 400, 2_000];
    private static readonly double[] Floors = [0, 1e-3, 0.05];

    public static TheoryData<string> Recipes =>
        Subjects.Names([typeof(NesterovGradual), typeof(ConstantWarmupPerSample), typeof(ScaledSymmetric), typeof(SymmetricPerSample), typeof(Plain)]);

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Every_rate_of_every_run_agrees(string name)
    {
        var type = Subjects.Named(name);
        var recipe = new Recipe(type);
        using var experiment = ExperimentAccess.Create(type, KernelMode.Operators, ScalarType.Float64);
        var runs = Runs(recipe).ToArray();
        var peak = CaseWriter.PeakRate(experiment, recipe);
        var expected = Expected(runs.Select(run => new JsonObject
        {
            ["peak"] = peak,
            ["schedule"] = CaseWriter.Schedule(run.Total, Warmup(experiment, recipe, run.Warmup), recipe.CosineDecay is null ? null : run.Floor),
        }));

        foreach (var (run, rates) in runs.Zip(expected))
        {
            type.GetProperty("RateFloor")?.SetValue(experiment, run.Floor);
            Assert.Equal(run.Total, rates.Length);
            for (var step = 0; step < run.Total; step++)
                Assert.Equal(rates[step], RateAt(experiment, step, run.Total, run.Warmup), 1e-15);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 9)]
    public void A_decay_of_a_single_step_is_the_peak(int total, int warmup)
    {
        using var experiment = new NesterovGradual { RateFloor = 0.02 };
        Assert.Equal(experiment.LearningRate, experiment.RateAt(total - 1, total, warmup));
    }

    /// <summary>All combinations but those in which the cosine has a single step, for which its formula divides 0 by 0.</summary>
    private static IEnumerable<(int Total, int Warmup, double Floor)> Runs(Recipe recipe) =>
        from total in TotalSteps
        from warmup in recipe.Warmup is null ? [0] : WarmupSteps
        from floor in recipe.CosineDecay is null ? [0] : Floors
        where recipe.CosineDecay is null || total - 1 != warmup
        select (total, warmup, floor);

    private static (long, WarmupMode, double)? Warmup(Experiment experiment, Recipe recipe, int steps) =>
        recipe.Warmup is { } declared ? (steps, declared.Mode, ExperimentAccess.Scalar(experiment, "WarmupFactor", declared.Factor)) : null;

    private static double RateAt(Experiment experiment, long step, long total, long warmup) =>
        (double)experiment.GetType().GetMethod("RateAt", BindingFlags.Instance | BindingFlags.Public)!.Invoke(experiment, [step, total, warmup])!;

    private static double[][] Expected(IEnumerable<JsonObject> runs)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, new JsonArray([.. runs]).ToJsonString());
            return JsonSerializer.Deserialize<double[][]>(ReferenceProcess.Run("rates.py", [path]))!;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
