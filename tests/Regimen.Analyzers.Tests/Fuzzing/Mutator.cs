using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Regimen.Analyzers.Tests.Fuzzing;

/// <summary>Spoils a source as a person does who is still typing: tokens and nodes are deleted, doubled, and exchanged.</summary>
internal sealed class Mutator(int seed)
{
    private const int MostMutations = 3;

    private readonly Random random = new(seed);

    /// <summary>The source after one to three mutations.</summary>
    public string Mutate(string source)
    {
        for (var left = 1 + random.Next(MostMutations); left > 0; left--)
            source = MutateOnce(source);
        return source;
    }

    private string MutateOnce(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        var spans = random.Next(2) == 0
            ? [.. root.DescendantTokens().Where(token => token.Span.Length > 0).Select(token => token.Span)]
            : root.DescendantNodes().Where(IsWorthwhile).Select(node => node.Span).Where(span => span.Length > 0).ToArray();
        if (spans.Length == 0)
            return source;
        var first = spans[random.Next(spans.Length)];
        switch (random.Next(4))
        {
            case 0:
                return source.Remove(first.Start, first.Length);
            case 1:
                return source.Insert(first.End, " " + source.Substring(first.Start, first.Length));
            case 2:
                // What stands far away, put in place of this.
                var other = spans[random.Next(spans.Length)];
                return source.Remove(first.Start, first.Length).Insert(first.Start, source.Substring(other.Start, other.Length));
            default:
                return Swap(source, first, spans[random.Next(spans.Length)]);
        }
    }

    private static string Swap(string source, TextSpan one, TextSpan other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        if (second.Start < first.End)
            return source;
        return source[..first.Start] + source.Substring(second.Start, second.Length) + source[first.End..second.Start] + source.Substring(first.Start, first.Length) + source[second.End..];
    }

    private static bool IsWorthwhile(SyntaxNode node) =>
        node is ExpressionSyntax or StatementSyntax or MemberDeclarationSyntax or ArgumentSyntax or ParameterSyntax or AttributeSyntax or AttributeListSyntax or AttributeArgumentSyntax or ArgumentListSyntax or TypeSyntax;
}
