using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A rule that reads all code of a type together: fields are set in one place and used in another.</summary>
internal abstract class ModuleRule(params DiagnosticDescriptor[] descriptors) : TorchSharpRule(descriptors)
{
    /// <summary>What it finds in a type.</summary>
    public abstract IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation);

    /// <summary>A diagnostic of the rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">What is underlined.</param>
    /// <param name="other">The other thing that it is about, which a fix needs.</param>
    /// <param name="arguments">Of the message.</param>
    protected static Diagnostic At(DiagnosticDescriptor rule, SyntaxNode place, SyntaxNode? other, params object[] arguments) =>
        Diagnostic.Create(rule, place.GetLocation(), other is null ? null : [other.GetLocation()], arguments);
}
