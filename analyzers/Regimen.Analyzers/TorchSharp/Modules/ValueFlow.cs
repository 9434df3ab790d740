using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// Follows tensors through the statements of a method, from local to local. Branches, loops and lambdas are followed by themselves: what they
/// read or set has no known origin or successor outside.
/// </summary>
internal sealed class ValueFlow
{
    /// <summary>Enough readers that nobody is the only one.</summary>
    private const int Unknown = 2;

    private readonly ModuleView view;
    private readonly Dictionary<IOperation, FlowValue> values;
    private readonly List<FlowValue> made;
    private readonly Dictionary<ISymbol, FlowValue> variables = new(SymbolEqualityComparer.Default);

    private ValueFlow(ModuleView view, Dictionary<IOperation, FlowValue> values, List<FlowValue> made) => (this.view, this.values, this.made) = (view, values, made);

    /// <summary>What follows from a block.</summary>
    public static ValueFlow Of(ModuleView view, IOperation block)
    {
        var flow = new ValueFlow(view, [], []);
        flow.Run(block);
        return flow;
    }

    /// <summary>Every call with the values that it reads.</summary>
    public IEnumerable<IInvocationOperation> Calls => values.Keys.OfType<IInvocationOperation>();

    /// <summary>The value of an expression; null where it was not reached.</summary>
    public FlowValue? ValueOf(IOperation operation) => values.TryGetValue(Subject.Unwrapped(operation), out var value) ? value : null;

    /// <summary>The layers that the same value passes through.</summary>
    public IEnumerable<LayerChain> Chains()
    {
        var next = new Dictionary<FlowValue, FlowValue>();
        foreach (var value in made)
        {
            if (value.Input is { Uses: 1, Steps.Count: > 0 } input)
                next[input] = value;
        }

        var inner = new HashSet<FlowValue>(next.Values);
        foreach (var value in made)
        {
            if (inner.Contains(value))
                continue;
            var steps = new List<LayerStep>();
            for (FlowValue? at = value; at is not null; at = next.TryGetValue(at, out var following) ? following : null)
                steps.AddRange(at.Steps);
            if (steps.Count > 1)
                yield return new LayerChain(steps, inFlow: true);
        }
    }

