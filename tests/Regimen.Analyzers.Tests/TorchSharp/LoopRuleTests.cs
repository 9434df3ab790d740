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

    [Theory]
    [InlineData("while (true) { loss.backward(); optimizer.step(); }")]
    [InlineData("for (;;) { rand(2).backward(; optim.SGD().step(; }")]
    [InlineData("foreach (var x in ) { using var scope = NewDisposeScope(; total += x.sum().backward( }")]
    [InlineData("foreach (var x in new[] { rand(1) }) { Unknown(x).backward(); x.backward(); nothing.zero_grad(); nn.eval(); return x. }")]
    [InlineData("static Tensor F() { using var s = NewDisposeScope(); return ; } F().backward();")]
    public async Task Nothing_throws_on_half_written_code(string statements) => await Analysis.Run(TorchSharpReference.Compile(Usings + statements));
}
