using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>The names in a type, in the types that it contains too, or in the top-level statements of a file.</summary>
/// <param name="type">The name of the type; null for the statements.</param>
internal sealed class UnitNames(string? type)
{
    private readonly Dictionary<string, Roles> names = new(StringComparer.Ordinal);

    /// <summary>What a name is in one place.</summary>
    [Flags]
    private enum Roles
    {
        /// <summary>The declaration of a variable.</summary>
        Variable = 1,

        /// <summary>A name alone, as that of a variable.</summary>
        Alone = 2,

        /// <summary>A member behind a dot, or something that is called.</summary>
        Member = 4,

        /// <summary>Anything else: the declaration of a method, the name of an argument.</summary>
        Other = 8,

        /// <summary>A member behind a dot that is not called, or a name alone: what could be a method given away.</summary>
        Value = 16,
    }

    /// <summary>The name of the type; null for the statements of a file.</summary>
    public string? Type => type;

    /// <summary>All names.</summary>
    public IEnumerable<string> All => names.Keys;

    /// <summary>Whether it is named at all.</summary>
    public bool Contains(string name) => names.ContainsKey(name);

    /// <summary>Whether an expression or a type names it: its declaration does not count.</summary>
    public bool Uses(string name) => names.TryGetValue(name, out var roles) && (roles & (Roles.Alone | Roles.Member)) != 0;

    /// <summary>Whether a method with this name may be given away here, so that anyone may call it.</summary>
    public bool MayGiveAway(string name) => names.TryGetValue(name, out var roles) && (roles & Roles.Value) != 0 && (roles & Roles.Variable) == 0;

    /// <summary>Whether it is named as anything but a variable of this unit: <c>foreach (var batch in train)</c> calls no <c>train()</c>.</summary>
    public bool NamesMember(string name) => names.TryGetValue(name, out var roles) && ((roles & (Roles.Member | Roles.Other)) != 0 || (roles & Roles.Variable) == 0);

    /// <summary>Adds a name at a place.</summary>
    public void Add(SyntaxToken name)
    {
        names.TryGetValue(name.ValueText, out var roles);
        names[name.ValueText] = roles | RoleOf(name.Parent);
    }

    private static Roles RoleOf(SyntaxNode? named) => named switch
    {
        ParameterSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax => Roles.Variable,
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } when access.Name == named =>
            access.Parent is InvocationExpressionSyntax call && call.Expression == access ? Roles.Member : Roles.Member | Roles.Value,
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax or InvocationExpressionSyntax } => Roles.Member,
        SimpleNameSyntax { Parent: NameColonSyntax or NameEqualsSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } } => Roles.Other,
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax } => Roles.Alone,
        SimpleNameSyntax => Roles.Alone | Roles.Value,
        _ => Roles.Other,
    };
}
