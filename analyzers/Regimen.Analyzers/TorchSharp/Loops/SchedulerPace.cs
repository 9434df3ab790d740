using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A schedule that counts batches stepped once per epoch, or one that counts epochs stepped on every batch.</summary>
internal sealed class SchedulerPace() : TrainingLoopRule(isOfPass: true, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6012", DiagnosticSeverity.Warning,
        "Scheduler stepped at the wrong pace",
        "'{0}' is called once per {1}, but {2} counts {3}; call it once per {4}");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        if (loop.Of(TrainingCallKind.Step).FirstOrDefault() is not { } step || loop.Around.FirstOrDefault() is not { } epochs)
            yield break;

        foreach (var call in loop.StraightOf(TrainingCallKind.SchedulerStep))
        {
            if (loop.Creation(call.Subject) is { } creation && Length(creation) is { } length && IsBound(epochs.Whole, length))
                yield return Diagnostic.Create(Descriptor, call.Location, [loop.Loop.Syntax.GetLocation()], call.Text, "batch", creation.TargetMethod.Name, "epochs", "epoch");
        }

        if (loop.Of(TrainingCallKind.SchedulerStep).Any())
            yield break;
        foreach (var call in epochs.Whole.Descendants().OfType<IInvocationOperation>().Where(loop.Symbols.IsSchedulerStep))
        {
            if (!call.IsInFunction(epochs.Body) && Repetition.Around(call) == epochs && loop.Creation(Subject.Of(call.Instance)) is { } creation && CountsBatches(loop, creation))
                yield return Diagnostic.Create(Descriptor, call.Syntax.GetLocation(), [step.Place.GetLocation()], call.Syntax.ToString(), "epoch", creation.TargetMethod.Name, "batches", "batch");
        }
    }

    /// <summary>The argument that says how many steps the schedule has.</summary>
    private static IOperation? Length(IInvocationOperation creation) => creation.TargetMethod.Name switch
    {
        "CosineAnnealingLR" => creation.Argument("T_max"),
        "LinearLR" or "PolynomialLR" => creation.Argument("total_iters"),
        "OneCycleLR" => creation.Argument("total_steps"),
        _ => null,
    };

    /// <summary>Whether the loop counts up to this value.</summary>
    private static bool IsBound(IOperation epochs, IOperation length)
    {
        if (epochs is not IForLoopOperation { Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } condition })
            return false;
        var (bound, value) = (Subject.Unwrapped(condition.RightOperand), Subject.Unwrapped(length));
        if (Subject.Of(bound) is { } symbol && Subject.Same(symbol, Subject.Of(value)))
            return true;

        // A schedule of a single step says nothing.
        return bound.ConstantValue is { HasValue: true, Value: int number and > 1 }
            && value.ConstantValue is { HasValue: true, Value: IConvertible given and not (string or bool or char) } && Convert.ToDouble(given, null) == number;
    }

    /// <summary>Whether the number of steps was made from the number of batches.</summary>
    private static bool CountsBatches(TrainingLoop loop, IInvocationOperation creation)
    {
        if (creation.TargetMethod.Name != "OneCycleLR")
            return false;
        if (creation.Argument("steps_per_epoch") is { } perEpoch)
            return creation.Argument("total_steps") is null && perEpoch.ConstantValue is not { HasValue: true, Value: 1 };
        var total = creation.Argument("total_steps");
        return total is not null && (Subject.InitialValue(loop.Root, Subject.Of(total)) ?? Subject.Unwrapped(total)) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply };
    }
}
