using Microsoft.CodeAnalysis;
using Regimen.Compiler;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests;

/// <summary>What is compiled ahead is an experiment like a user's, and the generator asks for it.</summary>
public sealed class FirstUseTests
{
    [Fact]
    public void The_generator_starts_it()
    {
        GeneratorRunner.Driver().RunGenerators(Projects.Of());
        Assert.True(FirstUse.IsStarted);
    }

    [Fact]
    public void Its_example_is_a_right_program()
    {
        var texts = ExperimentCompiler.Compile(FirstUse.Example()).Select(file => file.Text);
        var complaints = Projects.Of([.. texts, "internal sealed partial class Example { public static global::Regimen.ImageDataSet Open() => throw new NotSupportedException(); }"])
            .GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal("", string.Join("\n", complaints));
    }
}
