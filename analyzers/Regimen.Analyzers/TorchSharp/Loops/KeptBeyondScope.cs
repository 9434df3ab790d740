using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A tensor that a dispose scope disposes, kept in a local that is used behind the scope.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeptBeyondScope() : TorchSharpAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6034", DiagnosticSeverity.Warning,
        "Tensor used behind its scope",
        "'{0}' is used behind the dispose scope that disposes the tensor given to it here; call 'MoveToOuterDisposeScope()' on the tensor");

    private protected override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var assignment = (IAssignmentOperation)operation.Operation;
            if (!symbols.IsTensor(assignment.Target.Type) || assignment.Parent is not IExpressionStatementOperation
                || Subject.Of(assignment.Target) is not ILocalSymbol local || TensorScopes.Innermost(symbols, assignment) is not { } scope)
            {
                return;
            }

            var body = scope.Parent is IUsingOperation whole ? whole.Body : scope.Parent!;
            if (Subject.IsDeclaredIn(local, body) || !(assignment is ICompoundAssignmentOperation || TensorScopes.IsFresh(symbols, Subject.Unwrapped(assignment.Value))))
                return;
            var references = Subject.References(assignment.Root(), local).ToArray();

            // Another assignment may replace it, a call may take it out: only the plain case is certain.
            var assigned = references.Count(reference => Subject.Consumer(reference) is IAssignmentOperation other && other.Target == reference && body.Syntax.Span.Contains(other.Syntax.Span));
            if (assigned != 1 || references.Any(reference => Subject.Consumer(reference) switch
                {
                    IInvocationOperation call => TensorScopes.TakesOut(call.TargetMethod) || !symbols.IsTorchSharp(call.TargetMethod),
                    IArgumentOperation { Parent: IInvocationOperation call } => TensorScopes.TakesOut(call.TargetMethod) || !symbols.IsTorchSharp(call.TargetMethod),
                    IBinaryOperation or IAssignmentOperation or IMemberReferenceOperation or IInterpolationOperation => false,
                    _ => true,
                }))
            {
                return;
            }

            var isSumOfPasses = assignment is ICompoundAssignmentOperation && scope.NearestLoop() is { } loop && !Subject.IsDeclaredIn(local, loop);
            var next = references.FirstOrDefault(reference => reference.Syntax.SpanStart >= body.Syntax.Span.End);
            if (isSumOfPasses || (next is not null && !(Subject.Consumer(next) is ISimpleAssignmentOperation replaced && replaced.Target == next)))
                operation.ReportDiagnostic(Diagnostic.Create(Descriptor, assignment.Syntax.GetLocation(), [assignment.Value.Syntax.GetLocation()], local.Name));
        },
        OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);
}
