using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A module measured as it trains: with dropout on, and with the statistics of the batch at hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvaluationWithoutEval() : EvaluationAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6013", DiagnosticSeverity.Warning,
        "Evaluation in training mode",
        "'{0}' is measured in training mode, with dropout on and batch statistics; call '{0}.eval()' before");

    private protected override Diagnostic? Check(Evaluation evaluation, IMethodSymbol method, TorchSharpSymbols symbols, Compilation compilation, CancellationToken cancellation)
    {
        // The last call before the module is measured decides.
        var mode = evaluation.Root.Descendants().OfType<IInvocationOperation>()
            .Where(call => (symbols.IsEval(call) || symbols.IsTrain(call)) && call.Syntax.SpanStart < evaluation.Forward.Syntax.SpanStart
                && (Subject.Of(call.Receiver()) is not { } receiver || Subject.Same(receiver, evaluation.Model)))
            .OrderBy(call => call.Syntax.SpanStart).LastOrDefault();
        if ((mode is not null && (symbols.IsEval(mode) || Subject.Of(mode.Receiver()) is null || mode.HasArguments()))
            || evaluation.MayBePrepared(method, compilation, cancellation, "eval", "train")
            || !ModeDependence.Matters(compilation, evaluation.Root, evaluation.Model))
        {
            return null;
        }

        var statement = $"{evaluation.ModelText}.eval();";
        return Diagnostic.Create(
            Descriptor, evaluation.Forward.Syntax.GetLocation(), [(evaluation.Loop?.Syntax ?? evaluation.Body).GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add("Statement", statement).Add("Place", evaluation.Loop is null ? "First" : "Before"),
            evaluation.ModelText);
    }
}
