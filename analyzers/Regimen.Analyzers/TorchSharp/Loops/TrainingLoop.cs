using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>The innermost loop around a <c>backward()</c>: one pass is one step of the training, or a part of one.</summary>
internal sealed class TrainingLoop
{
    private TrainingLoop(ILoopOperation loop, IOperation root, TorchSharpSymbols symbols)
    {
        (Loop, Root, Symbols) = (loop, root, symbols);
        Line = [.. Straight(loop.Body)];
        Invocations = [.. loop.Descendants().OfType<IInvocationOperation>().OrderBy(call => call.Syntax.Span.End)];
        Calls = [.. Invocations.Select(Read).OfType<TrainingCall>()];
    }

    /// <summary>The loop.</summary>
    public ILoopOperation Loop { get; }

    /// <summary>The body of the method that the loop stands in.</summary>
    public IOperation Root { get; }

    /// <summary>TorchSharp's types.</summary>
    public TorchSharpSymbols Symbols { get; }

    /// <summary>The statements that every pass goes through in this order, those of nested blocks included.</summary>
    public ImmutableArray<IOperation> Line { get; }

    /// <summary>The calls that make the step, in the order of the text, those in lambdas and local functions inside the loop included.</summary>
    public ImmutableArray<TrainingCall> Calls { get; }

    /// <summary>All calls inside the loop, in the order of the text.</summary>
    public ImmutableArray<IInvocationOperation> Invocations { get; }

    /// <summary>The keyword to underline.</summary>
    public Location Keyword => Loop.Syntax switch
    {
        ForStatementSyntax loop => loop.ForKeyword,
        CommonForEachStatementSyntax loop => loop.ForEachKeyword,
        WhileStatementSyntax loop => loop.WhileKeyword,
        DoStatementSyntax loop => loop.DoKeyword,
        var other => other.GetFirstToken(),
    } is var keyword ? keyword.GetLocation() : Location.None;

    /// <summary>The loops around this one, inner ones first, in the same function.</summary>
    public IEnumerable<ILoopOperation> Around
    {
        get
        {
            for (var parent = Loop.Parent; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
            {
                if (parent is ILoopOperation loop)
                    yield return loop;
            }
        }
    }

    /// <summary>Whether an optimiser has a part in the loop or in one around it; without one the gradients are wanted for something else.</summary>
    public bool HasOptimizer => Around.Prepend(Loop).Any(loop => loop.Descendants().Any(operation =>
        Symbols.IsOptimizer(operation.Type) || (operation is IInvocationOperation call && Symbols.IsOptimizer(call.TargetMethod.ContainingType))));

    /// <summary>The training loops in these bodies of a method.</summary>
    public static IEnumerable<TrainingLoop> In(ImmutableArray<IOperation> blocks, TorchSharpSymbols symbols)
    {
        foreach (var root in blocks)
        {
            var loops = root.Descendants().OfType<IInvocationOperation>().Where(symbols.IsBackward).Select(TorchCalls.NearestLoop).OfType<ILoopOperation>().Distinct();
            foreach (var loop in loops)
                yield return new TrainingLoop(loop, root, symbols);
        }
    }

    /// <summary>The calls of a kind.</summary>
    public IEnumerable<TrainingCall> Of(TrainingCallKind kind) => Calls.Where(call => call.Kind == kind);

    /// <summary>The calls of a kind that every pass makes in the order of the text.</summary>
    public IEnumerable<TrainingCall> StraightOf(TrainingCallKind kind) => Of(kind).Where(call => call.Line is not null);

    /// <summary>Whether the variable is anything but the object of a call of TorchSharp between two places, so that others may change what it holds.</summary>
    public bool IsPassedOn(ISymbol symbol, int from, int to) => Subject.References(Loop, symbol)
        .Where(reference => reference.Syntax.SpanStart >= from && reference.Syntax.SpanStart < to)
        .Any(reference => Subject.Consumer(reference) switch
        {
            IInvocationOperation call => !Symbols.IsTorchSharp(call.TargetMethod),
            IArgumentOperation { Parent: IInvocationOperation call } => !Symbols.IsTorchSharp(call.TargetMethod) || Subject.Unwrapped(call.Receiver() ?? call) != reference,
            IMemberReferenceOperation => false,
            _ => true,
        });

    /// <summary>Whether a method of the project that is called between two places names one of these.</summary>
    public bool CallsThatName(int from, int to, params string[] names) => Invocations
        .Where(call => call.Syntax.SpanStart >= from && call.Syntax.SpanStart < to)
        .Any(call => Mentions.InMethod(call.TargetMethod, names));

    /// <summary>The call that makes the object of a variable of this method; null where it is not seen.</summary>
    public IInvocationOperation? Creation(ISymbol? symbol) => Subject.InitialValue(Root, symbol) as IInvocationOperation;

    private static IEnumerable<IOperation> Straight(IOperation? operation) => operation switch
    {
        null => [],
        IBlockOperation block => block.Operations.SelectMany(Straight),
        IUsingOperation scope => Straight(scope.Body),
        ILockOperation scope => Straight(scope.Body),
        ITryOperation attempt => Straight(attempt.Body).Concat(Straight(attempt.Finally)),
        ILabeledOperation labeled => Straight(labeled.Operation),
        _ => [operation],
    };

    private TrainingCall? Read(IInvocationOperation call)
    {
        TrainingCallKind? kind = call switch
        {
            _ when Symbols.IsBackward(call) => TrainingCallKind.Backward,
            _ when Symbols.IsStep(call) => TrainingCallKind.Step,
            _ when Symbols.IsZeroGrad(call) => TrainingCallKind.ZeroGrad,
            _ when Symbols.IsSchedulerStep(call) => TrainingCallKind.SchedulerStep,
            _ => null,
        };
        if (kind is not { } known)
            return null;
        var subject = Subject.Of(call.Receiver());
        var line = call.Parent is IExpressionStatementOperation statement ? Line.IndexOf(statement) : -1;

        // A loss is made anew on every pass; an optimiser that is declared in the loop may be another one each time.
        return new TrainingCall(known, call, known != TrainingCallKind.Backward && Subject.IsDeclaredIn(subject, Loop) ? null : subject, line < 0 ? null : line);
    }
}
