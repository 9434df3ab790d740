using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A step without gradients.</summary>
public sealed class StepWithoutBackwardCases : TorchSharpCases
{
    private const string Message = "'optimizer.step()' has no gradients to follow: 'optimizer.zero_grad()' sets them to zero and nothing makes new ones, so nothing is trained; call 'backward()' on the loss before 'optimizer.step()'";

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6035", Method("foreach (var b in batches) { using var s = NewDisposeScope(); optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); Console.WriteLine(loss.item<float>()); [|optimizer.step()|]; }"), Message),
        ("REG6035", Method("optimizer.zero_grad(); var loss = functional.mse_loss(model.call(x), y); [|optimizer.step()|];"), Message),
        ("REG6035", Method("foreach (var b in batches) { optimizer.zero_grad(); using (NewDisposeScope()) { model.call(b.X).sum(); [|optimizer.step()|]; } }"), Message),
        ("REG6035", Method("batches.ToList().ForEach(b => { optimizer.zero_grad(); model.call(b.X).sum(); [|optimizer.step()|]; });"), Message),
        ("REG6035", Method("var sgd = optim.SGD(model.parameters(), 0.1); for (var i = 0; i < 9; i++) { model.zero_grad(); model.call(x).sum(); [|sgd.step()|]; }"),
            "'sgd.step()' has no gradients to follow: 'model.zero_grad()' sets them to zero and nothing makes new ones, so nothing is trained; call 'backward()' on the loss before 'sgd.step()'"),
        ("REG6035", "static class Program { static Tensor Loss(Module<Tensor, Tensor> net, Tensor x) => net.call(x).sum(); static void Run(Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor x) { while (true) { optimizer.zero_grad(); Loss(net, x); [|optimizer.step()|]; } } }", Message),
        ("REG6035", "class Trainer(Module<Tensor, Tensor> model) { readonly optim.Optimizer optimizer = optim.Adam(model.parameters()); float Step(Tensor x) { optimizer.zero_grad(); var loss = model.call(x).sum(); [|optimizer.step()|]; return loss.item<float>(); } }", Message),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6035", Method("optimizer.zero_grad(); model.call(x).sum().backward(); optimizer.step();")),
        ("REG6035", Method("foreach (var b in batches) { optimizer.zero_grad(); /* loss.backward() comes with the next exercise */ model.call(b.X); optimizer.step(); }")),
        // By other ways: autograd, a closure, a gradient set by hand.
        ("REG6035", Method("optimizer.zero_grad(); var g = torch.autograd.grad([model.call(x).sum()], [x]); optimizer.step();")),
        ("REG6035", Method("optimizer.zero_grad(); optimizer.step(() => model.call(x).sum());")),
        ("REG6035", Method("optimizer.zero_grad(); foreach (var p in model.parameters()) p.grad = ones_like(p); optimizer.step();")),
        // In a method of the project, a delegate, an interface, another library's method.
        ("REG6035", "static class Program { static void Back(Tensor loss) => loss.backward(); static void Run(Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor x) { while (true) { optimizer.zero_grad(); Back(net.call(x).sum()); optimizer.step(); } } }"),
        ("REG6035", "static class Program { static void Run(Action train, optim.Optimizer optimizer) { while (true) { optimizer.zero_grad(); train(); optimizer.step(); } } }"),
        ("REG6035", "interface ILoss { void Go(Tensor output); }\nstatic class Program { static void Run(ILoss loss, Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor x) { while (true) { optimizer.zero_grad(); loss.Go(net.call(x)); optimizer.step(); } } }"),
        ("REG6035", "abstract class Task { protected abstract void Compute(Tensor x); public void Run(optim.Optimizer optimizer, Tensor x) { while (true) { optimizer.zero_grad(); Compute(x); optimizer.step(); } } }"),
        // The other order: the gradients come from elsewhere. And two optimisers, and one that is only reset.
        ("REG6035", Method("optimizer.step(); optimizer.zero_grad();")),
        ("REG6035", Method("var other = optim.SGD(model.parameters(), 0.1); other.zero_grad(); optimizer.step();")),
        ("REG6035", Method("optimizer.zero_grad(); foreach (var b in batches) model.call(b.X);")),
        // The step of another pass, or of another branch.
        ("REG6035", Method("foreach (var b in batches) { optimizer.zero_grad(); } optimizer.step();")),
        ("REG6035", Method("if (x.shape[0] > 1) { optimizer.zero_grad(); } else { optimizer.step(); }")),
    ];
}
