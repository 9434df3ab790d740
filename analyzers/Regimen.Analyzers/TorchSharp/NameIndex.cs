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
    private readonly Dictionary<string, List<UnitNames>> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> bases = new(StringComparer.Ordinal);
    private readonly HashSet<string> imports = new(StringComparer.Ordinal);

    private NameIndex(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var file = Of(tree, cancellation);
            bases.UnionWith(file.Bases);
            imports.UnionWith(file.GlobalImports);
            foreach (var name in file.All)
                Add(trees, name, tree);
            foreach (var unit in file.Units)
            {
                if (unit.Type is { } type)
                    Add(types, type, unit);
            }
        }
    }

    /// <summary>All names of the project.</summary>
    public IEnumerable<string> All => trees.Keys;

    /// <summary>The index of a project.</summary>
    public static NameIndex Of(Compilation compilation, CancellationToken cancellation) => Indices.GetValue(compilation, project => new NameIndex(project, cancellation));

    /// <summary>The files that name it.</summary>
    public IReadOnlyList<SyntaxTree> Naming(string name) => trees.TryGetValue(name, out var list) ? list : [];

    /// <summary>The files that name a type, each with the name that it has there: its own, or one that a <c>using</c> directive gives it.</summary>
    public IEnumerable<(SyntaxTree Tree, string Name)> NamingOrAlias(string type, CancellationToken cancellation)
    {
        foreach (var tree in Naming(type))
        {
            yield return (tree, type);
            foreach (var directive in ((CompilationUnitSyntax)tree.GetRoot(cancellation)).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
            {
                if (directive.Alias?.Name.Identifier.ValueText is not { } alias || directive.NamespaceOrType.GetLastToken().ValueText != type)
                    continue;
                foreach (var user in directive.GlobalKeyword.RawKind == 0 ? [tree] : Naming(alias))
                    yield return (user, alias);
            }
        }
    }

    /// <summary>Whether a type with this name may be the base of another one.</summary>
    public bool IsBase(string type) => bases.Contains(type);

    /// <summary>Every type, and the top-level statements of every file, that name it.</summary>
    public IEnumerable<UnitNames> UnitsNaming(string name, CancellationToken cancellation) =>
        Naming(name).SelectMany(tree => Of(tree, cancellation).Units).Where(unit => unit.Contains(name));

    /// <summary>Those that name a static member of a type: they name the type too, if their file does not import its members, or it under another name.</summary>
    public IEnumerable<UnitNames> UnitsNaming(string member, string type, CancellationToken cancellation)
    {
        foreach (var file in Naming(member).Select(tree => Of(tree, cancellation)))
        {
            var isImported = imports.Contains(type) || file.Imports.Contains(type);
            foreach (var unit in file.Units)
            {
                if (unit.Contains(member) && (isImported || unit.Contains(type)))
                    yield return unit;
            }
        }
    }

    /// <summary>All parts of a type.</summary>
    public static IEnumerable<UnitNames> UnitsOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Select(part => Of(part.SyntaxTree, cancellation).UnitAt(part));

    /// <summary>All parts of the types with this name.</summary>
    public IReadOnlyList<UnitNames> UnitsOf(string type) => types.TryGetValue(type, out var list) ? list : [];

    private static void Add<T>(Dictionary<string, List<T>> lists, string name, T added)
    {
        if (!lists.TryGetValue(name, out var list))
            lists.Add(name, list = []);
        list.Add(added);
    }

    private static FileNames Of(SyntaxTree tree, CancellationToken cancellation) => Files.GetValue(tree, file => new FileNames(file.GetRoot(cancellation)));

    private sealed class FileNames
    {
        /// <summary>The types by where they start.</summary>
        private readonly Dictionary<int, UnitNames> types = [];

        private readonly UnitNames statements = new(null);

        public FileNames(SyntaxNode root)
        {
            // Neighbours stand in the same node, or nearly: what is around each is looked up once.
            var keepers = new Dictionary<SyntaxNode, Keeper?>();
            foreach (var token in root.DescendantTokens())
            {
                if (!token.IsKind(SyntaxKind.IdentifierToken))
                    continue;
                All.Add(token.ValueText);
                for (var keeper = KeeperOf(token.Parent, keepers); keeper is not null; keeper = keeper.Outer)
                    keeper.Add(token);
            }
        }

        public HashSet<string> All { get; } = new(StringComparer.Ordinal);

        /// <summary>What stands in lists of base types.</summary>
        public HashSet<string> Bases { get; } = new(StringComparer.Ordinal);

        /// <summary>What stands in <c>using static</c>, and in directives that give a type another name.</summary>
        public HashSet<string> Imports { get; } = new(StringComparer.Ordinal);

        /// <summary>As <see cref="Imports"/>, of the directives that hold for all files.</summary>
        public HashSet<string> GlobalImports { get; } = new(StringComparer.Ordinal);

        public IEnumerable<UnitNames> Units => types.Values.Append(statements);

        /// <summary>A part of a type. That of the type of top-level statements is the file.</summary>
        public UnitNames UnitAt(SyntaxReference part) => types.TryGetValue(part.Span.Start, out var unit) ? unit : statements;

        /// <summary>What keeps the names inside a node; null where nothing does.</summary>
        private Keeper? KeeperOf(SyntaxNode? node, Dictionary<SyntaxNode, Keeper?> known)
        {
            if (node is null)
                return null;
            if (known.TryGetValue(node, out var keeper))
                return keeper;
            var outer = KeeperOf(node.Parent, known);
            return known[node] = Add(node) is { } add ? new(add, outer) : outer;
        }

        private Action<SyntaxToken>? Add(SyntaxNode around)
        {
            switch (around)
            {
                case GlobalStatementSyntax:
                    return statements.Add;
                case TypeDeclarationSyntax declaration:
                    if (!types.TryGetValue(around.SpanStart, out var type))
                        types.Add(around.SpanStart, type = new(declaration.Identifier.ValueText));
                    return type.Add;
                case BaseListSyntax:
                    return name => Bases.Add(name.ValueText);
                case UsingDirectiveSyntax directive when directive.StaticKeyword.RawKind != 0 || directive.Alias is not null:
                    var imports = directive.GlobalKeyword.RawKind != 0 ? GlobalImports : Imports;
                    return name => imports.Add(name.ValueText);
                default:
                    return null;
            }
        }

        /// <summary>Who keeps a name, and the next one around it.</summary>
        private sealed record Keeper(Action<SyntaxToken> Add, Keeper? Outer);
    }
}
