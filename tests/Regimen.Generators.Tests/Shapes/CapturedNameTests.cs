using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Parsing;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Shapes;

/// <summary>
/// Whatever name stands in the part that is generated into the user's class, or is inherited by it, a person may give to a member of their own:
/// either a rule refuses it, or all compiles and no name in the generated part means the user's member.
/// </summary>
public sealed class CapturedNameTests
{
    private const string Network = """
        private static Layer Network() => Layers.Sequential(Layers.Flatten(), Layers.Dropout(), Layers.Linear(10));
        """;

    private static readonly string[] Attributes =
    [
        "Warmup, CosineDecay, LinearScaling, Mixup, LabelSmoothing, WeightDecay",
        "Warmup(Mode = WarmupMode.Constant, UntilTrainError = 0.5), Normalize(Mean = new[] { 0.5 })",
    ];

    private static readonly string[] Members =
    [
        "private const int @N = 5;",
        "private static int @N() => 5;",
        "private static string @N(params object?[] all) => \"\";",
        "private static T @N<T>(T one) => one;",
        "private int @N { get; set; }",
        "private sealed class @N;",
        "private static event Action @N { add { } remove { } }",
        "private void @N(double one) { }",
    ];

    public static TheoryData<int, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, int>();
            for (var attributes = 0; attributes < Attributes.Length; attributes++)
            {
                for (var member = 0; member < Members.Length; member++)
                    cases.Add(attributes, member);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_member_of_any_name_is_refused_or_does_no_harm(int attributes, int member)
    {
        var project = Projects.Of(Projects.Data, Projects.Net(body: Network, attributes: Attributes[attributes]));
        var run = GeneratorRunner.RunAlone(project);
        var generated = run.Sources.Single(source => source.HintName == "Net.g.cs").SyntaxTree;
        var names = Names(run.Output, generated).ToArray();

        var findings = Parse(project.AddSyntaxTrees(Part(names, member))).Findings;
        Assert.All(findings, finding => Assert.StartsWith("REG0", finding.Rule.Id, StringComparison.Ordinal));
        var refused = findings.Where(finding => finding.Rule.Id == "REG0011").Select(finding => (string)finding.Arguments[2]).ToArray();
        var harmless = Part(names.Except(refused), member);
        Assert.True(refused.Length > 10 && names.Length - refused.Length > 50, $"{refused.Length} of {names.Length} names are refused.");

        // The same declaration, so that the same text is generated.
        Assert.Equal(Parse(project).Spec, Parse(project.AddSyntaxTrees(harmless)).Spec);
        DemandUnharmed(run.Output.AddSyntaxTrees(harmless), generated, harmless);
    }

    [Theory]
    [InlineData("double get_LearningRate() => 1;")]
    [InlineData("void set_LearningRate(double rate) { }")]
    [InlineData("int get_BatchCapacity() => 1;")]
    [InlineData("class get_Seed;")]
    public void The_name_of_an_accessor_is_taken_too(string member) => Assert.Contains(
        Parse(Projects.Of(Projects.Data, Projects.Net(body: Network + member))).Findings, finding => finding.Rule.Id == "REG0011");

    /// <summary>A part of the class with a member of each name.</summary>
    private static SyntaxTree Part(IEnumerable<string> names, int member) => CSharpSyntaxTree.ParseText(
        "partial class Net\n{\n" + string.Concat(names.Select(name => Members[member].Replace("@N", "@" + name, StringComparison.Ordinal) + "\n")) + "}", Projects.ParseOptions, "user.cs");

    private static void DemandUnharmed(Compilation output, SyntaxTree generated, SyntaxTree user)
    {
        var model = output.GetSemanticModel(generated);
        var complaints = model.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Concat(output.GetSemanticModel(user).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal("", string.Join("\n", complaints));
        Assert.All(generated.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>(), used => Assert.False(
            model.GetSymbolInfo(used).Symbol is { DeclaringSyntaxReferences: [var declared, ..] } && declared.SyntaxTree == user, $"{used} in '{used.Parent}' is the user's."));
    }

    /// <summary>Every identifier and every word that is a keyword in its place alone, and whatever the class inherits.</summary>
    private static IEnumerable<string> Names(Compilation output, SyntaxTree generated)
    {
        var names = generated.GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsContextualKeyword(token.Kind()))
            .Select(token => token.ValueText).ToHashSet();
        for (var parent = output.GetTypeByMetadataName("Net")!.BaseType; parent is not null; parent = parent.BaseType)
            names.UnionWith(parent.MemberNames.Where(SyntaxFacts.IsValidIdentifier));

        // No member has the name of its class, and the user has a Network() already.
        return names.Except(["Net", "Network", "Finalize"]).Order(StringComparer.Ordinal);
    }

    private static ParseResult Parse(Compilation compilation) => ExperimentParser.Parse(compilation.GetTypeByMetadataName("Net")!, compilation, CancellationToken.None);
}
