using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Weight decay on everything, biases and normalisations too (He et al. 2019, "no bias decay").</summary>
internal sealed class WeightDecayOnBiases() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6001", DiagnosticSeverity.Warning,
        "Weight decay on biases and normalisations",
        "The weight decay of {0} pulls on the biases and normalisations of '{1}' too; give it two parameter groups");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Parameters);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        foreach (var operation in type.Operations)
        {
            if (OptimizerCall.From(operation, type.Symbols) is { WeightDecay: { } decay } optimizer && optimizer.Module(type.Symbols) is { } module && HasExempt(type, module))
                yield return At(Descriptor, decay.Syntax, null, optimizer.Name, module.Syntax.ToString());
        }
    }

    private static bool HasExempt(ModuleView type, IOperation module)
    {
        if (type.SequenceOf(module) is { } steps)
            return steps.Any(step => step.Kind is LayerKind.BatchNorm or LayerKind.Norm || (step.IsProduct && BiasBeforeBatchNorm.BiasOf(step.Factory) is not null));
        return type.Origin(module).Type is { } made && made.DeclaringNodes().Any(part => part.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(MakesExempt));
    }

    /// <summary>Reads the module's class off its syntax, for it may stand in another file: a call of a normalisation, or of a product without a <c>false</c>.</summary>
    private static bool MakesExempt(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            _ => "",
        };

        // The functions, in small letters, have no parameters of their own.
        return name.Length > 0 && char.IsUpper(name[0]) && LayerNames.KindOf(name) switch
        {
            LayerKind.BatchNorm => true,
            LayerKind.Linear or LayerKind.Convolution => call.ArgumentList.Arguments.Count > 1 && !call.ArgumentList.Arguments.Any(argument => argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression)),
            _ => false,
        };
    }
}
