using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.TorchSharp;

/// <summary>Where the callers of a method that measures a module are looked for, in a project of several files.</summary>
public sealed class CallerTests
{
    private const string Usings = """
        using System;
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        """;

    private const string Metrics = Usings + """
        namespace Measures
        {
            public static class Metrics { public static float Accuracy(nn.Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>(); }
        }
        """;

    private const string Training = Usings + """
        static class Training { static void Run(Tensor x) { var net = Sequential(Linear(4, 8), Dropout(0.5)); net.call(x).sum().backward(); Console.WriteLine(Measures.Metrics.Accuracy(net, x)); } }
        """;

    /// <summary>A caller that switches before, by what its file calls the method.</summary>
    private static string Caller(string import, string method) => import + Usings + $$"""
        static class Caller { static void Run(nn.Module<Tensor, Tensor> net, Tensor x) { net.eval(); Console.WriteLine({{method}}(net, x)); } }
        """;

    [Theory]
    [InlineData("", "Measures.Metrics.Accuracy", false)]
    [InlineData("using static Measures.Metrics;\n", "Accuracy", false)]
    [InlineData("using M = Measures.Metrics;\n", "M.Accuracy", false)]
    [InlineData("global using static Measures.Metrics;\n", "Accuracy", false)]
    [InlineData("using Measures;\n", "Metrics.Accuracy", false)]
    [InlineData("using Measures;\n", "Other.Accuracy", true)]
    [InlineData("using static Other;\n", "Accuracy", true)]
    public async Task A_static_method_is_called_by_who_names_its_type(string import, string method, bool isReported)
    {
        const string Other = Usings + "public static class Other { public static float Accuracy(nn.Module<Tensor, Tensor> model, Tensor x) => 0; }";
        Assert.Equal(isReported, await Reports(Metrics, Training, Caller(import, method), Other));
    }

    [Fact]
    public async Task A_directive_of_another_file_counts_where_it_is_global()
    {
        Assert.False(await Reports(Metrics, Training, Caller("", "Accuracy"), "global using static Measures.Metrics;"));
        Assert.False(await Reports(Metrics, Training, Caller("", "M.Accuracy"), "global using M = Measures.Metrics;"));
    }

    [Theory]
    [InlineData("Print(net, x);", true)]
    [InlineData("net.eval(); Print(net, x);", false)]
    public async Task A_private_method_is_called_by_all_parts_of_its_type(string statements, bool isReported) => Assert.Equal(isReported, await Reports(
        Usings + "partial class Trainer { private float Accuracy(nn.Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>(); }",
        Usings + "partial class Trainer { void Print(nn.Module<Tensor, Tensor> net, Tensor x) => Console.WriteLine(Accuracy(net, x)); }",
        Usings + $$"""partial class Trainer { public void Run(Tensor x) { var net = Sequential(Linear(4, 8), Dropout(0.5)); {{statements}} } }""",
        Usings + "class Other { void Go(nn.Module<Tensor, Tensor> net, Tensor x) { net.eval(); Accuracy(net, x); } void Accuracy(nn.Module<Tensor, Tensor> net, Tensor x) { } }"));

    [Theory]
    [InlineData("Console.WriteLine(Accuracy(net, zeros(4)));", true)]
    [InlineData("net.eval(); Console.WriteLine(Accuracy(net, zeros(4)));", false)]
    public async Task A_local_function_is_called_by_the_statements_around_it(string statements, bool isReported) => Assert.Equal(isReported, await Reports(
        Usings + $$"""
            var net = Sequential(Linear(4, 8), Dropout(0.5));
            {{statements}}
            static float Accuracy(nn.Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>();
            """,
        Usings + "class Other { void Go(nn.Module<Tensor, Tensor> net, Tensor x) { net.eval(); Accuracy(net, x); } void Accuracy(nn.Module<Tensor, Tensor> net, Tensor x) { } }"));

    [Theory]
    [InlineData("Console.WriteLine(Accuracy(net, zeros(4)));", true)]
    [InlineData("net.eval(); Console.WriteLine(Accuracy(net, zeros(4)));", false)]
    public async Task A_private_method_of_the_program_is_called_by_its_statements(string statements, bool isReported) => Assert.Equal(isReported, await Reports(
        Usings + $"var net = Sequential(Linear(4, 8), Dropout(0.5));\n{statements}",
        Usings + "partial class Program { private static float Accuracy(nn.Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>(); }"));

    private static async Task<bool> Reports(params string[] sources) =>
        (await Analysis.Run(TorchSharpReference.Compile(sources))).Any(diagnostic => diagnostic.Id == "REG6013");
}
