using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Takes AdamW with the same arguments and groups of parameters, where nothing asks for an Adam.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AdamWFix() : NodeFix("REG6025")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Use AdamW";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        var call = target.Node.AncestorsAndSelf().FirstOrDefault(node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax) as ExpressionSyntax;
        var name = target.Node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault();
        if (call is null || name is null || name.Identifier.ValueText != "Adam" || AsksForAdam(target, call) || IsGivenAdams(target, call))
            return null;
        var names = Groups(call).Select(group => group.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Last(part => part.Identifier.ValueText == "Adam")).Append(name);
        return target.Root.ReplaceNodes(names, (_, old) => SyntaxFactory.IdentifierName("AdamW").WithTriviaFrom(old));
    }

    /// <summary>The names before <c>.ParamGroup</c> and <c>.Options</c> in the call, as the fix of REG6001 writes them.</summary>
    private static IEnumerable<NameSyntax> Groups(ExpressionSyntax call) => call.DescendantNodes().OfType<QualifiedNameSyntax>()
        .Where(part => part.Right.Identifier.ValueText is "ParamGroup" or "Options" && part.Left.GetLastToken().ValueText == "Adam")
        .Select(part => part.Left);

    /// <summary>Whether an argument holds groups or options of an Adam that are made elsewhere, or in a way that is not seen.</summary>
    private static bool IsGivenAdams(FixTarget target, ExpressionSyntax call)
    {
        var seen = Groups(call).Select(group => group.SpanStart).ToArray();
        return call.DescendantNodes().OfType<ExpressionSyntax>()
            .Where(part => part.FirstAncestorOrSelf<QualifiedNameSyntax>() is null && !IsMember(part) && !seen.Any(group => part.FullSpan.Contains(group)))
            .Any(part => HoldsAdams(target.Model.GetTypeInfo(part, target.Cancellation).Type));
    }

    /// <summary>The name of what an initialiser sets.</summary>
    private static bool IsMember(ExpressionSyntax part) => part.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == part;

    private static bool HoldsAdams(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => HoldsAdams(array.ElementType),
        INamedTypeSymbol { ContainingType.Name: "Adam" } => true,
        INamedTypeSymbol named => named.TypeArguments.Any(HoldsAdams),
        _ => false,
    };

    /// <summary>Whether the value goes where only an Adam fits; <c>var</c> takes anything.</summary>
    private static bool AsksForAdam(FixTarget target, ExpressionSyntax call) =>
        call.Parent is not EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: true } } and not ExpressionStatementSyntax
        && target.Model.GetTypeInfo(call, target.Cancellation).ConvertedType?.Name == "Adam";
}
