using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Model;
using Regimen.Compiler.Parsing.Evaluation;

namespace Regimen.Compiler.Parsing;

/// <summary>An attribute with where it and its arguments are written.</summary>
/// <param name="Spec">What it says.</param>
/// <param name="Data">The attribute as the compiler knows it.</param>
/// <param name="Location">The whole attribute.</param>
/// <param name="ArgumentLocations">Each argument of <paramref name="Spec"/>, in its order.</param>
internal sealed record ParsedAttribute(AttributeSpec Spec, AttributeData Data, Location Location, ImmutableArray<Location> ArgumentLocations)
{
    /// <summary>Whether arguments were left out because they are wrong.</summary>
    public bool HasErrors { get; private init; }

    /// <summary>Where the argument is written, or the whole attribute where it is not.</summary>
    public Location LocationOf(string argument)
    {
        for (var i = 0; i < Spec.Arguments.Count; i++)
        {
            if (string.Equals(Spec.Arguments[i].Name, argument, StringComparison.OrdinalIgnoreCase))
                return ArgumentLocations[i];
        }

        return Location;
    }

    /// <summary>The attribute as if these arguments were not written.</summary>
    public ParsedAttribute Without(IReadOnlyCollection<string> arguments)
    {
        var kept = Enumerable.Range(0, Spec.Arguments.Count).Where(i => !arguments.Contains(Spec.Arguments[i].Name, StringComparer.OrdinalIgnoreCase)).ToArray();
        return this with
        {
            HasErrors = true,
            Spec = Spec with { Arguments = kept.Select(i => Spec.Arguments[i]).ToEquatableArray() },
            ArgumentLocations = [.. kept.Select(i => ArgumentLocations[i])],
        };
    }
}

/// <summary>Reads Regimen's attributes of a type.</summary>
internal static class AttributeParser
{
    private const string Suffix = "Attribute";

    /// <summary>Those of all partial parts, ordered by name: which file a part is in must not change the experiment.</summary>
    public static ImmutableArray<ParsedAttribute> Parse(INamedTypeSymbol type, CancellationToken cancellation) =>
    [
        .. type.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { ContainingType: null } known && RegimenSymbols.IsRegimen(known.ContainingNamespace))
            .Select(attribute => Parse(attribute, cancellation))
            .OrderBy(attribute => attribute.Spec.Name, StringComparer.Ordinal),
    ];

    private static ParsedAttribute Parse(AttributeData attribute, CancellationToken cancellation)
    {
        var name = attribute.AttributeClass!.Name;
        if (name.EndsWith(Suffix, StringComparison.Ordinal) && name.Length > Suffix.Length)
            name = name.Substring(0, name.Length - Suffix.Length);

        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        var whole = syntax?.GetLocation() ?? Location.None;
        var arguments = ImmutableArray.CreateBuilder<ArgumentSpec>();
        var locations = ImmutableArray.CreateBuilder<Location>();
        void Add(string argument, TypedConstant constant, SyntaxNode? written)
        {
            if (Value(constant) is not { } value)
                return;
            arguments.Add(new ArgumentSpec(argument, value));
            locations.Add(written?.GetLocation() ?? whole);
        }

        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        for (var i = 0; i < attribute.ConstructorArguments.Length && i < parameters.Length; i++)
        {
            var written = syntax is null ? null : Written(syntax, parameters, i);
            var isDefault = syntax is null
                ? parameters[i].HasExplicitDefaultValue && Equals(parameters[i].ExplicitDefaultValue, attribute.ConstructorArguments[i].Kind == TypedConstantKind.Array ? null : attribute.ConstructorArguments[i].Value)
                : written is null;
            if (!isDefault)
                Add(parameters[i].Name, attribute.ConstructorArguments[i], written);
        }

        foreach (var pair in attribute.NamedArguments)
            Add(pair.Key, pair.Value, syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == pair.Key));

        return new ParsedAttribute(new AttributeSpec(name, arguments.ToEquatableArray()), attribute, whole, locations.ToImmutable());
    }

    /// <summary>The argument written for a constructor's parameter; null where its default was left to stand.</summary>
    private static AttributeArgumentSyntax? Written(AttributeSyntax syntax, ImmutableArray<IParameterSymbol> parameters, int parameter)
    {
        var position = 0;
        foreach (var argument in syntax.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is not null)
                continue;
            var target = argument.NameColon is { } name
                ? parameters.FirstOrDefault(candidate => candidate.Name == name.Name.Identifier.ValueText)?.Ordinal ?? -1
                : Math.Min(position, parameters.Length - 1);
            if (target == parameter)
                return argument;
            position++;
        }

        return null;
    }

    /// <summary>The constant in the model's few types; null for null and for what does not compile.</summary>
    private static object? Value(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => null,
        TypedConstantKind.Array when constant.IsNull => null,
        TypedConstantKind.Array => string.Join(",", constant.Values.Select(item => Value(item) is { } value ? ArgumentSpec.Literal(value) : "")),
        _ when constant.Value is null => null,
        TypedConstantKind.Enum => ValueText.EnumMember(constant.Value, constant.Type) ?? Convert.ToString(constant.Value, CultureInfo.InvariantCulture),
        TypedConstantKind.Type => ((ITypeSymbol)constant.Value).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        _ => constant.Value switch
        {
            int or long or double or bool or string => constant.Value,
            float number => (double)number,
            byte or sbyte or short or ushort => Convert.ToInt32(constant.Value, CultureInfo.InvariantCulture),
            uint number => (long)number,
            var other => Convert.ToString(other, CultureInfo.InvariantCulture),
        },
    };
}
