using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.CodeFixes.Editing;

/// <summary>Puts the elements of a written list into another order.</summary>
internal static class ElementOrder
{
    /// <summary>
    /// Every element goes to its new place. Where all that move have lines of their own, the comments above an element and at the end of its line
    /// go with it; else whatever lies around a place stays there.
    /// </summary>
    /// <param name="root">What is changed.</param>
    /// <param name="elements">All elements of the list, as they stand.</param>
    /// <param name="ordered">The same, as they shall stand.</param>
    public static SyntaxNode Change(SyntaxNode root, IReadOnlyList<SyntaxNode> elements, IReadOnlyList<SyntaxNode> ordered)
    {
        Line[] places = [.. Enumerable.Range(0, elements.Count).Where(i => elements[i] != ordered[i]).Select(i => new Line(elements[i]))];
        if (!places.All(place => place.IsOwn))
            return root.ReplaceNodes(elements, (original, _) => ordered[IndexOf(elements, original)].WithTriviaFrom(original));

        var came = places.ToDictionary(place => place.Element, place => new Line(ordered[IndexOf(elements, place.Element)]));
        var ends = places.Where(place => place.Separator != default).ToDictionary(place => place.Separator, place => place.EndFor(came[place.Element]));
        return root.ReplaceSyntax(
            places.Select(place => place.Element),
            (original, _) => came[original] is var line && new Line(original) is { Separator: var separator } place && separator == default
                ? line.Element.WithTrailingTrivia(place.EndFor(line))
                : line.Element.WithTrailingTrivia(line.Separator == default ? default : line.Element.GetTrailingTrivia()),
            ends.Keys,
            (original, _) => original.WithTrailingTrivia(ends[original]),
            [],
            (original, _) => original);
    }

    private static int IndexOf(IReadOnlyList<SyntaxNode> elements, SyntaxNode element)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i] == element)
                return i;
        }

        return -1;
    }

    /// <summary>An element with what ends its line: its comma, or itself where it is the last.</summary>
    private sealed class Line
    {
        private readonly SyntaxTriviaList end;

        public Line(SyntaxNode element)
        {
            Element = element;
            var next = element.GetLastToken().GetNextToken();
            Separator = next.IsKind(SyntaxKind.CommaToken) && next.Parent == element.Parent ? next : default;
            end = Separator == default ? element.GetTrailingTrivia() : Separator.TrailingTrivia;
        }

        public SyntaxNode Element { get; }

        public SyntaxToken Separator { get; }

        /// <summary>Whether nothing else stands on its lines but one comment at the end, and no directive above.</summary>
        public bool IsOwn => EndsLine(Element.GetFirstToken().GetPreviousToken().TrailingTrivia) && EndsLine(end) && !Element.GetLeadingTrivia().Any(trivia => trivia.IsDirective)
            && end.Count(IsComment) <= 1 && (Separator == default || !Element.GetTrailingTrivia().Any(IsComment));

        private SyntaxTrivia Comment => end.FirstOrDefault(IsComment);

        private int Space => end.TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Sum(trivia => trivia.Span.Length);

        /// <summary>Letters of its last line up to the comment.</summary>
        private int Length
        {
            get
            {
                var text = Element.ToString();
                return text.Length - (text.LastIndexOf('\n') + 1) + (Separator == default ? 0 : 1);
            }
        }

        /// <summary>The end of this line where another element comes to stand here: its comment, in the column of the one that was here.</summary>
        public SyntaxTriviaList EndFor(Line other)
        {
            var newLine = end.SkipWhile(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            if (other.Comment == default)
                return [.. newLine];
            var column = Comment == default ? other.Length + other.Space : Length + Space;
            return [SyntaxFactory.Whitespace(new string(' ', Math.Max(1, column - other.Length))), other.Comment, .. newLine];
        }

        private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

        private static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);
    }
}