    private void Run(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation or IMethodBodyBaseOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IUsingDeclarationOperation or IUsingOperation
                or IVariableInitializerOperation:
                foreach (var child in operation.ChildOperations)
                    Run(child);
                break;
            case IVariableDeclaratorOperation declarator:
                if (declarator.GetVariableInitializer() is { } initializer)
                    variables[declarator.Symbol] = Value(initializer.Value);
                break;
            case IExpressionStatementOperation statement:
                Value(statement.Operation);
                break;
            default:
                Read(operation);
                break;
        }
    }

    private void Read(IOperation? operation)
    {
        if (operation is not null)
            Value(operation).Uses++;
    }

    private FlowValue Value(IOperation operation)
    {
        operation = Subject.Unwrapped(operation);
        if (values.TryGetValue(operation, out var known))
            return known;
        var value = operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation => Variable(Subject.Of(operation)!),
            ISimpleAssignmentOperation assignment => Assigned(assignment),
            IAssignmentOperation assignment => Changed(assignment),
            IInvocationOperation call => Called(call),
            IPropertyReferenceOperation { Instance: { } instance } when view.Symbols.IsTensor(instance.Type) => Asked(instance),
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.Name: "Dispose" } } disposed => Asked(disposed.Operation),
            ILoopOperation or IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ITryOperation or ILockOperation or ICoalesceOperation
                or IConditionalAccessOperation or IAnonymousFunctionOperation or ILocalFunctionOperation => Apart(operation),
            _ => Anything(operation),
        };
        return values[operation] = value;
    }

    private FlowValue Variable(ISymbol variable)
    {
        if (!variables.TryGetValue(variable, out var value))
            variables[variable] = value = Opaque();
        return value;
    }

    private FlowValue Assigned(ISimpleAssignmentOperation assignment)
    {
        var value = Value(assignment.Value);
        if (Subject.Unwrapped(assignment.Target) is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            variables[Subject.Of(assignment.Target)!] = value;
        }
        else
        {
            value.Uses++;
            Read(assignment.Target);
        }

        return value;
    }

    private FlowValue Changed(IAssignmentOperation assignment)
    {
        var value = Anything(assignment);
        if (Subject.Unwrapped(assignment.Target) is ILocalReferenceOperation or IParameterReferenceOperation)
            variables[Subject.Of(assignment.Target)!] = value;
        return value;
    }

    private FlowValue Called(IInvocationOperation call)
    {
        var receiver = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (receiver is not null && view.Symbols.IsTensor(receiver.Type))
        {
            // These hand on the same values.
            if (call.TargetMethod.Name is "MoveToOuterDisposeScope" or "MoveToOtherDisposeScope" or "DetachFromDisposeScope" or "alias" or "contiguous" or "to" or "cuda" or "cpu")
            {
                foreach (var argument in call.Arguments.Where(argument => argument.Value != receiver))
                    Read(argument.Value);
                return Value(receiver);
            }

            // These read no values.
            if (call.TargetMethod.Name is "Dispose" or "size" or "dim" or "numel" or "element_size")
                return Asked(receiver);
        }

        var (input, steps) = Layers(call);
        if (input is null)
            return Anything(call);
        var source = Value(input);
        source.Uses++;
        foreach (var argument in call.Arguments.Where(argument => argument.Value != input))
            Read(argument.Value);
        var value = new FlowValue(steps, source, call);
        made.Add(value);
        return value;
    }

    /// <summary>What a call reads and the layers that it is; no input where it is no layer.</summary>
    private (IOperation? Input, IReadOnlyList<LayerStep> Steps) Layers(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var first = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        if (view.Symbols.IsModuleCall(call))
        {
            var steps = view.StepsOf(call.Instance!);
            return first is null || !view.Symbols.IsTensor(first.Type) || !view.Symbols.IsTensor(call.Type) ? (null, []) : (first, steps);
        }

        var isMethod = view.Symbols.IsTensor(method.ContainingType) && call.Instance is not null;
        var isFunction = view.Symbols.IsFunctional(method, method.Name) || SymbolEqualityComparer.Default.Equals(method.ContainingType, view.Symbols.Torch);
        var kind = LayerNames.KindOf(method.Name);
        var input = isMethod ? call.Instance : isFunction ? first : null;
        if (kind == LayerKind.Other || input is null || !view.Symbols.IsTensor(input.Type) || !view.Symbols.IsTensor(call.Type))
            return (null, []);
        return (input, [new LayerStep(kind, method.Name, method.Name, ModuleView.NameOf(call), null, null, null)]);
    }

    /// <summary>Reads nothing but the shape, or frees it.</summary>
    private FlowValue Asked(IOperation receiver)
    {
        Value(receiver);
        return Opaque();
    }

    private FlowValue Anything(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (child is IArgumentOperation argument)
                Read(argument.Value);
            else
                Read(child);
        }

        return Opaque();
    }

    private FlowValue Apart(IOperation operation)
    {
        foreach (var inside in operation.DescendantsAndSelf())
        {
            if (inside is ILocalReferenceOperation or IParameterReferenceOperation && variables.TryGetValue(Subject.Of(inside)!, out var value))
                value.Uses += Unknown;
        }

        foreach (var child in operation.ChildOperations)
            new ValueFlow(view, values, made).Run(child);

        foreach (var inside in operation.DescendantsAndSelf().OfType<IAssignmentOperation>())
        {
            foreach (var target in inside.Target.DescendantsAndSelf())
            {
                if (target is ILocalReferenceOperation or IParameterReferenceOperation)
                    variables[Subject.Of(target)!] = Opaque();
            }
        }

        return Opaque();
    }

    private static FlowValue Opaque() => new([], null, null);
}
