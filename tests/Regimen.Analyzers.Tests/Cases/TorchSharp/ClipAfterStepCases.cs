using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Gradients clipped when the step has already used them.</summary>
public sealed class ClipAfterStepCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6033", Method("""foreach (var b in batches) { optimizer.zero_grad(); var loss = model.call(b.X).sum(); loss.backward(); optimizer.step(); [|torch.nn.utils.clip_grad_norm_(model.parameters(), 1)|]; }"""),
            "'clip_grad_norm_' clips gradients that 'optimizer.step()' has already used; call it between 'loss.backward()' and 'optimizer.step()'"),
        ("REG6033", Method("""while (true) { using (NewDisposeScope()) { optimizer.zero_grad(); model.call(x).sum().backward(); optimizer.step(); } [|torch.nn.utils.clip_grad_value_(model.parameters(), 1)|]; }"""),
            "'clip_grad_value_' clips gradients that 'optimizer.step()' has already used; call it between 'model.call(x).sum().backward()' and 'optimizer.step()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // At its place.
        ("REG6033", Method("""foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); torch.nn.utils.clip_grad_norm_(model.parameters(), 1); optimizer.step(); }""")),
        // The norm is only looked at.
        ("REG6033", Method("""foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); var norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1); }""")),
        // Two backwards, two steps: not for this rule to say.
        ("REG6033", Method("""foreach (var b in batches) { model.call(b.X).sum().backward(); optimizer.step(); model.call(b.Y).sum().backward(); torch.nn.utils.clip_grad_norm_(model.parameters(), 1); optimizer.step(); }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6033", Method("""
            foreach (var b in batches)
            {
                optimizer.zero_grad();
                model.call(b.X).sum().backward();
                optimizer.step();
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1);
            }
            """),
            Method("""
            foreach (var b in batches)
            {
                optimizer.zero_grad();
                model.call(b.X).sum().backward();
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1);
                optimizer.step();
            }
            """)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // What the clipping reads is declared, or changed, behind the step.
        ("REG6033", Method("""foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); var max = Math.Max(1, b.X.shape[0]); torch.nn.utils.clip_grad_norm_(model.parameters(), max); }""")),
        ("REG6033", Method("""var max = 1.0; foreach (var b in batches) { optimizer.zero_grad(); model.call(b.X).sum().backward(); optimizer.step(); max *= 0.9; torch.nn.utils.clip_grad_norm_(model.parameters(), max); }""")),
    ];
}
