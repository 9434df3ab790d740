using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Analyzers;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>Takes the log-softmax in place of a softmax, where its name is written there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TakeLogSoftmaxFix() : NodeFix("REG6041")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Take the log-softmax";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        // The name itself for a function or method, the call for a module of a Sequential. A value that is read by others stays a probability.
        var call = target.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        var name = call?.Expression is MemberAccessExpressionSyntax access ? access.Name : call?.Expression as SimpleNameSyntax;
        if (name is null || FixHints.IsKept(target.Diagnostic) || (target.Node is SimpleNameSyntax && call!.Parent is not ArgumentSyntax))
            return null;
        var other = name.Identifier.ValueText switch
        {
            "softmax" when call!.ArgumentList.Arguments.Count <= 2 => "log_softmax",
            "Softmax" => "LogSoftmax",
            _ => null,
        };

        // torch.softmax has no sibling in torch that takes the same arguments.
        return other is null || target.Model.GetSymbolInfo(call!, target.Cancellation).Symbol is not { } method || method.ContainingType.GetMembers(other).IsEmpty
            ? null
            : target.Root.ReplaceNode(name, SyntaxFactory.IdentifierName(other).WithTriviaFrom(name));
    }
}
