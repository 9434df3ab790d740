using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A loop around the calls that make a training, those that methods of the project make for it included.</summary>
internal sealed class TrainingLoop
{
    private readonly Compilation compilation;

    private readonly Dictionary<IOperation, int> places;

    public TrainingLoop(Repetition repetition, CodeBody body, bool isFunction)
    {
        (Repetition, Root, Owner, Symbols, compilation, IsFunction) = (repetition, body.Root, body.Owner, body.Symbols, body.Compilation, isFunction);
        Line = [.. Straight(repetition.Body)];
        places = Line.Select((statement, place) => (statement, place)).ToDictionary(pair => pair.statement, pair => pair.place);
        Invocations = [.. Descendants.OfType<IInvocationOperation>().OrderBy(call => call.Syntax.Span.End)];
        Calls = [.. Invocations.SelectMany(Read)];
    }

    /// <summary>The loop, or the function where <see cref="IsFunction"/>.</summary>
    public Repetition Repetition { get; }

    /// <summary>The whole loop.</summary>
    public IOperation Loop => Repetition.Whole;

    /// <summary>What one pass does.</summary>
    public IOperation Body => Repetition.Body;

    /// <summary>Everything in the loop.</summary>
    public IEnumerable<IOperation> Descendants => Loop is ILoopOperation ? Loop.Descendants() : Body.Descendants();

    /// <summary>Whether it is no loop, but a function that does a step of the training, for loops elsewhere.</summary>
    public bool IsFunction { get; }

    /// <summary>The body of the method that the loop stands in.</summary>
    public IOperation Root { get; }

    /// <summary>The method.</summary>
    public ISymbol Owner { get; }

    /// <summary>TorchSharp's types.</summary>
    public TorchSharpSymbols Symbols { get; }

    /// <summary>The statements that every pass goes through in this order, those of nested blocks included.</summary>
    public ImmutableArray<IOperation> Line { get; }

    /// <summary>The calls that make the step, in the order of the text, those in lambdas and local functions inside the loop included.</summary>
    public ImmutableArray<TrainingCall> Calls { get; }

    /// <summary>All calls inside the loop, in the order of the text.</summary>
    public ImmutableArray<IInvocationOperation> Invocations { get; }

    /// <summary>The loops around this one, inner ones first, in the same function.</summary>
    public IEnumerable<Repetition> Around => IsFunction ? [] : Repetition.Outer;

    /// <summary>Whether an optimiser has a part in the loop or in one around it; without one the gradients are wanted for something else.</summary>
    public bool HasOptimizer => Of(TrainingCallKind.Step).Any() || Around.Prepend(Repetition).Any(loop => loop.Whole.Descendants().Any(operation =>
        Symbols.IsOptimizer(operation.Type) || (operation is IInvocationOperation call && Symbols.IsOptimizer(call.TargetMethod.ContainingType))));

    /// <summary>The calls of a kind.</summary>
    public IEnumerable<TrainingCall> Of(TrainingCallKind kind) => Calls.Where(call => call.Kind == kind);

    /// <summary>The calls of a kind that every pass makes in the order of the text.</summary>
    public IEnumerable<TrainingCall> StraightOf(TrainingCallKind kind) => Of(kind).Where(call => call.Line is not null);

    /// <summary>Whether the operation stands in a lambda or a local function inside the loop.</summary>
    public bool IsInFunction(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null && parent != Body && parent != Loop; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation || (parent is IAnonymousFunctionOperation && Repetition.Of(parent) is null))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the variable is anything but the object of a call of TorchSharp between two places, so that others may change what it holds. A method of the
    /// project is looked into.
    /// </summary>
    public bool IsPassedOn(ISymbol symbol, int from, int to) => Subject.References(Loop, symbol)
        .Where(reference => reference.Syntax.SpanStart >= from && reference.Syntax.SpanStart < to)
        .Any(reference => IsPassedOn(reference, 0));

    /// <summary>Whether a method of the project that is called between two places names one of these.</summary>
    public bool CallsThatName(int from, int to, params string[] names) => Invocations
        .Where(call => call.Syntax.SpanStart >= from && call.Syntax.SpanStart < to)
        .Any(call => Mentions.InMethod(call.TargetMethod, names));

    /// <summary>The call that makes the object of a variable of this method; null where it is not seen.</summary>
    public IInvocationOperation? Creation(ISymbol? symbol) => Subject.InitialValue(Root, symbol) as IInvocationOperation;

    private bool IsPassedOn(IOperation reference, int depth) => Subject.Consumer(reference) switch
    {
        IInvocationOperation call => !Symbols.IsTorchSharp(call.TargetMethod),
        IArgumentOperation { Parent: IInvocationOperation call } when Symbols.IsTorchSharp(call.TargetMethod) => Subject.Unwrapped(call.Receiver() ?? call) != reference,
        IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } => depth == TrainingMethods.Depth
            || MethodBodies.Of(call.TargetMethod, compilation) is not { } body
            || Subject.References(body, parameter.OriginalDefinition).Any(inner => IsPassedOn(inner, depth + 1)),
        IMemberReferenceOperation => false,
        _ => true,
    };

    private static IEnumerable<IOperation> Straight(IOperation? operation) => operation switch
    {
        null => [],
        IMethodBodyBaseOperation body => Straight(body.BlockBody ?? body.ExpressionBody),
        IBlockOperation block => block.Operations.SelectMany(Straight),
        IUsingOperation scope => Straight(scope.Body),
        ILockOperation scope => Straight(scope.Body),
        ITryOperation attempt => Straight(attempt.Body).Concat(Straight(attempt.Finally)),
        ILabeledOperation labeled => Straight(labeled.Operation),
        _ => [operation],
    };

    private IEnumerable<TrainingCall> Read(IInvocationOperation call)
    {
        if (CalledTraining.KindOf(call, Symbols) is { } kind)
        {
            // A loss is made anew on every pass; an optimiser that is declared in the loop may be another one each time.
            var subject = Subject.Of(call.Receiver());
            yield return At(kind, call, call, kind != TrainingCallKind.Backward && Subject.IsDeclaredIn(subject, Loop) && !IsFunction ? null : subject, isCertain: true, isRepeated: false);
        }
        else
        {
            foreach (var called in CalledTraining.By(call, Symbols, compilation))
                yield return At(called.Kind, call, called.Call, called.Subject, !called.IsConditional, called.IsRepeated);
        }
    }

    private TrainingCall At(TrainingCallKind kind, IInvocationOperation call, IInvocationOperation inner, ISymbol? subject, bool isCertain, bool isRepeated)
    {
        IOperation? statement = call;
        while (statement is not null && statement != Body && !places.ContainsKey(statement))
            statement = statement.Parent;
        var isStraight = isCertain && statement is not null && places.ContainsKey(statement) && !call.IsConditional(statement);
        return new(kind, call, inner, subject, isStraight ? places[statement!] : null, isStraight ? statement!.Syntax : call.Syntax, isRepeated || Repetition.Around(call)?.Whole != (IsFunction ? null : Loop));
    }
}
