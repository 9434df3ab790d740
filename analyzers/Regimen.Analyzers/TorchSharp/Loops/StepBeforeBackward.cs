using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A step of the optimiser before the gradient of this pass exists.</summary>
internal sealed class StepBeforeBackward() : TrainingLoopRule(isOfPass: true, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6010", DiagnosticSeverity.Warning,
        "Step before backward",
        "'{0}' comes before '{1}', so it does not see the gradient of this pass; call it behind '{1}'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        // A gradient that is made before the loop can be what the first pass steps with.
        if (loop.Root.Descendants().OfType<IInvocationOperation>().Any(call => loop.Symbols.IsBackward(call) && call.Syntax.SpanStart < loop.Loop.Syntax.SpanStart))
            yield break;
        foreach (var step in loop.StraightOf(TrainingCallKind.Step).Where(step => !step.Inner.HasArguments()))
        {
            if (loop.Of(TrainingCallKind.Backward).Any(backward => backward.Position <= step.Position || loop.IsInFunction(backward.Call))
                || loop.CallsThatName(0, step.Position, "backward")
                || loop.StraightOf(TrainingCallKind.Backward).FirstOrDefault() is not { } backward
                || loop.StraightOf(TrainingCallKind.Step).Any(other => other != step && Subject.Same(other.Subject, step.Subject) && other.Position > backward.Position))
            {
                continue;
            }

            // The caller of a function may have made the gradient, unless the function itself set it to zero first.
            if (loop.IsFunction && !loop.StraightOf(TrainingCallKind.ZeroGrad).Any(zero => zero.Position < step.Position && Subject.Same(zero.Subject, step.Subject)))
                continue;

            yield return Diagnostic.Create(Descriptor, step.Location, [backward.Place.GetLocation()], step.Text, backward.Text);
        }
    }
}
