using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A dispose scope that is never disposed.</summary>
public sealed class DroppedScopeCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6030", Method("""[|NewDisposeScope()|]; model.call(x);"""),
            "Nothing disposes the scope of 'NewDisposeScope()', so it holds every tensor that this thread makes from here on; hold it with 'using'"),
        ("REG6030", Method("""while (true) { var scope = [|torch.NewDisposeScope()|]; model.call(x); }"""),
            "Nothing disposes the scope of 'torch.NewDisposeScope()', so it holds every tensor that this thread makes from here on; hold it with 'using'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Held.
        ("REG6030", Method("""using var scope = NewDisposeScope(); using (NewDisposeScope()) { model.call(x); }""")),
        // Disposed by hand.
        ("REG6030", Method("""var scope = NewDisposeScope(); try { model.call(x); } finally { scope.Dispose(); }""")),
        // Given away.
        ("REG6030", """
            class Holder { readonly DisposeScope scope = NewDisposeScope(); static DisposeScope Open() { var scope = NewDisposeScope(); return scope; } }
            """),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6030", Method("""
            var scope = NewDisposeScope();
            model.call(x);
            """),
            Method("""
            using var scope = NewDisposeScope();
            model.call(x);
            """)),
    ];
}
