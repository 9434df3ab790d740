using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A call of TorchSharp that a method of the project makes, for who calls the method.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Call">The call.</param>
/// <param name="Subject">The variable that it is made on, as the caller knows it; null where the caller does not.</param>
/// <param name="IsConditional">Whether it need not happen.</param>
/// <param name="IsRepeated">Whether a loop in the method repeats it.</param>
internal sealed record CalledTraining(TrainingCallKind Kind, IInvocationOperation Call, ISymbol? Subject, bool IsConditional, bool IsRepeated)
{
    /// <summary>What a call means to a training; null where it means nothing by itself.</summary>
    public static TrainingCallKind? KindOf(IInvocationOperation call, TorchSharpSymbols symbols) => call switch
    {
        _ when symbols.IsBackward(call) => TrainingCallKind.Backward,
        _ when symbols.IsStep(call) => TrainingCallKind.Step,
        _ when symbols.IsZeroGrad(call) => TrainingCallKind.ZeroGrad,
        _ when symbols.IsSchedulerStep(call) => TrainingCallKind.SchedulerStep,
        _ => null,
    };

    /// <summary>What the method that is called does, through the methods that it calls in turn, in the order of the text.</summary>
    public static IReadOnlyList<CalledTraining> By(IInvocationOperation call, TorchSharpSymbols symbols, Compilation compilation)
    {
        var all = By(call, symbols, compilation, 0).ToArray();

        // A loop of its own that goes back and steps is a training by itself.
        var isWhole = all.Any(one => one is { Kind: TrainingCallKind.Backward, IsRepeated: true }) && all.Any(one => one is { Kind: TrainingCallKind.Step, IsRepeated: true });
        return isWhole ? [.. all.Where(one => !one.IsRepeated)] : all;
    }

    private static IEnumerable<CalledTraining> By(IInvocationOperation call, TorchSharpSymbols symbols, Compilation compilation, int depth)
    {
        var method = call.TargetMethod;
        if (depth == TrainingMethods.Depth || method.DeclaringSyntaxReferences.IsEmpty || (MethodBodies.WordsOf(method, compilation) & (Words.Training | Words.Step)) == 0
            || MethodBodies.Of(method, compilation) is not { } body)
        {
            yield break;
        }

        foreach (var inner in body.Descendants().OfType<IInvocationOperation>().OrderBy(inner => inner.Syntax.Span.End))
        {
            var isConditional = inner.IsConditional(body);
            if (isConditional && inner.IsInFunction(body))
                continue;
            var isRepeated = Repetition.Around(inner) is { } loop && body.Syntax.Span.Contains(loop.Whole.Syntax.Span);
            if (KindOf(inner, symbols) is { } kind)
            {
                yield return new(kind, inner, ForCaller(TorchSharp.Subject.Of(inner.Receiver()), call, body), isConditional, isRepeated);
            }
            else
            {
                foreach (var called in By(inner, symbols, compilation, depth + 1))
                    yield return called with { Subject = ForCaller(called.Subject, call, body), IsConditional = called.IsConditional || isConditional, IsRepeated = called.IsRepeated || isRepeated };
            }
        }
    }

    /// <summary>What the caller knows a variable of the method by: the argument for a parameter, nothing for a local.</summary>
    private static ISymbol? ForCaller(ISymbol? variable, IInvocationOperation call, IOperation body) => variable switch
    {
        IParameterSymbol parameter when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, call.TargetMethod.OriginalDefinition) =>
            TorchSharp.Subject.Of(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value),
        ILocalSymbol or IParameterSymbol when TorchSharp.Subject.IsDeclaredIn(variable, body) => null,
        _ => variable,
    };
}
