using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
            foreach (var reference in next.DeclaringSyntaxReferences)
            {
                foreach (var name in Names(reference.GetSyntax()))
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

    /// <summary>Whether a type, or the top-level statements of a file, that names the method also names one of these.</summary>
    public static bool BesideCallers(Compilation compilation, string method, CancellationToken cancellation, params string[] names)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var root = tree.GetRoot(cancellation);
            var units = root.DescendantNodes(node => node is not BaseMethodDeclarationSyntax).Where(node => node is TypeDeclarationSyntax).Select(Names)
                .Append(root.ChildNodes().OfType<GlobalStatementSyntax>().SelectMany(Names));
            foreach (var unit in units)
            {
                var found = new HashSet<string>(unit, StringComparer.Ordinal);
                if (found.Contains(method) && names.Any(found.Contains))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the method is called anywhere, as far as names tell.</summary>
    public static bool IsCalled(Compilation compilation, string method, CancellationToken cancellation) => compilation.SyntaxTrees.Any(tree =>
        tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == method));

    /// <summary>All names inside the node.</summary>
    public static IEnumerable<string> Names(SyntaxNode node) =>
        node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
}
