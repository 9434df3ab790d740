using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Parsing;

/// <summary>From a class marked <c>[Experiment]</c> to its <see cref="ExperimentSpec"/>, or to what is wrong with it. Never throws on what a user can write.</summary>
public static class ExperimentParser
{
    /// <summary>Metadata name of the attribute that marks an experiment.</summary>
    public const string ExperimentAttribute = "Regimen.ExperimentAttribute";

    /// <summary>Attributes that name an optimiser; an experiment has one of them.</summary>
    private static readonly ImmutableArray<string> Optimisers = ["Sgd"];

    /// <summary>Reads the declaration from all partial parts.</summary>
    /// <param name="type">The class.</param>
    /// <param name="compilation">What <paramref name="type"/> belongs to.</param>
    /// <param name="cancellation">Stops the evaluation of <c>Network()</c>.</param>
    public static ParseResult Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var attributes = AttributeParser.Parse(type, cancellation);
        var position = Position(type, attributes);

        var typeSpec = TypeParser.Parse(type, position, findings, cancellation);
        var dataSpec = DataParser.Parse(type, attributes, position, findings, cancellation);

        if (!attributes.Any(attribute => Optimisers.Contains(attribute.Spec.Name)))
            findings.Add(new Finding(Rules.NoOptimiser, position, [type.Name]));
        if (!attributes.Any(attribute => attribute.Spec.Name == "Epochs"))
            findings.Add(new Finding(Rules.NoEpochs, position, [type.Name]));
        attributes = [.. attributes.Select(attribute => ArgumentRanges.Check(attribute, dataSpec, findings))];
        RepeatedAttributes.Check(type, attributes, findings);
        GeneratedNames.Check(type, attributes, position, findings, cancellation);
        if (compilation.Options is CSharpCompilationOptions { AllowUnsafe: false })
            findings.Add(new Finding(Rules.UnsafeNotAllowed, position, [type.Name]));
        if (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp12 and var version })
            findings.Add(new Finding(Rules.LanguageTooOld, position, [type.Name, version.ToDisplayString()]));

        var (network, locations) = NetworkParser.Parse(type, compilation, position, findings, cancellation);

        var isRight = findings.All(finding => finding.Rule.DefaultSeverity != DiagnosticSeverity.Error);
        Debug.Assert(!isRight || (dataSpec is not null && network is not null), "Whatever leaves a part out reports why.");
        var draft = dataSpec is null
            ? null
            : new ExperimentSpec(typeSpec, attributes.Select(attribute => attribute.Spec).ToEquatableArray(), dataSpec, network ?? NetworkParser.Empty);
        return new ParseResult(isRight ? draft : null, findings.ToImmutable(), locations) { Draft = draft, Attributes = attributes };
    }

    /// <summary>The class's name in the part that carries [Experiment]: what is wrong with the whole is said there.</summary>
    private static Location Position(INamedTypeSymbol type, ImmutableArray<ParsedAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Spec.Name != "Experiment" || attribute.Location.SourceTree is not { } tree)
                continue;
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.SyntaxTree == tree && reference.GetSyntax() is not CompilationUnitSyntax && reference.Span.Contains(attribute.Location.SourceSpan)
                    && type.Locations.FirstOrDefault(location => location.SourceTree == tree && reference.Span.Contains(location.SourceSpan)) is { } name)
                {
                    return name;
                }
            }
        }

        return type.Locations.FirstOrDefault() ?? Location.None;
    }
}
