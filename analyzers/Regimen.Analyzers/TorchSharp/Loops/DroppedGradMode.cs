using Microsoft.CodeAnalysis;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary><c>torch.no_grad()</c> whose result is thrown away, so that nothing switches gradients on again.</summary>
internal sealed class DroppedGradMode() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6029", DiagnosticSeverity.Warning,
        "Gradients switched off for good",
        "Nothing disposes what '{0}' returns, so gradients stay off on this thread from here on; hold it with 'using'");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.NoGrad);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation) => body.Calls
        .Where(call => body.Symbols.IsGradOff(call) && DroppedGuards.IsDropped(call))
        .Select(call => Diagnostic.Create(Descriptor, call.Syntax.GetLocation(), call.Syntax));
}
