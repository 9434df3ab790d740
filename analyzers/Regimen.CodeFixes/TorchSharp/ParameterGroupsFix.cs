using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Regimen.CodeFixes.TorchSharp;

/// <summary>
/// Gives an optimiser two groups of parameters: matrices and filters, which keep the decay that it is given, and vectors (biases, scales,
/// shifts) without.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ParameterGroupsFix() : NodeFix("REG6001")
{
    /// <inheritdoc/>
    protected override string Title(Diagnostic diagnostic) => "Give biases and normalisations a group without decay";

    private protected override SyntaxNode? Fix(FixTarget target)
    {
        if (target.Node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: ExpressionSyntax call }
            || target.Model.GetOperation(call, target.Cancellation) is not { Type: INamedTypeSymbol optimizer } operation)
        {
            return null;
        }

        var arguments = operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        var given = arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Syntax as ArgumentSyntax;
        if (given?.Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "parameters" } access } parameters
            || !IsVariable(target, access.Expression) || !parameters.ArgumentList.Arguments.All(argument => argument.Expression is LiteralExpressionSyntax)
            || optimizer.GetTypeMembers("ParamGroup").IsEmpty || optimizer.GetTypeMembers("Options").IsEmpty || !HasWhere(target, parameters))
        {
            return null;
        }

        var name = optimizer.ToMinimalDisplayString(target.Model, call.SpanStart);
        var groups = SyntaxFactory.ParseExpression(string.Join(
            NewLine(target.Root.SyntaxTree.GetText(target.Cancellation), parameters.SpanStart),
            "new[]",
            "{",
            $"    new {name}.ParamGroup {{ Parameters = {parameters}.Where(p => p.dim() > 1) }},",
            $"    new {name}.ParamGroup {{ Parameters = {parameters}.Where(p => p.dim() <= 1), Options = new {name}.Options {{ weight_decay = 0 }} }},",
            "}"));
        return target.Root.ReplaceNode(parameters, groups.WithTriviaFrom(parameters));
    }

    /// <summary>The end of the line with this position, and the spaces that it begins with.</summary>
    private static string NewLine(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
        return end + new string([.. line.ToString().TakeWhile(char.IsWhiteSpace)]);
    }

    /// <summary>The fix writes the module twice, so it must be the same one each time: a variable, not a call that makes one.</summary>
    private static bool IsVariable(FixTarget target, ExpressionSyntax module) =>
        module.DescendantNodesAndSelf().All(node => node is IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or ParenthesizedExpressionSyntax)
        && target.Model.GetSymbolInfo(module, target.Cancellation).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol;

    /// <summary>Whether <c>System.Linq</c> is in scope.</summary>
    private static bool HasWhere(FixTarget target, InvocationExpressionSyntax parameters) =>
        target.Model.GetTypeInfo(parameters, target.Cancellation).Type is { } type
        && !target.Model.LookupSymbols(parameters.SpanStart, type, "Where", includeReducedExtensionMethods: true).IsEmpty;
}
