using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Networks;

/// <summary>Who frees what operators keep from the forward pass.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public void The_backward_pass_does_or_where_there_is_none_the_forward_pass_itself()
    {
        // Before the first parameter nothing has a gradient; behind it everything has.
        const string layers = "Dropout(0.2), ReLU(), MaxPool2d(2), AvgPool2d(3, 1), Tanh(), GlobalAveragePool2d()";
        var run = GeneratorRunner.Run(
            Projects.Net("public partial class Before", $"private static Layer Network() => Sequential({layers}, Linear(10));"),
            Projects.Net("public partial class Behind", $"private static Layer Network() => Sequential(Conv2d(4, 3, padding: 1), {layers}, Linear(10));"));
        Assert.All(Kernels(run["Before.Kernels.g.cs"]), kernel => Assert.DoesNotContain(kernel.Members.OfType<MethodDeclarationSyntax>(), method => method.Identifier.Text == "Backward"));
        foreach (var kernel in Kernels(run["Before.Kernels.g.cs"]).Concat(Kernels(run["Behind.Kernels.g.cs"])))
        {
            var methods = kernel.Members.OfType<MethodDeclarationSyntax>().DistinctBy(method => method.Identifier.Text).ToDictionary(method => method.Identifier.Text);
            var last = methods.GetValueOrDefault("BackwardByOperators") ?? methods["Forward"];
            Assert.Contains("ReleaseSaved();", last.ToString(), StringComparison.Ordinal);
            Assert.Contains("ReleaseSaved();", methods["Evaluate"].ToString(), StringComparison.Ordinal);
            Assert.Contains("ReleaseSaved();", methods["Dispose"].ToString(), StringComparison.Ordinal);
        }
    }

    private static ClassDeclarationSyntax[] Kernels(string text)
    {
        var kernels = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            .Where(type => type.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.Text == "ForwardByOperators"))
            .ToArray();
        Assert.True(kernels.Length >= 3);
        return kernels;
    }
}
