using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A loss that makes probabilities itself is given probabilities.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SoftmaxBeforeCrossEntropy() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6005", DiagnosticSeverity.Warning,
        "Softmax before the cross-entropy",
        "{0} gives probabilities, but {1} applies the softmax itself, so the gradients shrink; give it the logits");

    private protected override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        var reported = new HashSet<SyntaxNode>();
        var losses = LossCall.Of(type, "cross_entropy", "CrossEntropyLoss").ToArray();
        foreach (var loss in losses)
        {
            if (LossCall.Last(loss.Input) is not { } step)
                continue;
            if (LossCall.Is(step, "softmax") && reported.Add(step.Place))
                yield return Diagnostic.Create(Descriptor, step.Place.GetLocation(), LossCall.Hints(type, loss, step, losses), step.Display, loss.Loss);
            else if (step.Kind == LayerKind.Other && loss.Input!.Call is { Instance: { } model } call && EndsInSoftmax(model.Type) && reported.Add(call.Syntax))
                yield return At(Descriptor, call.Syntax, null, Quote.Call(call.Syntax.ToString(), call.TargetMethod.Name), loss.Loss);
        }
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
