using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Analyzers;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Takes a softmax or sigmoid out of a <c>Sequential</c>, or puts its input in its place where only the loss reads it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveSoftmaxFix() : NodeFix("REG6005", "REG6040", "REG6042")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => diagnostic.Id == "REG6042" ? "Take the sigmoid out" : "Take the softmax out";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (SequentialEdits.Element(target.Node) is { } element)
            return FixHints.IsKept(target.Diagnostic) ? null : ElementEdits.Remove(target.Root, element);
        if (target.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || !call.Expression.Span.Contains(target.Node.Span)
            || target.Model.GetOperation(call, target.Cancellation) is not IInvocationOperation operation || !IsReadByLossOnly(target, call))
        {
            return null;
        }

        // A method of the tensor, or a function or module that is given the tensor.
        var isMethod = operation.TargetMethod.ContainingType.Name == "Tensor" && !operation.TargetMethod.IsStatic;
        var isKnown = operation.TargetMethod.Name is "softmax" or "log_softmax" or "sigmoid" || operation.Instance?.Type?.Name is "Softmax" or "LogSoftmax" or "Sigmoid";
        var input = isMethod ? operation.Instance : operation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        return isKnown && input?.Syntax is ExpressionSyntax tensor ? target.Root.ReplaceNode(call, tensor.WithTriviaFrom(call)) : null;
    }

    private static bool IsReadByLossOnly(FixTarget target, InvocationExpressionSyntax call)
    {
        if (call.Parent is ArgumentSyntax)
            return true;
        if (call.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } || target.Model.GetDeclaredSymbol(declarator, target.Cancellation) is not { } local)
            return false;
        var reads = call.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(target.Model.GetSymbolInfo(name, target.Cancellation).Symbol, local));
        return reads?.Count() == 1;
    }
}
