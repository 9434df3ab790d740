using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>A body or an initialiser of a member, with what its text names.</summary>
internal sealed class CodeBody
{
    private readonly Lazy<ImmutableArray<IOperation>> operations;

    public CodeBody(ISymbol owner, IOperation root, Words words, TorchSharpSymbols symbols, Compilation compilation)
    {
        (Owner, Root, Words, Symbols, Compilation) = (owner, root, words, symbols, compilation);
        operations = new(() => [.. root.DescendantsAndSelf()]);
    }

    /// <summary>The member.</summary>
    public ISymbol Owner { get; }

    /// <summary>The body.</summary>
    public IOperation Root { get; }

    /// <summary>What it names.</summary>
    public Words Words { get; }

    /// <summary>TorchSharp's types.</summary>
    public TorchSharpSymbols Symbols { get; }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>Every operation in it, walked through once for all rules.</summary>
    public ImmutableArray<IOperation> Operations => operations.Value;

    /// <summary>Every call in it.</summary>
    public IEnumerable<IInvocationOperation> Calls => Operations.OfType<IInvocationOperation>();

    /// <summary>Whether the member is <c>forward</c> of a module.</summary>
    public bool IsForward => Owner is IMethodSymbol { Name: "forward", IsOverride: true } && Symbols.IsModule(Owner.ContainingType);

    /// <summary>The method, and the local functions in it, which are all the methods that top-level statements have.</summary>
    public IEnumerable<(IMethodSymbol Method, IOperation Body)> Functions
    {
        get
        {
            if (Root is not (IBlockOperation or IMethodBodyOperation))
                yield break;
            if (Owner is IMethodSymbol method)
                yield return (method, Root);
            foreach (var local in Operations.OfType<ILocalFunctionOperation>())
            {
                if (local.Body is { } body)
                    yield return (local.Symbol, body);
            }
        }
    }
}
