using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Model;
using Regimen.Compiler.Parsing.Evaluation;

namespace Regimen.Compiler.Parsing;

/// <summary>Finds <c>Network()</c> and evaluates it.</summary>
internal static class NetworkParser
{
    private const string Name = "Network";

    /// <summary>What stands for a network that can't be evaluated.</summary>
    public static LayerSpec Empty { get; } = new("Sequential", EquatableArray<ArgumentSpec>.Empty, EquatableArray<LayerSpec>.Empty, "");

    public static (LayerSpec? Network, ImmutableArray<Location> Locations) Parse(
        INamedTypeSymbol type, Compilation compilation, Location position, ImmutableArray<Finding>.Builder findings, CancellationToken cancellation)
    {
        var methods = type.GetMembers(Name);
        var method = methods.OfType<IMethodSymbol>().FirstOrDefault(candidate => Mismatch(candidate) is null);
        if (method is null)
        {
            var nearest = methods.FirstOrDefault();
            var what = nearest is null ? "has no Network()" : (nearest as IMethodSymbol) is { } other ? $"has a Network() that {Mismatch(other)}" : "has a Network that is not a method";
            findings.Add(new Finding(Rules.NoNetwork, nearest?.Locations.FirstOrDefault() ?? position, [type.Name, what]));
            return (null, []);
        }

        var syntax = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        try
        {
            var layer = new Evaluator(compilation, type, cancellation).Run(method, syntax);
            var locations = ImmutableArray.CreateBuilder<Location>();
            layer.AddLocations(locations);
            return (layer.ToSpec(), locations.ToImmutable());
        }
        catch (NotEvaluableException problem)
        {
            findings.Add(new Finding(Rules.NotEvaluable, problem.Location, [type.Name, problem.Quote, problem.Message]));
            return (null, []);
        }
    }

    /// <summary>What keeps a method from being the network; null where nothing does.</summary>
    private static string? Mismatch(IMethodSymbol method)
    {
        if (!method.Parameters.IsEmpty)
            return "takes parameters";
        if (method.TypeParameters.Length > 0)
            return "is generic";
        if (!RegimenSymbols.Is(method.ReturnType, "Layer") || method.RefKind != RefKind.None)
            return "does not return a Layer";
        return method.IsAbstract || method.IsExtern || !HasBody(method.PartialImplementationPart ?? method) ? "has no body" : null;
    }

    private static bool HasBody(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null };
}
