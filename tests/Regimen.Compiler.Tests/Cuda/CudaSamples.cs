using System.Collections.Concurrent;
using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Recipe.Updates;
using Regimen.Compiler.Rendering.Cuda;
using Regimen.Compiler.Tests.Networks;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>The repository's samples as programs for a device.</summary>
internal static class CudaSamples
{
    private static readonly ConcurrentDictionary<string, (StepPrograms Programs, CudaProgram Cuda)> Known = new();

    public static IReadOnlyList<string> All { get; } = ["FashionMlp", "FashionCnn", "FashionResNet"];

    public static TheoryData<string> Names => [.. All];

    public static (StepPrograms Programs, CudaProgram Cuda) Of(string sample) => Known.GetOrAdd(sample, name =>
    {
        var spec = SamplePrograms.Spec(name);
        return Of(spec, spec.Attributes.Select(UpdateRules.Of).First(rule => rule is not null)!);
    });

    public static (StepPrograms Programs, CudaProgram Cuda) Of(ExperimentSpec spec, IUpdateRule rule)
    {
        var programs = new StepPrograms(spec, new Tricks.Recipe(spec), rule);
        return (programs, CudaProgramRenderer.Render(programs, spec.Type.Name));
    }
}
