using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// A tensor that is made on the CPU and copied to a device at once, where it could have been made there. If it asks for a gradient, the copy is a
/// result of the first tensor, no leaf: its gradient stays null.
/// </summary>
internal sealed class TensorMadeElsewhere() : BodyRule(Descriptor, LostLeaf)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6020", DiagnosticSeverity.Info,
        "Tensor made on the CPU and moved at once",
        "{0} is made on the CPU and copied; pass 'device' to {0} instead of calling {1}");

    private static readonly DiagnosticDescriptor LostLeaf = Rule(
        "REG6043", DiagnosticSeverity.Warning,
        "Tensor with a gradient moved when it is made",
        "The gradient stays with the tensor of {0}, not with the copy that {1} makes; {2}");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Move);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation)
    {
        foreach (var move in body.Calls)
        {
            if (!body.Symbols.IsTensorMethod(move.TargetMethod, "to", "cuda") || move.Instance is null || Subject.Unwrapped(move.Instance) is not IInvocationOperation made
                || !SymbolEqualityComparer.Default.Equals(made.TargetMethod.ContainingType, body.Symbols.Torch) || !IsFactory(made.TargetMethod.Name)
                || !made.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter.Name: "device" }) || !Moves(move))
            {
                continue;
            }

            // A generator belongs to a device too: it can draw nothing on another one.
            var isDrawn = made.Argument("generator") is { ConstantValue: not { HasValue: true, Value: null } };
            var (place, factory, name) = (ModuleView.NameOf(move).GetLocation(), made.TargetMethod.Name, move.TargetMethod.Name);
            if (made.Arguments.Any(argument => argument is { Parameter.Name: "requires_grad", Value.ConstantValue: { HasValue: true, Value: true } }))
                yield return Diagnostic.Create(LostLeaf, place, factory, name, isDrawn ? $"call requires_grad_() on what {name} returns instead" : $"pass 'device' to {factory} instead");
            else if (!isDrawn)
                yield return Diagnostic.Create(Descriptor, place, factory, name);
        }
    }

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
