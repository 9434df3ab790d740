using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>A rule over the operations of single bodies.</summary>
internal abstract class BodyRule(params DiagnosticDescriptor[] descriptors) : TorchSharpRule(descriptors)
{
    /// <summary>What it finds in a body.</summary>
    public abstract IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation);
}
