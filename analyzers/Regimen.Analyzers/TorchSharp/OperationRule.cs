using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>A rule over single operations or bodies, which registers for what it looks at.</summary>
internal abstract class OperationRule(params DiagnosticDescriptor[] descriptors) : TorchSharpRule(descriptors)
{
    /// <summary>Registers the rule's actions in a project that references TorchSharp.</summary>
    public abstract void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols);
}
