using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Gradients switched off and never on again.</summary>
public sealed class DroppedGradModeCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6029", Method("""[|no_grad()|]; model.call(x);"""),
            "Nothing disposes what 'no_grad()' returns, so gradients stay off on this thread from here on; hold it with 'using'"),
        ("REG6029", Method("""_ = [|torch.inference_mode()|]; model.call(x);"""),
            "Nothing disposes what 'torch.inference_mode()' returns, so gradients stay off on this thread from here on; hold it with 'using'"),
        ("REG6029", Method("""var guard = [|no_grad()|]; model.call(x);"""),
            "Nothing disposes what 'no_grad()' returns, so gradients stay off on this thread from here on; hold it with 'using'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Held.
        ("REG6029", Method("""using var guard = no_grad(); using (inference_mode()) { model.call(x); } using (var other = no_grad()) { }""")),
        // Disposed by hand.
        ("REG6029", Method("""var guard = no_grad(); model.call(x); guard.Dispose();""")),
        // Meant for good.
        ("REG6029", Method("""set_grad_enabled(false);""")),
        // Given to the caller.
        ("REG6029", """
            static class Program { static IDisposable Off() => no_grad(); static IDisposable Also() { return no_grad(); } }
            """),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6029", Method("""
            torch.no_grad();
            model.call(x);
            """),
            Method("""
            using var noGrad = torch.no_grad();
            model.call(x);
            """)),
        ("REG6029", Method("""
            // From here on without.
            var off = no_grad();
            """),
            Method("""
            // From here on without.
            using var off = no_grad();
            """)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // A declaration cannot be the body of an if.
        ("REG6029", Method("""if (x.shape[0] > 1) no_grad();""")),
    ];
}
