using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A module that goes on training in evaluation mode.</summary>
public sealed class TrainingInEvalModeCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6015", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; for (var e = 0; e < 9; e++) { foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } [|net.eval()|]; foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); } }"""),
            "'net.eval()' leaves 'net' in evaluation mode for the next pass of this loop; call 'net.train()' before it is trained"),
        ("REG6015", """
            static class Program
            {
                static void Run(Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor x)
                {
                    Console.WriteLine(Dropout(0.5));
                    for (var epoch = 0; epoch < 9; epoch++)
                    {
                        Train(net, optimizer, x);
                        [|Test(net, x)|];
                    }
                }

                static void Train(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x)
                {
                    foreach (var row in x.split(1)) { optimizer.zero_grad(); model.call(row).sum().backward(); optimizer.step(); }
                }

                static void Test(Module<Tensor, Tensor> model, Tensor x)
                {
                    model.eval();
                    using var off = no_grad();
                    Console.WriteLine(model.call(x).sum().item<float>());
                }
            }
            """,
            "'Test(net, x)' leaves 'net' in evaluation mode for the next pass of this loop; call 'net.train()' before it is trained"),
        ("REG6015", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var i = 0; foreach (var b in batches) { net.call(b.X).sum().backward(); if (++i % 100 == 0) { [|net.eval()|]; Console.WriteLine(net.call(x).sum().item<float>()); } }"""),
            "'net.eval()' leaves 'net' in evaluation mode for the next pass of this loop; call 'net.train()' before it is trained"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Switched back.
        ("REG6015", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; for (var e = 0; e < 9; e++) { net.train(); foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } net.eval(); foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); } }""")),
        // Switched back behind.
        ("REG6015", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; for (var e = 0; e < 9; e++) { foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } net.eval(); foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); } net.train(); }""")),
        // The method that trains switches back.
        ("REG6015", """
            static class Program
            {
                static void Run(Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor x)
                {
                    Console.WriteLine(Dropout(0.5));
                    for (var epoch = 0; epoch < 9; epoch++)
                    {
                        Train(net, optimizer, x);
                        Test(net, x);
                    }
                }

                static void Train(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x)
                {
                    model.train(); foreach (var row in x.split(1)) { optimizer.zero_grad(); model.call(row).sum().backward(); optimizer.step(); }
                }

                static void Test(Module<Tensor, Tensor> model, Tensor x)
                {
                    model.eval();
                    using var off = no_grad();
                    Console.WriteLine(model.call(x).sum().item<float>());
                }
            }
            """),
        // Once, behind all epochs.
        ("REG6015", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var right = 0L; for (var e = 0; e < 9; e++) { foreach (var b in batches) { optimizer.zero_grad(); net.call(b.X).sum().backward(); optimizer.step(); } } net.eval(); foreach (var b in batches) { right += net.call(b.X).argmax(1).eq(b.Y).sum().item<long>(); }""")),
        // A frozen part stays as it is.
        ("REG6015", Method("""var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2)); var fixedPart = BatchNorm1d(4); for (var e = 0; e < 9; e++) { net.train(); fixedPart.eval(); foreach (var b in batches) { net.call(fixedPart.call(b.X)).sum().backward(); optimizer.step(); } }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6015", """
            static class Program
            {
                static void Run(Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor x)
                {
                    Console.WriteLine(Dropout(0.5));
                    for (var epoch = 0; epoch < 9; epoch++)
                    {
                        Train(net, optimizer, x);
                        Test(net, x);
                    }
                }

                static void Train(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x)
                {
                    foreach (var row in x.split(1)) { optimizer.zero_grad(); model.call(row).sum().backward(); optimizer.step(); }
                }

                static void Test(Module<Tensor, Tensor> model, Tensor x)
                {
                    model.eval();
                    using var off = no_grad();
                    Console.WriteLine(model.call(x).sum().item<float>());
                }
            }
            """,
            """
            static class Program
            {
                static void Run(Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor x)
                {
                    Console.WriteLine(Dropout(0.5));
                    for (var epoch = 0; epoch < 9; epoch++)
                    {
                        net.train();
                        Train(net, optimizer, x);
                        Test(net, x);
                    }
                }

                static void Train(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x)
                {
                    foreach (var row in x.split(1)) { optimizer.zero_grad(); model.call(row).sum().backward(); optimizer.step(); }
                }

                static void Test(Module<Tensor, Tensor> model, Tensor x)
                {
                    model.eval();
                    using var off = no_grad();
                    Console.WriteLine(model.call(x).sum().item<float>());
                }
            }
            """),
        ("REG6015", Method("""
            var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2));
            for (var epoch = 0; epoch < 9; epoch++)
            {
                foreach (var b in batches)
                    net.call(b.X).sum().backward();
                net.eval();
                Console.WriteLine(net.call(x).sum().item<float>());
            }
            """),
            Method("""
            var net = Sequential(Linear(4, 8), Dropout(0.5), Linear(8, 2));
            for (var epoch = 0; epoch < 9; epoch++)
            {
                net.train();
                foreach (var b in batches)
                    net.call(b.X).sum().backward();
                net.eval();
                Console.WriteLine(net.call(x).sum().item<float>());
            }
            """)),
    ];
}
