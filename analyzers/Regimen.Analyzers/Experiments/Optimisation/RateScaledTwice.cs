using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Analyzers.Experiments.Optimisation;

/// <summary>A rate that is multiplied by the batch size where it is written, and by linear scaling once more.</summary>
internal sealed class RateScaledTwice() : ExperimentRule(
    "REG2006", RuleCategory.Optimisation, DiagnosticSeverity.Warning,
    "Learning rate is scaled twice",
    "The learning rate is written as a multiple of the batch size {0}, and [LinearScaling] multiplies it again to {1}; do one of the two")
{
    /// <summary>How many constants are followed to where they are declared; half-written ones may refer to each other in a circle.</summary>
    private const int Deepest = 8;

    /// <summary>Below this, a factor that equals the batch size is a coincidence.</summary>
    private const int SmallestBatch = 16;

    public override IEnumerable<Diagnostic> Check(ExperimentView experiment)
    {
        if (experiment.Attribute("LinearScaling") is not { } scaling || experiment.Attribute("Sgd") is not { } optimiser
            || !optimiser.Spec.Has("LearningRate") || experiment.BatchSize < SmallestBatch || experiment.PeakRate is not { } peak
            || (experiment.Type.ContainingAssembly as ISourceAssemblySymbol)?.Compilation is not { } compilation)
        {
            yield break;
        }

        var location = optimiser.LocationOf("LearningRate");
        if (location.SourceTree?.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            && HasFactor(argument.Expression, experiment.BatchSize, compilation, isFactor: false, Deepest))
        {
            yield return At(location, scaling.Location, Text(experiment.BatchSize), Text(peak));
        }
    }

    /// <summary>Whether a number is among the factors of an expression, in constants that it names too.</summary>
    private static bool HasFactor(ExpressionSyntax expression, int factor, Compilation compilation, bool isFactor, int depth)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return HasFactor(parenthesized.Expression, factor, compilation, isFactor, depth);
            case CastExpressionSyntax cast:
                return HasFactor(cast.Expression, factor, compilation, isFactor, depth);
            case BinaryExpressionSyntax product when product.IsKind(SyntaxKind.MultiplyExpression):
                return HasFactor(product.Left, factor, compilation, true, depth) || HasFactor(product.Right, factor, compilation, true, depth);
            case BinaryExpressionSyntax quotient when quotient.IsKind(SyntaxKind.DivideExpression):
                return HasFactor(quotient.Left, factor, compilation, true, depth);
            // A constant of another project has no tree here.
            case LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax when compilation.ContainsSyntaxTree(expression.SyntaxTree):
                var model = compilation.GetSemanticModel(expression.SyntaxTree);
                return (isFactor && model.GetConstantValue(expression).Value is (int or long or float or double) and var value && Convert.ToDouble(value, CultureInfo.InvariantCulture) == factor)
                    || (depth > 0 && model.GetSymbolInfo(expression).Symbol is IFieldSymbol { IsConst: true, DeclaringSyntaxReferences: [var reference, ..] }
                        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } declared }
                        && HasFactor(declared, factor, compilation, isFactor, depth - 1));
            default:
                return false;
        }
    }
}
