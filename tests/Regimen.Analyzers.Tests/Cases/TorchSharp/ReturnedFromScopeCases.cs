using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A tensor returned out of the scope that disposes it.</summary>
public sealed class ReturnedFromScopeCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6031", """
            static class F { static Tensor Loss(Tensor x, Tensor y) { using var scope = NewDisposeScope(); var d = x - y; return [|d.pow(2).mean()|]; } }
            """,
            "The dispose scope around 'd.pow(2).mean()' disposes it before the caller gets it; return 'd.pow(2).mean().MoveToOuterDisposeScope()'"),
        ("REG6031", """
            static class F { static Tensor Loss(Tensor x, Tensor y) { using (NewDisposeScope()) { var d = x - y; d = d.abs(); return [|d|]; } } }
            """,
            "The dispose scope around 'd' disposes it before the caller gets it; return 'd.MoveToOuterDisposeScope()'"),
        ("REG6031", """
            static class F { static Tensor Loss(Tensor x, Tensor y) { using var scope = NewDisposeScope(); return [|x * y|]; } }
            """,
            "The dispose scope around 'x * y' disposes it before the caller gets it; return '(x * y).MoveToOuterDisposeScope()'"),
        // What a loss makes, written out before.
        ("REG6031", """
            static class F { static Tensor Loss(Tensor x, Tensor y) { using var scope = NewDisposeScope(); var loss = MSELoss().call(x, y); Console.WriteLine($"{loss}"); Console.WriteLine("{0} {1}", 1, loss); return [|loss|]; } }
            """,
            "The dispose scope around 'loss' disposes it before the caller gets it; return 'loss.MoveToOuterDisposeScope()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // The module takes what it makes out of all scopes.
        ("REG6031", "class Free : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 4); public Free() : base(\"Free\") { RegisterComponents(); } public override Tensor forward(Tensor x) { using var scope = NewDisposeScope(); return fc.call(x).DetachFromDisposeScope(); } } static class F { static Tensor A(Free model, Tensor x) { using var scope = NewDisposeScope(); return model.call(x); } }"),
        // Moved out.
        ("REG6031", """
            static class F { static Tensor A(Tensor x) { using var scope = NewDisposeScope(); return x.abs().MoveToOuterDisposeScope(); } static Tensor B(Tensor x) { using var scope = NewDisposeScope(); var z = x.abs(); return scope.MoveToOuter(z); } }
            """),
        // Moved out before.
        ("REG6031", """
            static class F { static Tensor A(Tensor x) { using var scope = NewDisposeScope(); var z = x.abs(); scope.Detach(z); return z; } static Tensor B(Tensor x) { using (NewDisposeScope()) { var z = x.abs(); z.MoveToOuterDisposeScope(); return z; } } }
            """),
        // Made outside of the scope.
        ("REG6031", """
            static class F { static Tensor A(Tensor x) { var z = x.abs(); using (NewDisposeScope()) { x.sum(); return z; } } static Tensor B(Tensor x) { var z = x.abs(); using (NewDisposeScope()) { x.sum(); } return z; } }
            """),
        // Given in.
        ("REG6031", """
            static class F { static Tensor A(Tensor x) { using var scope = NewDisposeScope(); return x; } static float B(Tensor x) { using var scope = NewDisposeScope(); return x.sum().item<float>(); } }
            """),
        // The scope of the method around a lambda.
        ("REG6031", """
            static class F { static void A(Tensor x) { using var scope = NewDisposeScope(); Func<Tensor> f = () => x.abs(); f(); } }
            """),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6031", """
            static class F { static Tensor Loss(Tensor x, Tensor y) { using var scope = NewDisposeScope(); var d = x - y; return d.pow(2).mean(); } }
            """,
            """
            static class F { static Tensor Loss(Tensor x, Tensor y) { using var scope = NewDisposeScope(); var d = x - y; return d.pow(2).mean().MoveToOuterDisposeScope(); } }
            """),
        ("REG6031", """
            static class F { static Tensor Loss(Tensor x, Tensor y) { using var scope = NewDisposeScope(); return x * y; } }
            """,
            """
            static class F { static Tensor Loss(Tensor x, Tensor y) { using var scope = NewDisposeScope(); return (x * y).MoveToOuterDisposeScope(); } }
            """),
    ];
}
