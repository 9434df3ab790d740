using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.TorchSharp;

/// <summary>What the cases of single rules over training loops cannot say.</summary>
public sealed class LoopRuleTests
{
    private const string Usings = """
        using System;
        using TorchSharp;
        using static TorchSharp.torch;

        """;

    [Fact]
    public async Task Top_level_statements_are_read_too()
    {
        var diagnostics = await Analysis.Run(TorchSharpReference.Compile(Usings + """
            var model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2));
            var optimizer = optim.Adam(model.parameters());
            var (x, y) = (randn(64, 4), randint(2, 64));
            for (var epoch = 0; epoch < 10; epoch++)
            {
                for (var i = 0; i < 10; i++)
                {
                    var loss = nn.functional.cross_entropy(model.call(x), y);
                    loss.backward();
                    optimizer.step();
                }
                model.eval();
                Console.WriteLine(model.call(x).argmax(1).eq(y).sum().item<long>());
            }
            no_grad();
            """));
        Assert.Equal(["REG6008", "REG6009", "REG6015", "REG6029"], diagnostics.Select(diagnostic => diagnostic.Id).Where(id => id.StartsWith("REG6", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Local_functions_of_top_level_statements_are_followed()
    {
        var diagnostics = await Analysis.Run(TorchSharpReference.Compile(Usings + """
            var model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2));
            var optimizer = optim.Adam(model.parameters());
            for (var epoch = 0; epoch < 10; epoch++)
            {
                Step(randn(64, 4));
                Test(randn(64, 4));
            }

            void Step(Tensor x)
            {
                using var scope = NewDisposeScope();
                model.call(x).sum().backward();
                optimizer.step();
            }

            void Test(Tensor x)
            {
                using var scope = NewDisposeScope();
                using var off = no_grad();
                model.eval();
                Console.WriteLine(model.call(x).sum().item<float>());
            }
            """));
        Assert.Equal(["REG6009", "REG6015"], diagnostics.Select(diagnostic => diagnostic.Id).Where(id => id.StartsWith("REG6", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>The declaration of the type of top-level statements is the file, with all other types in it: what those name is not what the statements do.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("class Other { public void Go(nn.Module<Tensor, Tensor> net) { net.eval(); net.call(zeros(4)); } }", true)]
    [InlineData("class Other { public Func<nn.Module<Tensor, Tensor>, Tensor, float> Accuracy => (net, x) => 1; public object Taken => Accuracy; }", true)]
    [InlineData("class Other { public static void Back(Tensor loss) => loss.backward(); }", true)]
    [InlineData("partial class Program { static void Prepare() => net.eval(); }", false)]
    public async Task Another_type_of_the_file_is_not_part_of_the_program(string type, bool isReported)
    {
        var statements = type.Contains("Program", StringComparison.Ordinal)
            ? "Prepare(); Show(Program.net, zeros(4));"
            : "var net = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5)); Show(net, zeros(4));";
        var diagnostics = await Analysis.Run(TorchSharpReference.Compile(Usings + $$"""
            {{statements}}
            static void Show(nn.Module<Tensor, Tensor> model, Tensor x) => Console.WriteLine(Accuracy(model, x));
            static float Accuracy(nn.Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>();
            {{type}}
            partial class Program { static nn.Module<Tensor, Tensor> net = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5)); }
            """));
        Assert.Equal(isReported, diagnostics.Any(diagnostic => diagnostic.Id == "REG6013"));
    }

    [Fact]
    public async Task An_evaluation_behind_the_training_is_read_in_top_level_statements_too()
    {
        const string Source = Usings + """
            var model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2));
            for (var i = 0; i < 10; i++)
                model.call(randn(64, 4)).sum().backward();
            for (var i = 0; i < 10; i++)
                Console.WriteLine(model.call(randn(64, 4)).argmax(1).sum().item<long>());
            """;
        var compilation = TorchSharpReference.Compile(Source);
        Assert.Equal(["REG6013", "REG6014"], (await Analysis.Run(compilation)).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.Contains("\nmodel.eval();\nfor (var i", await CodeFixing.FixFirst(compilation, "REG6013"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fix_finds_its_place_among_top_level_statements()
    {
        var fixedSource = await CodeFixing.FixFirst(TorchSharpReference.Compile(Usings + """
            var model = nn.Linear(4, 2);
            // Nothing here needs a gradient.
            no_grad();
            model.call(randn(1, 4));
            """), "REG6029");
        Assert.Equal(Usings + """
            var model = nn.Linear(4, 2);
            // Nothing here needs a gradient.
            using var noGrad = no_grad();
            model.call(randn(1, 4));
            """, fixedSource, ignoreLineEndingDifferences: true);
    }

    /// <summary>What does not compile, yet, is no call; its name is there all the same.</summary>
    [Theory]
    [InlineData("while (true) { optimizer.zero_grad(); var loss = Unknown(x); loss.backward(); optimizer.step(); }")]
    [InlineData("while (true) { optimizer.zero_grad(); nothing.backward(; optimizer.step(); }")]
    public async Task A_backward_that_does_not_compile_is_none_that_is_missing(string statements) => Assert.DoesNotContain(
        await Analysis.Run(TorchSharpReference.Compile(Usings + "var x = rand(2); var optimizer = optim.SGD(nn.Linear(2, 2).parameters(), 0.1); " + statements)), diagnostic => diagnostic.Id == "REG6035");

    [Theory]
    [InlineData("while (true) { loss.backward(); optimizer.step(); }")]
    [InlineData("for (;;) { rand(2).backward(; optim.SGD().step(; }")]
    [InlineData("foreach (var x in ) { using var scope = NewDisposeScope(; total += x.sum().backward( }")]
    [InlineData("foreach (var x in new[] { rand(1) }) { Unknown(x).backward(); x.backward(); nothing.zero_grad(); nn.eval(); return x. }")]
    [InlineData("static Tensor F() { using var s = NewDisposeScope(); return ; } F().backward();")]
    [InlineData("class C { void (Tensor x) { x.backward(); } } class D { void Run() { while (true) { this.(x); } } void ( { zero_grad(); }")]
    public async Task Nothing_throws_on_half_written_code(string statements) => await Analysis.Run(TorchSharpReference.Compile(Usings + statements));
}
