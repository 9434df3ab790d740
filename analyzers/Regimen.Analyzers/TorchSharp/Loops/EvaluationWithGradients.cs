using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A module measured while a graph for the gradient is recorded that nobody uses.</summary>
internal sealed class EvaluationWithGradients() : EvaluationRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6014", DiagnosticSeverity.Warning,
        "Evaluation that records gradients",
        "'{0}' records a graph for gradients that nothing uses, in time and memory; begin with 'using var noGrad = torch.no_grad();'");

    public override Diagnostic? Check(Evaluation evaluation, IMethodSymbol method, TorchSharpSymbols symbols, Compilation compilation, CancellationToken cancellation)
    {
        var isOff = evaluation.Root.Descendants().OfType<IInvocationOperation>()
            .Any(call => symbols.IsGradMode(call) && call.Syntax.SpanStart < evaluation.Forward.Syntax.SpanStart);
        return isOff || evaluation.MayBePrepared(method, compilation, cancellation, "no_grad", "inference_mode", "set_grad_enabled", "requires_grad", "requires_grad_")
            ? null
            : Diagnostic.Create(Descriptor, evaluation.Forward.Syntax.GetLocation(), [evaluation.Body.GetLocation()], evaluation.Forward.Syntax.ToString());
    }
}
