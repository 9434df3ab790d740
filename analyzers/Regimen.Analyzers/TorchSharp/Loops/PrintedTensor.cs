using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A loss written out as a tensor, which gives its type and device and not its value.</summary>
internal sealed class PrintedTensor() : TrainingLoopRule(isOfPass: false, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6007", DiagnosticSeverity.Warning,
        "Loss written as a tensor",
        "'{0}' is written as shape, type and device, not as its value; write '{0}.ToSingle()'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        // A tensor that is given a gradient to start from may have any shape.
        var losses = loop.Of(TrainingCallKind.Backward).Where(backward => !backward.Inner.HasArguments()).Select(backward => backward.Subject).OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>().ToArray();
        foreach (var single in losses.Concat(Sums(loop, losses)))
        {
            foreach (var reference in Subject.References(loop.Root, single).Where(reference => IsWritten(reference) && IsSeen(loop, reference)))
                yield return Diagnostic.Create(Descriptor, reference.Syntax.GetLocation(), reference.Syntax.ToString());
        }
    }

    /// <summary>Whether it stands in the loop, or behind it where no other training follows first, which is told of by itself.</summary>
    private static bool IsSeen(TrainingLoop loop, IOperation reference)
    {
        var (at, end) = (reference.Syntax.SpanStart, loop.Loop.Syntax.Span.End);
        return loop.Loop.Syntax.Span.Contains(at)
            || (at >= end && !loop.Root.Descendants().OfType<IInvocationOperation>().Any(call => loop.Symbols.IsBackward(call) && call.Syntax.SpanStart >= end && call.Syntax.SpanStart < at));
    }

    /// <summary>The locals that the losses are added to, and that hold a single number from the start.</summary>
    private static IEnumerable<ISymbol> Sums(TrainingLoop loop, ISymbol[] losses)
    {
        var sums = loop.Descendants.OfType<IAssignmentOperation>()
            .Where(assignment => loop.Symbols.IsTensor(assignment.Target.Type) && Subject.Of(assignment.Target) is ILocalSymbol sum && IsLoss(AccumulatedLoss.Added(assignment, sum)))
            .Select(assignment => Subject.Of(assignment.Target)!)
            .Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>()
            .Except(losses, SymbolEqualityComparer.Default).OfType<ISymbol>();
        return sums.Where(sum => Values(loop.Root, sum).All(value => IsSingle(loop.Symbols, value) || IsLoss(value)));

        bool IsLoss(IOperation? value) => value is not null && Subject.Unwrapped(value) switch
        {
            IInvocationOperation { TargetMethod.Name: "detach" or "clone" or "alias" or "cpu" or "cuda" or "to", Instance: { } tensor } => IsLoss(tensor),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } scaled => (IsLoss(scaled.LeftOperand) && IsNumber(scaled.RightOperand))
                || (IsNumber(scaled.LeftOperand) && IsLoss(scaled.RightOperand)),
            var plain => losses.Any(loss => Subject.Same(Subject.Of(plain), loss)),
        };
    }

    /// <summary>What a variable is set to, or what is added to it.</summary>
    private static IEnumerable<IOperation> Values(IOperation root, ISymbol sum)
    {
        if (Subject.InitialValue(root, sum) is { } initial)
            yield return initial;
        foreach (var reference in Subject.References(root, sum))
        {
            if (Subject.Consumer(reference) is IAssignmentOperation assignment && Subject.Unwrapped(assignment.Target) == reference)
                yield return AccumulatedLoss.Added(assignment, sum) ?? assignment.Value;
        }
    }

    /// <summary>Whether the value is a tensor of one number, or none yet: <c>zeros(1)</c>, <c>tensor(0f)</c>, <c>null</c>.</summary>
    private static bool IsSingle(TorchSharpSymbols symbols, IOperation value) => Subject.Bare(value) switch
    {
        ILiteralOperation or IDefaultValueOperation => true,
        var number when IsNumber(number) => true,
        IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, symbols.Torch) => call.TargetMethod.Name switch
        {
            "zeros" => call.Argument("size") is { } size && Subject.Unwrapped(size).ConstantValue is { HasValue: true, Value: 1 or 1L },
            "tensor" => call.Argument("scalar") is not null,
            _ => false,
        },
        _ => false,
    };

    private static bool IsNumber(IOperation value) =>
        Subject.Bare(value).Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsWritten(IOperation tensor) => Subject.Consumer(tensor) switch
    {
        IInterpolationOperation { FormatString: null } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,
        _ => TorchCalls.IsWritten(tensor),
    };
}
