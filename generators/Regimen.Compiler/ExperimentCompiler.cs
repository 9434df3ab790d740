using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Recipe.Updates;
using Regimen.Compiler.Rendering.CSharp;

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
        var rule = spec.Attributes.Select(UpdateRules.Of).First(candidate => candidate is not null)!;
        var programs = new StepPrograms(spec, recipe, rule);
        var network = new NetworkRenderer(programs, "Network", trivially: false);
        var twin = new NetworkRenderer(programs, "Twin", trivially: true);
        var frame = new FileFrame(spec);
        var networkText = network.Network();
        var twinText = twin.Network();
        return new[]
        {
            new GeneratedFile(spec.Type.HintName + ".g.cs", new ExperimentRenderer(spec, recipe, programs, network, frame).Render()),
            new GeneratedFile(spec.Type.HintName + ".Network.g.cs", frame.NetworkFile(code => code.Line(ProgramRenderer.Render(spec, recipe, programs) + "\n" + networkText.TrimEnd('\n')))),
            new GeneratedFile(spec.Type.HintName + ".Kernels.g.cs", frame.NetworkFile(code => code.Line(network.Kernels().TrimEnd('\n')))),
            new GeneratedFile(spec.Type.HintName + ".Twin.g.cs", frame.NetworkFile(code => code.Line(twinText + "\n" + twin.Kernels().TrimEnd('\n')))),
        }.ToEquatableArray();
    }
}
