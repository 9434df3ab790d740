using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A sum of losses, kept as a tensor that remembers how each of them was made.</summary>
internal sealed class AccumulatedLoss() : TrainingLoopRule(isOfPass: false, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6027", DiagnosticSeverity.Warning,
        "Losses summed with their graphs",
        "'{0}' keeps the graph of every '{1}' that is added to it; add '{1}.detach()'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        if (loop.Of(TrainingCallKind.Backward).Any(backward => backward.Inner.Argument("retain_graph") is not null || backward.Inner.Argument("create_graph") is not null))
            yield break;
        foreach (var assignment in loop.Descendants.OfType<IAssignmentOperation>())
        {
            if (!loop.Symbols.IsTensor(assignment.Target.Type) || Subject.Of(assignment.Target) is not { } sum || Subject.IsDeclaredIn(sum, loop.Loop) || loop.IsInFunction(assignment))
                continue;
            if (Added(assignment, sum) is not { } added || Subject.Of(added) is not { } loss || Subject.Same(loss, sum))
                continue;

            // Going back from the loss frees what the graph holds, so the sum cannot be what is trained.
            if (loop.Of(TrainingCallKind.Backward).Any(backward => Subject.Same(backward.Subject, loss)) && !IsTrained(loop, sum) && !IsGradOff(loop, assignment))
                yield return Diagnostic.Create(Descriptor, Subject.Unwrapped(added).Syntax.GetLocation(), assignment.Target.Syntax.ToString(), Subject.Unwrapped(added).Syntax.ToString());
        }
    }

    /// <summary>What <c>sum += x</c> and <c>sum = sum + x</c> add.</summary>
    public static IOperation? Added(IAssignmentOperation assignment, ISymbol sum) => assignment switch
    {
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } compound => compound.Value,
        ISimpleAssignmentOperation simple when Subject.Unwrapped(simple.Value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary =>
            Subject.Same(Subject.Of(binary.LeftOperand), sum) ? binary.RightOperand : Subject.Same(Subject.Of(binary.RightOperand), sum) ? binary.LeftOperand : null,
        _ => null,
    };

    private static bool IsTrained(TrainingLoop loop, ISymbol sum) =>
        loop.Root.Descendants().OfType<IInvocationOperation>().Any(call => loop.Symbols.IsBackward(call) && Subject.Same(Subject.Of(call.Instance), sum));

    private static bool IsGradOff(TrainingLoop loop, IOperation assignment) =>
        loop.Invocations.Any(call => loop.Symbols.IsGradMode(call) && call.Syntax.SpanStart < assignment.Syntax.SpanStart);
}
