using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Networks;

/// <summary>Who frees what the library returns: the pass that reads it last, and whoever disposes of the network in the middle of a step.</summary>
public sealed class OwnershipTests
{
    private static readonly string[] Step = ["Input", "Forward", "Loss", "Backward"];

    [Theory]
    [InlineData("Conv2d(4, 3, padding: 1), BatchNorm(), ReLU(), Conv2d(6, 3, bias: false), Tanh(), MaxPool2d(2), Flatten(), Dropout(), Linear(10)")]
    [InlineData("Conv2d(4, 3, padding: 1), Residual(Sequential(BatchNorm(), ReLU(), Conv2d(4, 3, padding: 1), Conv2d(4, 1, bias: false))), GlobalAveragePool2d(), Linear(10)")]
    [InlineData("Dropout(0.2), ReLU(), Conv2d(10, 12, bias: false), Flatten()")]
    public void What_the_library_returns_is_freed_after_its_last_use(string layers)
    {
        var run = GeneratorRunner.Run(Projects.Net(body: $"private static Layer Network() => Sequential({layers});"));
        foreach (var file in new[] { "Net.Network.g.cs", "Net.Twin.g.cs" })
        {
            var network = CSharpSyntaxTree.ParseText(run[file]).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single(type => type.Identifier.Text is "Network" or "Twin");
            var methods = network.Members.OfType<MethodDeclarationSyntax>().ToDictionary(method => method.Identifier.Text);
            var owned = network.Members.OfType<FieldDeclarationSyntax>()
                .Where(field => field.Declaration.Type.ToString() == "Tensor" && !field.Modifiers.Any(modifier => modifier.RawKind == (int)SyntaxKind.ReadOnlyKeyword))
                .SelectMany(field => field.Declaration.Variables).Select(variable => variable.Identifier.Text).ToArray();
            Assert.NotEmpty(owned);
            foreach (var name in owned)
            {
                var step = Lives(Step.Where(methods.ContainsKey).Select(phase => methods[phase]), name);
                var inference = Lives([methods["Infer"]], name);
                Assert.True(step + inference > 0, $"{file}: {name} is never made.");
                Assert.Contains($"Release(ref {name});", methods["Dispose"].ToString(), StringComparison.Ordinal);
            }
        }
    }

    /// <summary>How often a tensor is made and freed again; between the two, and nowhere else, it is read.</summary>
    private static int Lives(IEnumerable<MethodDeclarationSyntax> methods, string name)
    {
        var (lives, isAlive) = (0, false);
        foreach (var use in methods.SelectMany(method => method.DescendantNodes().OfType<IdentifierNameSyntax>()).Where(identifier => identifier.Identifier.Text == name))
        {
            var isMade = use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use;
            var isFreed = use.Parent is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword };
            Assert.True(isAlive != isMade, $"{name} is {(isMade ? "made before it was freed" : "used after it was freed")}: {use.Parent}");
            isAlive = !isFreed;
            lives += isMade ? 1 : 0;
        }

        Assert.False(isAlive, $"{name} is not freed.");
        return lives;
    }
}
