using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A tensor that its scope disposes, used behind it.</summary>
public sealed class KeptBeyondScopeCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6034", Method("""Tensor total = zeros(1); foreach (var b in batches) { using var scope = NewDisposeScope(); [|total += model.call(b.X).sum()|]; }"""),
            "'total' is used behind the dispose scope that disposes the tensor given to it here; call 'MoveToOuterDisposeScope()' on the tensor"),
        ("REG6034", Method("""Tensor last; using (NewDisposeScope()) { [|last = model.call(x).sum()|]; } Console.WriteLine(last.item<float>());"""),
            "'last' is used behind the dispose scope that disposes the tensor given to it here; call 'MoveToOuterDisposeScope()' on the tensor"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Moved out at once, or behind.
        ("REG6034", Method("""Tensor a, b; using (NewDisposeScope()) { a = x.abs().MoveToOuterDisposeScope(); b = x.abs(); b.MoveToOuterDisposeScope(); } Console.WriteLine((a + b).sum().item<float>());""")),
        // Not used behind.
        ("REG6034", Method("""Tensor last; using (NewDisposeScope()) { last = model.call(x).sum(); Console.WriteLine(last.item<float>()); }""")),
        // Given anew first.
        ("REG6034", Method("""Tensor last; using (NewDisposeScope()) { last = model.call(x).sum(); Console.WriteLine(last.item<float>()); } last = y.sum(); Console.WriteLine(last.item<float>());""")),
        // A sum in one scope.
        ("REG6034", Method("""using var scope = NewDisposeScope(); Tensor total = zeros(1); foreach (var b in batches) { total += model.call(b.X).sum(); }""")),
    ];
}
