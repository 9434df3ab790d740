using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A tensor that a dispose scope disposes, kept in a variable or in a list that is used behind the scope.</summary>
internal sealed class KeptBeyondScope() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6034", DiagnosticSeverity.Warning,
        "Tensor used behind its scope",
        "'{0}' is used behind the dispose scope that disposes the tensor given to it here; call 'MoveToOuterDisposeScope()' on the tensor");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Scope);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation) => body.Operations
        .Select(operation => operation switch
        {
            ISimpleAssignmentOperation or ICompoundAssignmentOperation => InVariable((IAssignmentOperation)operation, body.Symbols),
            IInvocationOperation call => InList(call, body.Symbols),
            _ => null,
        })
        .OfType<Diagnostic>();

    private static Diagnostic? InVariable(IAssignmentOperation assignment, TorchSharpSymbols symbols)
    {
        if (!symbols.IsTensor(assignment.Target.Type) || assignment.Parent is not IExpressionStatementOperation
            || Subject.Of(assignment.Target) is not ILocalSymbol local || TensorScopes.Innermost(symbols, assignment) is not { } scope)
        {
            return null;
        }

        var body = TensorScopes.BodyOf(scope);
        if (Subject.IsDeclaredIn(local, body) || !(assignment is ICompoundAssignmentOperation || TensorScopes.IsFresh(symbols, Subject.Unwrapped(assignment.Value))))
            return null;
        var references = Subject.References(assignment.Root(), local).ToArray();

        // Another assignment may replace it, a call may take it out: only the plain case is certain.
        var assigned = references.Count(reference => Subject.Consumer(reference) is IAssignmentOperation other && other.Target == reference && body.Syntax.Span.Contains(other.Syntax.Span));
        if (assigned != 1 || references.Any(reference => Subject.Consumer(reference) switch
            {
                IInvocationOperation call => TensorScopes.TakesOut(call.TargetMethod) || !symbols.IsTorchSharp(call.TargetMethod),
                IArgumentOperation { Parent: IInvocationOperation call } => TensorScopes.TakesOut(call.TargetMethod) || !symbols.IsTorchSharp(call.TargetMethod),
                IBinaryOperation or IAssignmentOperation or IMemberReferenceOperation or IInterpolationOperation or IConversionOperation => false,
                _ => true,
            }))
        {
            return null;
        }

        var isSumOfPasses = assignment is ICompoundAssignmentOperation && scope.NearestLoop() is { } loop && !Subject.IsDeclaredIn(local, loop);
        var next = references.FirstOrDefault(reference => reference.Syntax.SpanStart >= body.Syntax.Span.End);
        return isSumOfPasses || (next is not null && !(Subject.Consumer(next) is ISimpleAssignmentOperation replaced && replaced.Target == next))
            ? Diagnostic.Create(Descriptor, assignment.Syntax.GetLocation(), [assignment.Value.Syntax.GetLocation()], local.Name)
            : null;
    }

    private static Diagnostic? InList(IInvocationOperation add, TorchSharpSymbols symbols)
    {
        if (!Adds(symbols, add) || add.Parent is not IExpressionStatementOperation || Subject.Of(add.Instance) is not { } list || TensorScopes.Innermost(symbols, add) is not { } scope)
            return null;
        var (body, function, tensor) = (TensorScopes.BodyOf(scope), Function(add), add.Arguments[0].Value);
        if (Subject.IsDeclaredIn(list, body) || IsNamed(scope) || !TensorScopes.Holds(symbols, scope, tensor, add))
            return null;
        var references = Subject.References(add.Root(), list).ToArray();

        // Whatever else looks at the list in the scope may take out what it holds.
        if (references.Any(reference => body.Syntax.Span.Contains(reference.Syntax.Span) && Subject.Consumer(reference) is not (IInvocationOperation { TargetMethod.Name: "Add" } or IPropertyReferenceOperation { Property.Name: "Count" })))
            return null;
        var behind = references.Where(reference => reference.Syntax.SpanStart >= body.Syntax.Span.End && function.Syntax.Span.Contains(reference.Syntax.Span) && !reference.IsInFunction(function))
            .TakeWhile(reference => IsLookedAt(symbols, reference) || Subject.Consumer(reference) is IInvocationOperation { TargetMethod.Name: "Add" });
        var isAlone = Subject.InitialValue(add.Root(), list) is { } initial && IsEmpty(initial) && references.All(reference => Subject.Consumer(reference) == add || IsLookedAt(symbols, reference));
        return behind.Any(reference => ReadsAll(symbols, reference) || (isAlone && ReadsOne(reference))) && (list is ILocalSymbol || !MayChange(function, add, list))
            ? Diagnostic.Create(Descriptor, add.Syntax.GetLocation(), [tensor.Syntax.GetLocation()], list.Name)
            : null;
    }

    /// <summary><c>losses.Add(loss)</c> of a list of the framework.</summary>
    private static bool Adds(TorchSharpSymbols symbols, IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Add", ContainingType: { TypeArguments: [var element], ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } } }, Arguments.Length: 1 }
        && symbols.IsTensor(element);

    /// <summary>Whether the scope has a name that is used, by which it may let go of anything.</summary>
    private static bool IsNamed(IOperation scope) => scope.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>().Any(declared => Subject.References(scope.Root(), declared.Symbol).Any());

    private static bool IsEmpty(IOperation list) => list switch
    {
        IObjectCreationOperation { Initializer: null } creation => creation.Arguments.All(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Int32),
        ICollectionExpressionOperation collection => collection.Elements.IsEmpty,
        _ => false,
    };

    /// <summary>The function that the operation stands in.</summary>
    private static IOperation Function(IOperation operation)
    {
        while (operation.Parent is { } parent && operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            operation = parent;
        return operation;
    }

    /// <summary>Whether the list holds the same afterwards, as far as it is seen.</summary>
    private static bool IsLookedAt(TorchSharpSymbols symbols, IOperation list) => Subject.Consumer(list) switch
    {
        IForEachLoopOperation or IInvocationOperation { TargetMethod.Name: "ToArray" } => true,
        (IPropertyReferenceOperation or IImplicitIndexerReferenceOperation) and { } part => Subject.Consumer(part) is not IAssignmentOperation,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => symbols.IsTorchSharp(method) || method.ContainingType.Name is "Enumerable" or "Console" or "String",
        _ => false,
    };

    /// <summary>Whether every tensor of the list is read: by a loop that does more than dispose them, by an operation on all of them, by a query.</summary>
    private static bool ReadsAll(TorchSharpSymbols symbols, IOperation list) => Subject.Consumer(list) switch
    {
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var each } } loop =>
            Subject.References(loop.Body, each).Any(use => Subject.Consumer(use) is not IInvocationOperation { TargetMethod.Name: "Dispose" }),
        IInvocationOperation { TargetMethod.Name: "ToArray" } copy => ReadsAll(symbols, copy),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList", ContainingType.Name: "Enumerable" } } copy } => ReadsAll(symbols, copy),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => symbols.IsTorchSharp(method)
            ? !TensorScopes.TakesOut(method)
            : method is { Name: "Select" or "Sum" or "Average" or "Aggregate" or "Max" or "Min", ContainingType.Name: "Enumerable" },
        _ => false,
    };

    /// <summary>Whether one tensor of the list is read, and not only to dispose it.</summary>
    private static bool ReadsOne(IOperation list) => Subject.Consumer(list) is (IPropertyReferenceOperation { Property.IsIndexer: true } or IImplicitIndexerReferenceOperation) and { } element
        && Subject.Consumer(element) is not IInvocationOperation { TargetMethod.Name: "Dispose" };

    /// <summary>Whether a method that is called behind the tensor's addition may change a list that is more than a local.</summary>
    private static bool MayChange(IOperation function, IOperation add, ISymbol list) => function.Descendants().OfType<IInvocationOperation>()
        .Any(call => call.Syntax.SpanStart > add.Syntax.SpanStart && Mentions.InMethod(call.TargetMethod, list.Name));
}
