using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Code that measures a module: it calls it, makes numbers of the result, and goes nowhere back.</summary>
/// <param name="Loop">The loop over what it is measured on, behind the training in the same method; null where a method does nothing else.</param>
/// <param name="Root">The body of the method.</param>
/// <param name="Forward">The module's first call.</param>
/// <param name="Model">The module.</param>
internal sealed record Evaluation(ILoopOperation? Loop, IOperation Root, IInvocationOperation Forward, ISymbol Model)
{
    /// <summary>How methods are named that do nothing but measure.</summary>
    private static readonly ImmutableArray<string> Prefixes = ["Test", "Eval", "Validat", "Accuracy", "GetAccuracy", "ComputeAccuracy", "Measure"];

    /// <summary>The module as the user wrote it.</summary>
    public string ModelText => Forward.Instance!.Syntax.ToString();

    /// <summary>The node at whose start something can be inserted for all of it.</summary>
    public SyntaxNode Body => Loop?.Body.Syntax ?? Root.Syntax;

    /// <summary>What a method measures: behind its training, or as a whole.</summary>
    public static IEnumerable<Evaluation> In(IMethodSymbol method, IOperation root, TorchSharpSymbols symbols) =>
        Method(method, root, symbols) is { } whole ? BehindTraining(root, symbols).Append(whole) : BehindTraining(root, symbols);

    /// <summary>Loops that measure a module behind the loop of the same method that trains it.</summary>
    private static IEnumerable<Evaluation> BehindTraining(IOperation root, TorchSharpSymbols symbols)
    {
        var trainings = Trainings(root, symbols).Where(training => !training.Whole.IsInFunction(root)).ToArray();
        if (trainings.Length == 0 || UsesAutograd(root, symbols))
            yield break;
        foreach (var loop in root.Descendants().OfType<ILoopOperation>())
        {
            if (IsTraining(loop, symbols) || (loop.NearestLoop() is { } outer && (!IsTraining(outer, symbols) || trainings.Any(training => training.Whole == outer)))
                || loop.IsInFunction(root) || !loop.Descendants().Any(symbols.IsMetric))
            {
                continue;
            }

            var trained = trainings.Where(training => training.Whole.Syntax.SpanStart < loop.Syntax.SpanStart)
                .SelectMany(training => training.Whole.Descendants().OfType<IInvocationOperation>().Where(symbols.IsForward)).Select(call => Subject.Of(call.Instance)).ToArray();
            var forward = Forwards(loop, symbols).FirstOrDefault(call => trained.Any(model => Subject.Same(model, Subject.Of(call.Instance))));
            if (forward is not null)
                yield return new Evaluation(loop, root, forward, Subject.Of(forward.Instance)!);
        }
    }

    /// <summary>The method, where by its name and what it does it measures a module that is its parameter or a field.</summary>
    private static Evaluation? Method(IMethodSymbol method, IOperation root, TorchSharpSymbols symbols)
    {
        if (method is not { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, IsOverride: false } || !Prefixes.Any(prefix => method.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || symbols.IsModule(method.ContainingType) || IsTraining(root, symbols) || UsesAutograd(root, symbols) || !root.Descendants().Any(symbols.IsMetric))
        {
            return null;
        }

        var forward = Forwards(root, symbols).FirstOrDefault(call => !Subject.IsDeclaredIn(Subject.Of(call.Instance), root));
        return forward is null ? null : new Evaluation(null, root, forward, Subject.Of(forward.Instance)!);
    }

    /// <summary>Whether anything before the module's call may already have done what these names do.</summary>
    public bool MayBePrepared(IMethodSymbol method, Compilation compilation, CancellationToken cancellation, params string[] names)
    {
        var before = Root.Descendants().Where(operation => operation.Syntax.SpanStart < Forward.Syntax.Span.End).Select(operation => operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            _ => null,
        });
        if (before.OfType<IMethodSymbol>().Any(called => Mentions.InMethod(called, names)))
            return true;
        if (Loop is not null)
            return false;

        // A method may rely on its callers; where they are not seen, nobody knows.
        var callers = new Callers(compilation, cancellation);
        return !callers.AreSeen(method) || callers.MayPrepare(method, names);
    }

    /// <summary>The innermost loops that go back.</summary>
    private static IEnumerable<Repetition> Trainings(IOperation root, TorchSharpSymbols symbols) =>
        root.Descendants().OfType<IInvocationOperation>().Where(symbols.IsBackward).Select(Repetition.Around).OfType<Repetition>().Distinct();

    private static IEnumerable<IInvocationOperation> Forwards(IOperation root, TorchSharpSymbols symbols) => root.Descendants().OfType<IInvocationOperation>()
        .Where(call => symbols.IsForward(call) && Subject.Of(call.Instance) is not null && !call.IsInFunction(root));

    private static bool IsTraining(IOperation operation, TorchSharpSymbols symbols) => operation.Descendants().OfType<IInvocationOperation>().Any(symbols.IsBackward);

    private static bool UsesAutograd(IOperation root, TorchSharpSymbols symbols) => root.Descendants().OfType<IInvocationOperation>().Any(symbols.IsAutograd);
}
