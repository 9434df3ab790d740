using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// Whether other modules register a module. They register the parts of those that they register, so it needs no call of its own. What other modules
/// make with <c>new</c>, outside a <c>Sequential</c>, which does not register, is taken for such a part. Other files are read as syntax.
/// </summary>
internal static class RegisteredByParents
{
    /// <summary>Whether the type is made by modules, and by no others.</summary>
    public static bool Are(ModuleView type, CancellationToken cancellation)
    {
        var isPart = false;
        var index = NameIndex.Of(type.Compilation, cancellation);
        var name = type.Type.Name;

        // Which of several types of this name is made is not known; then those who are no modules may make another one.
        var isOnly = index.UnitsOf(name).Count == type.Type.DeclaringSyntaxReferences.Length;
        foreach (var (tree, written) in index.NamingOrAlias(name, cancellation))
        {
            foreach (var creation in tree.GetRoot(cancellation).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            {
                var isNamed = creation is ObjectCreationExpressionSyntax { Type: var made } ? LastName(made) == written : Names(TargetOf(creation), written);
                if (!isNamed)
                    continue;
                var isMadeByModule = IsInModule(creation, index) || IsGivenToModules(creation, index, cancellation);
                if (!isMadeByModule && isOnly)
                    return false;
                isPart |= isMadeByModule;
            }
        }

        return isPart;
    }

    /// <summary>Whether a variable of this type may hold one that is made with <c>new()</c>: <c>Pair</c>, <c>Parts.Pair</c>, <c>Pair[]</c>, <c>List&lt;Pair></c>.</summary>
    private static bool Names(TypeSyntax? type, string name) => type switch
    {
        NullableTypeSyntax nullable => Names(nullable.ElementType, name),
        ArrayTypeSyntax array => Names(array.ElementType, name),
        QualifiedNameSyntax { Right: GenericNameSyntax generic } => Names(generic, name),
        GenericNameSyntax generic => generic.Identifier.ValueText == name || generic.TypeArgumentList.Arguments.Any(argument => Names(argument, name)),
        _ => type is not null && LastName(type) == name,
    };

    /// <summary>The type that <c>new()</c> makes, as far as it is written around it: of the variable, property or method that it is for.</summary>
    private static TypeSyntax? TargetOf(SyntaxNode creation)
    {
        foreach (var around in creation.Ancestors())
        {
            switch (around)
            {
                case ObjectCreationExpressionSyntax list:
                    return list.Type;
                case ArrayCreationExpressionSyntax array:
                    return array.Type;
                case VariableDeclarationSyntax variable when !variable.Type.IsVar:
                    return variable.Type;
                case PropertyDeclarationSyntax property:
                    return property.Type;
                case LocalFunctionStatementSyntax function:
                    return function.ReturnType;
                case MethodDeclarationSyntax method:
                    return method.ReturnType;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } assignment:
                    var member = assignment.Left is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : ((IdentifierNameSyntax)assignment.Left).Identifier.ValueText;
                    return creation.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.Select(part => part switch
                    {
                        FieldDeclarationSyntax field when field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == member) => field.Declaration.Type,
                        PropertyDeclarationSyntax property when property.Identifier.ValueText == member => property.Type,
                        _ => null,
                    }).FirstOrDefault(type => type is not null);
            }
        }

        return null;
    }

    /// <summary>Whether a module's code makes it, outside of a <c>Sequential</c>.</summary>
    private static bool IsInModule(SyntaxNode creation, NameIndex index) =>
        !creation.Ancestors().OfType<InvocationExpressionSyntax>().Any(IsSequential)
        && creation.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.BaseList?.Types.Any(parent => IsModuleOrOwn(parent.Type, index)) == true;

    /// <summary>Whether it is what a method or property returns that modules, and no others, call outside of a <c>Sequential</c>.</summary>
    private static bool IsGivenToModules(SyntaxNode creation, NameIndex index, CancellationToken cancellation)
    {
        var member = creation.Parent switch
        {
            ArrowExpressionClauseSyntax or ReturnStatementSyntax => creation.Ancestors().FirstOrDefault(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax),
            _ => null,
        };
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => null,
        };
        if (name is null)
            return false;
        var uses = index.Naming(name)
            .SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name))
            .ToArray();
        return uses.Length > 0 && uses.All(use => IsInModule(use, index));
    }

    /// <summary>Whether a base is a module by its name, or a class of the project, which may be one.</summary>
    private static bool IsModuleOrOwn(TypeSyntax parent, NameIndex index) =>
        parent.ToString().Contains("Module") || (LastName(parent) is { } name && index.UnitsOf(name).Count > 0);

    /// <summary>What the name of a type ends in: <c>Pair</c> of <c>Parts.Pair</c> and of <c>global::Parts.Pair</c>.</summary>
    private static string? LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static bool IsSequential(InvocationExpressionSyntax call) =>
        (call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression) is SimpleNameSyntax { Identifier.ValueText: "Sequential" };
}
