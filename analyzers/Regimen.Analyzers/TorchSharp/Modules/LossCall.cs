using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A call that computes a loss, with what is known of its arguments.</summary>
/// <param name="Call">The call.</param>
/// <param name="Loss">The function's name, or the module's: <c>cross_entropy</c>, <c>CrossEntropyLoss</c>.</param>
/// <param name="Input">What the predictions come from.</param>
/// <param name="Target">What the targets come from.</param>
internal sealed record LossCall(IInvocationOperation Call, string Loss, FlowValue? Input, FlowValue? Target)
{
    /// <summary>Methods of a module that have nothing to do with what it computes.</summary>
    private static readonly ImmutableHashSet<string> Neutral =
    [
        "parameters", "named_parameters", "buffers", "named_buffers", "train", "eval", "to", "cuda", "cpu", "save", "load", "state_dict", "load_state_dict", "zero_grad", "requires_grad_", "Dispose",
    ];

    /// <summary>Every call of one of these losses.</summary>
    public static IEnumerable<LossCall> Of(ModuleView type, string function, string? module)
    {
        foreach (var flow in type.Flows)
        {
            foreach (var call in flow.Calls)
            {
                var isFunction = type.Symbols.IsFunctional(call.TargetMethod, function);
                if (isFunction || (module is not null && type.Symbols.IsModuleCall(call) && type.Symbols.IsOwnModule(call.Instance!.Type) && call.Instance.Type!.Name == module))
                    yield return new(call, isFunction ? function : module!, Argument(flow, call, 0), Argument(flow, call, 1));
            }
        }
    }

    /// <summary>The last layer that made a value; null where it is unknown.</summary>
    private static LayerStep? Last(FlowValue? value) => value is { Steps: { Count: > 0 } steps } ? steps[steps.Count - 1] : null;

    /// <summary>Whether a method of a module has nothing to do with what it computes.</summary>
    public static bool IsNeutral(string method) => Neutral.Contains(method);

    /// <summary>Whether a method of a module has to do neither with what it computes nor with its weights.</summary>
    public static bool LeavesAlone(string method) => method is "train" or "eval" or "to" or "cuda" or "cpu" or "Dispose";

    /// <summary>
    /// What made a value with this function: a layer, or a module of the project whose <c>forward</c> ends in it. Null where something else made it, or
    /// nobody knows.
    /// </summary>
    /// <param name="type">The type that the loss is computed in.</param>
    /// <param name="value">What the loss is given.</param>
    /// <param name="function">The name as <see cref="LayerNames.Normalise"/> writes it.</param>
    /// <param name="losses">All such losses of the type.</param>
    public LossInput? MadeBy(ModuleView type, FlowValue? value, string function, IReadOnlyCollection<LossCall> losses)
    {
        if (Last(value) is not { } step)
            return null;
        if (step.Kind != LayerKind.Other)
            return LayerNames.Normalise(step.Name) == function ? new(step.Place, step.Display, IsModel: false, Hints(type, step, losses)) : null;
        return value!.Call is { Instance: { } model } call && type.Origin(model) is var origin
            && ForwardEnd.Of(origin.Type, origin is IObjectCreationOperation, type.Compilation) == function
            ? new(call.Syntax, Quote.Call(call.Syntax.ToString(), call.TargetMethod.Name), IsModel: true, FixHints.None)
            : null;
    }

    /// <summary>
    /// What a fix of the last layer must know: whether the <c>Sequential</c> that it stands in is read by anything but these losses, for which the
    /// layer must stay.
    /// </summary>
    private ImmutableDictionary<string, string?> Hints(ModuleView type, LayerStep step, IReadOnlyCollection<LossCall> losses) =>
        step.Container is not null && IsReadByOthers(type, this, step.Container, losses) ? FixHints.Kept : FixHints.None;

    private static bool IsReadByOthers(ModuleView type, LossCall loss, IOperation container, IReadOnlyCollection<LossCall> losses)
    {
        // One that is a part of another one has a variable of its own, if it is not written in place.
        if (loss.Input?.Call?.Instance is not { } called || type.Origin(called) is not { } origin
            || origin.Syntax.SyntaxTree != container.Syntax.SyntaxTree || !origin.Syntax.Span.Contains(container.Syntax.Span))
        {
            return true;
        }

        var references = type.Operations.Where(operation => operation is IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation).ToArray();
        var variables = new HashSet<ISymbol>(
            references.Where(reference => type.Origin(reference) == origin).Select(reference => Subject.Of(reference)).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return variables.Any(variable => variable is IParameterSymbol or (IFieldSymbol or IPropertySymbol) and not { DeclaredAccessibility: Accessibility.Private })
            || references.Any(reference => Symbol(reference) is { } symbol && variables.Contains(symbol) && !IsForLoss(reference, losses));
    }

    private static ISymbol? Symbol(IOperation reference) => reference is IMemberReferenceOperation member ? member.Member : Subject.Of(reference);

    /// <summary>Whether the module is called for a loss that alone reads the result, or its output does not matter.</summary>
    private static bool IsForLoss(IOperation reference, IReadOnlyCollection<LossCall> losses)
    {
        var use = reference.Parent;
        while (use is IConversionOperation or IParenthesizedOperation)
            use = use.Parent;
        return use switch
        {
            IInvocationOperation { TargetMethod.Name: "forward" or "call" } call => losses.Any(loss => loss.Input is { Uses: 1 } input && input.Call == call),
            IInvocationOperation call => Neutral.Contains(call.TargetMethod.Name),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "register_module" } } => true,

            // Moved: in place, or to the same variable.
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "ModuleExtensionMethods" } move } => move.Parent is IExpressionStatementOperation
                || (move.Parent is ISimpleAssignmentOperation { Target: var target } && SymbolEqualityComparer.Default.Equals(Subject.Of(target), Subject.Of(reference))),
            ISimpleAssignmentOperation assignment => assignment.Target == reference,
            _ => false,
        };
    }

    private static FlowValue? Argument(ValueFlow flow, IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { } argument ? flow.ValueOf(argument.Value) : null;
}
