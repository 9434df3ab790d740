using Microsoft.CodeAnalysis;
using Regimen.Compiler.Parsing;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Shapes;

/// <summary>Experiments inside other types and under every accessibility.</summary>
public sealed class NestingTests
{
    [Fact]
    public void In_the_global_namespace() => GeneratorRunner.Run(Projects.Net()).Has("Net");

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("interface")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("static class")]
    [InlineData("abstract class")]
    [InlineData("readonly struct")]
    public void Inside_a_partial_type(string kind)
    {
        var modifiers = kind.Contains(' ') && !kind.StartsWith("record", StringComparison.Ordinal) ? kind.Split(' ')[0] + " " : "";
        var run = GeneratorRunner.Run(Wrap(
            $"namespace My.App;\n/// <summary>Around.</summary>\npublic {modifiers}partial {kind[modifiers.Length..]} Outer\n{{",
            "public partial class Net",
            "}"));
        run.Has("My.App.Outer.Net");
    }

    [Fact]
    public void Two_types_deep() => GeneratorRunner
        .Run(Wrap("namespace My.App;\ninternal static partial class Outer\n{\n    private partial interface IInner\n    {", "internal partial class Net", "    }\n}"))
        .Has("My.App.Outer.IInner.Net");

    [Fact]
    public void Beside_a_type_of_the_same_name_in_another_type() => GeneratorRunner
        .Run(
            Wrap("namespace My;\npublic partial class First\n{", "public partial class Net", "}"),
            Wrap("namespace My;\npublic partial class Second\n{", "public partial class Net", "}"))
        .Has("My.First.Net", "My.Second.Net");

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("")]
    public void Accessible_as_declared(string accessibility)
    {
        var run = GeneratorRunner.Run(Projects.Net(accessibility + " partial class Net")).Has("Net");
        Assert.Contains($"{(accessibility.Length > 0 ? accessibility : "internal")} partial class Net", run["Net.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("protected internal")]
    [InlineData("private protected")]
    [InlineData("internal")]
    [InlineData("")]
    public void Accessible_as_declared_inside_a_type(string accessibility) => GeneratorRunner
        .Run(Wrap("namespace My;\n/// <summary>Around.</summary>\npublic partial class Outer\n{", accessibility + " partial class Net", "}"))
        .Has("My.Outer.Net");

    [Fact]
    public void Sealed() => GeneratorRunner.Run(Projects.Net("internal sealed partial class Net")).Has("Net");

    [Fact]
    public void On_data_nested_in_the_experiment() => GeneratorRunner
        .Run(Projects.Net(body: """
            private static Layer Network() => Sequential(Flatten(), Linear(3));

            [ImageData(Channels = 1, Height = 4, Width = 4, Classes = 3)]
            private sealed class Mine : IDataSource
            {
                public static ImageDataSet Open() => throw new NotSupportedException();
            }
            """).Replace("Data<Digits>", "Data<Net.Mine>", StringComparison.Ordinal))
        .Has("Net");

    [Fact]
    public void On_data_that_is_a_type_argument_of_a_generic_type() => GeneratorRunner
        .Run(Projects.Net(body: "private static Layer Network() => Sequential(Flatten(), Linear(3));").Replace("Data<Digits>", "Data<@event.Of<int[]>>", StringComparison.Ordinal), """
            namespace @event;

            [Regimen.ImageData(Channels = 1, Height = 4, Width = 4, Classes = 3)]
            internal readonly struct Of<T> : Regimen.IDataSource
            {
                public static Regimen.ImageDataSet Open() => throw new NotSupportedException();
            }
            """)
        .Has("Net");

    [Theory]
    [InlineData("partial class Program\n{", "private sealed partial class Net", "}", "Program.Net")]
    [InlineData("", "internal sealed partial class Program", "", "Program")]
    public void Beside_top_level_statements(string before, string declaration, string after, string name) => GeneratorRunner
        .Run(Projects.With(Projects.ParseOptions, Projects.Options.WithOutputKind(OutputKind.ConsoleApplication), Projects.Data, Wrap("Console.WriteLine();\n" + before, declaration, after)))
        .Has(name);

    [Fact]
    public void Another_part_of_the_class_of_top_level_statements_must_be_partial()
    {
        var project = Projects.With(
            Projects.ParseOptions, Projects.Options.WithOutputKind(OutputKind.ConsoleApplication), Projects.Data, Wrap("Console.WriteLine();\nclass Program\n{", "partial class Net", "}"));
        var type = project.GetTypeByMetadataName("Program+Net")!;
        Assert.Contains(ExperimentParser.Parse(type, project, CancellationToken.None).Findings, finding => finding.Rule.Id == "REG0002");
    }

    private static string Wrap(string before, string declaration, string after) => $$"""
        using Regimen;
        using static Regimen.Layers;
        {{before}}
        [Experiment, Data<Digits>, Epochs(2), Sgd]
        {{declaration}}
        {
            private static Layer Network() => Sequential(Flatten(), Linear(10));
        }
        {{after}}
        """;
}
