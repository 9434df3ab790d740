using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler;
using Regimen.Compiler.Model;
using Regimen.Compiler.Parsing;

namespace Regimen.Generators;

/// <summary>Wires the compiler into Roslyn: one experiment in, its files out. Never reports; the analyzer explains what is not generated.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExperimentGenerator : IIncrementalGenerator
{
    /// <summary>Step after parsing: the declaration as a record.</summary>
    public const string SpecStep = "Spec";

    /// <summary>Step after compiling: the files.</summary>
    public const string FilesStep = "Files";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        _ = FirstUse.Prepare();
        var specs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Regimen.ExperimentAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type
                    ? ExperimentParser.Parse(type, found.SemanticModel.Compilation, cancellation).Spec
                    : null)
            .Where(static spec => spec is not null)
            .WithTrackingName(SpecStep);

        var files = specs
            .Select(static (spec, _) => ExperimentCompiler.Compile(spec!))
            .WithTrackingName(FilesStep);

        context.RegisterSourceOutput(files, static (output, experiment) =>
        {
            foreach (var file in experiment)
                output.AddSource(file.HintName, file.Text);
        });
    }
}
