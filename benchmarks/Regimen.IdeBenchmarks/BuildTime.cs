using System.Diagnostics;
using System.Globalization;

namespace Regimen.IdeBenchmarks;

/// <summary>What the rules add to the build of a project full of experiments.</summary>
/// <param name="Without">Seconds of <c>dotnet build</c> with the generator alone.</param>
/// <param name="With">Seconds with the rules too.</param>
internal sealed record BuildTime(double Without, double With)
{
    /// <summary>How many experiments the project has.</summary>
    public const int Experiments = 100;

    /// <summary>The share that the rules add, in percent.</summary>
    public double Percent => 100 * ((With / Without) - 1);

    /// <summary>Medians over builds in alternation, after one of each to warm up.</summary>
    public static BuildTime Measure(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("regimen-ide-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Hundred.csproj"), Project());
            File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
            for (var number = 0; number < Experiments; number++)
                File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"Experiment{number}.cs")), Experiment(number));
            Build(folder, rules: false, "--restore");
            Build(folder, rules: true);
            var times = Enumerable.Range(0, rounds).Select(_ => (Without: Build(folder, rules: false), With: Build(folder, rules: true))).ToArray();
            return new BuildTime(Tools.Median(times.Select(time => time.Without)), Tools.Median(times.Select(time => time.With)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Build(string folder, bool rules, string restore = "--no-restore")
    {
        var start = Stopwatch.GetTimestamp();
        var (output, code) = Tools.Run("dotnet", ["build", .. restore == "--no-restore" ? new[] { restore } : [], "--no-incremental", "--nologo", "--verbosity", "quiet", "-p:Rules=" + (rules ? "true" : "false")], folder);
        var time = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return code == 0 ? time : throw new InvalidOperationException("The project does not build:\n" + output);
    }

    private static string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Tools.Beside("Regimen.dll")}" />
            <Reference Include="{Tools.Beside("Regimen.Torch.dll")}" />
            <Analyzer Include="{Tools.Beside("Regimen.Compiler.dll")}" />
            <Analyzer Include="{Tools.Beside("Regimen.Generators.dll")}" />
            <Analyzer Include="{Tools.Beside("Regimen.Analyzers.dll")}" Condition="'$(Rules)' == 'true'" />
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
