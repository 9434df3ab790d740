using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Regimen.Generators;

namespace Regimen.IdeBenchmarks;

/// <summary>How long the generator takes between two keystrokes.</summary>
/// <param name="Edit">A rate of the experiment changed: its program is generated anew.</param>
/// <param name="Unrelated">Something in another file changed: nothing is generated.</param>
internal sealed record EditTime(double Edit, double Unrelated)
{
    private const string Rate = "LearningRate = 0.1";

    /// <summary>Medians in milliseconds over this many edits, after as many to warm up.</summary>
    public static EditTime Measure(string sample, int edits)
    {
        var source = Repository.Sample(sample);
        if (!source.Contains(Rate, StringComparison.Ordinal))
            throw new InvalidOperationException($"The sample {sample} has no '{Rate}' to edit.");
        var experiment = Parse("global using System;\n" + source, "experiment.cs");
        var other = Parse("class Other;", "other.cs");
        var project = CSharpCompilation.Create(
            "Edited", [experiment, other], Tools.References().Select(reference => MetadataReference.CreateFromFile(reference["/reference:".Length..])),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ExperimentGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)experiment.Options);
        driver = driver.RunGenerators(project);
        Demand(driver.GetRunResult().GeneratedTrees.Length > 0, "generated nothing");

        var changed = Times(edit => project.ReplaceSyntaxTree(experiment, Parse("global using System;\n" + source.Replace(Rate, string.Create(CultureInfo.InvariantCulture, $"LearningRate = 0.1{edit}"), StringComparison.Ordinal), "experiment.cs")));
        driver = driver.RunGenerators(project);
        var unrelated = Times(edit => project.ReplaceSyntaxTree(other, Parse(string.Create(CultureInfo.InvariantCulture, $"class Other{edit};"), "other.cs")));
        return new EditTime(changed, unrelated);

        double Times(Func<int, Compilation> edited) => Tools.Median(Enumerable.Range(1, 2 * edits).Select(edit =>
        {
            var compilation = edited(edit);
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Skip(edits));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path);

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException("The generator " + otherwise + ".");
    }
}
