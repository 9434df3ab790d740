using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// In TorchSharp, unlike PyTorch, <c>torch.manual_seed</c> seeds the CPU's generator only. That another method asks for CUDA says nothing of what this
/// one draws.
/// </summary>
internal sealed class SeedOfCpuOnly() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6023", DiagnosticSeverity.Info,
        "Seed of the CPU only",
        "manual_seed seeds the CPU only, but '{0}' uses CUDA; call cuda.manual_seed_all with the same seed too");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Seed);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation)
    {
        var seeds = new List<IInvocationOperation>();
        var usesCuda = false;
        foreach (var operation in body.Operations)
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: { Name: "manual_seed" or "manual_seed_all", ContainingType.Name: "cuda" } }:
                    yield break;
                case IInvocationOperation { TargetMethod.Name: "manual_seed", Instance: null } call when body.Symbols.IsTorchSharp(call.TargetMethod):
                    seeds.Add(call);
                    break;
                case IInvocationOperation { TargetMethod.Name: "cuda" or "is_available" } call when body.Symbols.IsTorchSharp(call.TargetMethod):
                case IPropertyReferenceOperation { Property: { Name: "CUDA", IsStatic: true } }:
                case IFieldReferenceOperation { Field: { Name: "CUDA", ContainingType.Name: "DeviceType" } }:
                case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } when text == "cuda" || text.StartsWith("cuda:", StringComparison.Ordinal):
                    usesCuda = true;
                    break;
            }
        }

        if (!usesCuda || SeedsElsewhere(body, cancellation))
            yield break;
        var method = body.Owner is IMethodSymbol { MethodKind: MethodKind.Ordinary, CanBeReferencedByName: true } ordinary ? ordinary.Name : body.Owner.ContainingType.Name;
        foreach (var seed in seeds)
            yield return Diagnostic.Create(Descriptor, seed.Syntax.GetLocation(), method);
    }

    /// <summary>Whether another member of the type seeds the GPUs, which this one may call.</summary>
    private static bool SeedsElsewhere(CodeBody body, CancellationToken cancellation) => body.Owner.ContainingType.DeclaringNodes(cancellation)
        .Any(part => FileWords.Of(part.SyntaxTree, cancellation).PositionsOf("cuda.manual_seed").Any(part.Span.Contains));
}
