using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>Names in other methods. Only a rule's silence may depend on them: a name may mean anything.</summary>
internal static class Mentions
{
    /// <summary>Whether the method, or one of its type that it names, names one of these.</summary>
    public static bool InMethod(IMethodSymbol method, params string[] names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<IMethodSymbol>([method]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next.Name))
                continue;

            // What makes an object of its own type runs a constructor, with 'new(…)' too.
            if (next.MethodKind == MethodKind.Ordinary && SymbolEqualityComparer.Default.Equals(next.ReturnType, next.ContainingType))
            {
                foreach (var constructor in next.ContainingType.InstanceConstructors)
                    open.Push(constructor);
            }

            foreach (var declaration in next.DeclaringNodes())
            {
                foreach (var name in Names(declaration))
                {
                    if (names.Contains(name))
                        return true;
                    foreach (var member in next.ContainingType.GetMembers(name).OfType<IMethodSymbol>())
                        open.Push(member);
                }
            }
        }

        return false;
    }

    /// <summary>All names inside the node.</summary>
    public static IEnumerable<string> Names(SyntaxNode node) =>
        node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
}
