using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Regimen.CodeFixes.Editing;

/// <summary>Edits of statements: of a block, or of a file's top level.</summary>
internal static class StatementEdits
{
    private const int IndentSize = 4;

    /// <summary>The statement that the node is part of.</summary>
    public static StatementSyntax? StatementOf(SyntaxNode? node) => node?.FirstAncestorOrSelf<StatementSyntax>();

    /// <summary>Puts a statement before another one.</summary>
    /// <returns>The changed root; null where the other one is in no list of statements.</returns>
    public static SyntaxNode? InsertBefore(SyntaxNode root, StatementSyntax? target, string statement)
    {
        if (target is null || ListMember(target) is not { } member)
            return null;
        var (above, own) = Split(member.GetLeadingTrivia());
        var added = Parse(statement).WithLeadingTrivia(above.AddRange(Indent(member))).WithTrailingTrivia(EndOfLine(root));
        return root.ReplaceNode(member, [AsMember(added, member), member.WithLeadingTrivia(own)]);
    }

    /// <summary>Puts a statement at the start of a loop's or method's body; a body that is no block becomes one.</summary>
    /// <returns>The changed root; null where the node is no statement.</returns>
    public static SyntaxNode? InsertFirst(SyntaxNode root, SyntaxNode? body, string statement)
    {
        switch (body)
        {
            case BlockSyntax { Statements: [var first, ..] } block:
                if (block.OpenBraceToken.GetLocation().GetLineSpan().EndLinePosition.Line == first.GetLocation().GetLineSpan().StartLinePosition.Line)
                    return root.ReplaceNode(block, block.WithStatements(block.Statements.Insert(0, Parse(statement).WithTrailingTrivia(SyntaxFactory.Space))));
                return InsertBefore(root, first, statement);
            case StatementSyntax { Parent: StatementSyntax owner } single and not BlockSyntax:
                var end = EndOfLine(root);
                var indent = Indent(owner);
                var inner = indent.Add(SyntaxFactory.Whitespace(new string(' ', IndentSize)));
                var made = SyntaxFactory.Block(
                    SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(indent).WithTrailingTrivia(end),
                    [Parse(statement).WithLeadingTrivia(inner).WithTrailingTrivia(end), single.WithLeadingTrivia(inner).WithTrailingTrivia(end)],
                    SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(indent).WithTrailingTrivia(single.GetTrailingTrivia()));

                // A body on the line of its head has no line break before it.
                var isOnLine = owner.GetLocation().GetLineSpan().StartLinePosition.Line == single.GetLocation().GetLineSpan().StartLinePosition.Line;
                return root.ReplaceNode(single, isOnLine ? made.WithLeadingTrivia(indent.Insert(0, end)) : made);
            default:
                return null;
        }
    }

    /// <summary>Moves a statement before or behind another one, as long as both are in lists of statements.</summary>
    /// <returns>The changed root; null where one of them is not.</returns>
    public static SyntaxNode? Move(SyntaxNode root, StatementSyntax? moved, StatementSyntax? target, bool behind)
    {
        if (moved is null || target is null || moved == target || target.Contains(moved) && !behind || moved.Contains(target)
            || ListMember(moved) is not { } from || ListMember(target) is not { } to)
        {
            return null;
        }

        var text = moved.WithoutTrivia();
        var tracked = root.TrackNodes(from, to);
        tracked = tracked.RemoveNode(tracked.GetCurrentNode(from)!, from.GetLeadingTrivia().Any(IsComment) ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia)!;
        var place = tracked.GetCurrentNode(to);
        if (place is null)
            return null;
        var (above, own) = Split(place.GetLeadingTrivia());
        if (!behind)
        {
            var before = AsMember(text.WithLeadingTrivia(above.AddRange(Indent(place))).WithTrailingTrivia(from.GetTrailingTrivia()), place);
            return tracked.ReplaceNode(place, [before, place.WithLeadingTrivia(own)]);
        }

        var after = AsMember(text.WithLeadingTrivia(Indent(place)).WithTrailingTrivia(IsLineEnd(from) ? from.GetTrailingTrivia() : place.GetTrailingTrivia()), place);
        var kept = IsLineEnd(from) && !IsLineEnd(place) ? place.WithTrailingTrivia(EndOfLine(root)) : place;
        return tracked.ReplaceNode(place, [kept, after]);
    }

