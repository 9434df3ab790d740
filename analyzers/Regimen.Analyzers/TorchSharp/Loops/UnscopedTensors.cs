using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A training loop that leaves its tensors to the garbage collector, which knows nothing of their size.</summary>
internal sealed class UnscopedTensors() : TrainingLoopRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6008", DiagnosticSeverity.Warning,
        "Tensors of a training loop not disposed",
        "The tensors of this loop, such as '{0}', wait for the garbage collector; begin its body with 'using var scope = torch.NewDisposeScope();'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        if (!loop.HasOptimizer || IsManaged(loop) || loop.Of(TrainingCallKind.Backward).Any(backward => backward.Call.IsInFunction(loop.Loop)))
            yield break;
        if (loop.Loop.Body.Descendants().FirstOrDefault(operation => IsLeft(loop, operation)) is not { } left)
            yield break;

        // What leaves the loop would be disposed by a scope in it, so nothing can be put there blindly.
        var hints = Escapes(loop) ? FixHints.Kept : FixHints.None;
        yield return Diagnostic.Create(Descriptor, loop.Keyword, [loop.Loop.Body.Syntax.GetLocation()], hints, Quote.Line(left.Syntax.ToString()));
    }

    private static bool IsManaged(TrainingLoop loop) => loop.Loop.Descendants().Any(operation => operation switch
    {
        IInvocationOperation call => loop.Symbols.IsNewScope(call)
            || call.TargetMethod is { Name: "Collect", ContainingType.Name: "GC" }
            || (call.TargetMethod.ContainingType.Name == "DisposeScope" && loop.Symbols.IsTorchSharp(call.TargetMethod)),
        IUsingOperation scope => scope.Resources.Descendants().Append(scope.Resources).Any(IsScope),
        IUsingDeclarationOperation scope => scope.DeclarationGroup.Descendants().Any(IsScope),
        _ => false,
    });

    private static bool IsScope(IOperation resource) => resource.Type?.Name.IndexOf("Scope", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether the operation makes a tensor that nothing disposes: a local, or what a module made.</summary>
    private static bool IsLeft(TrainingLoop loop, IOperation operation)
    {
        if (!Makes(loop.Symbols, operation) || operation.IsInFunction(loop.Loop))
            return false;
        switch (Subject.Consumer(operation))
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local, Parent.Parent: var group } }:
                return group?.Parent is not (IUsingDeclarationOperation or IUsingOperation)
                    && !Subject.References(loop.Loop, local).Any(reference => reference.Parent is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeWith" } or IUsingOperation or IReturnOperation);
            case IArgumentOperation { Parent: IInvocationOperation outer }:
                return loop.Symbols.IsTorchSharp(outer.TargetMethod) && operation is IInvocationOperation inner && loop.Symbols.IsForward(inner);
            case IInvocationOperation:
                return operation is IInvocationOperation made && loop.Symbols.IsForward(made);
            default:
                return false;
        }
    }

    private static bool Makes(TorchSharpSymbols symbols, IOperation operation) => symbols.IsTensor(operation.Type) && operation switch
    {
        IInvocationOperation call => symbols.IsTorchSharp(call.TargetMethod) ? !symbols.IsStep(call) : symbols.IsForward(call),
        IBinaryOperation binary => binary.OperatorMethod is not null,
        _ => false,
    };

    /// <summary>
    /// Whether a tensor of the loop may be kept by something outside of it: by a variable, by an object that is made with it or a method that is
    /// given it, whatever their code says, or by a lambda that runs later.
    /// </summary>
    private static bool Escapes(TrainingLoop loop) => loop.Loop.Descendants().Any(operation => operation switch
    {
        IAssignmentOperation assignment => (HoldsTensor(loop.Symbols, assignment.Type) || HoldsTensor(loop.Symbols, Subject.Unwrapped(assignment.Value).Type)) && assignment.Target.DescendantsAndSelf().Any(target =>
            target is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation
            && target is not ILocalReferenceOperation { IsDeclaration: true }
            && !Subject.IsDeclaredIn(Subject.Of(target), loop.Loop)),
        IArgumentOperation { Parent: IObjectCreationOperation } argument => GivesTensor(loop.Symbols, argument.Value),
        IArgumentOperation { Parent: IInvocationOperation call } argument => GivesTensor(loop.Symbols, argument.Value)
            && !loop.Symbols.IsTorchSharp(call.TargetMethod) && call.TargetMethod.ContainingType?.Name is not ("Console" or "String"),
        IAnonymousFunctionOperation or ILocalFunctionOperation => operation.Descendants().Any(inside => inside is ILocalReferenceOperation local
            && HoldsTensor(loop.Symbols, local.Type) && Subject.IsDeclaredIn(local.Local, loop.Loop) && !Subject.IsDeclaredIn(local.Local, operation)),
        IReturnOperation { ReturnedValue: { } value } => HoldsTensor(loop.Symbols, value.Type),
        _ => false,
    });

    /// <summary>Whether the argument is a tensor or holds some; those of <c>params object[]</c> stand in an array.</summary>
    private static bool GivesTensor(TorchSharpSymbols symbols, IOperation value) => Subject.Unwrapped(value) is var given
        && (HoldsTensor(symbols, given.Type) || (given is IArrayCreationOperation { Initializer.ElementValues: var elements } && elements.Any(element => GivesTensor(symbols, element))));

    private static bool HoldsTensor(TorchSharpSymbols symbols, ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => HoldsTensor(symbols, array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => HoldsTensor(symbols, element.Type)),
        INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } => arguments.Any(argument => HoldsTensor(symbols, argument)),
        _ => symbols.IsTensor(type),
    };
}
