using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A loss written out as a tensor, which gives its type and device and not its value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PrintedTensor() : TrainingLoopAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6007", DiagnosticSeverity.Warning,
        "Loss written as a tensor",
        "'{0}' is written as shape, type and device, not as its value; write '{0}.ToSingle()'");

    private protected override IEnumerable<Diagnostic> Check(TrainingLoop loop, Compilation compilation, CancellationToken cancellation)
    {
        var losses = loop.Of(TrainingCallKind.Backward).Select(backward => backward.Subject).OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>();
        foreach (var loss in losses)
        {
            foreach (var reference in Subject.References(loop.Loop, loss).Where(reference => IsWritten(reference)))
                yield return Diagnostic.Create(Descriptor, reference.Syntax.GetLocation(), reference.Syntax.ToString());
        }
    }

    private static bool IsWritten(IOperation tensor) => Subject.Consumer(tensor) switch
    {
        IInterpolationOperation { FormatString: null } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,
        IArgumentOperation { Parent: IInvocationOperation call } => IsWriter(call.TargetMethod),
        IArrayInitializerOperation { Parent: IArrayCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } } => IsWriter(call.TargetMethod),
        _ => false,
    };

    private static bool IsWriter(IMethodSymbol method) => method is { Name: "WriteLine" or "Write", ContainingType.Name: "Console" or "TextWriter" or "StreamWriter" or "Debug" or "Trace" }
        or { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String };
}
