using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Who may call a method, as far as names tell: the code of other files is not bound. Only a rule's silence may depend on them.</summary>
internal sealed class Callers(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>Whether calls of it are seen. A method that is given away as a value may be called by anyone.</summary>
    public bool AreSeen(IMethodSymbol method)
    {
        var units = Units(method).ToArray();
        return units.Any(unit => unit.Uses(method.Name)) && !(IsOfTypeOnly(method) ? IsValue(method) : units.Any(unit => unit.MayGiveAway(method.Name)));
    }

    /// <summary>
    /// Whether a type, or the top-level statements of a file, that may call the method also names one of these. A member that hands the call on may
    /// rely on its own callers, unless it trains: then it has left the module as training needs it.
    /// </summary>
    public bool MayPrepare(IMethodSymbol method, params string[] names)
    {
        if (IsPreparedAround(Units(method), names))
            return true;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IMethodSymbol>([method]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next))
                continue;
            if (Units(next).Any(unit => names.Any(unit.NamesMember)))
                return true;
            foreach (var caller in CallersInType(next))
                open.Push(caller);
        }

        return false;
    }

    /// <summary>
    /// Whether one of these types, or one that names it, and so on, names one of these, or uses an object that does so until it is disposed. What
    /// trains does not rely on those around it.
    /// </summary>
    private bool IsPreparedAround(IEnumerable<UnitNames> units, string[] names)
    {
        var index = NameIndex.Of(compilation, cancellation);
        var seen = new HashSet<UnitNames>();
        var open = new Stack<UnitNames>(units);
        while (open.Count > 0)
        {
            var unit = open.Pop();
            if (!seen.Add(unit))
                continue;
            if (names.Any(unit.NamesMember) || unit.All.SelectMany(index.UnitsOf).Any(used => used.Contains("Dispose") && names.Any(used.NamesMember)))
                return true;
            if (unit.Type is not { } type || unit.NamesMember("backward"))
                continue;
            foreach (var around in index.UnitsNaming(type, cancellation))
                open.Push(around);
        }

        return false;
    }

    /// <summary>The types, and the top-level statements of files, that may call the method.</summary>
    private IEnumerable<UnitNames> Units(IMethodSymbol method)
    {
        var index = NameIndex.Of(compilation, cancellation);
        var type = method.ContainingType;
        if (IsOfTypeOnly(method))
            return NameIndex.UnitsOf(type, cancellation);

        // A type that derives from this one, and one that is known by an interface, need not be named.
        return method is { IsStatic: true, IsExtensionMethod: false } && type.Name.Length > 0 && type.AllInterfaces.IsEmpty && !index.IsBase(type.Name)
            ? index.UnitsNaming(NameOf(method), type.Name, cancellation)
            : index.UnitsNaming(NameOf(method), cancellation);
    }

    /// <summary>Whether nothing outside of its type, and of the types in it, can call it. A block of extensions, which has no name, is none.</summary>
    private static bool IsOfTypeOnly(IMethodSymbol method) =>
        (method.MethodKind == MethodKind.LocalFunction || method.DeclaredAccessibility == Accessibility.Private) && method.ContainingType.Name.Length > 0;

    /// <summary>The members of its type that name it and do not train.</summary>
    private IEnumerable<IMethodSymbol> CallersInType(IMethodSymbol method)
    {
        var named = NameOf(method);
        var members = method.MethodKind == MethodKind.LocalFunction && method.ContainingSymbol is IMethodSymbol around
            ? [around]
            : method.ContainingType.GetMembers().OfType<IMethodSymbol>();
        foreach (var member in members)
        {
            var names = member.DeclaringNodes(cancellation).SelectMany(Mentions.Names).ToArray();
            if (names.Contains(named) && !names.Contains("backward"))
                yield return member;
        }
    }

    /// <summary>Whether its type takes it as a value anywhere.</summary>
    private bool IsValue(IMethodSymbol method) => method.ContainingType.DeclaringNodes(cancellation)
        .SelectMany(part => part.DescendantNodes())
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == method.Name
            && (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name).Parent is not InvocationExpressionSyntax);

    /// <summary>What code names to call it.</summary>
    private static string NameOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.AssociatedSymbol?.Name ?? method.Name;
}
