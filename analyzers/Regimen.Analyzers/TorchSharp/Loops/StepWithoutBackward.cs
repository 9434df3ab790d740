using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>zero_grad()</c>, then <c>step()</c>, and nowhere a <c>backward()</c>: the step has no gradients, and nothing is trained.</summary>
internal sealed class StepWithoutBackward() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6035", DiagnosticSeverity.Warning,
        "Step without backward",
        "'{0}' has no gradients to follow: '{1}' sets them to zero and nothing makes new ones, so nothing is trained; call 'backward()' on the loss before '{0}'");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.ZeroGrad | Words.TrainingMethod) && Has(words, Words.Step | Words.TrainingMethod);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation)
    {
        // A call that does not compile, yet, is no operation: its name is enough to be silent.
        if ((body.Words & Words.Backward) != 0 || body.Root is not (IBlockOperation or IMethodBodyBaseOperation) || body.Calls.Any(call => MakesGradients(call, body)) || body.Operations.Any(SetsGradient))
            yield break;
        var calls = new TrainingLoop(new Repetition(body.Root, body.Root), body, isFunction: true).Calls;
        foreach (var step in calls.Where(call => call.Kind == TrainingCallKind.Step && call.Subject is not null && !call.Inner.HasArguments()))
        {
            var zero = calls.LastOrDefault(call => call.Kind == TrainingCallKind.ZeroGrad && call.Position < step.Position && IsOf(call, step, body) && IsOnTheWay(call.Call, step.Call));
            if (zero is not null)
                yield return Diagnostic.Create(Descriptor, step.Location, step.Text, zero.Text);
        }
    }

    /// <summary>
    /// Whether the call may make gradients: it goes back, or it is a method of which it is not known what it does, by its names, and that is given what
    /// is trained.
    /// </summary>
    private static bool MakesGradients(IInvocationOperation call, CodeBody body)
    {
        var symbols = body.Symbols;
        if (symbols.IsBackward(call) || symbols.IsAutograd(call))
            return true;
        if (symbols.IsTorchSharp(call.TargetMethod))
            return symbols.IsStep(call) && call.HasArguments();
        if (!call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && MethodBodies.Of(call.TargetMethod, body.Compilation) is { } method)
        {
            return Mentions.InMethod(call.TargetMethod, "backward", "autograd", "grad") || CalledTraining.By(call, symbols, body.Compilation).Any(called => called.Kind == TrainingCallKind.Backward)
                || method.Descendants().Any(inner => inner is IInvocationOperation { TargetMethod: { IsAbstract: true } or { MethodKind: MethodKind.DelegateInvoke } } unknown && IsGivenTraining(unknown, symbols));
        }

        return call.TargetMethod.Name.IndexOf("backward", StringComparison.OrdinalIgnoreCase) >= 0 || IsGivenTraining(call, symbols);
    }

    /// <summary>Whether a call of which nothing is known gets a tensor, a module or an optimiser, or is made on an object that may hold one.</summary>
    private static bool IsGivenTraining(IInvocationOperation call, TorchSharpSymbols symbols)
    {
        if (symbols.IsModuleCall(call) || call.TargetMethod.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true && call.TargetMethod.MethodKind != MethodKind.DelegateInvoke)
            return false;
        return call.TargetMethod.MethodKind == MethodKind.DelegateInvoke || call.TargetMethod.IsAbstract || call.TargetMethod.IsVirtual
            || call.Arguments.Any(argument => Subject.Unwrapped(argument.Value).Type is { } type && (symbols.IsTensor(type) || symbols.IsModule(type) || symbols.IsOptimizer(type)));
    }

    private static bool SetsGradient(IOperation operation) => operation is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "grad" } };

    /// <summary>Whether the gradients set to zero are those of the optimiser, or of the module that it was made with.</summary>
    private static bool IsOf(TrainingCall zero, TrainingCall step, CodeBody body) => Subject.Same(zero.Subject, step.Subject)
        || (body.Symbols.IsModule(zero.Inner.TargetMethod.ContainingType)
            && Subject.InitialValue(body.Root, step.Subject) is IInvocationOperation { Arguments: [{ Value: var parameters }, ..] }
            && Subject.Unwrapped(parameters) is IInvocationOperation { TargetMethod.Name: "parameters" or "named_parameters" } given && Subject.Same(Subject.Of(given.Receiver()), zero.Subject));

    /// <summary>Whether who reaches the step came past the reset, in the same pass.</summary>
    private static bool IsOnTheWay(IInvocationOperation zero, IInvocationOperation step)
    {
        for (IOperation? around = zero; around is not null; around = around.Parent)
        {
            if (around is IBlockOperation && around.Syntax.Span.Contains(step.Syntax.Span))
                return !zero.IsConditional(around);
            if (Repetition.Of(around) is not null || around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
        }

        return false;
    }
}
