using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A loss written as a tensor.</summary>
public sealed class PrintedTensorCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6007", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); Console.WriteLine($"loss {[|loss|]}"); }"""),
            "'loss' is written as shape, type and device, not as its value; write 'loss.ToSingle()'"),
        ("REG6007", Method("""var i = 0; foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); if (i++ % 100 == 0) { Console.WriteLine([|loss|]); Console.WriteLine("loss " + [|loss|]); Console.WriteLine("{0} {1}", i, [|loss|]); } }"""),
            "'loss' is written as shape, type and device, not as its value; write 'loss.ToSingle()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Its value.
        ("REG6007", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); Console.WriteLine($"loss {loss.item<float>():F3} {loss.ToSingle()}"); }""")),
        // A shape that someone looks at.
        ("REG6007", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); Console.WriteLine($"batch {b.X}"); }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6007", Method("""foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); Console.WriteLine($"loss {loss}"); }"""),
            Method("""foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); Console.WriteLine($"loss {loss.ToSingle()}"); }""")),
    ];
}
