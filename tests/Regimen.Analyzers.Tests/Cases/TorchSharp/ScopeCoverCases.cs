using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A scope frees what is made while it is open, and nothing else; and a fix may open one where nobody keeps what it would free.</summary>
public sealed class ScopeCoverCases : TorchSharpCases
{
    private const string Message = "The tensors of this loop, such as 'functional.mse_loss(model.call(b.X), b.…', wait for the garbage collector; begin its body with 'using var scope = torch.NewDisposeScope();'";

    private const string Train = "optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step();";

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        // Opened inside an if, behind the forward pass, in a block that is closed, in a loop, in a lambda.
        ("REG6008", Loop($"{Train} if (++i % 100 == 0) {{ using var scope = NewDisposeScope(); Console.WriteLine(model.call(x).sum().item<float>()); }}", "[|foreach|]"), Message),
        ("REG6008", Loop($"{Train} using var scope = NewDisposeScope(); Console.WriteLine(model.call(x).sum().item<float>());", "[|foreach|]"), Message),
        ("REG6008", Loop($"using (NewDisposeScope()) {{ i += (int)b.X.sum().item<float>(); }} {Train}", "[|foreach|]"), Message),
        ("REG6008", Loop($"{Train} for (var k = 0; k < 3; k++) {{ using var scope = NewDisposeScope(); Console.WriteLine(b.X.sum().item<float>()); }}", "[|foreach|]"), Message),
        ("REG6008", Loop($"{Train} Func<float> later = () => {{ using var scope = NewDisposeScope(); return b.X.sum().item<float>(); }};", "[|foreach|]"), Message),
        ("REG6008", Loop($"if (i > 0) {{ var scope = NewDisposeScope(); scope.Dispose(); }} {Train}", "[|foreach|]"), Message),
        ("REG6008", Loop($"{Train} switch (i) {{ case 1: {{ using var scope = NewDisposeScope(); break; }} }}", "[|foreach|]"), Message),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6008", Loop($"using var scope = NewDisposeScope(); {Train} if (++i % 100 == 0) {{ using var inner = NewDisposeScope(); }}")),
        ("REG6008", Loop($"if (i >= 0) {{ using var scope = NewDisposeScope(); {Train} }}")),
        ("REG6008", Loop($"var scope = NewDisposeScope(); try {{ {Train} }} finally {{ scope.Dispose(); }}")),
        ("REG6008", Loop($"using (var scope = NewDisposeScope()) {{ {Train} }} if (++i % 100 == 0) Console.WriteLine(i);")),
        ("REG6008", Method($"DisposeScope? scope = null; foreach (var b in batches) {{ scope?.Dispose(); scope = NewDisposeScope(); {Train} }}")),
        ("REG6008", Method($"using var scope = NewDisposeScope(); var i = 0; foreach (var b in batches) {{ {Train} if (++i % 10 == 0) scope.DisposeEverything(); }}")),
        ("REG6008", Loop($"{Train} if (++i % 10 == 0) GC.Collect();")),
        ("REG6008", "sealed class OwnScope : IDisposable { readonly DisposeScope scope = NewDisposeScope(); public void Dispose() => scope.Dispose(); }\n" + Loop($"using var own = new OwnScope(); {Train}")),
        ("REG6008", Loop("optimizer.zero_grad(); var output = model.call(b.X); var loss = functional.mse_loss(output, b.Y); loss.backward(); optimizer.step(); output?.Dispose(); loss.Dispose();")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        // The project's own forward, loss and metrics get the tensors and keep none.
        Fix("class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 2); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) { var y = fc.call(x); return y.relu(); } }", "Net net", "net.forward(b.X).sum().backward();"),
        Fix("class Net : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 2); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => Inner(x); Tensor Inner(Tensor x) => fc.call(x); }", "Net net", "net.call(b.X).sum().backward();"),
        Fix("static class Losses { public static Tensor Of(Tensor x, Tensor y) { var parts = new List<Tensor>(); parts.Add(x - y); return stack(parts).pow(2).mean(); } }", "Module<Tensor, Tensor> net", "Losses.Of(net.call(b.X), b.Y).backward();"),
        Fix("static class Metrics { public static float Of(Tensor x, Tensor y) { x = x.argmax(1); return x.eq(y).sum().item<float>(); } }", "Module<Tensor, Tensor> net", "var output = net.call(b.X); output.sum().backward(); Console.WriteLine(Metrics.Of(output, b.Y));"),
        Fix("class Pair : Module<Tensor, Tensor, Tensor> { public Pair() : base(\"Pair\") { } public override Tensor forward(Tensor x, Tensor y) => (x * y).sum(); }", "Pair net", "net.call(b.X, b.Y).backward();"),
        Fix("static class Steps { public static (Tensor Loss, float Value) Of(Tensor output, Tensor target) { var loss = functional.mse_loss(output, target); return (loss, loss.item<float>()); } }", "Module<Tensor, Tensor> net", "var (loss, value) = Steps.Of(net.call(b.X), b.Y); loss.backward();"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // Kept by forward, by a cache, by a list in a field, by an object, by what is not known.
        ("REG6008", Kept("class Net : Module<Tensor, Tensor> { Tensor? state; public Net() : base(\"Net\") { } public override Tensor forward(Tensor x) { state = state is null ? x : state + x; return state; } }", "Net net", "net.call(b.X).sum().backward();")),
        ("REG6008", Kept("class Net : Module<Tensor, Tensor> { Tensor? mask; public Net() : base(\"Net\") { } public override Tensor forward(Tensor x) { mask ??= ones_like(x); return x * mask; } }", "Net net", "net.forward(b.X).sum().backward();")),
        ("REG6008", Kept("static class Log { static readonly List<Tensor> All = new(); public static void Note(Tensor loss) => All.Add(loss); }", "Module<Tensor, Tensor> net", "var loss = net.call(b.X).sum(); loss.backward(); Log.Note(loss);")),
        ("REG6008", Kept("sealed record Seen(Tensor Loss); static class Log { static Seen? last; public static void Note(Tensor loss) { var seen = new Seen(loss); last = seen; } }", "Module<Tensor, Tensor> net", "var loss = net.call(b.X).sum(); loss.backward(); Log.Note(loss);")),
        ("REG6008", Kept("interface ILog { void Note(Tensor loss); }", "Module<Tensor, Tensor> net, ILog log", "var loss = net.call(b.X).sum(); loss.backward(); log.Note(loss);")),
        ("REG6008", Kept("static class Log { static Action? later; public static void Note(Tensor loss) { var copy = loss; later = () => Console.WriteLine(copy.item<float>()); } }", "Module<Tensor, Tensor> net", "var loss = net.call(b.X).sum(); loss.backward(); Log.Note(loss);")),
    ];

    private static string Loop(string statements, string keyword = "foreach") => Method($"var i = 0; {keyword} (var b in batches) {{ {statements} }}");

    private static (string Id, string Bad, string Fixed) Fix(string types, string parameters, string statements) => ("REG6008", Kept(types, parameters, statements), Kept(types, parameters, "using var scope = NewDisposeScope(); " + statements));

    private static string Kept(string types, string parameters, string statements) => $$"""
        {{types}}
        static class Program
        {
            static void Run({{parameters}}, optim.Optimizer optimizer, IEnumerable<(Tensor X, Tensor Y)> batches)
            {
                foreach (var b in batches) { {{statements}} optimizer.step(); optimizer.zero_grad(); }
            }
        }
        """;
}
