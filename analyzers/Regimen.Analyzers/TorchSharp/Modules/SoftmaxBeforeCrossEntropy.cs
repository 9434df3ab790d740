using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A loss that makes probabilities itself is given probabilities.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SoftmaxBeforeCrossEntropy() : ModuleRule(Softmax, LogSoftmax)
{
    private static readonly DiagnosticDescriptor Softmax = Rule(
        "REG6005", DiagnosticSeverity.Warning,
        "Softmax before the cross-entropy",
        "{0} gives probabilities, but {1} applies the softmax itself, so the gradients shrink; give it the logits");

    private static readonly DiagnosticDescriptor LogSoftmax = Rule(
        "REG6026", DiagnosticSeverity.Info,
        "Log-softmax before the cross-entropy",
        "{0} is computed once more by {1}; give it the logits, or take nll_loss");

    private protected override IEnumerable<Diagnostic> Check(ModuleView type)
    {
        var reported = new HashSet<SyntaxNode>();
        foreach (var flow in type.Flows)
        {
            foreach (var call in flow.Calls)
            {
                if (LossOf(type, call) is not { } loss || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is not { } input
                    || flow.ValueOf(input) is not { Steps.Count: > 0, Call: { } source } value)
                {
                    continue;
                }

                var step = value.Steps[value.Steps.Count - 1];
                if (step.Kind == LayerKind.Softmax && reported.Add(step.Place))
                    yield return At(IsLogarithm(step.Name) ? LogSoftmax : Softmax, step.Place, null, step.Display, loss);
                else if (step.Kind == LayerKind.Other && source.Instance is { } model && EndsInSoftmax(model.Type) && reported.Add(source.Syntax))
                    yield return At(Softmax, source.Syntax, null, LayerStep.Text(source.Syntax, source.TargetMethod.Name), loss);
            }
        }
    }

    private static bool IsLogarithm(string name) => LayerCatalogue.Normalise(name) == "logsoftmax";

    /// <summary>The loss's name where the call computes a cross-entropy of logits.</summary>
    private static string? LossOf(ModuleView type, IInvocationOperation call)
    {
        if (type.Symbols.IsFunctional(call.TargetMethod, "cross_entropy"))
            return call.TargetMethod.Name;
        return type.IsModuleCall(call) && type.IsOwnModule(call.Instance!.Type) && call.Instance.Type!.Name == "CrossEntropyLoss" ? "CrossEntropyLoss" : null;
    }

    /// <summary>Whether all that <c>forward</c> of a class in this project returns is the call of a softmax; read off its syntax, for it may stand in another file.</summary>
    private static bool EndsInSoftmax(ITypeSymbol? model)
    {
        var found = false;
        foreach (var reference in model?.GetMembers("forward").SelectMany(member => member.DeclaringSyntaxReferences) ?? [])
        {
            if (reference.GetSyntax() is not MethodDeclarationSyntax forward)
                return false;
            var returned = forward.ExpressionBody is { } body
                ? [body.Expression]
                : forward.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().Select(statement => statement.Expression).ToArray();
            if (returned.Length == 0 || !returned.All(IsSoftmax))
                return false;
            found = true;
        }

        return found;
    }

    private static bool IsSoftmax(ExpressionSyntax? expression) => expression is InvocationExpressionSyntax call && call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MoveToOuterDisposeScope", Expression: var inner } => IsSoftmax(inner),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == "softmax",
        IdentifierNameSyntax name => name.Identifier.ValueText == "softmax",
        _ => false,
    };
}
