using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Local response normalisation (Krizhevsky et al. 2012) brought nothing on a deeper network (Simonyan and Zisserman 2015) and costs memory and time.</summary>
internal sealed class LocalResponseNormalisation() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6024", DiagnosticSeverity.Info,
        "Local response normalisation",
        "{0} costs time and memory and rarely helps; normalise over the batch, or leave it out");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.LocalResponse);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation) => body.Calls
        .Where(call => body.Symbols.IsModuleFactory(call.TargetMethod, "LocalResponseNorm") || body.Symbols.IsFunctional(call.TargetMethod, "local_response_norm"))
        .Select(call => Diagnostic.Create(Descriptor, ModuleView.NameOf(call).GetLocation(), call.TargetMethod.Name));
}
