using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>
/// The names of the project's methods that go back, reset or name another one that does: a loop that calls one may be a training loop. The files
/// are searched as text, and syntax is looked at only around what is found. <c>forward</c> trains nothing, whatever it names.
/// </summary>
internal sealed class TrainingMethods
{
    /// <summary>How far calls are followed from method to method.</summary>
    public const int Depth = 3;

    private static readonly ConditionalWeakTable<Compilation, TrainingMethods> Projects = new();

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private TrainingMethods(Compilation compilation, CancellationToken cancellation)
    {
        var files = compilation.SyntaxTrees.Select(tree => (Tree: tree, Words: FileWords.Of(tree, cancellation))).ToArray();
        var added = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (tree, words) in files)
            Add(tree, words.PositionsOf(Words.Backward | Words.ZeroGrad), added, cancellation);

        for (var depth = 1; depth < Depth && added.Count > 0; depth++)
        {
            // A method that is still being written has no name.
            added.Remove("");
            names.UnionWith(added);
            var next = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (tree, words) in files)
            {
                foreach (var name in added)
                    Add(tree, words.PositionsOf(name).Where(at => IsWhole(words.Text, at, name.Length)), next, cancellation);
            }

            next.ExceptWith(names);
            added = next;
        }

        names.UnionWith(added);
        names.Remove("");
    }

    /// <summary>The training methods of a project.</summary>
    public static TrainingMethods Of(Compilation compilation, CancellationToken cancellation) => Projects.GetValue(compilation, project => new TrainingMethods(project, cancellation));

    /// <summary>Whether a part of a file names one of them.</summary>
    public bool AreNamedIn(FileWords file, TextSpan span)
    {
        foreach (var name in names)
        {
            for (var at = file.Text.IndexOf(name, span.Start, span.Length, StringComparison.Ordinal); at >= 0;)
            {
                if (IsWhole(file.Text, at, name.Length))
                    return true;
                var rest = at + name.Length;
                at = rest < span.End ? file.Text.IndexOf(name, rest, span.End - rest, StringComparison.Ordinal) : -1;
            }
        }

        return false;
    }

    /// <summary>The methods around these places.</summary>
    private static void Add(SyntaxTree tree, IEnumerable<int> places, HashSet<string> to, CancellationToken cancellation)
    {
        var end = -1;
        foreach (var place in places)
        {
            // The rest of the same method says nothing new.
            if (place < end || tree.GetRoot(cancellation).FindToken(place).Parent is not { } node)
                continue;
            foreach (var around in node.AncestorsAndSelf())
            {
                switch (around)
                {
                    case LocalFunctionStatementSyntax local:
                        to.Add(local.Identifier.ValueText);
                        break;
                    case MethodDeclarationSyntax { Identifier.ValueText: not "forward" } method:
                        end = method.Span.End;
                        to.Add(method.Identifier.ValueText);
                        break;
                }
            }
        }
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !SyntaxFacts.IsIdentifierPartCharacter(text[at - 1])) && (at + length >= text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[at + length]));
}
