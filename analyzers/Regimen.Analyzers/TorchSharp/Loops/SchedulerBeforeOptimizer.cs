using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>scheduler.step()</c> before <c>optimizer.step()</c>, which skips the schedule's first rate.</summary>
internal sealed class SchedulerBeforeOptimizer() : TrainingLoopRule(isOfPass: true, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6011", DiagnosticSeverity.Warning,
        "Scheduler stepped before the optimiser",
        "'{0}' moves to the next learning rate before '{1}' used this one; call it behind '{1}'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        var optimizers = loop.Of(TrainingCallKind.Step).Select(step => step.Subject).Distinct(SymbolEqualityComparer.Default).Count();
        foreach (var scheduler in loop.StraightOf(TrainingCallKind.SchedulerStep))
        {
            var optimizer = Subject.Of(loop.Creation(scheduler.Subject)?.Argument("optimizer"));
            var step = loop.StraightOf(TrainingCallKind.Step).FirstOrDefault(step => optimizer is null ? optimizers == 1 : Subject.Same(optimizer, step.Subject));
            if (step is null || step.Position <= scheduler.Position
                || loop.Of(TrainingCallKind.Step).Any(other => other.Position <= scheduler.Position)
                || loop.CallsThatName(0, scheduler.Position, "step"))
            {
                continue;
            }

            yield return Diagnostic.Create(Descriptor, scheduler.Location, [step.Place.GetLocation()], scheduler.Text, step.Text);
        }
    }
}
