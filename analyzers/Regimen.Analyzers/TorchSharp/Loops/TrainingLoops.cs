using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>The training loops of a body.</summary>
internal sealed class TrainingLoops
{
    private TrainingLoops(IReadOnlyList<TrainingLoop> innermost, IReadOnlyList<TrainingLoop> passes) => (Innermost, Passes) = (innermost, passes);

    /// <summary>The innermost loops around each way back.</summary>
    public IReadOnlyList<TrainingLoop> Innermost { get; }

    /// <summary>The loops, and functions for loops elsewhere, that go back and step the optimiser: one pass is one step.</summary>
    public IReadOnlyList<TrainingLoop> Passes { get; }

    /// <summary>The training loops in a body.</summary>
    public static TrainingLoops In(CodeBody body, CancellationToken cancellation)
    {
        var file = FileWords.Of(body.Root.Syntax.SyntaxTree, cancellation);
        var methods = TrainingMethods.Of(body.Compilation, cancellation);
        var loops = new List<TrainingLoop>();
        foreach (var repetition in body.Operations.Select(Repetition.Of).OfType<Repetition>())
        {
            var span = repetition.Whole.Syntax.Span;
            if ((file.In(span) & Words.Training) != 0 || methods.AreNamedIn(file, span))
                loops.Add(new TrainingLoop(repetition, body, isFunction: false));
        }

        var passes = loops.Where(IsPass).ToList();
        passes.RemoveAll(outer => passes.Any(inner => inner != outer && outer.Body.Syntax.Span.Contains(inner.Loop.Syntax.Span)));
        foreach (var (method, function) in body.Functions)
        {
            var whole = new TrainingLoop(new Repetition(function, function), body, isFunction: true);
            if (IsPass(whole) && whole.Calls.Any(call => call is { Kind: TrainingCallKind.Backward, IsDirect: true }) && whole.Calls.All(call => !call.IsRepeated))
                passes.Add(whole);
        }

        return new([.. loops.Where(loop => loop.Of(TrainingCallKind.Backward).Any(backward => !backward.IsRepeated))], passes);
    }

    private static bool IsPass(TrainingLoop loop) => loop.Of(TrainingCallKind.Backward).Any() && loop.Of(TrainingCallKind.Step).Any();
}
