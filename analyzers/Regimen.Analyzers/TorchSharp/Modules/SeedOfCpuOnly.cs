using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>In TorchSharp, unlike PyTorch, <c>torch.manual_seed</c> seeds the CPU's generator only.</summary>
internal sealed class SeedOfCpuOnly() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6023", DiagnosticSeverity.Info,
        "Seed of the CPU only",
        "manual_seed seeds the CPU only, but '{0}' uses CUDA; call cuda.manual_seed_all with the same seed too");

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        var seeds = new List<IInvocationOperation>();
        var usesCuda = false;
        foreach (var operation in type.Operations)
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: { Name: "manual_seed" or "manual_seed_all", ContainingType.Name: "cuda" } }:
                    yield break;
                case IInvocationOperation { TargetMethod.Name: "manual_seed", Instance: null } call
                    when SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, type.Symbols.Torch.ContainingAssembly):
                    seeds.Add(call);
                    break;
                case IInvocationOperation { TargetMethod: { Name: "cuda" or "is_available", ContainingAssembly: { } assembly } }
                    when SymbolEqualityComparer.Default.Equals(assembly, type.Symbols.Torch.ContainingAssembly):
                case IPropertyReferenceOperation { Property: { Name: "CUDA", IsStatic: true } }:
                case IFieldReferenceOperation { Field: { Name: "CUDA", ContainingType.Name: "DeviceType" } }:
                case ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } when text == "cuda" || text.StartsWith("cuda:", StringComparison.Ordinal):
                    usesCuda = true;
                    break;
            }
        }

        if (!usesCuda)
            yield break;
        foreach (var seed in seeds)
            yield return At(Descriptor, seed.Syntax, null, type.Type.Name);
    }
}
