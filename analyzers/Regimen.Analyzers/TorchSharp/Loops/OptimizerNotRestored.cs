using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A training that goes on from a file with the weights alone, though its optimiser has a memory too.</summary>
internal sealed class OptimizerNotRestored() : TrainingLoopRule(isOfPass: false, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6021", DiagnosticSeverity.Info,
        "Optimiser not restored with the weights",
        "'{0}' brings the weights back, but '{1}' starts without its moments; save and load its state too: '{1}.load_state_dict(path)'");

    private static readonly ImmutableHashSet<string> WithMemory = ["ASGD", "Adadelta", "Adagrad", "Adam", "AdamW", "Adamax", "NAdam", "RAdam", "RMSProp", "Rprop"];

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        if (loop.Of(TrainingCallKind.Step).FirstOrDefault() is not { } step || step.Subject is null || loop.Creation(step.Subject) is not { } creation || !HasMemory(creation))
            yield break;
        var calls = loop.Root.Descendants().OfType<IInvocationOperation>().ToArray();
        if (loop.IsPassedOn(step.Subject, 0, int.MaxValue)
            || calls.Any(call => call.TargetMethod.Name is "load_state_dict" && loop.Symbols.IsOptimizer(call.TargetMethod.ContainingType))
            || calls.Any(call => !loop.Symbols.IsTorchSharp(call.TargetMethod) && call.Arguments.Any(argument => Subject.Same(Subject.Of(argument.Value), step.Subject)))
            || loop.Root.Descendants().Any(operation => operation is IMemberReferenceOperation { Member.Name: "LearningRate" or "ParamGroups" }))
        {
            yield break;
        }

        foreach (var load in calls.Where(call => call.TargetMethod.Name == "load" && loop.Symbols.IsModule(call.TargetMethod.ContainingType) && call.Syntax.SpanStart < loop.Loop.Syntax.SpanStart))
        {
            // The same file is written and read: a checkpoint, and not weights to start another training from.
            var model = Subject.Of(load.Receiver());
            var isCheckpoint = calls.Any(save => save.TargetMethod.Name == "save" && Subject.Same(Subject.Of(save.Receiver()), model)
                && save.Syntax.SpanStart > loop.Loop.Syntax.SpanStart && SamePath(save, load));
            if (isCheckpoint && loop.Invocations.Any(call => loop.Symbols.IsForward(call) && Subject.Same(Subject.Of(call.Instance), model)))
                yield return Diagnostic.Create(Descriptor, load.Syntax.GetLocation(), load.Syntax.ToString(), step.Receiver);
        }
    }

    private static bool SamePath(IInvocationOperation save, IInvocationOperation load)
    {
        var (written, read) = (save.Argument("location"), load.Argument("location"));
        return written is not null && read is not null && (Subject.Same(Subject.Of(written), Subject.Of(read))
            || (written.ConstantValue is { HasValue: true, Value: string path } && read.ConstantValue is { HasValue: true, Value: string other } && path == other));
    }

    private static bool HasMemory(IInvocationOperation creation) => WithMemory.Contains(creation.TargetMethod.Name)
        || (creation.TargetMethod.Name == "SGD" && creation.Argument("momentum") is { } momentum && momentum.ConstantValue is not { HasValue: true, Value: 0 or 0.0 });
}
