using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Text;

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
/// <param name="Call">The call in the loop: of TorchSharp, or of a method of the project that makes <paramref name="Inner"/>.</param>
/// <param name="Inner">The call of TorchSharp.</param>
/// <param name="Subject">The variable that it is made on; null where that is no variable that lasts through the loop.</param>
/// <param name="Line">Its place among the statements that every pass goes through in this order; null where it need not happen on every pass.</param>
/// <param name="Place">That statement, or the call where there is none.</param>
/// <param name="IsRepeated">Whether a loop inside this one repeats it.</param>
internal sealed record TrainingCall(TrainingCallKind Kind, IInvocationOperation Call, IInvocationOperation Inner, ISymbol? Subject, int? Line, SyntaxNode Place, bool IsRepeated)
{
    /// <summary>Where it stands in the file. All that one call of a method does stands at the same place.</summary>
    public int Position => Call.Syntax.SpanStart;

    /// <summary>Whether it is made in the loop itself.</summary>
    public bool IsDirect => Call == Inner;

    /// <summary>What it is made on, as the user wrote it.</summary>
    public string Receiver => (IsDirect ? null : Subject?.Name) ?? Inner.Receiver()?.Syntax.ToString() ?? "";

    /// <summary>The call as the user wrote it.</summary>
    public string Text => IsDirect ? Call.Syntax.ToString() : Quote.Line(Call.Syntax.ToString());

    /// <summary>The place to underline.</summary>
    public Location Location => Call.Syntax.GetLocation();
}
