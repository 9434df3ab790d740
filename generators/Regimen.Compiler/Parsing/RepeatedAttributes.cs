using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;

namespace Regimen.Compiler.Parsing;

/// <summary>Attributes that stand there twice (REG0010): nothing says which of them holds.</summary>
internal static class RepeatedAttributes
{
    /// <summary>Reports each attribute after the first of its name.</summary>
    public static void Check(INamedTypeSymbol type, ImmutableArray<ParsedAttribute> attributes, ImmutableArray<Finding>.Builder findings)
    {
        // Ordered by name, and those of one name as they are declared.
        for (var i = 1; i < attributes.Length; i++)
        {
            if (attributes[i].Spec.Name == attributes[i - 1].Spec.Name)
                findings.Add(new Finding(Rules.RepeatedAttribute, attributes[i].Location, [type.Name, attributes[i].Spec.Name]));
        }
    }
}
