using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Rendering.Cuda;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Tests.Formulas;
using Xunit.Abstractions;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>Whole steps with the kernels as they are rendered, run on the CPU, against the meaning of the formulas.</summary>
public sealed class StandInTests(ITestOutputHelper output)
{
    public static TheoryData<string> Samples => ["FashionMlp", "FashionCnn"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Kernels_of_samples_compute_what_the_formulas_mean(string sample) => Check(sample, CudaSamples.Of(sample), batch: 3);

    [Theory]
    [MemberData(nameof(CudaNetworks.Names), MemberType = typeof(CudaNetworks))]
    public void Kernels_of_every_layer_and_rule_compute_what_the_formulas_mean(string name) => Check(name, CudaNetworks.Of(name), batch: 8);

    private void Check(string name, (StepPrograms Programs, CudaProgram Cuda) subject, int batch)
    {
        var (programs, cuda) = subject;
        using var exact = new StandIn(cuda, isSingle: false);
        using var single = new StandIn(cuda, isSingle: true);
        foreach (var (what, graph, schedule) in ((string, StepGraph, CudaSchedule)[])
            [("update", programs.Update, cuda.Update), ("inference", programs.Inference, cuda.Inference), ("training", programs.Training, cuda.Training)])
        {
            var values = StepValues.Of(graph, batch, seed: 5);
            using var run = new DeviceRun(schedule, exact, batch, values, isSingle: false);
            using var reference = new DeviceRun(schedule, exact, batch, values, isSingle: false);
            using var rounded = new DeviceRun(schedule, single, batch, values, isSingle: true);
            foreach (var each in (DeviceRun[])[run, reference, rounded])
                each.Begin();
            var furthest = 0.0;
            foreach (var step in run.Steps)
                furthest = Math.Max(furthest, InFloat(run, reference, rounded, step));
            run.End();
            rounded.End();

            var expected = new Interpreter(batch, values).Evaluate([.. graph.Assignments.Select(assignment => assignment.Value)]);
            var made = graph.Assignments.Select(assignment => run.Get(assignment.Target)).ToArray();
            Assert.All(expected, value => Assert.DoesNotContain(double.NaN, value.Elements));
            for (var result = 0; result < expected.Length; result++)
                Numbers.Same([expected[result]], [made[result]], 1e-12, $"{what}, '{graph.Assignments[result].Target.Key}': ");
            output.WriteLine($"{name}, {what}: {run.Steps.Count(step => !step.Launches.IsEmpty)} kernels; in float at most {furthest:E1} from double");
        }
    }

    /// <summary>Runs a step, and besides that in float and in double on the same values, those of the run rounded to float.</summary>
    /// <returns>How far apart what these two make is, of the largest.</returns>
    private static double InFloat(DeviceRun run, DeviceRun reference, DeviceRun rounded, CudaStep step)
    {
        foreach (var storage in Schedule.Reads(step.Step).Concat(Schedule.Writes(step.Step)).Where(storage => !IsTable(storage)))
        {
            rounded.Put(storage, run.Get(storage));
            reference.Put(storage, rounded.Get(storage));
        }

        run.Run(step);
        if (step.Launches.IsEmpty)
            return 0;
        reference.Run(step);
        rounded.Run(step);
        var furthest = 0.0;
        foreach (var storage in Schedule.Writes(step.Step))
        {
            var (expected, made) = (reference.Get(storage), rounded.Get(storage));
            Numbers.Same([expected], [made], 5e-7, $"{step.Launches[0].Kernel} in float, '{storage.Key}': ");
            var scale = expected.Elements.Select(Math.Abs).Append(1).Max();
            furthest = Math.Max(furthest, expected.Elements.Zip(made.Elements, (x, y) => Math.Abs(x - y) / scale).Max());
        }

        return furthest;
    }

    private static bool IsTable(Storage storage) => storage.Type.Rank > 0 && storage.Type.Axes[0] == Extent.Rows;
}
