using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A number read from the device on every pass: the host waits until the device has finished, and the device then for the host.</summary>
internal sealed class HostTransfer() : TrainingLoopRule(isOfPass: false, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6006", DiagnosticSeverity.Info,
        "Waiting for the GPU on every pass",
        "'{0}' waits for the GPU on every pass of the training; keep the sum as a detached tensor and read it every n-th pass");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        var transfers = loop.Body.Descendants()
            .Where(operation => loop.Symbols.IsTransfer(operation) && !operation.IsConditional(loop.Body) && !IsPartOfOther(loop, operation))
            .ToArray();

        // A method that never speaks of a device may run on the CPU, where reading a number costs nothing.
        if (transfers.Length == 0 || !loop.HasOptimizer || !MayRunOnGpu(loop))
            yield break;
        foreach (var transfer in transfers)
            yield return Diagnostic.Create(Descriptor, transfer.Syntax.GetLocation(), transfer.Syntax.ToString());
    }

    /// <summary>Whether the result goes into another transfer, which is told of: <c>loss.cpu()</c> of <c>loss.cpu().item&lt;float&gt;()</c>.</summary>
    private static bool IsPartOfOther(TrainingLoop loop, IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null && parent != loop.Body; parent = parent.Parent)
        {
            if (loop.Symbols.IsTransfer(parent))
                return true;
        }

        return false;
    }

    /// <summary>Whether the method names a GPU, or a device that may be one. What other methods of the project run on says nothing of this one.</summary>
    private static bool MayRunOnGpu(TrainingLoop loop) => loop.Root.Descendants().Any(operation => operation switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => IsGpu(text),
        IInvocationOperation call => loop.Symbols.IsTorchSharp(call.TargetMethod) && IsGpu(call.TargetMethod.Name),
        IMemberReferenceOperation { Member.Name: var member } reference => IsGpu(member) || (IsDevice(reference.Type) && loop.Symbols.IsTorchSharp(reference.Type!) && member != "CPU"),
        ILocalReferenceOperation or IParameterReferenceOperation => IsDevice(operation.Type) && Subject.InitialValue(loop.Root, Subject.Of(operation)) is not IMemberReferenceOperation { Member.Name: "CPU" },
        _ => false,
    });

    private static bool IsDevice(ITypeSymbol? type) => type?.Name is "Device" or "DeviceType";

    private static bool IsGpu(string name) => name.IndexOf("cuda", StringComparison.OrdinalIgnoreCase) >= 0 || name is "MPS" or "mps";
}
