using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

/// <summary>
/// Leaves the evaluation at an expression whose value is not known while compiling. Thrown and caught inside the parser only, where it
/// becomes REG1001: an exception is what keeps every rule of the evaluation free of checks for the failure of the rules below it.
/// </summary>
internal sealed class NotEvaluableException : Exception
{
    private const int LongestQuote = 80;

    public NotEvaluableException(SyntaxNode syntax, string reason)
        : base(reason)
    {
        // A statement is pointed at by its keyword, a method by its name: underlining all of it says less.
        var token = syntax switch
        {
            MethodDeclarationSyntax method => method.Identifier,
            StatementSyntax and not ExpressionStatementSyntax and not BlockSyntax => syntax.GetFirstToken(),
            _ => default,
        };
        Location = token == default ? syntax.GetLocation() : token.GetLocation();
        Quote = Shorten(token == default ? syntax.ToString() : token.Text);
    }

    public NotEvaluableException(IOperation operation, string reason)
        : this(Smallest(operation).Syntax, reason)
    {
    }

    /// <summary>The expression.</summary>
    public Location Location { get; }

    /// <summary>Its text on one line.</summary>
    public string Quote { get; }

    /// <summary>Where code does not compile, the smallest call or expression inside that does not; a call says more than the name in it.</summary>
    private static IOperation Smallest(IOperation operation)
    {
        while (operation is IInvalidOperation
            && operation.Descendants().FirstOrDefault(inner => inner is IInvalidOperation && inner.Syntax is not SimpleNameSyntax && inner.Syntax != operation.Syntax) is { } inner)
        {
            operation = inner;
        }

        return operation;
    }

    private static string Shorten(string text)
    {
        var line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : line.Substring(0, LongestQuote - 1) + "…";
    }
}
