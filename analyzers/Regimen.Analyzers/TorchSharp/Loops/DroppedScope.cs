using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>torch.NewDisposeScope()</c> whose result is thrown away: the scope holds every tensor from there on and never lets go.</summary>
internal sealed class DroppedScope() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6030", DiagnosticSeverity.Warning,
        "Dispose scope never disposed",
        "Nothing disposes the scope of '{0}', so it holds every tensor that this thread makes from here on; hold it with 'using'");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Scope);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation) => body.Calls
        .Where(call => body.Symbols.IsNewScope(call) && DroppedGuards.IsDropped(call))
        .Select(call => Diagnostic.Create(Descriptor, call.Syntax.GetLocation(), call.Syntax));
}
