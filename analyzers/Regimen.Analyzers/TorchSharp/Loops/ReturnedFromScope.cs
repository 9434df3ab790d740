using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A tensor returned out of the scope that disposes it.</summary>
internal sealed class ReturnedFromScope() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6031", DiagnosticSeverity.Warning,
        "Disposed tensor returned",
        "The dispose scope around '{0}' disposes it before the caller gets it; return '{1}.MoveToOuterDisposeScope()'");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Scope);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation)
    {
        foreach (var exit in body.Operations.OfType<IReturnOperation>())
        {
            if (exit.Kind != OperationKind.Return || exit.ReturnedValue is not { } value || !body.Symbols.IsTensor(value.Type)
                || TensorScopes.Innermost(body.Symbols, exit) is not { } scope || !TensorScopes.Holds(body.Symbols, scope, value, exit))
            {
                continue;
            }

            var text = Subject.Unwrapped(value).Syntax.ToString();
            var receiver = Subject.Unwrapped(value) is IBinaryOperation or IUnaryOperation ? $"({text})" : text;
            yield return Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), text, receiver);
        }
    }
}
