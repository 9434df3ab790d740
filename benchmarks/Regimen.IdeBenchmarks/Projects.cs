using System.Globalization;

namespace Regimen.IdeBenchmarks;

/// <summary>Projects to build, as files by name; with <c>-p:Rules=true</c> they use the rules.</summary>
internal static class Projects
{
    /// <summary>Experiments of <see cref="HundredExperiments"/>.</summary>
    public const int Experiments = 100;

    /// <summary>Copies of the corpus in <see cref="TrainingCode"/>.</summary>
    private const int Copies = 10;

    /// <summary>A hundred experiments, with the generator.</summary>
    public static Dictionary<string, string> HundredExperiments()
    {
        var files = Enumerable.Range(0, Experiments).ToDictionary(number => string.Create(CultureInfo.InvariantCulture, $"Experiment{number}.cs"), Experiment);
        files.Add("Hundred.csproj", Project($"""
            <Reference Include="{Tools.Beside("Regimen.dll")}" />
            <Reference Include="{Tools.Beside("Regimen.Torch.dll")}" />
            <Analyzer Include="{Tools.Beside("Regimen.Compiler.dll")}" />
            <Analyzer Include="{Tools.Beside("Regimen.Generators.dll")}" />
            """, $"""
            <Analyzer Include="{Tools.Beside("Regimen.Analyzers.dll")}" />
            """));
        return files;
    }

    /// <summary>
    /// A project that is nothing but TorchSharp code: the tests' corpus ten times over, in namespaces of their own, with TorchSharp's public signatures.
    /// </summary>
    public static Dictionary<string, string> TrainingCode()
    {
        var tests = Repository.PathOf("tests", "Regimen.Analyzers.Tests", "TorchSharp");
        var files = Directory.GetFiles(Path.Combine(tests, "Surface"), "*.cs").ToDictionary(path => "Surface." + Path.GetFileName(path), File.ReadAllText);
        foreach (var path in Directory.GetFiles(Path.Combine(tests, "Corpus"), "*.cs"))
        {
            // A project has one file with top-level statements, which have no namespace to copy them into; one that imports itself would import the original.
            var text = File.ReadAllText(path);
            if (text.Split("\nnamespace ") is not [_, var body] || text.Contains("using static " + body.Split('.', ';', '\r', '\n')[0], StringComparison.Ordinal))
                continue;
            for (var copy = 0; copy < Copies; copy++)
                files.Add(string.Create(CultureInfo.InvariantCulture, $"Copy{copy}.{Path.GetFileName(path)}"), text.Replace("\nnamespace ", string.Create(CultureInfo.InvariantCulture, $"\nnamespace Copy{copy}."), StringComparison.Ordinal));
        }

        files.Add("Training.csproj", Project("", $"""
            <Analyzer Include="{Tools.Beside("Regimen.Compiler.dll")}" />
            <Analyzer Include="{Tools.Beside("Regimen.Analyzers.dll")}" />
            """));
        return files;
    }

    private static string Project(string items, string rules) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <NuGetAudit>false</NuGetAudit>
            <NoWarn>CS8981</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
          <ItemGroup Condition="'$(Rules)' == 'true'">
            {rules}
          </ItemGroup>
        </Project>
        """;

    /// <summary>An experiment that differs from the others in kind, width and depth: a perceptron, a convolutional or a residual network.</summary>
    private static string Experiment(int number)
    {
        var width = 16 + (8 * (number % 13));
        var depth = 2 + (number % 4);
        var layers = (number % 3) switch
        {
            0 => $"Flatten(), {Repeat(depth, $"Linear({width}, bias: false), BatchNorm(), ReLU()")}, Linear(10)",
            1 => $"Block({width}), {Repeat(depth - 1, $"Block({2 * width})")}, GlobalAveragePool2d(), Linear(10)",
            _ => $"Conv2d({width}, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU(), {Repeat(depth, $"Residual(Sequential(Block({width}), Conv2d({width}, kernel: 3, padding: 1, bias: false), BatchNorm())), ReLU()")}, GlobalAveragePool2d(), Linear(10)",
        };
        return string.Create(CultureInfo.InvariantCulture, $$"""
            using Regimen;
            using static Regimen.Layers;

            namespace Hundred;

            [Experiment(Seed = {{number}})]
            [Data<FashionMnist>(BatchSize = {{32 * (1 + (number % 4))}})]
            [Epochs({{5 + number}})]
            [Sgd(LearningRate = 0.{{1 + (number % 5)}}, Momentum = 0.9, Nesterov = {{(number % 2 == 0 ? "true" : "false")}}), WeightDecay(5e-4)]
            [Warmup(Epochs = 1), CosineDecay]
            [LabelSmoothing(0.1){{(number % 2 == 0 ? ", Mixup(0.2)" : "")}}]
            public partial class Experiment{{number}}
            {
                private static Layer Network() => Sequential({{layers}});

                private static Layer Block(int channels) => Sequential(
                    Conv2d(channels, kernel: 3, padding: 1, bias: false), BatchNorm(), ReLU());
            }
            """);
    }

    private static string Repeat(int count, string layers) => string.Join(", ", Enumerable.Repeat(layers, count));
}
