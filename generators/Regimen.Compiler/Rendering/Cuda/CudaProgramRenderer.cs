using Regimen.Compiler.Graph;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>Writes a program's kernels as one file of CUDA C, and says how they are launched.</summary>
internal static class CudaProgramRenderer
{
    /// <param name="programs">What the experiment does.</param>
    /// <param name="name">Of the experiment, for people.</param>
    public static CudaProgram Render(StepPrograms programs, string name)
    {
        var catalogue = new KernelCatalogue();
        var training = OnDevice(programs.Training, catalogue);
        var update = OnDevice(programs.Update, catalogue);
        var inference = OnDevice(programs.Inference, catalogue);

        var code = new CodeWriter();
        code.Line("// Written by Regimen's compiler from the declaration of " + name + ". Change the declaration, not this file.");
        code.Line("// REAL is what the program computes in; INDEX must count the elements of every value. No product is contracted with a sum but where");
        code.Line("// multiplyAdd says so: compile with --fmad=false.");
        code.Line(Prelude.Scalars);
        code.Line(Prelude.Joining.TrimEnd('\n'));
        catalogue.Write(code);
        return new CudaProgram(code.ToString(), catalogue.Kernels, training, update, inference);
    }

    private static CudaSchedule OnDevice(StepGraph graph, KernelCatalogue catalogue)
    {
        var schedule = Scheduler.Schedule(graph);
        return new CudaSchedule(
            schedule,
            MemoryPlan.Plan(schedule, inPlace: true),
            [.. schedule.Steps.Select(step => new CudaStep(step, step is KernelStep { Kernel: var kernel } ? catalogue.Add(kernel) : []))]);
    }
}
