using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// A tensor that is made on the CPU and copied to a device at once, where it could have been made there. If it asks for a gradient, the copy is a
/// result of the first tensor, no leaf: its gradient stays null.
/// </summary>
internal sealed class TensorMadeElsewhere() : OperationRule(Descriptor, LostLeaf)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6020", DiagnosticSeverity.Info,
        "Tensor made on the CPU and moved at once",
        "{0} is made on the CPU and copied; pass 'device' to {0} instead of calling {1}");

    private static readonly DiagnosticDescriptor LostLeaf = Rule(
        "REG6043", DiagnosticSeverity.Warning,
        "Tensor with a gradient moved when it is made",
        "The gradient stays with the tensor of {0}, not with the copy that {1} makes; pass 'device' to {0} instead");

    public override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            var move = (IInvocationOperation)operation.Operation;
            if (!symbols.IsTensorMethod(move.TargetMethod, "to", "cuda") || move.Instance is null || Subject.Unwrapped(move.Instance) is not IInvocationOperation made
                || !SymbolEqualityComparer.Default.Equals(made.TargetMethod.ContainingType, symbols.Torch) || !IsFactory(made.TargetMethod.Name)
                || !made.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter.Name: "device" }) || !Moves(move))
            {
                return;
            }

            var asksForGradient = made.Arguments.Any(argument => argument is { Parameter.Name: "requires_grad", Value.ConstantValue: { HasValue: true, Value: true } });
            operation.ReportDiagnostic(Diagnostic.Create(asksForGradient ? LostLeaf : Descriptor, ModuleView.NameOf(move).GetLocation(), made.TargetMethod.Name, move.TargetMethod.Name));
        },
        OperationKind.Invocation);

    /// <summary>Those that need no data of the host. What is made of an array has to be copied anyway.</summary>
    private static bool IsFactory(string name) =>
        name is "zeros" or "ones" or "full" or "empty" or "eye" or "arange" or "linspace" or "logspace" or "rand" or "randn" or "randint" or "randperm" or "normal";

    /// <summary>Whether it says a device and nothing else, and not the CPU.</summary>
    private static bool Moves(IInvocationOperation move)
    {
        var given = move.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).ToArray();
        if (move.TargetMethod.Name == "cuda")
            return given.All(argument => argument.Parameter?.Name == "device");
        return given is [{ Parameter.Name: "device", Value: var device }] && device.Syntax.ToString() is not ("CPU" or "torch.CPU" or "\"cpu\"");
    }
}
