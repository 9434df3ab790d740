using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Parsing;

/// <summary>Reads the class itself, and says why no part can be added to it.</summary>
internal static class TypeParser
{
    public static TypeSpec Parse(INamedTypeSymbol type, Location position, ImmutableArray<Finding>.Builder findings, CancellationToken cancellation)
    {
        if (!IsPartial(type, cancellation))
            findings.Add(new Finding(Rules.NotPartial, position, [type.Name]));
        foreach (var (what, remedy) in Unsupported(type))
            findings.Add(new Finding(Rules.UnsupportedShape, position, [type.Name, what, remedy]));

        var containers = ImmutableArray.CreateBuilder<string>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            if (!IsPartial(container, cancellation))
                findings.Add(new Finding(Rules.ContainerNotPartial, container.Locations.FirstOrDefault() ?? position, [container.Name, type.Name]));
            containers.Insert(0, Header(container));
        }

        return new TypeSpec(
            Namespace(type.ContainingNamespace),
            TypeName(type.Name),
            containers.ToEquatableArray(),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            HintName(type));
    }

    private static IEnumerable<(string What, string Remedy)> Unsupported(INamedTypeSymbol type)
    {
        const string makeClass = "make it an ordinary partial class";
        if (type.IsRecord)
            yield return ("is a record", makeClass);
        else if (type.TypeKind != TypeKind.Class)
            yield return ("is not a class", makeClass);
        if (type.IsStatic)
            yield return ("is static, but one trains an instance of it", "remove 'static'");
        else if (type.IsAbstract && type.TypeKind == TypeKind.Class)
            yield return ("is abstract, but one trains an instance of it", "remove 'abstract'");
        if (type.IsGenericType && type.TypeParameters.Length > 0)
            yield return ("is generic, but a training program is generated for one network", "remove the type parameters");
        if (type.BaseType is { SpecialType: not SpecialType.System_Object } parent && type.TypeKind == TypeKind.Class && !RegimenSymbols.Is(parent, "Experiment"))
            yield return ($"derives from '{parent.Name}', but its generated part derives from Regimen.Experiment", $"remove the base class and hold a '{parent.Name}' in a field where you need one");

        for (var around = type; around is not null; around = around.ContainingType)
        {
            if (around.IsFileLocal)
                yield return (SymbolEqualityComparer.Default.Equals(around, type) ? "is local to its file, which the generated part is not in" : $"is nested in '{around.Name}', which is local to its file", "remove 'file'");
            if (!SymbolEqualityComparer.Default.Equals(around, type) && around.TypeParameters.Length > 0)
                yield return ($"is nested in the generic type '{around.Name}', but a training program is generated for one network", $"move it out of '{around.Name}'");
        }
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            // Top-level statements declare the class Program too, and any other part of it must be partial.
            var syntax = reference.GetSyntax(cancellation);
            if (syntax is not CompilationUnitSyntax && (syntax is not TypeDeclarationSyntax declaration || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
                return false;
        }

        return true;
    }

    private static string Header(INamedTypeSymbol type)
    {
        var kind = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        return $"partial {kind} {TypeName(type.Name)}";
    }

    private static string Namespace(INamespaceSymbol name) => name.IsGlobalNamespace
        ? ""
        : name.ContainingNamespace.IsGlobalNamespace ? Identifier(name.Name) : Namespace(name.ContainingNamespace) + "." + Identifier(name.Name);

    /// <summary>The name of a type. Bare, one of lower-case ASCII letters alone draws a warning (CS8981): the language may reserve it.</summary>
    private static string TypeName(string name) => name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : Identifier(name);

    /// <summary>The name as source text. Contextual keywords are escaped too: as names of types, several are refused bare.</summary>
    private static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>
    /// The qualified name. Names of generated files are compared without case, so that one which differs from another in the compilation
    /// by case alone gets a number made of its exact letters.
    /// </summary>
    private static string HintName(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None));
        for (ISymbol symbol = type; symbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; symbol = symbol.ContainingSymbol)
        {
            if (symbol.ContainingSymbol is INamespaceOrTypeSymbol container && container.GetMembers().Any(other => IsTwin(other, symbol)))
                return name + "-" + Hash(name);
        }

        return name;
    }

    private static bool IsTwin(ISymbol other, ISymbol symbol) => other is INamespaceOrTypeSymbol
        && other.Name != symbol.Name && string.Equals(other.Name, symbol.Name, StringComparison.OrdinalIgnoreCase);

    // FNV-1a: the same number in every process, which string.GetHashCode is not.
    private static string Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
