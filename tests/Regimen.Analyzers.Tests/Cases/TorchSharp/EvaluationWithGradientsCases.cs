using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A module measured while gradients are recorded.</summary>
public sealed class EvaluationWithGradientsCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6014", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } net.eval(); foreach (var b in batches) { right += [|net.call(b.X)|].argmax(1).eq(b.Y).sum().item<long>(); }"""),
            "'net.call(b.X)' records a graph for gradients that nothing uses, in time and memory; begin with 'using var noGrad = torch.no_grad();'"),
        ("REG6014", """
            class Trainer
            {
                readonly Module<Tensor, Tensor> net = Linear(4, 8);
                public void Run(Tensor x, Tensor y) => Console.WriteLine(Test(x, y));
                float Test(Tensor x, Tensor y) { net.eval(); return [|net.call(x)|].argmax(1).eq(y).mean().item<float>(); }
            }
            """,
            "'net.call(x)' records a graph for gradients that nothing uses, in time and memory; begin with 'using var noGrad = torch.no_grad();'"),
        // What another type's method of the same name does is no matter.
        ("REG6014", """
            static class Trainer
            {
                public static void Run(Tensor x) { var net = Linear(4, 8); net.call(x).sum().backward(); Console.WriteLine(Test(net, x)); }
                private static float Test(Module<Tensor, Tensor> model, Tensor x) => [|model.call(x)|].argmax(1).mean().item<float>();
            }
            class Judge { public Module<Tensor, Tensor> Net = Linear(4, 4); public float Test(Tensor x) { using (no_grad()) { return Net.call(x).argmax(1).item<float>(); } } }
            """,
            "'model.call(x)' records a graph for gradients that nothing uses, in time and memory; begin with 'using var noGrad = torch.no_grad();'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // A caller of the caller prepares it; so does an object that switches back when it is disposed, here or around the call.
        ("REG6014", Measured + "class Report(Module<Tensor, Tensor> net) { public void Print() => Console.WriteLine(Measured.Accuracy(net, zeros(4), zeros(4))); } static class Program { static void Run() { var net = Sequential(Linear(4, 8), Dropout(0.5)); net.eval(); using var g = no_grad(); new Report(net).Print(); } }"),
        ("REG6014", Guard + "static class Measured { public static float Accuracy(Module<Tensor, Tensor> model, Tensor x) { using var mode = new EvalMode(model); return model.call(x).argmax(1).item<float>(); } } static class Program { static void Run() { var net = Sequential(Linear(4, 8), Dropout(0.5)); Console.WriteLine(Measured.Accuracy(net, zeros(4))); } }"),
        ("REG6014", Guard + "static class Measured { public static float Accuracy(Module<Tensor, Tensor> model, Tensor x) { using var mode = EvalMode.Of(model); return model.call(x).argmax(1).item<float>(); } } static class Program { static void Run() { var net = Sequential(Linear(4, 8), Dropout(0.5)); Console.WriteLine(Measured.Accuracy(net, zeros(4))); } }"),
        ("REG6014", Guard + Measured + "static class Program { static void Run() { var net = Sequential(Linear(4, 8), Dropout(0.5)); using (new EvalMode(net)) Console.WriteLine(Measured.Accuracy(net, zeros(4), zeros(4))); } }"),
        // Given away: whoever calls it may have switched.
        ("REG6014", Measured + "class Fit { public void Run(Module<Tensor, Tensor> m, Func<Module<Tensor, Tensor>, Tensor, Tensor, float> measure) { m.eval(); using var g = no_grad(); measure(m, zeros(4), zeros(4)); m.train(); } } static class Program { static void Run() => new Fit().Run(Sequential(Linear(4, 8), Dropout(0.5)), Measured.Accuracy); }"),
        // Off around it.
        ("REG6014", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } net.eval(); using (no_grad()) { foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); } }""")),
        // Off in it.
        ("REG6014", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } net.eval(); foreach (var b in batches) { using var off = inference_mode(); right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); }""")),
        // The caller switches them off.
        ("REG6014", """
            class Trainer
            {
                readonly Module<Tensor, Tensor> net = Linear(4, 8);
                public void Run(Tensor x, Tensor y) { using (no_grad()) { Console.WriteLine(Test(x, y)); } }
                float Test(Tensor x, Tensor y) { net.eval(); return net.call(x).argmax(1).eq(y).mean().item<float>(); }
            }
            """),
        // An attack needs the gradient of what it measures.
        ("REG6014", """
            class Trainer
            {
                readonly Module<Tensor, Tensor> net = Linear(4, 8);
                public void Run(Tensor x, Tensor y) => Console.WriteLine(Test(x, y));
                float Test(Tensor x, Tensor y) { net.call(x).sum().backward(); return net.call(x + x.grad!.sign()).argmax(1).eq(y).mean().item<float>(); }
            }
            """),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6014", Method("""
            var net = Linear(4, 8);
            var right = 0L;
            foreach (var b in batches)
                net.call(b.X).sum().backward();
            foreach (var b in batches)
            {
                right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>();
            }
            """),
            Method("""
            var net = Linear(4, 8);
            var right = 0L;
            foreach (var b in batches)
                net.call(b.X).sum().backward();
            foreach (var b in batches)
            {
                using var noGrad = no_grad();
                right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>();
            }
            """)),
        ("REG6014", """
            class Trainer
            {
                readonly Module<Tensor, Tensor> net = Linear(4, 8);

                public void Run(Tensor x, Tensor y) => Console.WriteLine(Test(x, y));

                float Test(Tensor x, Tensor y)
                {
                    net.eval();
                    return net.call(x).argmax(1).eq(y).mean().item<float>();
                }
            }
            """,
            """
            class Trainer
            {
                readonly Module<Tensor, Tensor> net = Linear(4, 8);

                public void Run(Tensor x, Tensor y) => Console.WriteLine(Test(x, y));

                float Test(Tensor x, Tensor y)
                {
                    using var noGrad = no_grad();
                    net.eval();
                    return net.call(x).argmax(1).eq(y).mean().item<float>();
                }
            }
            """),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // An expression has no first statement.
        ("REG6014", """
            class Trainer
            {
                readonly Module<Tensor, Tensor> net = Linear(4, 8);
                public void Run(Tensor x, Tensor y) => Console.WriteLine(Test(x, y));
                float Test(Tensor x, Tensor y) => net.call(x).argmax(1).eq(y).mean().item<float>();
            }
            """),
    ];

    private const string Measured = "static class Measured { public static float Accuracy(Module<Tensor, Tensor> model, Tensor x, Tensor y) => model.call(x).argmax(1).eq(y).sum().item<float>(); }\n";

    private const string Guard = "sealed class EvalMode : IDisposable { readonly Module<Tensor, Tensor> model; readonly IDisposable grad; public EvalMode(Module<Tensor, Tensor> model) { this.model = model; model.eval(); grad = no_grad(); } public static EvalMode Of(Module<Tensor, Tensor> model) => new(model); public void Dispose() { grad.Dispose(); model.train(); } }\n";
}
