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
        // Behind the loop, of a variable from outside of it.
        ("REG6007", Method("""Tensor loss = zeros(1); foreach (var b in batches) { loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); } Console.WriteLine($"last loss {[|loss|]}");"""),
            "'loss' is written as shape, type and device, not as its value; write 'loss.ToSingle()'"),
        // Sums of losses.
        ("REG6007", Method("""Tensor total = zeros(1); for (var e = 0; e < 9; e++) { foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); total += loss; Console.Write([|total|]); } Console.WriteLine($"loss {[|total|]}"); }"""),
            "'total' is written as shape, type and device, not as its value; write 'total.ToSingle()'"),
        ("REG6007", Method("""Tensor? total = null; for (var e = 0; e < 9; e++) { total = tensor(0f); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); total = total + loss.detach() * 32; } total /= 100; Console.WriteLine("loss " + [|total|]); }"""),
            "'total' is written as shape, type and device, not as its value; write 'total.ToSingle()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // A tensor of any shape.
        ("REG6007", Method("""foreach (var b in batches) { var outputs = model.call(b.X); outputs.backward([ones_like(outputs)]); Console.WriteLine($"{outputs}"); }""")),
        // Its value.
        ("REG6007", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); Console.WriteLine($"loss {loss.item<float>():F3} {loss.ToSingle()}"); }""")),
        // A shape that someone looks at.
        ("REG6007", Method("""foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); Console.WriteLine($"batch {b.X}"); }""")),
        // The value of a sum; the shape of what the loss is written to later, and of a sum that is more than a number.
        ("REG6007", Method("""Tensor total = zeros(1); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); total += loss.detach(); } Console.WriteLine($"{total.ToSingle()} {total.shape[0]}");""")),
        ("REG6007", Method("""var value = model.call(x); Console.WriteLine($"{value}"); foreach (var b in batches) { value = functional.mse_loss(model.call(b.X), b.Y); value.backward(); }""")),
        ("REG6007", Method("""var total = zeros(3); var mean = x.mean([0]); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); total += loss.detach(); mean += loss.detach(); } Console.WriteLine($"{total} {mean}");""")),
        // A sum of something else.
        ("REG6007", Method("""Tensor seen = zeros(1); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); seen += b.X; } Console.WriteLine($"{seen}");""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6007", Method("""foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); Console.WriteLine($"loss {loss}"); }"""),
            Method("""foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); Console.WriteLine($"loss {loss.ToSingle()}"); }""")),
        ("REG6007", Method("""Tensor total = zeros(1); foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); total += loss.detach(); } Console.WriteLine($"loss {total}");"""),
            Method("""Tensor total = zeros(1); foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); total += loss.detach(); } Console.WriteLine($"loss {total.ToSingle()}");""")),
    ];
}
