using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A training that sees the examples in the same order in every epoch, because nobody said otherwise.</summary>
internal sealed class UnshuffledLoader() : TrainingLoopRule(isOfPass: false, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6032", DiagnosticSeverity.Info,
        "Training batches not shuffled",
        "'{0}' gives the batches of the training in the same order in every epoch: a loader does not shuffle by default; write 'shuffle: true', or 'false' if meant");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        // The order matters only where the examples come again.
        if (loop.Loop is not IForEachLoopOperation each || !loop.Around.Any() || !loop.Of(TrainingCallKind.Step).Any() || Subject.Of(each.Collection) is not ILocalSymbol loader
            || Subject.InitialValue(loop.Root, loader) is not { } creation)
        {
            yield break;
        }

        var (arguments, name) = creation switch
        {
            IInvocationOperation { TargetMethod: { Name: "DataLoader" } method } call when loop.Symbols.IsTorchSharp(method) => (call.Arguments, loader.Name),
            IObjectCreationOperation { Constructor.ContainingType.Name: "DataLoader" or "IterableDataLoader" } made when loop.Symbols.IsTorchSharp(made.Constructor!) => (made.Arguments, loader.Name),
            _ => ([], null),
        };
        var isSaid = arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name is "shuffle" or "shuffler");
        if (name is not null && !isSaid && arguments.Any(argument => argument.Parameter?.Name == "shuffle"))
            yield return Diagnostic.Create(Descriptor, creation.Syntax.GetLocation(), name);
    }
}
