using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A tensor returned out of the scope that disposes it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReturnedFromScope() : TorchSharpAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6031", DiagnosticSeverity.Warning,
        "Disposed tensor returned",
        "The dispose scope around '{0}' disposes it before the caller gets it; return '{1}.MoveToOuterDisposeScope()'");

    /// <summary>Calls that may give the tensor itself back, which an outer scope can own.</summary>
    private static readonly ImmutableHashSet<string> MayReturnSame = ["to", "to_type", "cpu", "cuda", "mps", "contiguous", "alias", "half", "float", "double", "set_requires_grad", "requires_grad_"];

    private protected override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var exit = (IReturnOperation)operation.Operation;
            if (exit.Kind != OperationKind.Return || exit.ReturnedValue is not { } value || !symbols.IsTensor(value.Type) || Scope(symbols, exit) is not { } scope || !IsMade(symbols, value, exit, scope))
                return;
            var text = Subject.Unwrapped(value).Syntax.ToString();
            var receiver = Subject.Unwrapped(value) is IBinaryOperation or IUnaryOperation ? $"({text})" : text;
            operation.ReportDiagnostic(Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), text, receiver));
        },
        OperationKind.Return);

    /// <summary>The innermost dispose scope that the return leaves.</summary>
    private static IOperation? Scope(TorchSharpSymbols symbols, IOperation exit)
    {
        for (var (child, parent) = (exit, exit.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
                case IUsingOperation scope when child == scope.Body && Opens(symbols, scope.Resources):
                    return scope.Resources;
                case IBlockOperation block:
                    var before = block.Operations.TakeWhile(sibling => sibling != child).OfType<IUsingDeclarationOperation>().LastOrDefault(scope => Opens(symbols, scope));
                    if (before is not null)
                        return before;
                    break;
            }
        }

        return null;
    }

    private static bool Opens(TorchSharpSymbols symbols, IOperation resources) =>
        resources.DescendantsAndSelf().OfType<IInvocationOperation>().Any(symbols.IsNewScope);

    /// <summary>Whether the tensor is made inside the scope and nothing takes it out.</summary>
    private static bool IsMade(TorchSharpSymbols symbols, IOperation value, IOperation exit, IOperation scope)
    {
        var made = Subject.Unwrapped(value);
        if (made is not ILocalReferenceOperation { Local: var local })
            return IsFresh(symbols, made);
        var root = exit.Root();
        if (!local.DeclaringSyntaxReferences.Any(reference => reference.Span.Start > scope.Syntax.SpanStart)
            || Subject.InitialValue(root, local) is not { } initial || !IsFresh(symbols, initial))
        {
            return false;
        }

        return Subject.References(root, local).All(reference => Subject.Consumer(reference) switch
        {
            IAssignmentOperation assignment when assignment.Target == reference => assignment is ICompoundAssignmentOperation || IsFresh(symbols, Subject.Unwrapped(assignment.Value)),
            IInvocationOperation call => !TakesOut(call.TargetMethod),
            IArgumentOperation { Parent: IInvocationOperation call } => symbols.IsTorchSharp(call.TargetMethod) && !TakesOut(call.TargetMethod),
            IBinaryOperation or IReturnOperation or IMemberReferenceOperation => true,
            IArgumentOperation { Parent: IPropertyReferenceOperation } => true,
            _ => false,
        });
    }

    private static bool TakesOut(IMethodSymbol method) => method.ContainingType.Name.Contains("Scope") || method.Name.Contains("Scope") || method.Name == "Dispose";

    private static bool IsFresh(TorchSharpSymbols symbols, IOperation operation) => symbols.IsTensor(operation.Type) && operation switch
    {
        IBinaryOperation binary => binary.OperatorMethod is not null,
        IInvocationOperation call => symbols.IsForward(call)
            || ((symbols.IsTensor(call.TargetMethod.ContainingType)
                    || SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, symbols.Torch)
                    || SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, symbols.Functional))
                && !TakesOut(call.TargetMethod) && !call.TargetMethod.Name.EndsWith("_", StringComparison.Ordinal) && !MayReturnSame.Contains(call.TargetMethod.Name)),
        _ => false,
    };
}
