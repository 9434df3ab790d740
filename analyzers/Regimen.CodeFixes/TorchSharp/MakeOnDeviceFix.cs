using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Regimen.CodeFixes.Editing;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Passes the device to the function that makes a tensor, instead of moving the tensor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeOnDeviceFix() : NodeFix("REG6020", "REG6043")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Make the tensor on the device";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (target.Node.Parent is not MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax made, Parent: InvocationExpressionSyntax move }
            || target.Model.GetOperation(move, target.Cancellation) is not IInvocationOperation operation)
        {
            return null;
        }

        // A generator draws on its own device only.
        if (ArgumentEdits.Given(target, made, "generator") is { Expression: not LiteralExpressionSyntax })
            return null;
        var device = ArgumentEdits.Given(target, move, "device")?.Expression ?? Cuda(target, operation);
        if (device is null || ArgumentEdits.Set(target, made, "device", device.WithoutTrivia()) is not { } changed)
            return null;

        // The call that makes the tensor starts where the move started, so it is found there again.
        var moved = changed.FindNode(new Microsoft.CodeAnalysis.Text.TextSpan(move.SpanStart, 0), getInnermostNodeForTie: true).AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>().First(call => call.SpanStart == move.SpanStart && call.Expression is MemberAccessExpressionSyntax { Name: var name } && name.Span.Length == target.Node.Span.Length
                && name.ToString() == target.Node.ToString() && ((MemberAccessExpressionSyntax)call.Expression).Expression is InvocationExpressionSyntax);
        return changed.ReplaceNode(moved, ((MemberAccessExpressionSyntax)moved.Expression).Expression.WithTriviaFrom(moved));
    }

    /// <summary><c>torch.CUDA</c> as the file writes it.</summary>
    private static ExpressionSyntax? Cuda(FixTarget target, IInvocationOperation move)
    {
        if (!target.Model.LookupSymbols(target.Node.SpanStart, name: "CUDA").IsEmpty)
            return SyntaxFactory.IdentifierName("CUDA");
        return move.TargetMethod.ContainingType.ContainingType is { } torch
            ? SyntaxFactory.ParseExpression(torch.ToMinimalDisplayString(target.Model, target.Node.SpanStart) + ".CUDA")
            : null;
    }
}
