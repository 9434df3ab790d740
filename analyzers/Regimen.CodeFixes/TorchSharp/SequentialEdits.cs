using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Finds the elements of a <c>Sequential</c>.</summary>
internal static class SequentialEdits
{
    /// <summary>The element that a module is, or the tuple that names it; null where it is in no <c>Sequential</c>.</summary>
    public static SyntaxNode? Element(SyntaxNode? module)
    {
        while (module?.Parent is ParenthesizedExpressionSyntax)
            module = module.Parent;
        var element = module?.Parent switch
        {
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => tuple,
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } => creation,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" } } call } => call,
            _ => module,
        };
        return element is ExpressionSyntax && IsInSequential(element) ? element : null;
    }

    /// <summary>Whether the list around it is given to a <c>Sequential</c>, directly or as an array or a collection.</summary>
    private static bool IsInSequential(SyntaxNode element)
    {
        var at = element.Parent;
        while (at is ArgumentSyntax or ArgumentListSyntax or ExpressionElementSyntax or CollectionExpressionSyntax or InitializerExpressionSyntax or ArrayCreationExpressionSyntax
            or ImplicitArrayCreationExpressionSyntax)
        {
            at = at.Parent;
        }

        return at is InvocationExpressionSyntax { Expression: var name }
            && (name is MemberAccessExpressionSyntax access ? access.Name : name as SimpleNameSyntax)?.Identifier.ValueText == "Sequential";
    }
}
