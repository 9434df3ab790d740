using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Gradients clipped when the step has already used them.</summary>
internal sealed class ClipAfterStep() : TrainingLoopRule(isOfPass: true, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6033", DiagnosticSeverity.Warning,
        "Gradients clipped after the step",
        "'{0}' clips gradients that '{1}' has already used; call it between '{2}' and '{1}'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        // With one step and one backward there is no doubt which gradients are meant.
        if (loop.Of(TrainingCallKind.Step).ToArray() is not [{ Line: not null } step] || loop.Of(TrainingCallKind.Backward).ToArray() is not [{ Line: not null } backward]
            || backward.Position > step.Position || step.Inner.HasArguments() || (backward.IsDirect && loop.CallsThatName(0, int.MaxValue, "backward")))
        {
            yield break;
        }

        foreach (var clip in loop.Invocations)
        {
            if (clip.TargetMethod.Name is "clip_grad_norm_" or "clip_grad_value_" && loop.Symbols.IsTorchSharp(clip.TargetMethod)
                && clip.Parent is IExpressionStatementOperation statement && loop.Line.Contains(statement) && clip.Syntax.SpanStart > step.Position)
            {
                yield return Diagnostic.Create(Descriptor, clip.Syntax.GetLocation(), [step.Place.GetLocation()], clip.TargetMethod.Name, step.Text, backward.Text);
            }
        }
    }
}
