using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>The search finds what it is there for.</summary>
public sealed class ModelSearchTests
{
    [Fact]
    public void Finds_what_a_model_must_not_hold()
    {
        var tree = CSharpSyntaxTree.ParseText("class C;");
        object[] forbidden = [tree, tree.GetRoot(), tree.GetRoot().GetLocation(), Projects.Of(), Projects.Of().GlobalNamespace, () => { }];
        Assert.All(forbidden, value => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ModelSearch.DemandNone(new Holder([1, "text", (2, value)]), "model")));
    }

    [Fact]
    public void Passes_plain_values() => ModelSearch.DemandNone(new Holder([1, 2.5, "text", DiagnosticSeverity.Error, new[] { true }]), "model");

    private sealed record Holder(object[] Values);
}
