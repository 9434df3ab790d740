using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Compiler;
using Regimen.Compiler.Tricks;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests;

/// <summary>The rule about taken names knows exactly the members that are generated.</summary>
public sealed class GeneratedNamesTests
{
    [Theory]
    [InlineData("Data<Digits>, Epochs(20), Sgd")]
    [InlineData("Data<Digits>, Epochs(20), Sgd(Nesterov = true), WeightDecay, Warmup, CosineDecay, LinearScaling, LabelSmoothing, Mixup, Shuffle(false), Normalize(Mean = new[] { 0.5 }, Std = new[] { 0.5 })")]
    [InlineData("Data<Digits>, Epochs(20), Sgd, Warmup(Mode = WarmupMode.Constant, Steps = 100, UntilTrainError = 0.5)")]
    public async Task The_members_of_the_generated_part_are_known_and_not_reported(string attributes)
    {
        var source = TestCompilation.Experiment("static Layer Network() => Sequential(Flatten(), Linear(10));", attributes);
        var spec = TestCompilation.Of(source).Parse().Spec!;
        var generated = ExperimentCompiler.Compile(spec)[0].Text;
        var members = CSharpSyntaxTree.ParseText(generated).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First().Members.SelectMany(Members);
        Assert.Equal(
            members.Select(member => member.ToString()).Order(StringComparer.Ordinal),
            ProgramMembers.Of(spec.Attributes).Select(member => member.ToString()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await Analysis.Run(TestCompilation.Of(source, generated)), diagnostic => diagnostic.Id == "REG0011");
    }

    private static IEnumerable<ProgramMember> Members(MemberDeclarationSyntax declaration) => declaration switch
    {
        MethodDeclarationSyntax method => [new(method.Identifier.ValueText, string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Type!.ToString())))],
        PropertyDeclarationSyntax { Identifier.ValueText: var name } property =>
        [
            new(name),
            new("get_" + name, ""),
            .. property.AccessorList?.Accessors.Any(accessor => accessor.RawKind == (int)SyntaxKind.SetAccessorDeclaration) == true ? [new ProgramMember("set_" + name, property.Type.ToString())] : Array.Empty<ProgramMember>(),
        ],
        FieldDeclarationSyntax field => [new(field.Declaration.Variables.Single().Identifier.ValueText)],
        _ => throw new InvalidOperationException($"The generated part has a {declaration.Kind()}."),
    };
}
