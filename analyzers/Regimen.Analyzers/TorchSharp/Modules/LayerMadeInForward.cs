using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A layer with weights that <c>forward</c> makes: every call has new ones, and no optimiser knows them.</summary>
internal sealed class LayerMadeInForward() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6017", DiagnosticSeverity.Warning,
        "Layer made in forward",
        "forward() makes {0} with new weights in every call, so they are never trained; make it once, in a field");

    public override bool MayApply(Words words, bool isModule) => isModule;

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation)
    {
        if (!body.IsForward)
            yield break;
        foreach (var operation in body.Operations)
        {
            if (!HasNewWeights(operation, body.Symbols) || IsKept(operation) || IsInside(operation, body.Symbols))
                continue;
            var name = operation is IInvocationOperation call ? call.TargetMethod.Name : operation.Type?.Name ?? "";
            yield return Diagnostic.Create(Descriptor, operation.Syntax.GetLocation(), Quote.Call(operation.Syntax.ToString(), name));
        }
    }

    private static bool HasNewWeights(IOperation operation, TorchSharpSymbols symbols) => operation switch
    {
        IInvocationOperation call when symbols.IsModuleFactory(call.TargetMethod, call.TargetMethod.Name) => call.TargetMethod.Name switch
        {
            "LayerNorm" or "GroupNorm" or "InstanceNorm1d" or "InstanceNorm2d" or "InstanceNorm3d" =>
                call.Arguments.Any(argument => argument is { Parameter.Name: "affine" or "elementwise_affine", Value.ConstantValue: { HasValue: true, Value: true } }),
            "Embedding" or "EmbeddingBag" or "LSTM" or "GRU" or "RNN" or "LSTMCell" or "GRUCell" or "RNNCell" or "MultiheadAttention" or "Bilinear" or "PReLU"
                or "Transformer" or "TransformerEncoderLayer" or "TransformerDecoderLayer" => true,

            // Linear(weight, bias) is given its weights.
            var name => LayerNames.KindOf(name) is LayerKind.Linear or LayerKind.Convolution or LayerKind.BatchNorm
                && !call.Arguments.Any(argument => argument.Parameter is { Ordinal: 0, Name: "weight" }),
        },
        IObjectCreationOperation { Type: INamedTypeSymbol type } => symbols.IsModule(type) && type.Locations.Any(location => location.IsInSource)
            && type.GetMembers().OfType<IFieldSymbol>().Any(field => field.Type is { ContainingNamespace.Name: "Modules" } kept
                && (kept.Name == "Parameter" || LayerNames.KindOf(kept.Name) is LayerKind.Linear or LayerKind.Convolution or LayerKind.BatchNorm)),
        _ => false,
    };

    /// <summary>Whether it goes into a field or property, as a layer that is made when the first input is seen.</summary>
    public static bool IsKept(IOperation operation)
    {
        for (var at = operation; at is not null and not IBlockOperation; at = at.Parent)
        {
            if (at.Parent is IAssignmentOperation assignment && assignment.Value == at && Subject.Unwrapped(assignment.Target) is IFieldReferenceOperation or IPropertyReferenceOperation)
                return true;
        }

        return false;
    }

    /// <summary>Whether it is written in another layer that is reported.</summary>
    private static bool IsInside(IOperation operation, TorchSharpSymbols symbols)
    {
        for (var at = operation.Parent; at is not null and not IBlockOperation; at = at.Parent)
        {
            if (HasNewWeights(at, symbols))
                return true;
        }

        return false;
    }
}
