using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Text;
using Regimen.Compiler.Tricks;

namespace Regimen.Compiler.Parsing;

/// <summary>Names of the user's that the generated part declares too (REG0011).</summary>
internal static class GeneratedNames
{
    /// <summary>Reports the members of the class, and the class itself, that have the name of a generated member.</summary>
    public static void Check(
        INamedTypeSymbol type, ImmutableArray<ParsedAttribute> attributes, Location position, ImmutableArray<Finding>.Builder findings, CancellationToken cancellation)
    {
        foreach (var generated in ProgramMembers.Of(attributes.Select(attribute => attribute.Spec)).Distinct())
        {
            if (generated.Name == type.Name)
                findings.Add(new Finding(Rules.MemberIsGenerated, position, [type.Name, "has the name of the member", generated.Name, "the class"]));
            foreach (var member in type.GetMembers(generated.Name))
            {
                if (!member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null } && Clashes(member, generated) && !IsGenerated(member, cancellation))
                    findings.Add(new Finding(Rules.MemberIsGenerated, member.Locations.FirstOrDefault() ?? position, [type.Name, "declares", generated.Name, "yours"]));
            }
        }
    }

    /// <summary>Methods of one name may stand side by side where their parameters differ.</summary>
    private static bool Clashes(ISymbol member, ProgramMember generated) =>
        member is not IMethodSymbol method || generated.Parameters is not { } parameters
        || (method.Arity == 0 && parameters == string.Join(", ", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))));

    /// <summary>Whether it is the generated member itself, which the generator does not see, but an analyzer does.</summary>
    private static bool IsGenerated(ISymbol member, CancellationToken cancellation) => member.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(cancellation).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.AttributeLists.Any(list => list.ToString() == GeneratedMark.Text) == true);
}
