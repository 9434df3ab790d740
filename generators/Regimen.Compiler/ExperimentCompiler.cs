using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Emission;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Planning;

namespace Regimen.Compiler;

/// <summary>A file of generated source.</summary>
/// <param name="HintName">Its name, ending in <c>.g.cs</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record GeneratedFile(string HintName, string Text);

/// <summary>The whole way from a declaration to text. A pure function: no files, no clock, no network, no symbols.</summary>
public static class ExperimentCompiler
{
    /// <summary>Compiles an experiment.</summary>
    /// <returns>The generated files; none where the network can't be built, for the reasons in <see cref="GraphResult.Problems"/>.</returns>
    public static EquatableArray<GeneratedFile> Compile(ExperimentSpec spec)
    {
        if (GraphBuilder.Build(spec).Graph is not { } graph)
            return EquatableArray<GeneratedFile>.Empty;
        var recipe = new Tricks.Recipe(spec);
        var plan = Planner.Plan(Differentiator.Differentiate(graph), recipe.Decays);
        var context = new EmissionContext(spec, recipe, plan);
        return new[]
        {
            new GeneratedFile(spec.Type.HintName + ".g.cs", ProgramEmitter.Emit(context)),
            new GeneratedFile(spec.Type.HintName + ".Network.g.cs", NetworkEmitter.Emit(context)),
            new GeneratedFile(spec.Type.HintName + ".Kernels.g.cs", KernelsEmitter.Emit(context)),
        }.ToEquatableArray();
    }
}
