using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>
/// The names in a project's files. Rules ask for them again and again, and an editor makes a compilation for every key that is pressed: the files
/// are read once for all rules, when one asks first, and a file that did not change is not read again.
/// </summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<Compilation, NameIndex> Indices = new();
    private static readonly ConditionalWeakTable<SyntaxTree, FileNames> Files = new();

    private readonly Dictionary<string, List<SyntaxTree>> trees = new(StringComparer.Ordinal);

    private NameIndex(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var name in Of(tree, cancellation).All)
            {
                if (!trees.TryGetValue(name, out var list))
                    trees.Add(name, list = []);
                list.Add(tree);
            }
        }
    }

    /// <summary>All names of the project.</summary>
    public IEnumerable<string> All => trees.Keys;

    /// <summary>The index of a project.</summary>
    public static NameIndex Of(Compilation compilation, CancellationToken cancellation) => Indices.GetValue(compilation, project => new NameIndex(project, cancellation));

    /// <summary>The files that name it.</summary>
    public IReadOnlyList<SyntaxTree> Naming(string name) => trees.TryGetValue(name, out var list) ? list : [];

    /// <summary>Whether an expression or a type names it anywhere: its declaration does not count.</summary>
    public bool IsUsed(string name, CancellationToken cancellation) => Naming(name).Any(tree => Of(tree, cancellation).Used.Contains(name));

    /// <summary>The names of every type, and of the top-level statements of every file, that name it.</summary>
    public IEnumerable<HashSet<string>> UnitsNaming(string name, CancellationToken cancellation) =>
        Naming(name).SelectMany(tree => Of(tree, cancellation).Units).Where(unit => unit.Contains(name));

    private static FileNames Of(SyntaxTree tree, CancellationToken cancellation) => Files.GetValue(tree, file => new FileNames(file.GetRoot(cancellation)));

    private sealed class FileNames
    {
        public FileNames(SyntaxNode root)
        {
            var statements = new HashSet<string>(StringComparer.Ordinal);
            var types = new Dictionary<SyntaxNode, HashSet<string>>();
            foreach (var token in root.DescendantTokens())
            {
                if (!token.IsKind(SyntaxKind.IdentifierToken))
                    continue;
                All.Add(token.ValueText);
                if (token.Parent is SimpleNameSyntax)
                    Used.Add(token.ValueText);
                for (var around = token.Parent; around is not null; around = around.Parent)
                {
                    if (around is GlobalStatementSyntax)
                    {
                        statements.Add(token.ValueText);
                    }
                    else if (around is TypeDeclarationSyntax)
                    {
                        if (!types.TryGetValue(around, out var names))
                            types.Add(around, names = new(StringComparer.Ordinal));
                        names.Add(token.ValueText);
                    }
                }
            }

            Units = [.. types.Values, statements];
        }

        public HashSet<string> All { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<HashSet<string>> Units { get; }
    }
}
