using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A training of which the loop shows only a part: the rest is in methods that it calls, in loops inside it, or in a lambda that runs for every element.</summary>
public sealed class CalledTrainingCases : TorchSharpCases
{
    private const string NeverZero = "follows the sum of the gradients of all passes so far: nothing sets them to zero; call";

    private const string Unscoped = "wait for the garbage collector; begin its body with 'using var scope = torch.NewDisposeScope();'";

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        // The step behind an inner loop.
        ("REG6009", Method("for (var e = 0; e < 9; e++) { foreach (var b in batches) { model.call(b.X).sum().backward(); } [|optimizer.step()|]; }"),
            $"'optimizer.step()' {NeverZero} 'optimizer.zero_grad()' before 'model.call(b.X).sum().backward()'"),
        ("REG6009", Method("for (var e = 0; e < 9; e++) { foreach (var b in batches) for (var i = 0; i < 2; i++) functional.mse_loss(model.call(b.X), b.Y).backward(); using (NewDisposeScope()) { [|optimizer.step()|]; } }"),
            $"'optimizer.step()' {NeverZero} 'optimizer.zero_grad()' before 'functional.mse_loss(model.call(b.X), b.Y).backward()'"),
        ("REG6009", Method("optimizer.zero_grad(); while (true) { batches.ToList().ForEach(b => model.call(b.X).sum().backward()); [|optimizer.step()|]; }"),
            $"'optimizer.step()' {NeverZero} 'optimizer.zero_grad()' before 'model.call(b.X).sum().backward()'"),
        // In a helper: all, the way back, or the step; of the type, of another one, local, an extension, through a second one.
        ("REG6009", Helper("static void Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a, Tensor b) { using var s = NewDisposeScope(); functional.mse_loss(net.call(a), b).backward(); sgd.step(); }", "[|Step(model, optimizer, x, y)|];"),
            $"'Step(model, optimizer, x, y)' {NeverZero} 'optimizer.zero_grad()' before 'Step(model, optimizer, x, y)'"),
        ("REG6009", Helper("static void Back(Tensor loss) => loss.backward();", "using var s = NewDisposeScope(); Back(model.call(x).sum()); [|optimizer.step()|];"),
            $"'optimizer.step()' {NeverZero} 'optimizer.zero_grad()' before 'Back(model.call(x).sum())'"),
        ("REG6009", Helper("static void Update(optim.Optimizer o) => o.step();", "using var s = NewDisposeScope(); model.call(x).sum().backward(); [|Update(optimizer)|];"),
            $"'Update(optimizer)' {NeverZero} 'optimizer.zero_grad()' before 'model.call(x).sum().backward()'"),
        ("REG6009", Helper("static void Go(optim.Optimizer o, Tensor loss) { Both(loss, o); } static void Both(Tensor loss, optim.Optimizer o) { loss.backward(); o.step(); }", "using var s = NewDisposeScope(); [|Go(optimizer, model.call(x).sum())|];"),
            $"'Go(optimizer, model.call(x).sum())' {NeverZero} 'optimizer.zero_grad()' before 'Go(optimizer, model.call(x).sum())'"),
        ("REG6009", "static class Steps { public static void Follow(this optim.Optimizer o, Tensor loss) { loss.backward(); o.step(); } }\n" + Method("foreach (var b in batches) { using var s = NewDisposeScope(); [|optimizer.Follow(model.call(b.X).sum())|]; }"),
            $"'optimizer.Follow(model.call(b.X).sum())' {NeverZero} 'optimizer.zero_grad()' before 'optimizer.Follow(model.call(b.X).sum())'"),
        ("REG6009", Method("void Step(Tensor a) { model.call(a).sum().backward(); optimizer.step(); } foreach (var b in batches) { using var s = NewDisposeScope(); [|Step(b.X)|]; }"),
            $"'Step(b.X)' {NeverZero} 'optimizer.zero_grad()' before 'Step(b.X)'"),
        ("REG6009", "class Trainer(Module<Tensor, Tensor> model) { readonly optim.Optimizer adam = optim.Adam(model.parameters()); public void Run(IEnumerable<Tensor> data) { foreach (var x in data) { using var s = NewDisposeScope(); var loss = [|Step(x)|]; Console.WriteLine(loss); } } float Step(Tensor x) { var loss = model.call(x).sum(); loss.backward(); adam.step(); return loss.item<float>(); } }",
            $"'Step(x)' {NeverZero} 'adam.zero_grad()' before 'Step(x)'"),
        // A method that does nothing with the optimiser does not set its gradients to zero.
        ("REG6009", Helper("static void Reset(optim.Optimizer o) { }", "using var s = NewDisposeScope(); Reset(optimizer); model.call(x).sum().backward(); [|optimizer.step()|];"),
            $"'optimizer.step()' {NeverZero} 'optimizer.zero_grad()' before 'model.call(x).sum().backward()'"),
        // For every element.
        ("REG6009", Method("batches.ToList().ForEach(b => { using var s = NewDisposeScope(); model.call(b.X).sum().backward(); [|optimizer.step()|]; });"),
            $"'optimizer.step()' {NeverZero} 'optimizer.zero_grad()' before 'model.call(b.X).sum().backward()'"),
        ("REG6009", Method("var sum = batches.Sum(b => { using var s = NewDisposeScope(); var loss = model.call(b.X).sum(); loss.backward(); [|optimizer.step()|]; return loss.item<float>(); });"),
            $"'optimizer.step()' {NeverZero} 'optimizer.zero_grad()' before 'loss.backward()'"),
        ("REG6008", Method("batches.ToList().[|ForEach|](b => { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); });"),
            $"The tensors of this loop, such as 'functional.mse_loss(model.call(b.X), b.…', {Unscoped}"),
        ("REG6008", Method("Array.[|ForEach|](batches.ToArray(), b => { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); });"),
            $"The tensors of this loop, such as 'model.call(b.X)', {Unscoped}"),
        ("REG6008", Helper("static void Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a, Tensor b) { sgd.zero_grad(); var loss = functional.mse_loss(net.call(a), b); loss.backward(); sgd.step(); }", "Step(model, optimizer, x, y);", "[|foreach|]"),
            $"The tensors of this loop, such as 'functional.mse_loss(net.call(a), b)', {Unscoped}"),
        ("REG6008", Helper("static float Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a) { sgd.zero_grad(); var loss = net.call(a).sum(); loss.backward(); sgd.step(); return loss.item<float>(); }", "Console.WriteLine(Step(model, optimizer, x));", "[|foreach|]"),
            $"The tensors of this loop, such as 'net.call(a).sum()', {Unscoped}"),
        ("REG6008", Method("void Step(Tensor a) { optimizer.zero_grad(); model.call(a).sum().backward(); optimizer.step(); } [|foreach|] (var b in batches) Step(b.X);"),
            $"The tensors of this loop, such as 'model.call(a)', {Unscoped}"),
        ("REG6008", Method("[|for|] (var e = 0; e < 9; e++) { optimizer.zero_grad(); model.call(x).sum().backward(); Update(); } void Update() => optimizer.step();"),
            $"The tensors of this loop, such as 'model.call(x)', {Unscoped}"),
        // The order, over calls and inner loops, and in a helper by itself.
        ("REG6010", Helper("static void Update(optim.Optimizer o) => o.step();", "using var s = NewDisposeScope(); optimizer.zero_grad(); var loss = model.call(x).sum(); [|Update(optimizer)|]; loss.backward();"),
            "'Update(optimizer)' comes before 'loss.backward()', so it does not see the gradient of this pass; call it behind 'loss.backward()'"),
        ("REG6010", Method("for (var e = 0; e < 9; e++) { optimizer.zero_grad(); [|optimizer.step()|]; foreach (var b in batches) { model.call(b.X).sum().backward(); } }"),
            "'optimizer.step()' comes before 'model.call(b.X).sum().backward()', so it does not see the gradient of this pass; call it behind 'model.call(b.X).sum().backward()'"),
        ("REG6010", Method("optimizer.zero_grad(); var loss = model.call(x).sum(); [|optimizer.step()|]; loss.backward();"),
            "'optimizer.step()' comes before 'loss.backward()', so it does not see the gradient of this pass; call it behind 'loss.backward()'"),
        ("REG6026", Method("for (var e = 0; e < 9; e++) { foreach (var b in batches) { model.call(b.X).sum().backward(); } [|optimizer.zero_grad()|]; optimizer.step(); }"),
            "'optimizer.zero_grad()' wipes the gradients of 'model.call(b.X).sum().backward()' before 'optimizer.step()' uses them; call it before 'model.call(b.X).sum().backward()'"),
        ("REG6026", Helper("static void Back(Tensor loss) => loss.backward();", "using var s = NewDisposeScope(); Back(model.call(x).sum()); [|optimizer.zero_grad()|]; optimizer.step();"),
            "'optimizer.zero_grad()' wipes the gradients of 'Back(model.call(x).sum())' before 'optimizer.step()' uses them; call it before 'Back(model.call(x).sum())'"),
        ("REG6026", Helper("static void Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a) { net.call(a).sum().backward(); [|sgd.zero_grad()|]; sgd.step(); }", "using var s = NewDisposeScope(); Step(model, optimizer, x);"),
            "'sgd.zero_grad()' wipes the gradients of 'net.call(a).sum().backward()' before 'sgd.step()' uses them; call it before 'net.call(a).sum().backward()'"),
        ("REG6033", Helper("static void Back(Tensor loss) => loss.backward();", "using var s = NewDisposeScope(); optimizer.zero_grad(); Back(model.call(x).sum()); optimizer.step(); [|torch.nn.utils.clip_grad_norm_(model.parameters(), 1)|];"),
            "'clip_grad_norm_' clips gradients that 'optimizer.step()' has already used; call it between 'Back(model.call(x).sum())' and 'optimizer.step()'"),
        ("REG6011", Helper("static void Update(optim.Optimizer o) => o.step();", "using var s = NewDisposeScope(); optimizer.zero_grad(); model.call(x).sum().backward(); [|rate.step()|]; Update(optimizer);"),
            "'rate.step()' moves to the next learning rate before 'Update(optimizer)' used this one; call it behind 'Update(optimizer)'"),
        ("REG6012", Method("var rate = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, epochs: 20, steps_per_epoch: 100); void Step(Tensor a) { optimizer.zero_grad(); model.call(a).sum().backward(); optimizer.step(); } for (var e = 0; e < 20; e++) { foreach (var b in batches) { using var s = NewDisposeScope(); Step(b.X); } [|rate.step()|]; }"),
            "'rate.step()' is called once per epoch, but OneCycleLR counts batches; call it once per batch"),
        // The mode, through helpers and lambdas.
        ("REG6015", Modes("foreach (var b in batches) Step(net, optimizer, b.X); [|net.eval()|]; Console.WriteLine(net.call(x).sum().item<float>());", "static void Step(Module<Tensor, Tensor> m, optim.Optimizer o, Tensor a) { o.zero_grad(); m.call(a).sum().backward(); o.step(); }"),
            "'net.eval()' leaves 'net' in evaluation mode for the next pass of this loop; call 'net.train()' before it is trained"),
        ("REG6015", Modes("Epoch(net, batches); [|Test(net, x)|];", "static void Epoch(Module<Tensor, Tensor> m, IEnumerable<(Tensor X, Tensor Y)> all) { foreach (var b in all) Step(m, b.X); } static void Step(Module<Tensor, Tensor> m, Tensor a) => m.call(a).sum().backward(); static void Test(Module<Tensor, Tensor> m, Tensor a) { Off(m); m.call(a); } static void Off(Module<Tensor, Tensor> m) => m.eval();"),
            "'Test(net, x)' leaves 'net' in evaluation mode for the next pass of this loop; call 'net.train()' before it is trained"),
        ("REG6015", Modes("batches.ToList().ForEach(b => net.call(b.X).sum().backward()); [|net.eval()|]; Console.WriteLine(net.call(x).sum().item<float>());"),
            "'net.eval()' leaves 'net' in evaluation mode for the next pass of this loop; call 'net.train()' before it is trained"),
        ("REG6015", Method("var net = Sequential(Linear(4, 8), Dropout(0.5)); Enumerable.Range(0, 9).ToList().ForEach(e => { foreach (var b in batches) net.call(b.X).sum().backward(); [|net.eval()|]; Console.WriteLine(net.call(x).sum().item<float>()); });"),
            "'net.eval()' leaves 'net' in evaluation mode for the next pass of this loop; call 'net.train()' before it is trained"),
        ("REG6015", "class Trainer { readonly Module<Tensor, Tensor> net = Sequential(Linear(4, 8), Dropout(0.5)); public void Run(Tensor x) { for (var e = 0; e < 9; e++) { Train(x); [|Test(x)|]; } } void Train(Tensor x) => net.call(x).sum().backward(); void Test(Tensor x) { net.eval(); Console.WriteLine(net.call(x).sum().item<float>()); } }",
            "'Test(x)' leaves 'net' in evaluation mode for the next pass of this loop; call 'net.train()' before it is trained"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Set to zero around the inner loop, in it, in the helper, by a helper.
        ("REG6009", Method("for (var e = 0; e < 9; e++) { optimizer.zero_grad(); foreach (var b in batches) { model.call(b.X).sum().backward(); } optimizer.step(); }")),
        ("REG6009", Method("for (var e = 0; e < 9; e++) { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); } optimizer.step(); }")),
        ("REG6009", Helper("static void Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a) { sgd.zero_grad(); net.call(a).sum().backward(); sgd.step(); }", "Step(model, optimizer, x);")),
        ("REG6009", Helper("static void Reset(optim.Optimizer o) => o.zero_grad();", "Reset(optimizer); model.call(x).sum().backward(); optimizer.step();")),
        ("REG6009", Helper("static void Step(optim.Optimizer o, Tensor loss) { loss.backward(); o.step(); }", "optimizer.zero_grad(); Step(optimizer, model.call(x).sum());")),
        ("REG6009", Helper("static void Step(optim.Optimizer o, Tensor loss) { loss.backward(); o.step(); }", "model.zero_grad(); Step(optimizer, model.call(x).sum());")),
        // It is not known what an interface does with the optimiser.
        ("REG6009", "interface IReset { void Reset(optim.Optimizer optimizer); }\nstatic class Program { static void Run(IReset reset, Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x) { while (true) { reset.Reset(optimizer); model.call(x).sum().backward(); optimizer.step(); } } }"),
        // A step that is called once, and a helper with a training of its own.
        ("REG6009", Method("Step(x); void Step(Tensor a) { model.call(a).sum().backward(); optimizer.step(); }")),
        ("REG6009", Method("for (var e = 0; e < 9; e++) Epoch(); void Epoch() { foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); } }")),
        // An optimiser that the helper makes anew.
        ("REG6009", Helper("static void Fit(Module<Tensor, Tensor> net, Tensor a) { var sgd = optim.SGD(net.parameters(), 0.1); net.call(a).sum().backward(); sgd.step(); }", "Fit(model, x);")),
        // A scope around the call, in the helper, or in the lambda.
        ("REG6008", Helper("static void Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a) { sgd.zero_grad(); net.call(a).sum().backward(); sgd.step(); }", "using var s = NewDisposeScope(); Step(model, optimizer, x);")),
        ("REG6008", Helper("static void Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a) { using var s = NewDisposeScope(); sgd.zero_grad(); net.call(a).sum().backward(); sgd.step(); }", "Step(model, optimizer, x);")),
        ("REG6008", Helper("static float Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a) { sgd.zero_grad(); using var output = net.call(a); using var loss = output.sum(); loss.backward(); sgd.step(); return loss.item<float>(); }", "Console.WriteLine(Step(model, optimizer, x));")),
        ("REG6008", Method("batches.ToList().ForEach(b => { using var s = NewDisposeScope(); optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); });")),
        ("REG6008", Method("batches.ToList().ForEach(b => { using (NewDisposeScope()) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); } });")),
        // In order.
        ("REG6010", Helper("static void Update(optim.Optimizer o) => o.step();", "optimizer.zero_grad(); model.call(x).sum().backward(); Update(optimizer);")),
        ("REG6010", Helper("static void Back(Tensor loss) => loss.backward();", "optimizer.zero_grad(); Back(model.call(x).sum()); optimizer.step();")),
        ("REG6010", Method("optimizer.step(); model.call(x).sum().backward();")),
        ("REG6026", Method("for (var e = 0; e < 9; e++) { foreach (var b in batches) { model.call(b.X).sum().backward(); } optimizer.step(); optimizer.zero_grad(); }")),
        ("REG6026", Helper("static void Step(Module<Tensor, Tensor> net, optim.Optimizer sgd, Tensor a) { sgd.zero_grad(); net.call(a).sum().backward(); sgd.step(); }", "Step(model, optimizer, x);")),
        ("REG6011", Helper("static void Update(optim.Optimizer o) => o.step();", "optimizer.zero_grad(); model.call(x).sum().backward(); Update(optimizer); rate.step();")),
        ("REG6033", Helper("static void Back(Tensor loss) => loss.backward();", "optimizer.zero_grad(); Back(model.call(x).sum()); torch.nn.utils.clip_grad_norm_(model.parameters(), 1); optimizer.step();")),
        ("REG6012", Method("var rate = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, epochs: 20, steps_per_epoch: 100); for (var e = 0; e < 20; e++) { foreach (var b in batches) { Step(b.X); rate.step(); } } void Step(Tensor a) { optimizer.zero_grad(); model.call(a).sum().backward(); optimizer.step(); }")),
        // Switched back, in a helper; another module; handed on to what is not known.
        ("REG6015", Modes("foreach (var b in batches) Step(net, optimizer, b.X); net.eval(); Console.WriteLine(net.call(x).sum().item<float>());", "static void Step(Module<Tensor, Tensor> m, optim.Optimizer o, Tensor a) { On(m); m.call(a).sum().backward(); o.step(); } static void On(Module<Tensor, Tensor> m) => m.train();")),
        ("REG6015", Modes("batches.ToList().ForEach(b => { net.train(); net.call(b.X).sum().backward(); }); net.eval(); Console.WriteLine(net.call(x).sum().item<float>());")),
        ("REG6015", Modes("foreach (var b in batches) Step(model, optimizer, b.X); net.eval(); Console.WriteLine(net.call(x).sum().item<float>());", "static void Step(Module<Tensor, Tensor> m, optim.Optimizer o, Tensor a) { m.call(a).sum().backward(); o.step(); }")),
        ("REG6015", Modes("foreach (var b in batches) Step(net, b.X); net.eval(); Keep(net);", "static Module? kept; static void Step(Module<Tensor, Tensor> m, Tensor a) => m.call(a).sum().backward(); static void Keep(Module m) => kept = m;")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6009", Method("""
            for (var epoch = 0; epoch < 9; epoch++)
            {
                foreach (var b in batches)
                    model.call(b.X).sum().backward();
                optimizer.step();
            }
            """), Method("""
            for (var epoch = 0; epoch < 9; epoch++)
            {
                optimizer.zero_grad();
                foreach (var b in batches)
                    model.call(b.X).sum().backward();
                optimizer.step();
            }
            """)),
        ("REG6026", Method("""
            for (var epoch = 0; epoch < 9; epoch++)
            {
                foreach (var b in batches)
                    model.call(b.X).sum().backward();
                optimizer.zero_grad();
                optimizer.step();
            }
            """), Method("""
            for (var epoch = 0; epoch < 9; epoch++)
            {
                optimizer.zero_grad();
                foreach (var b in batches)
                    model.call(b.X).sum().backward();
                optimizer.step();
            }
            """)),
        ("REG6008", Method("""
            batches.ToList().ForEach(b =>
            {
                optimizer.zero_grad();
                model.call(b.X).sum().backward();
                optimizer.step();
            });
            """), Method("""
            batches.ToList().ForEach(b =>
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                model.call(b.X).sum().backward();
                optimizer.step();
            });
            """)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // A scope in the lambda would dispose what it returns.
        ("REG6008", Method("var losses = batches.Select(b => { optimizer.zero_grad(); var loss = model.call(b.X).sum(); loss.backward(); optimizer.step(); Console.WriteLine(loss.shape[0]); return loss.detach(); }).ToList();")),
        // The optimiser of another object is not named here.
        ("REG6009", "class Trainer(Module<Tensor, Tensor> model) { readonly optim.Optimizer adam = optim.Adam(model.parameters()); public void Step(Tensor x) { using var s = NewDisposeScope(); model.call(x).sum().backward(); adam.step(); } }\n" + Method("var trainer = new Trainer(model); foreach (var b in batches) trainer.Step(b.X);")),
    ];

    /// <summary>A class with this helper and a training loop with these statements: of <c>model</c>, <c>optimizer</c>, <c>rate</c>, <c>x</c> and <c>y</c>.</summary>
    private static string Helper(string helper, string statements, string loop = "foreach") => $$"""
        static class Program
        {
            {{helper}}
            static void Run(Module<Tensor, Tensor> model, optim.Optimizer optimizer, optim.lr_scheduler.LRScheduler rate, IEnumerable<(Tensor X, Tensor Y)> batches)
            {
                {{loop}} (var (x, y) in batches) { {{statements}} }
            }
        }
        """;

    /// <summary>A class with this helper and a loop over epochs with these statements: of <c>net</c>, with a dropout, and of <c>model</c>, <c>optimizer</c>, <c>batches</c> and <c>x</c>.</summary>
    private static string Modes(string statements, string helper = "") => $$"""
        static class Program
        {
            {{helper}}
            static void Run(Module<Tensor, Tensor> model, optim.Optimizer optimizer, IEnumerable<(Tensor X, Tensor Y)> batches, Tensor x)
            {
                var net = Sequential(Linear(4, 8), Dropout(0.5));
                for (var e = 0; e < 9; e++) { {{statements}} }
            }
        }
        """;
}
