using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Losses summed with the graphs that made them.</summary>
public sealed class AccumulatedLossCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6027", Method("""Tensor total = zeros(1); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); total += [|loss|]; }"""),
            "'total' keeps the graph of every 'loss' that is added to it; add 'loss.detach()'"),
        ("REG6027", Method("""var total = zeros(1); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); total = total + [|loss|]; }"""),
            "'total' keeps the graph of every 'loss' that is added to it; add 'loss.detach()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Detached.
        ("REG6027", Method("""var total = zeros(1); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); total += loss.detach(); }""")),
        // A number.
        ("REG6027", Method("""var total = 0f; foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); total += loss.item<float>(); }""")),
        // The sum is what is trained.
        ("REG6027", Method("""while (true) { var total = zeros(1); foreach (var b in batches) { var loss = model.call(b.X).sum(); total += loss; } total.backward(); }""")),
        // Without gradients.
        ("REG6027", Method("""var total = zeros(1); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); using (no_grad()) { total += loss; } }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6027", Method("""var total = zeros(1); foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); total += loss; }"""),
            Method("""var total = zeros(1); foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); total += loss.detach(); }""")),
    ];
}
