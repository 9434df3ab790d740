using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A number read from the device on every pass: the host waits until the device has finished, and the device then for the host.</summary>
internal sealed class HostTransfer() : TrainingLoopRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6006", DiagnosticSeverity.Info,
        "Waiting for the GPU on every pass",
        "'{0}' waits for the GPU on every pass of the training; keep the sum as a detached tensor and read it every n-th pass");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        var transfers = loop.Loop.Body.Descendants()
            .Where(operation => loop.Symbols.IsTransfer(operation) && !operation.IsConditional(loop.Loop) && !IsPartOfOther(loop, operation))
            .ToArray();

        // A program that never speaks of a device runs on the CPU, where reading a number costs nothing.
        if (transfers.Length == 0 || !loop.HasOptimizer || !NamesGpu(compilation, cancellation))
            yield break;
        foreach (var transfer in transfers)
            yield return Diagnostic.Create(Descriptor, transfer.Syntax.GetLocation(), transfer.Syntax.ToString());
    }

    /// <summary>Whether the result goes into another transfer, which is told of: <c>loss.cpu()</c> of <c>loss.cpu().item&lt;float&gt;()</c>.</summary>
    private static bool IsPartOfOther(TrainingLoop loop, IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null && parent != loop.Loop; parent = parent.Parent)
        {
            if (loop.Symbols.IsTransfer(parent))
                return true;
        }

        return false;
    }

    private static bool NamesGpu(Compilation compilation, CancellationToken cancellation) => NameIndex.Of(compilation, cancellation).All
        .Any(name => name.IndexOf("cuda", StringComparison.OrdinalIgnoreCase) >= 0 || name is "MPS" or "mps");
}
