using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>The bodies of the project's methods, for rules that follow calls.</summary>
internal sealed class MethodBodies
{
    private static readonly ConditionalWeakTable<Compilation, MethodBodies> Projects = new();

    private readonly ConcurrentDictionary<IMethodSymbol, IOperation?> bodies = new(SymbolEqualityComparer.Default);

    /// <summary>What a method of the project does, as far as it is certain which one runs: null where another may override it, or where there is no code.</summary>
    public static IOperation? Of(IMethodSymbol method, Compilation compilation)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (method.DeclaringSyntaxReferences is not [var declaration] || method.IsAbstract || IsOverridable(method, compilation))
            return null;
        return Projects.GetValue(compilation, _ => new()).bodies.GetOrAdd(method, _ => Bind(declaration, compilation));
    }

    /// <summary>What the declaration of a method of the project names; nothing where there is none.</summary>
    public static Words WordsOf(IMethodSymbol method, Compilation compilation)
    {
        var words = Words.None;
        foreach (var part in (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences)
        {
            var file = FileWords.Of(part.SyntaxTree, default);
            words |= file.In(part.Span);
            if (TrainingMethods.Of(compilation, default).AreNamedIn(file, part.Span))
                words |= Words.TrainingMethod;
        }

        return words;
    }

    private static bool IsOverridable(IMethodSymbol method, Compilation compilation) =>
        (method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed && NameIndex.Of(compilation, default).IsBase(method.ContainingType.Name);

    private static IOperation? Bind(SyntaxReference declaration, Compilation compilation)
    {
        var node = declaration.GetSyntax();
        if (node is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax))
            return null;

        // Which file a called method stands in is not known before the call is read. It is bound only where its text names what a rule follows, and once for all rules.
#pragma warning disable RS1030
        var operation = compilation.GetSemanticModel(node.SyntaxTree).GetOperation(node);
#pragma warning restore RS1030
        return operation is ILocalFunctionOperation function ? function.Body : operation;
    }
}
