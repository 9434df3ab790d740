using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Code of a test that is meant to fail.</summary>
public sealed class ExpectedFailureCases : TorchSharpCases
{
    private const string Assertions = """
        static class Assert { public static void Throws(Action act) => act(); public static void Equal(Func<Tensor> act, object value) => act(); public static void That(Action act, object that) => act(); }
        static class Throws { public static object Exception => 1; }
        static class Record { public static object Exception(Func<object> act) => act(); }
        static class Fluent { public static Action Invoking(Action act) => act; public static Action Should(this Action act) => act; public static void Throw(this Action act) => act(); public static void NotBeNull(this Action act) => act(); }

        """;

    private const string Message = "randn is made on the CPU and copied; pass 'device' to randn instead of calling cuda";

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6020", Assertions + Method("Assert.Equal(() => randn(1).[|cuda|](), 1);"), Message),
        ("REG6020", Assertions + Method("Action act = () => randn(1).[|cuda|](); act.Should().NotBeNull();"), Message),
        ("REG6020", Assertions + Method("randn(1).[|cuda|](); Assert.Throws(() => randn(1).cuda());"), Message),
        ("REG6020", Assertions + Method("var act = () => randn(1).[|cuda|](); act();"), Message),
        ("REG6029", Assertions + Method("Assert.That(() => [|no_grad()|], 1);"), "Nothing disposes what 'no_grad()' returns, so gradients stay off on this thread from here on; hold it with 'using'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6020", Assertions + Method("Assert.Throws(() => randn(1).cuda());")),
        ("REG6020", Assertions + Method("Assert.Throws(() => { var z = randn(1).to(x.device); });")),
        ("REG6020", Assertions + Method("Action act = () => randn(1).cuda(); Assert.Throws(act);")),
        ("REG6020", Assertions + Method("Action act = () => randn(1).cuda(); act.Should().Throw();")),
        ("REG6020", Assertions + Method("Fluent.Invoking(() => randn(1).cuda()).Should().Throw();")),
        ("REG6020", Assertions + Method("var problem = Record.Exception(() => randn(1).cuda());")),
        ("REG6020", Assertions + Method("Assert.That(() => randn(1).cuda(), Throws.Exception);")),
        ("REG6020", Assertions + Method("Assert.Throws(Act); void Act() { randn(1).cuda(); }")),
        ("REG6029", Assertions + Method("Assert.Throws(() => no_grad());")),
    ];
}
