using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Analyzers.TorchSharp.Loops;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>What the calls of a training program do.</summary>
internal static class TorchCalls
{
    private static readonly ImmutableHashSet<string> Numbers =
    [
        "ToComplexFloat32", "ToHalf", "ToBFloat16", "ToSingle", "ToDouble", "ToSByte", "ToByte", "ToInt16", "ToInt32", "ToInt64", "ToBoolean", "ToComplex32",
    ];

    /// <summary>What the method is called on: the instance, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);

    /// <summary>The argument that is written for a parameter.</summary>
    public static IOperation? Argument(this IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == parameter)?.Value;

    /// <summary>Whether an argument besides the receiver is written.</summary>
    public static bool HasArguments(this IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Value != call.Receiver());

    /// <summary><c>loss.backward()</c>.</summary>
    public static bool IsBackward(this TorchSharpSymbols symbols, IInvocationOperation call) => symbols.IsTensorMethod(call.TargetMethod, "backward");

    /// <summary><c>torch.autograd.grad(…)</c> and the like.</summary>
    public static bool IsAutograd(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { Name: "autograd" } type && SymbolEqualityComparer.Default.Equals(type.ContainingType, symbols.Torch);

    /// <summary><c>optimizer.step()</c>.</summary>
    public static bool IsStep(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        call.TargetMethod.Name == "step" && symbols.IsOptimizer(call.TargetMethod.ContainingType);

    /// <summary><c>scheduler.step()</c>.</summary>
    public static bool IsSchedulerStep(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        call.TargetMethod.Name == "step" && symbols.IsScheduler(call.TargetMethod.ContainingType);

    /// <summary><c>optimizer.zero_grad()</c> or <c>model.zero_grad()</c>.</summary>
    public static bool IsZeroGrad(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        call.TargetMethod.Name == "zero_grad" && (symbols.IsOptimizer(call.TargetMethod.ContainingType) || symbols.IsModule(call.TargetMethod.ContainingType));

    /// <summary><c>model.forward(x)</c> or <c>model.call(x)</c>, of a loss too.</summary>
    public static bool IsModuleCall(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        call.TargetMethod.Name is "forward" or "call" && call.Instance is { } model && symbols.IsModule(model.Type);

    /// <summary><c>model.forward(x)</c> or <c>model.call(x)</c>, not of a loss.</summary>
    public static bool IsForward(this TorchSharpSymbols symbols, IInvocationOperation call) => symbols.IsModuleCall(call) && !IsLoss(call.Instance!.Type);

    /// <summary>Whether the value is given, alone or among others, to a method that writes it as text: <c>Console.WriteLine</c>, <c>string.Format</c>.</summary>
    public static bool IsWritten(this IOperation value) => Subject.Consumer(value) switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => IsWriter(call.TargetMethod),
        IArrayInitializerOperation { Parent: IArrayCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } } => IsWriter(call.TargetMethod),
        _ => false,
    };

    /// <summary><c>model.eval()</c> or <c>model.train(false)</c>.</summary>
    public static bool IsEval(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        symbols.IsModule(call.TargetMethod.ContainingType)
        && (call.TargetMethod.Name == "eval" || (call.TargetMethod.Name == "train" && call.Argument("train") is { ConstantValue: { HasValue: true, Value: false } }));

    /// <summary><c>model.train()</c>, or with an argument that may be true.</summary>
    public static bool IsTrain(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        symbols.IsModule(call.TargetMethod.ContainingType) && call.TargetMethod.Name == "train" && !symbols.IsEval(call);

    /// <summary>Whether no operation after it is recorded for the gradient: <c>torch.no_grad()</c> or <c>torch.inference_mode()</c>.</summary>
    public static bool IsGradOff(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        IsTorch(symbols, call.TargetMethod, "no_grad", "inference_mode");

    /// <summary>Whether it sets if gradients are recorded, in any way.</summary>
    public static bool IsGradMode(this TorchSharpSymbols symbols, IInvocationOperation call) =>
        symbols.IsGradOff(call) || IsTorch(symbols, call.TargetMethod, "set_grad_enabled", "enable_grad");

    /// <summary><c>torch.NewDisposeScope()</c>.</summary>
    public static bool IsNewScope(this TorchSharpSymbols symbols, IInvocationOperation call) => IsTorch(symbols, call.TargetMethod, "NewDisposeScope");

    /// <summary>Whether the operation brings a tensor's numbers to the host, for which a GPU must have finished: <c>loss.item&lt;float&gt;()</c>.</summary>
    public static bool IsTransfer(this TorchSharpSymbols symbols, IOperation operation) => operation switch
    {
        IInvocationOperation call => symbols.IsTensorMethod(call.TargetMethod, "item", "data", "cpu", "ToScalar")
            || (symbols.IsTorchSharp(call.TargetMethod) && Numbers.Contains(call.TargetMethod.Name) && call.Receiver() is { } tensor && symbols.IsTensor(tensor.Type)),
        IConversionOperation { IsImplicit: false, OperatorMethod: { } method } => symbols.IsTensor(method.ContainingType) && !symbols.IsTensor(method.ReturnType),
        _ => false,
    };

    /// <summary>Whether the operation makes a number of an evaluation: a transfer, <c>argmax</c> or <c>eq</c>.</summary>
    public static bool IsMetric(this TorchSharpSymbols symbols, IOperation operation) =>
        symbols.IsTransfer(operation) || (operation is IInvocationOperation call && call.TargetMethod.Name is "argmax" or "eq" or "topk" && symbols.IsTorchSharp(call.TargetMethod));

    /// <summary>Whether TorchSharp declares it.</summary>
    public static bool IsTorchSharp(this TorchSharpSymbols symbols, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, symbols.Torch.ContainingAssembly);

    /// <summary>Whether the operation stands in a lambda or a local function inside the other one. The body of <c>ForEach</c> is as that of a loop.</summary>
    public static bool IsInFunction(this IOperation operation, IOperation within)
    {
        for (var parent = operation.Parent; parent is not null && parent != within; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation || (parent is IAnonymousFunctionOperation && Repetition.Of(parent) is null))
                return true;
        }

        return false;
    }

    /// <summary>Whether the operation need not happen each time that the other one does, or happens in a function of its own.</summary>
    public static bool IsConditional(this IOperation operation, IOperation within)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null && child != within; (child, parent) = (parent, parent.Parent))
        {
            var conditional = parent switch
            {
                IConditionalOperation condition => child != condition.Condition,
                ISwitchOperation choice => child != choice.Value,
                ISwitchExpressionOperation choice => child != choice.Value,
                ICoalesceOperation coalesce => child != coalesce.Value,
                IConditionalAccessOperation access => child != access.Operation,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } logical => child != logical.LeftOperand,
                ICatchClauseOperation or ILocalFunctionOperation => true,
                IAnonymousFunctionOperation => Repetition.Of(parent) is null,
                _ => false,
            };
            if (conditional)
                return true;
        }

        return false;
    }

    /// <summary>The innermost loop around the operation, from inside a lambda too.</summary>
    public static ILoopOperation? NearestLoop(this IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not (null or ILoopOperation))
            parent = parent.Parent;
        return (ILoopOperation?)parent;
    }

    /// <summary>The body of the method around the operation.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    private static bool IsLoss(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Loss", ContainingNamespace: { Name: "TorchSharp", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static bool IsWriter(IMethodSymbol method) => method is { Name: "WriteLine" or "Write", ContainingType.Name: "Console" or "TextWriter" or "StreamWriter" or "Debug" or "Trace" }
        or { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String };

    private static bool IsTorch(TorchSharpSymbols symbols, IMethodSymbol method, params ImmutableArray<string> names) =>
        names.Contains(method.Name) && SymbolEqualityComparer.Default.Equals(method.ContainingType, symbols.Torch);
}
