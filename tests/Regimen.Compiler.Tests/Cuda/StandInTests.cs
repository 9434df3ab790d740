using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Rendering.Cuda;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Tests.Formulas;
using Xunit.Abstractions;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>Whole steps with the kernels as they are rendered, run on the CPU, against the meaning of the formulas.</summary>
public sealed class StandInTests(ITestOutputHelper output)
{
    private const int Batch = 3;

    public static TheoryData<string> Samples => ["FashionMlp", "FashionCnn"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Kernels_compute_what_the_formulas_mean(string sample)
    {
        var (programs, cuda) = CudaSamples.Of(sample);
        using var exact = new StandIn(cuda, isSingle: false);
        using var single = new StandIn(cuda, isSingle: true);
        foreach (var (what, graph, schedule) in ((string, StepGraph, CudaSchedule)[])
            [("update", programs.Update, cuda.Update), ("inference", programs.Inference, cuda.Inference), ("training", programs.Training, cuda.Training)])
        {
            var values = StepValues.Of(graph, Batch, seed: 5);
            using var run = new DeviceRun(schedule, exact, Batch, values, isSingle: false);
            using var rounded = new DeviceRun(schedule, single, Batch, values, isSingle: true);
            run.Begin();
            rounded.Begin();
            var furthest = 0.0;
            foreach (var step in run.Steps)
                furthest = Math.Max(furthest, Both(run, rounded, step));
            run.End();
            rounded.End();

            var expected = new Interpreter(Batch, values).Evaluate([.. graph.Assignments.Select(assignment => assignment.Value)]);
            var made = graph.Assignments.Select(assignment => run.Get(assignment.Target)).ToArray();
            for (var result = 0; result < expected.Length; result++)
                Numbers.Same([expected[result]], [made[result]], 1e-12, $"{what}, '{graph.Assignments[result].Target.Key}': ");
            output.WriteLine($"{sample}, {what}: {run.Steps.Count(step => !step.Launches.IsEmpty)} kernels; in float at most {furthest:E1} from double");
        }
    }

    /// <summary>Runs a step in double, and in float on the same values, rounded.</summary>
    /// <returns>How far apart what they make is, of the largest.</returns>
    private static double Both(DeviceRun run, DeviceRun rounded, CudaStep step)
    {
        foreach (var storage in Schedule.Reads(step.Step).Concat(Schedule.Writes(step.Step)).Where(storage => !IsTable(storage)))
            rounded.Put(storage, run.Get(storage));
        run.Run(step);
        if (step.Launches.IsEmpty)
            return 0;
        rounded.Run(step);
        var furthest = 0.0;
        foreach (var storage in Schedule.Writes(step.Step))
        {
            var (expected, made) = (run.Get(storage), rounded.Get(storage));
            Numbers.Same([expected], [made], 2e-6, $"{step.Launches[0].Kernel} in float, '{storage.Key}': ");
            var scale = expected.Elements.Select(Math.Abs).Append(1).Max();
            furthest = Math.Max(furthest, expected.Elements.Zip(made.Elements, (x, y) => Math.Abs(x - y) / scale).Max());
        }

        return furthest;
    }

    private static bool IsTable(Storage storage) => storage.Type.Rank > 0 && storage.Type.Axes[0] == Extent.Rows;
}
