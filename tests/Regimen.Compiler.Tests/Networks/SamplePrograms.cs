using System.Reflection;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Recipe.Updates;
using Regimen.Testing;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>The samples of the repository as formulas.</summary>
internal static class SamplePrograms
{
    private const string Data = """
        namespace Regimen;
        [ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10)]
        public sealed class FashionMnist : IDataSource { public static ImageDataSet Open() => null!; }
        """;

    /// <summary>The experiment of a sample's class, from the sample's own source.</summary>
    public static ExperimentSpec Spec(string sample)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Samples/{sample}.cs")!);
        return TestCompilation.Of(reader.ReadToEnd(), Data).Parse("FashionMnistSample." + sample).Spec!;
    }

    /// <summary>What an experiment does, as graphs.</summary>
    public static StepPrograms Programs(ExperimentSpec spec) =>
        new(spec, new Tricks.Recipe(spec), spec.Attributes.Select(UpdateRules.Of).First(rule => rule is not null)!);

    /// <summary>What a program leaves behind.</summary>
    public static Formula[] Roots(this StepGraph graph) => [.. graph.Assignments.Select(assignment => assignment.Value)];
}
