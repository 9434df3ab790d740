using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>
/// The syntax that declares a type or a method. That of the program's type and its main method is the file where there are top-level statements: only
/// those belong to them, and not the other types of the file.
/// </summary>
internal static class Declarations
{
    /// <summary>The nodes of a declaration.</summary>
    public static IEnumerable<SyntaxNode> Nodes(this SyntaxReference declaration, CancellationToken cancellation = default) =>
        declaration.GetSyntax(cancellation) is var node && node is CompilationUnitSyntax file ? file.Members.OfType<GlobalStatementSyntax>() : [node];

    /// <summary>The nodes of all declarations of a symbol.</summary>
    public static IEnumerable<SyntaxNode> DeclaringNodes(this ISymbol symbol, CancellationToken cancellation = default) =>
        symbol.DeclaringSyntaxReferences.SelectMany(declaration => declaration.Nodes(cancellation));
}
