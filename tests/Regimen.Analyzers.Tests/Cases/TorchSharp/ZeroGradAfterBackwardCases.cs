using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Gradients wiped before the step uses them.</summary>
public sealed class ZeroGradAfterBackwardCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6026", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); [|optimizer.zero_grad()|]; optimizer.step(); }"""),
            "'optimizer.zero_grad()' wipes the gradients of 'loss.backward()' before 'optimizer.step()' uses them; call it before 'loss.backward()'"),
        ("REG6026", Method("""var sgd = optim.SGD(model.parameters(), 0.1); while (true) { model.call(x).sum().backward(); [|model.zero_grad()|]; sgd.step(); }"""),
            "'model.zero_grad()' wipes the gradients of 'model.call(x).sum().backward()' before 'sgd.step()' uses them; call it before 'model.call(x).sum().backward()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // In order.
        ("REG6026", Method("""foreach (var b in batches) { optimizer.zero_grad(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); }""")),
        // Behind the step.
        ("REG6026", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); optimizer.zero_grad(); }""")),
        // The gradients of another module.
        ("REG6026", Method("""var (g, d) = (Linear(2, 2), Linear(2, 1)); var optG = optim.Adam(g.parameters()); while (true) { optG.zero_grad(); d.call(g.call(x)).sum().backward(); d.zero_grad(); optG.step(); }""")),
        // Another backward follows.
        ("REG6026", Method("""while (true) { model.call(x).sum().backward(); optimizer.zero_grad(); model.call(y).sum().backward(); optimizer.step(); }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6026", Method("""
            foreach (var b in batches)
            {
                var loss = functional.mse_loss(model.call(b.X), b.Y);
                loss.backward();
                optimizer.zero_grad();
                optimizer.step();
            }
            """),
            Method("""
            foreach (var b in batches)
            {
                var loss = functional.mse_loss(model.call(b.X), b.Y);
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }
            """)),
    ];
}
