using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A call that computes a loss, with what is known of its arguments.</summary>
/// <param name="Call">The call.</param>
/// <param name="Loss">The function's name, or the module's: <c>cross_entropy</c>, <c>CrossEntropyLoss</c>.</param>
/// <param name="Input">What the predictions come from.</param>
/// <param name="Target">What the targets come from.</param>
internal sealed record LossCall(IInvocationOperation Call, string Loss, FlowValue? Input, FlowValue? Target)
{
    /// <summary>Every call of one of these losses.</summary>
    public static IEnumerable<LossCall> Of(ModuleView type, string function, string? module)
    {
        foreach (var flow in type.Flows)
        {
            foreach (var call in flow.Calls)
            {
                var isFunction = type.Symbols.IsFunctional(call.TargetMethod, function);
                if (isFunction || (module is not null && type.IsModuleCall(call) && type.IsOwnModule(call.Instance!.Type) && call.Instance.Type!.Name == module))
                    yield return new(call, isFunction ? function : module!, Argument(flow, call, 0), Argument(flow, call, 1));
            }
        }
    }

    /// <summary>The last layer that made a value; null where it is unknown.</summary>
    public static LayerStep? Last(FlowValue? value) => value is { Steps: { Count: > 0 } steps } ? steps[steps.Count - 1] : null;

    /// <summary>Whether it is this layer, as module, function or method.</summary>
    public static bool Is(LayerStep? step, string name) => step is { Kind: not LayerKind.Other } && LayerCatalogue.Normalise(step.Name) == name;

    private static FlowValue? Argument(ValueFlow flow, IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { } argument ? flow.ValueOf(argument.Value) : null;
}
