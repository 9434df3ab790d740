using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>backward()</c> adds to the gradients; without <c>zero_grad()</c> every step follows the sum of all gradients so far.</summary>
internal sealed class MissingZeroGrad() : TrainingLoopRule(isOfPass: true, Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6009", DiagnosticSeverity.Warning,
        "Gradients never set to zero",
        "'{0}' follows the sum of the gradients of all passes so far: nothing sets them to zero; call '{1}.zero_grad()' before '{2}'");

    public override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        if (loop.IsFunction || loop.Descendants.Any(inner => inner is IPropertyReferenceOperation { Property.Name: "grad" } property && loop.Symbols.IsTensor(property.Property.ContainingType))
            || loop.CallsThatName(0, int.MaxValue, "zero_grad")
            || loop.Root.Descendants().OfType<IInvocationOperation>().Any(call => loop.Symbols.IsZeroGrad(call) && call.IsInFunction(loop.Root)))
        {
            yield break;
        }

        foreach (var step in loop.Of(TrainingCallKind.Step).Where(step => step.Subject is not null && !step.Inner.HasArguments()))
        {
            var isZeroed = loop.Of(TrainingCallKind.ZeroGrad).Any(zero => zero.Subject is null || Subject.Same(zero.Subject, step.Subject)
                || loop.Symbols.IsModule(zero.Inner.TargetMethod.ContainingType));
            if (isZeroed || loop.IsInFunction(step.Call) || loop.IsPassedOn(step.Subject!, 0, int.MaxValue) || PassesModuleOut(loop))
                continue;
            var backward = loop.StraightOf(TrainingCallKind.Backward).FirstOrDefault() ?? loop.Of(TrainingCallKind.Backward).First();
            var hints = backward.Line is null || !IsKnownIn(loop, step) ? FixHints.None : FixHints.Statement($"{step.Receiver}.zero_grad();", first: false);
            yield return Diagnostic.Create(Descriptor, step.Location, [backward.Place.GetLocation()], hints, step.Text, step.Receiver, backward.Text);
        }
    }

    /// <summary>Whether the loop can name the optimiser as the call does.</summary>
    private static bool IsKnownIn(TrainingLoop loop, TrainingCall step) => step.IsDirect || step.Subject is ILocalSymbol or IParameterSymbol
        || SymbolEqualityComparer.Default.Equals(step.Subject?.ContainingType, loop.Owner.ContainingType);

    /// <summary>Whether a method of another library gets a module, whose gradients it may set to zero.</summary>
    private static bool PassesModuleOut(TrainingLoop loop) => loop.Invocations.Any(call =>
        !loop.Symbols.IsTorchSharp(call.TargetMethod) && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        && call.Arguments.Any(argument => loop.Symbols.IsModule(Subject.Unwrapped(argument.Value).Type)));
}
