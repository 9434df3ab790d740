using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Whether code may keep tensors that it is given, so that they outlive the pass of a loop that makes them.</summary>
internal sealed class KeptTensors(TorchSharpSymbols symbols, Compilation compilation)
{
    /// <summary>Whether a tensor of the loop may be kept by something outside of it: by a variable, an object that is made with it, a method that is given it, or a lambda that runs later.</summary>
    public bool Escape(TrainingLoop loop) => loop.Descendants.Any(operation => operation switch
    {
        IAssignmentOperation assignment => IsOfTensors(assignment) && IsSetOutside(assignment, loop.Loop),
        IReturnOperation { ReturnedValue: { } value } => !loop.IsInFunction(operation) && Hold(value.Type),
        _ => IsGivenAway(operation, loop.Loop, 0),
    });

    /// <summary>Whether a method of the project, or one that it calls, may keep a tensor beyond the call: in a field, a list, an object, a lambda. What has no code here may do anything.</summary>
    private bool Keeps(IMethodSymbol method, int depth)
    {
        if (depth == TrainingMethods.Depth || MethodBodies.Of(method, compilation) is not { } body)
            return true;
        return body.Descendants().Any(operation => operation switch
        {
            IAssignmentOperation assignment => (IsOfTensors(assignment) || IsAnything(assignment.Type)) && IsSetOutside(assignment, body),
            _ => IsGivenAway(operation, body, depth + 1),
        });
    }

    /// <summary>Whether the operation gives a tensor to something that may keep it.</summary>
    private bool IsGivenAway(IOperation operation, IOperation within, int depth)
    {
        switch (operation)
        {
            case IArgumentOperation { Parent: IObjectCreationOperation } argument:
                return Give(argument.Value, depth);
            case IArgumentOperation { Parent: IInvocationOperation call } argument when Give(argument.Value, depth):
                if (symbols.IsModuleCall(call))
                    return ForwardOf(call) is { } forward && Keeps(forward, depth);

                // A list of the method's own ends with it.
                var isOwn = depth > 0 && Subject.IsDeclaredIn(Subject.Of(call.Instance), within);
                return !isOwn && !symbols.IsTorchSharp(call.TargetMethod) && call.TargetMethod.ContainingType?.Name is not ("Console" or "String") && Keeps(call.TargetMethod, depth);
            case IAnonymousFunctionOperation or ILocalFunctionOperation when Repetition.Of(operation) is null:
                return operation.Descendants().Any(inside => inside is ILocalReferenceOperation local
                    && Hold(local.Type) && Subject.IsDeclaredIn(local.Local, within) && !Subject.IsDeclaredIn(local.Local, operation));
            default:
                return false;
        }
    }

    /// <summary>What runs where a module is called; null where it is one of TorchSharp's or not known, which keep nothing.</summary>
    private static IMethodSymbol? ForwardOf(IInvocationOperation call)
    {
        for (var type = call.Instance?.Type; type is not null && !type.DeclaringSyntaxReferences.IsEmpty; type = type.BaseType)
        {
            if (type.GetMembers("forward").OfType<IMethodSymbol>().FirstOrDefault(forward => forward.IsOverride && forward.Parameters.Length == call.TargetMethod.Parameters.Length) is { } found)
                return found;
        }

        return null;
    }

    private bool IsOfTensors(IAssignmentOperation assignment) => Hold(assignment.Type) || Hold(Subject.Unwrapped(assignment.Value).Type);

    private static bool IsSetOutside(IAssignmentOperation assignment, IOperation within) => assignment.Target.DescendantsAndSelf().Any(target =>
        target is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation
        && target is not ILocalReferenceOperation { IsDeclaration: true }
        && target is not IParameterReferenceOperation { Parameter.RefKind: RefKind.None }
        && !Subject.IsDeclaredIn(Subject.Of(target), within));

    /// <summary>Whether the argument is a tensor or holds some; those of <c>params object[]</c> stand in an array.</summary>
    private bool Give(IOperation value, int depth) => Subject.Unwrapped(value) is var given
        && (Hold(given.Type) || (depth > 0 && IsAnything(given.Type)) || (given is IArrayCreationOperation { Initializer.ElementValues: var elements } && elements.Any(element => Give(element, depth))));

    /// <summary>Whether a method that was given a tensor may know it by this type: <c>object</c>, or its type parameter.</summary>
    private static bool IsAnything(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsAnything(array.ElementType),
        _ => type is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object },
    };

    private bool Hold(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Hold(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => Hold(element.Type)),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
        INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } => !symbols.IsModule(type) && arguments.Any(Hold),
        _ => symbols.IsTensor(type),
    };
}
