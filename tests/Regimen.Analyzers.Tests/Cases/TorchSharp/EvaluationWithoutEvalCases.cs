using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A module measured in training mode.</summary>
public sealed class EvaluationWithoutEvalCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } foreach (var b in batches) { right += [|net.call(b.X)|].argmax(1).eq(b.Y).sum().item<long>(); }"""),
            "'net' is measured in training mode, with dropout on and batch statistics; call 'net.eval()' before"),
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; for (var e = 0; e < 9; e++) { net.train(); foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } foreach (var b in batches) { right += [|net.call(b.X)|].argmax(1).eq(b.Y).sum().item<long>(); } }"""),
            "'net' is measured in training mode, with dropout on and batch statistics; call 'net.eval()' before"),
        ("REG6013", """
            static class Program
            {
                static void Run(Tensor x, Tensor y) { var net = Sequential(Linear(4, 8), BatchNorm1d(8), Linear(8, 2)); Console.WriteLine(Accuracy(net, x, y)); }
                static float Accuracy(Module<Tensor, Tensor> model, Tensor x, Tensor y) => 1;
                static float Evaluate(Module<Tensor, Tensor> model, Tensor x, Tensor y) { using var g = no_grad(); return [|model.call(x)|].argmax(1).eq(y).mean().item<float>(); }
                static void Show(Module<Tensor, Tensor> model, Tensor x, Tensor y) => Console.WriteLine(Evaluate(model, x, y));
            }
            """,
            "'model' is measured in training mode, with dropout on and batch statistics; call 'model.eval()' before"),
        // A method of the user's with the name of torch.nn's says nothing of the layers.
        ("REG6013", OwnFactory + Method("""var net = Mine.nn.Sequential(8); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } foreach (var b in batches) { right += [|net.call(b.X)|].argmax(1).eq(b.Y).sum().item<long>(); }"""),
            "'net' is measured in training mode, with dropout on and batch statistics; call 'net.eval()' before"),
        // The training data is called 'train'; other types have methods of the same name, and switch before.
        ("REG6013", Trainer("private ", "[|model.call(x)|]") + "class Judge { public Module<Tensor, Tensor> Net = Linear(4, 4); public float Accuracy() { Net.eval(); return Net.call(zeros(4)).argmax(1).item<float>(); } }",
            "'model' is measured in training mode, with dropout on and batch statistics; call 'model.eval()' before"),
        ("REG6013", Metrics + "class Judge { public Module<Tensor, Tensor> Net = Linear(4, 4); public float Accuracy() { Net.eval(); return Net.call(zeros(4)).argmax(1).item<float>(); } }\n"
            + "static class Program { static void Run(IEnumerable<Tensor> train) { var net = Sequential(Linear(4, 8), Dropout(0.5)); foreach (var x in train) { net.call(x).sum().backward(); } Console.WriteLine(Metrics.Accuracy(net, zeros(4), zeros(4))); } }",
            "'model' is measured in training mode, with dropout on and batch statistics; call 'model.eval()' before"),
        // A local function, of a training that its own callers prepare.
        ("REG6013", """
            static class Program
            {
                public static void Train(IEnumerable<Tensor> batches)
                {
                    var net = Sequential(Linear(4, 8), Dropout(0.5));
                    foreach (var x in batches)
                        net.call(x).sum().backward();
                    Console.WriteLine(Accuracy(net, zeros(4)));
                    static float Accuracy(Module<Tensor, Tensor> model, Tensor x) => [|model.call(x)|].argmax(1).item<float>();
                }
            }
            static class Other { static void Run(Module<Tensor, Tensor> net) { net.eval(); Program.Train([]); } }
            """,
            "'model' is measured in training mode, with dropout on and batch statistics; call 'model.eval()' before"),
    ];

    /// <summary>A type that trains and calls a method of its own that measures.</summary>
    private static string Trainer(string access, string call) => $$"""
        static class Trainer
        {
            public static void Run(IEnumerable<(Tensor X, Tensor Y)> train)
            {
                var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2));
                foreach (var (x, y) in train)
                    functional.cross_entropy(net.call(x), y).backward();
                Console.WriteLine(Accuracy(net, zeros(4), zeros(4)));
            }
            {{access}}static float Accuracy(Module<Tensor, Tensor> model, Tensor x, Tensor y) => {{call}}.argmax(1).eq(y).sum().item<float>();
        }

        """;

    private const string Metrics = "static class Metrics { public static float Accuracy(Module<Tensor, Tensor> model, Tensor x, Tensor y) => [|model.call(x)|].argmax(1).eq(y).sum().item<float>(); }\n";

    private const string OwnFactory = "static class Mine { public static class nn { public static Module<Tensor, Tensor> Sequential(int width) => torch.nn.Sequential(Linear(4, width), Dropout(0.5), Linear(width, 2)); } }\n";

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // A caller of the caller prepares it; so does an object that switches back when it is disposed, here or around the call.
        ("REG6013", Measured + "class Report(Module<Tensor, Tensor> net) { public void Print() => Console.WriteLine(Measured.Accuracy(net, zeros(4), zeros(4))); } static class Program { static void Run() { var net = Sequential(Linear(4, 8), Dropout(0.5)); net.eval(); using var g = no_grad(); new Report(net).Print(); } }"),
        ("REG6013", Guard + "static class Measured { public static float Accuracy(Module<Tensor, Tensor> model, Tensor x) { using var mode = new EvalMode(model); return model.call(x).argmax(1).item<float>(); } } static class Program { static void Run() { var net = Sequential(Linear(4, 8), Dropout(0.5)); Console.WriteLine(Measured.Accuracy(net, zeros(4))); } }"),
        ("REG6013", Guard + "static class Measured { public static float Accuracy(Module<Tensor, Tensor> model, Tensor x) { using var mode = EvalMode.Of(model); return model.call(x).argmax(1).item<float>(); } } static class Program { static void Run() { var net = Sequential(Linear(4, 8), Dropout(0.5)); Console.WriteLine(Measured.Accuracy(net, zeros(4))); } }"),
        ("REG6013", Guard + Measured + "static class Program { static void Run() { var net = Sequential(Linear(4, 8), Dropout(0.5)); using (new EvalMode(net)) Console.WriteLine(Measured.Accuracy(net, zeros(4), zeros(4))); } }"),
        // Given away: whoever calls it may have switched.
        ("REG6013", Measured + "class Fit { public void Run(Module<Tensor, Tensor> m, Func<Module<Tensor, Tensor>, Tensor, Tensor, float> measure) { m.eval(); using var g = no_grad(); measure(m, zeros(4), zeros(4)); m.train(); } } static class Program { static void Run() => new Fit().Run(Sequential(Linear(4, 8), Dropout(0.5)), Measured.Accuracy); }"),
        // Switched.
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } net.eval(); foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); }""")),
        // Switched with the other call.
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } net.train(false); foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); }""")),
        // Nothing in the network knows the difference.
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), ReLU(), Linear(8, 2)); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); }""")),
        // Another network than the trained one.
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); } foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); }""")),
        // The caller switches.
        ("REG6013", """
            static class Program
            {
                static void Run(Tensor x, Tensor y) { var net = Sequential(Linear(4, 8), BatchNorm1d(8), Linear(8, 2)); net.eval(); Console.WriteLine(Evaluate(net, x, y)); }
                static float Evaluate(Module<Tensor, Tensor> model, Tensor x, Tensor y) { using var g = no_grad(); return model.call(x).argmax(1).eq(y).mean().item<float>(); }
            }
            """),
        // The caller switches: in a nested type, or with the type's name.
        ("REG6013", """
            static class Program
            {
                static class Report { public static void Write(Module<Tensor, Tensor> net, Tensor x) { net.eval(); Console.WriteLine(Evaluate(net, x)); } }
                static readonly Module<Tensor, Tensor> Net = Sequential(Linear(4, 8), Dropout(0.5));
                private static float Evaluate(Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>();
            }
            """),
        ("REG6013", Analysis.Unmark(Metrics).Source + "static class Program { static void Run(Tensor x) { var net = Sequential(Linear(4, 8), Dropout(0.5)); net.eval(); Console.WriteLine(Metrics.Accuracy(net, x, x)); } }"),
        // As a base, a type need not be named.
        ("REG6013", """
            class Base { public static float Evaluate(Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>(); }
            class Middle : Base;
            class Last : Middle { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 8), Dropout(0.5)); public void Run(Tensor x) { net.eval(); Console.WriteLine(Evaluate(net, x)); } }
            """),
        // The caller's caller switches, and nothing between trains.
        ("REG6013", """
            class Tester
            {
                public void Report(Module<Tensor, Tensor> net, Tensor x) => Console.WriteLine(Evaluate(net, x));
                private float Evaluate(Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>();
            }
            static class Program { static void Run(Tensor x) { var net = Sequential(Linear(4, 8), Dropout(0.5)); net.eval(); new Tester().Report(net, x); } }
            """),
        // Given away: nobody knows who calls it.
        ("REG6013", """
            class Tester
            {
                readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 8), Dropout(0.5));
                public Func<Tensor, float> Measure => Evaluate;
                public void Run(Tensor x) => Console.WriteLine(Evaluate(x));
                private float Evaluate(Tensor x) => net.call(x).argmax(1).item<float>();
            }
            """),
        // Dropout in another example of the same project.
        ("REG6013", """
            static class Xor
            {
                public static void Run(Tensor x, Tensor y)
                {
                    var net = Sequential(Linear(2, 8), Tanh(), Linear(8, 1));
                    functional.mse_loss(net.call(x), y).backward();
                    Console.WriteLine(Test(net, x));
                }
                private static float Test(Module<Tensor, Tensor> model, Tensor x) => model.call(x).argmax(1).item<float>();
            }
            static class Digits { public static Module<Tensor, Tensor> Make() => Sequential(Linear(4, 8), Dropout(0.5)); }
            static class Program { static void Main() => Xor.Run(zeros(2), zeros(1)); }
            """),
        // Callers are not seen.
        ("REG6013", """
            public static class Library
            {
                public static Module<Tensor, Tensor> Make() => Sequential(Linear(4, 8), Dropout(0.5));
                public static float Evaluate(Module<Tensor, Tensor> model, Tensor x, Tensor y) => model.call(x).argmax(1).eq(y).mean().item<float>();
            }
            """),
        // A loop over time is part of the training.
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var sum = 0f; foreach (var b in batches) { var loss = zeros(1); for (var t = 0; t < 3; t++) { var z = net.call(b.X[t]).sum(); sum += z.item<float>(); loss += z; } loss.backward(); }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6013", Method("""
            var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2));
            var right = 0L;
            foreach (var b in batches)
            {
                net.call(b.X).sum().backward();
            }

            foreach (var b in batches)
                right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>();
            """),
            Method("""
            var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2));
            var right = 0L;
            foreach (var b in batches)
            {
                net.call(b.X).sum().backward();
            }

            net.eval();
            foreach (var b in batches)
                right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>();
            """)),
        // The next pass switches back.
        ("REG6013", Method("""
            var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2));
            var right = 0L;
            for (var epoch = 0; epoch < 9; epoch++)
            {
                net.train();
                foreach (var b in batches)
                    net.call(b.X).sum().backward();
                foreach (var b in batches)
                    right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>();
            }
            """),
            Method("""
            var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2));
            var right = 0L;
            for (var epoch = 0; epoch < 9; epoch++)
            {
                net.train();
                foreach (var b in batches)
                    net.call(b.X).sum().backward();
                net.eval();
                foreach (var b in batches)
                    right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>();
            }
            """)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // The next epoch would be trained in evaluation mode.
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; for (var e = 0; e < 9; e++) { foreach (var b in batches) { net.call(b.X).sum().backward(); } foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); } }""")),
        // So would the epochs where the switch stands before them.
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; net.train(); for (var e = 0; e < 9; e++) { foreach (var b in batches) { net.call(b.X).sum().backward(); } foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); } }""")),
        // A second training follows.
        ("REG6013", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; foreach (var b in batches) { net.call(b.X).sum().backward(); } foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); } foreach (var b in batches) { net.call(b.X).sum().backward(); }""")),
        // Callers may train again.
        ("REG6013", """
            class Trainer
            {
                readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 8), Dropout(0.5));
                public void Run(Tensor x, Tensor y) => Console.WriteLine(Test(x, y));
                float Test(Tensor x, Tensor y) { using var off = no_grad(); return net.call(x).argmax(1).eq(y).mean().item<float>(); }
            }
            """),
    ];

    private const string Measured = "static class Measured { public static float Accuracy(Module<Tensor, Tensor> model, Tensor x, Tensor y) => model.call(x).argmax(1).eq(y).sum().item<float>(); }\n";

    private const string Guard = "sealed class EvalMode : IDisposable { readonly Module<Tensor, Tensor> model; readonly IDisposable grad; public EvalMode(Module<Tensor, Tensor> model) { this.model = model; model.eval(); grad = no_grad(); } public static EvalMode Of(Module<Tensor, Tensor> model) => new(model); public void Dispose() { grad.Dispose(); model.train(); } }\n";
}
