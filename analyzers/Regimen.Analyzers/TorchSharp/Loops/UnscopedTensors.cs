using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A training loop that leaves its tensors to the garbage collector, which knows nothing of their size.</summary>
internal sealed class UnscopedTensors() : TrainingLoopRule(isOfPass: false, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6008", DiagnosticSeverity.Warning,
        "Tensors of a training loop not disposed",
        "The tensors of this loop, such as '{0}', wait for the garbage collector; begin its body with 'using var scope = torch.NewDisposeScope();'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        if (!loop.HasOptimizer || loop.Of(TrainingCallKind.Backward).Any(backward => loop.IsInFunction(backward.Call)) || ScopeCover.IsEmptiedIn(loop))
            yield break;
        if (Left(loop, compilation).FirstOrDefault() is not { } left)
            yield break;

        // What leaves the loop would be disposed by a scope in it, so nothing can be put there blindly.
        var hints = new KeptTensors(loop.Symbols, compilation).Escape(loop) ? FixHints.Kept : FixHints.None;
        yield return Diagnostic.Create(Descriptor, loop.Repetition.Keyword, [loop.Body.Syntax.GetLocation()], hints, Quote.Line(left.Syntax.ToString()));
    }

    /// <summary>What a pass leaves behind, itself or in the method that trains for it.</summary>
    private static IEnumerable<IOperation> Left(TrainingLoop loop, Compilation compilation)
    {
        foreach (var operation in LeftIn(loop.Body, loop.Symbols, compilation))
            yield return operation;
        foreach (var call in loop.Of(TrainingCallKind.Backward).Where(backward => !backward.IsDirect && !backward.IsRepeated).Select(backward => backward.Call).Distinct())
        {
            if (ScopeCover.Covers(loop.Symbols, call, loop.Body) || MethodBodies.Of(call.TargetMethod, compilation) is not { } method)
                continue;
            foreach (var operation in LeftIn(method, loop.Symbols, compilation))
                yield return operation;
        }
    }

    private static IEnumerable<IOperation> LeftIn(IOperation body, TorchSharpSymbols symbols, Compilation compilation) =>
        body.Descendants().Where(operation => IsLeft(symbols, compilation, operation, body) && !ScopeCover.Covers(symbols, operation, body));

    /// <summary>Whether the operation makes a tensor that nothing disposes: a local, or what a module made.</summary>
    private static bool IsLeft(TorchSharpSymbols symbols, Compilation compilation, IOperation operation, IOperation body)
    {
        if (!Makes(symbols, operation) || operation.IsInFunction(body))
            return false;
        switch (Subject.Consumer(operation))
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local, Parent.Parent: var group } }:
                return group?.Parent is not (IUsingDeclarationOperation or IUsingOperation)
                    && !Subject.References(body, local).Any(IsFreed);
            case IArgumentOperation { Parent: IInvocationOperation outer, Parameter: { } parameter }:
                return operation is IInvocationOperation inner && symbols.IsForward(inner) && (symbols.IsTorchSharp(outer.TargetMethod)
                    || (MethodBodies.Of(outer.TargetMethod, compilation) is { } called && !Subject.References(called, parameter.OriginalDefinition).Any(IsFreed)));
            case IInvocationOperation or IConversionOperation:
                return operation is IInvocationOperation made && symbols.IsForward(made);
            default:
                return false;
        }
    }

    /// <summary>Whether the tensor is disposed here, or handed to who asked for it.</summary>
    private static bool IsFreed(IOperation reference) => reference.Parent is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeWith" } or IUsingOperation or IReturnOperation
        or IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.Name: "Dispose" } };

    private static bool Makes(TorchSharpSymbols symbols, IOperation operation) => symbols.IsTensor(operation.Type) && operation switch
    {
        IInvocationOperation call => symbols.IsTorchSharp(call.TargetMethod) ? !symbols.IsStep(call) : symbols.IsForward(call),
        IBinaryOperation binary => binary.OperatorMethod is not null,
        _ => false,
    };
}
