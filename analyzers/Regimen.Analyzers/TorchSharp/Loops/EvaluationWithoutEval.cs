using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A module measured as it trains: with dropout on, and with the statistics of the batch at hand.</summary>
internal sealed class EvaluationWithoutEval() : EvaluationRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6013", DiagnosticSeverity.Warning,
        "Evaluation in training mode",
        "'{0}' is measured in training mode, with dropout on and batch statistics; call '{0}.eval()' before");

    public override Diagnostic? Check(Evaluation evaluation, IMethodSymbol method, TorchSharpSymbols symbols, Compilation compilation, CancellationToken cancellation)
    {
        // The last call before the module is measured decides.
        var mode = evaluation.Root.Descendants().OfType<IInvocationOperation>()
            .Where(call => (symbols.IsEval(call) || symbols.IsTrain(call)) && call.Syntax.SpanStart < evaluation.Forward.Syntax.SpanStart
                && (Subject.Of(call.Receiver()) is not { } receiver || Subject.Same(receiver, evaluation.Model)))
            .OrderBy(call => call.Syntax.SpanStart).LastOrDefault();
        if ((mode is not null && (symbols.IsEval(mode) || Subject.Of(mode.Receiver()) is null || mode.HasArguments()))
            || evaluation.MayBePrepared(method, compilation, cancellation, "eval", "train")
            || !ModeDependence.Matters(compilation, symbols, evaluation.Root, evaluation.Model, cancellation))
        {
            return null;
        }

        var hints = LeavesTrainingAlone(evaluation, symbols) ? FixHints.Statement($"{evaluation.ModelText}.eval();", first: false) : FixHints.None;
        return Diagnostic.Create(
            Descriptor, evaluation.Forward.Syntax.GetLocation(), [(evaluation.Loop?.Syntax ?? evaluation.Body).GetLocation()], hints, evaluation.ModelText);
    }

    /// <summary>
    /// Whether no training follows in evaluation mode where <c>eval()</c> is added: there is none, or it begins with <c>train()</c>. Of a method that
    /// only measures, nobody knows what its callers do afterwards.
    /// </summary>
    private static bool LeavesTrainingAlone(Evaluation evaluation, TorchSharpSymbols symbols)
    {
        if (evaluation.Loop is not { } loop)
            return false;
        IOperation? outer = loop.NearestLoop();
        while (outer is not null && !Backwards(outer, symbols).Any())
            outer = outer.NearestLoop();
        var scope = outer ?? evaluation.Root;
        var backwards = Backwards(scope, symbols).Select(call => call.Syntax.SpanStart).ToArray();
        var trains = scope.Descendants().OfType<IInvocationOperation>()
            .Where(call => symbols.IsTrain(call) && !call.HasArguments() && !call.IsConditional(scope) && Subject.Same(Subject.Of(call.Receiver()), evaluation.Model))
            .Select(call => call.Syntax.SpanStart).ToArray();
        var end = loop.Syntax.Span.End;

        // What follows in the same pass or method.
        var later = backwards.Where(position => position > end).ToArray();
        if (later.Length > 0 && !trains.Any(position => position > end && position < later.Min()))
            return false;

        // The next pass, or the next call with the same module.
        var isOnce = outer is null && evaluation.Model is ILocalSymbol && Subject.IsDeclaredIn(evaluation.Model, evaluation.Root);
        return isOnce || later.Length > 0 || trains.Any(position => position > end || (backwards.Length > 0 && position < backwards.Min()));
    }

    private static IEnumerable<IInvocationOperation> Backwards(IOperation scope, TorchSharpSymbols symbols) => scope.Descendants().OfType<IInvocationOperation>().Where(symbols.IsBackward);
}
