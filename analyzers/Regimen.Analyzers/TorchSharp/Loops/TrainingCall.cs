using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>What a call contributes to a step of the training.</summary>
internal enum TrainingCallKind
{
    ZeroGrad,
    Backward,
    Step,
    SchedulerStep,
}

/// <summary>A call of a training loop.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Call">The call.</param>
/// <param name="Subject">The variable that it is made on; null where that is no variable that lasts through the loop.</param>
/// <param name="Line">Its place among the statements that every pass goes through in this order; null where it is not such a statement.</param>
internal sealed record TrainingCall(TrainingCallKind Kind, IInvocationOperation Call, ISymbol? Subject, int? Line)
{
    /// <summary>Where it stands in the file.</summary>
    public int Position => Call.Syntax.SpanStart;

    /// <summary>What it is made on, as the user wrote it.</summary>
    public string Receiver => Call.Receiver()?.Syntax.ToString() ?? "";

    /// <summary>The call as the user wrote it.</summary>
    public string Text => Call.Syntax.ToString();

    /// <summary>The place to underline.</summary>
    public Location Location => Call.Syntax.GetLocation();
}
