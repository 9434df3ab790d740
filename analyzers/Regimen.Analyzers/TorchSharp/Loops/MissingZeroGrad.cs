using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>backward()</c> adds to the gradients; without <c>zero_grad()</c> every step follows the sum of all gradients so far.</summary>
internal sealed class MissingZeroGrad() : TrainingLoopRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6009", DiagnosticSeverity.Warning,
        "Gradients never set to zero",
        "'{0}' follows the sum of the gradients of all passes so far: nothing sets them to zero; call '{1}.zero_grad()' before '{2}'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        if (loop.Loop.Descendants().Any(inner => inner is IPropertyReferenceOperation { Property.Name: "grad" } property && loop.Symbols.IsTensor(property.Property.ContainingType))
            || loop.CallsThatName(0, int.MaxValue, "zero_grad")
            || loop.Root.Descendants().OfType<IInvocationOperation>().Any(call => loop.Symbols.IsZeroGrad(call) && call.IsInFunction(loop.Root)))
        {
            yield break;
        }

        foreach (var step in loop.Of(TrainingCallKind.Step).Where(step => step.Subject is not null && !step.Call.HasArguments()))
        {
            var isZeroed = loop.Of(TrainingCallKind.ZeroGrad).Any(zero => zero.Subject is null || Subject.Same(zero.Subject, step.Subject)
                || loop.Symbols.IsModule(zero.Call.TargetMethod.ContainingType));
            if (isZeroed || step.Call.IsInFunction(loop.Loop) || loop.IsPassedOn(step.Subject!, 0, int.MaxValue) || PassesModuleOut(loop))
                continue;
            var backward = loop.StraightOf(TrainingCallKind.Backward).FirstOrDefault() ?? loop.Of(TrainingCallKind.Backward).First();
            var hints = backward.Line is null ? FixHints.None : FixHints.Statement($"{step.Receiver}.zero_grad();", first: false);
            yield return Diagnostic.Create(Descriptor, step.Location, [backward.Location], hints, step.Text, step.Receiver, backward.Text);
        }
    }

    /// <summary>Whether a method of another library gets a module, whose gradients it may set to zero.</summary>
    private static bool PassesModuleOut(TrainingLoop loop) => loop.Invocations.Any(call =>
        !loop.Symbols.IsTorchSharp(call.TargetMethod) && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        && call.Arguments.Any(argument => loop.Symbols.IsModule(Subject.Unwrapped(argument.Value).Type)));
}