    /// <summary>
    /// Whether a statement reads the same at its new place: what it reads is known there, and nothing that it is moved past declares, assigns or
    /// is given the reference of any of it.
    /// </summary>
    public static bool CanMove(FixTarget fix, StatementSyntax? moved, StatementSyntax? target, bool behind)
    {
        if (moved is null || target is null || moved == target)
            return false;
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in moved.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            switch (fix.Model.GetSymbolInfo(name, fix.Cancellation).Symbol)
            {
                // What a local function reads is not written here.
                case IMethodSymbol { MethodKind: MethodKind.LocalFunction }:
                    return false;
                case ILocalSymbol local when local.DeclaringSyntaxReferences.Any(reference => moved.Span.Contains(reference.Span)):
                    break;
                case { Kind: SymbolKind.Local or SymbolKind.Parameter or SymbolKind.Field or SymbolKind.Property } variable:
                    read.Add(variable);
                    break;
            }
        }

        // The last token of a statement is not in the scopes that the statement opens.
        var place = behind ? target.Span.End - 1 : target.SpanStart;
        if (read.OfType<ILocalSymbol>().Any(local => !fix.Model.LookupSymbols(place, name: local.Name).Contains(local, SymbolEqualityComparer.Default)))
            return false;

        // A statement that leaves a block is moved past all of it: of a loop, past its other passes too.
        var left = target.Contains(moved) ? target : moved.AncestorsAndSelf().TakeWhile(node => !node.Contains(target)).Last();
        var edge = behind ? target.Span.End : target.SpanStart;
        var passed = TextSpan.FromBounds(Math.Min(left.SpanStart, edge), Math.Max(left.Span.End, edge));
        return !fix.Root.DescendantNodes(passed)
            .Where(node => passed.Contains(node.Span) && !moved.Span.Contains(node.Span))
            .SelectMany(node => Written(node, fix)).Any(written => written is not null && read.Contains(written));
    }

    /// <summary>The end of a line of this list, or its spaces where the line goes on; comments belong to the statement that has them.</summary>
    public static SyntaxTriviaList EndOf(SyntaxTriviaList trailing) => trailing.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end
        ? [end]
        : [.. trailing.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))];

    /// <summary>A name that nothing in the member around the node has.</summary>
    public static string FreeName(SyntaxNode node, string wanted)
    {
        var around = node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax) ?? node.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(around.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        var name = wanted;
        for (var number = 2; taken.Contains(name); number++)
            name = wanted + number;
        return name;
    }

    /// <summary>What the node itself declares or writes. Of an assignment to a part of a variable, the variable too.</summary>
    private static IEnumerable<ISymbol?> Written(SyntaxNode node, FixTarget fix) => node switch
    {
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax => [fix.Model.GetDeclaredSymbol(node, fix.Cancellation)],
        AssignmentExpressionSyntax assignment => Named(assignment.Left, fix),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } unary => Named(unary.Operand, fix),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } unary => Named(unary.Operand, fix),
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => Named(argument.Expression, fix),
        RefExpressionSyntax reference => Named(reference.Expression, fix),
        _ => [],
    };

    private static IEnumerable<ISymbol?> Named(ExpressionSyntax expression, FixTarget fix) =>
        expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => fix.Model.GetSymbolInfo(name, fix.Cancellation).Symbol);

    /// <summary>What the statement is in its list: itself, or the member around it at the top level of a file.</summary>
    private static SyntaxNode? ListMember(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax or SwitchSectionSyntax => statement,
        GlobalStatementSyntax global => global,
        _ => null,
    };

    private static SyntaxNode AsMember(StatementSyntax statement, SyntaxNode beside) => beside is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(statement) : statement;

    private static StatementSyntax Parse(string statement) => SyntaxFactory.ParseStatement(statement);

    /// <summary>The empty lines above a statement, and the rest with its comments and its indentation.</summary>
    private static (SyntaxTriviaList Above, SyntaxTriviaList Own) Split(SyntaxTriviaList leading)
    {
        var last = -1;
        for (var i = 0; i < leading.Count && (leading[i].IsKind(SyntaxKind.EndOfLineTrivia) || leading[i].IsKind(SyntaxKind.WhitespaceTrivia)); i++)
        {
            if (leading[i].IsKind(SyntaxKind.EndOfLineTrivia))
                last = i;
        }

        return ([.. leading.Take(last + 1)], [.. leading.Skip(last + 1)]);
    }

    private static SyntaxTriviaList Indent(SyntaxNode node) =>
        node.GetLeadingTrivia().LastOrDefault() is { } last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? [last] : [];

    private static bool IsLineEnd(SyntaxNode node) => node.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective;

    private static SyntaxTrivia EndOfLine(SyntaxNode root) => root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end
        ? end
        : SyntaxFactory.LineFeed;
}
