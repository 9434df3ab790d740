using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Adam adds the weight decay to the gradient and then divides it by the gradient's size (Loshchilov and Hutter 2019).</summary>
internal sealed class AdamWithWeightDecay() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6025", DiagnosticSeverity.Warning,
        "Adam with weight decay",
        "Adam divides its weight decay by the size of the gradients, so it decays unevenly; use AdamW");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Adam);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation)
    {
        foreach (var operation in body.Operations)
        {
            if (OptimizerCall.From(operation, body.Symbols) is { Name: "Adam", WeightDecay: not null } optimizer)
                yield return Diagnostic.Create(Descriptor, optimizer.Place.GetLocation());
        }
    }
}
