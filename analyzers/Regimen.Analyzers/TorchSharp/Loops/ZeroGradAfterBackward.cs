using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>zero_grad()</c> between <c>backward()</c> and <c>step()</c>, which leaves the step nothing.</summary>
internal sealed class ZeroGradAfterBackward() : TrainingLoopRule(isOfPass: true, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6026", DiagnosticSeverity.Warning,
        "Gradients wiped before the step",
        "'{0}' wipes the gradients of '{1}' before '{2}' uses them; call it before '{1}'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var zero in loop.StraightOf(TrainingCallKind.ZeroGrad))
        {
            var step = loop.StraightOf(TrainingCallKind.Step).FirstOrDefault(step => step.Position > zero.Position);
            if (step is null || step.Inner.HasArguments() || !IsOf(loop, zero, step))
                continue;

            // The gradients that the step should use are those of the passes back since the step before.
            var last = loop.Of(TrainingCallKind.Step).LastOrDefault(other => other.Position < zero.Position && Subject.Same(other.Subject, step.Subject));
            var since = last?.Position ?? -1;
            var backward = loop.StraightOf(TrainingCallKind.Backward).FirstOrDefault(backward => backward.Position > since && backward.Position < zero.Position);
            if (backward is null
                || loop.Of(TrainingCallKind.Backward).Any(other => other.Position > zero.Position && other.Position < step.Position)
                || loop.CallsThatName(zero.Position, step.Position, "backward")
                || (step.Subject is { } optimizer && loop.IsPassedOn(optimizer, backward.Position, step.Position)))
            {
                continue;
            }

            yield return Diagnostic.Create(Descriptor, zero.Location, [backward.Place.GetLocation()], zero.Text, backward.Text, step.Text);
        }
    }

    /// <summary>Whether the gradients set to zero are those that the step uses.</summary>
    private static bool IsOf(TrainingLoop loop, TrainingCall zero, TrainingCall step)
    {
        if (zero.Subject is null || step.Subject is null)
            return false;
        return Subject.Same(zero.Subject, step.Subject)
            || (loop.Creation(step.Subject)?.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } parameters
                && Subject.Unwrapped(parameters) is IInvocationOperation { TargetMethod.Name: "parameters" or "named_parameters" } call
                && Subject.Same(Subject.Of(call.Receiver()), zero.Subject));
    }
}
