using Microsoft.CodeAnalysis;

namespace Regimen.Compiler.Parsing.Evaluation;

/// <summary>The variables of one call, and through <paramref name="parent"/> those that a lambda or local function captured.</summary>
internal sealed class Frame(IMethodSymbol? method, Frame? parent)
{
    private readonly Dictionary<ISymbol, Variable> variables = new(SymbolEqualityComparer.Default);

    /// <summary>The method that runs; null for an initialiser.</summary>
    public IMethodSymbol? Method { get; } = method;

    public Frame? Parent { get; } = parent;

    /// <summary>What the call returns, once a return statement ran.</summary>
    public object? Result { get; set; }

    /// <summary>Makes a new variable; one declared again in a loop is a new one, which is what a lambda that captured the old one relies on.</summary>
    public Variable Declare(ISymbol symbol, object? value) => variables[symbol] = new Variable(value);

    public Variable? Find(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (frame.variables.TryGetValue(symbol, out var variable))
                return variable;
        }

        return null;
    }

    /// <summary>The same variables under a new roof: later declarations in this frame are not seen by what captured the copy.</summary>
    public Frame Capture()
    {
        var copy = new Frame(Method, Parent?.Capture());
        foreach (var pair in variables)
            copy.variables[pair.Key] = pair.Value;
        return copy;
    }
}
