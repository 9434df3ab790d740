using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Parsing.Evaluation;

// Values of the evaluation are what the program would hold: boxed numbers, bools, strings and null as themselves (an enum as its underlying
// number, an int? as its int or null), and the classes below for everything else.

/// <summary>A layer, with the call that made it.</summary>
internal sealed class LayerValue(string kind, ImmutableArray<ArgumentSpec> arguments, ImmutableArray<ArgumentSpec> given, ImmutableArray<LayerValue> children, string label, Location location)
{
    public string Kind { get; } = kind;

    public ImmutableArray<ArgumentSpec> Arguments { get; } = arguments;

    /// <summary>Those that differ from their defaults, for people.</summary>
    public ImmutableArray<ArgumentSpec> Given { get; } = given;

    public ImmutableArray<LayerValue> Children { get; } = children;

    /// <summary>The user's method call or property that produced it, or empty.</summary>
    public string Label { get; } = label;

    public Location Location { get; } = location;

    /// <summary>How many layers the tree below has, this one included. A layer used twice counts twice.</summary>
    public long Size { get; } = 1 + children.Sum(child => child.Size);

    /// <summary>How many layers lie on the longest way down, this one included.</summary>
    public int Depth { get; } = 1 + (children.IsEmpty ? 0 : children.Max(child => child.Depth));

    public LayerValue WithLabel(string text) => new(Kind, Arguments, Given, Children, text, Location);

    public LayerSpec ToSpec() => new(Kind, Arguments.ToEquatableArray(), Children.Select(child => child.ToSpec()).ToEquatableArray(), Label);

    public void AddLocations(ImmutableArray<Location>.Builder locations)
    {
        locations.Add(Location);
        foreach (var child in Children)
            child.AddLocations(locations);
    }
}

/// <summary>An array, or anything else of fixed length made by a collection expression.</summary>
internal sealed class ArrayValue(object?[] items)
{
    public object?[] Items { get; } = items;
}

/// <summary>A <see cref="List{T}"/>.</summary>
internal sealed class ListValue(List<object?> items)
{
    public List<object?> Items { get; } = items;
}

/// <summary>What a LINQ operator returns: evaluated while it is enumerated, as in the program.</summary>
internal sealed class SequenceValue(IEnumerable<object?> items)
{
    public IEnumerable<object?> Items { get; } = items;
}

/// <summary>A tuple; never changed in place.</summary>
internal sealed class TupleValue(ImmutableArray<object?> items)
{
    public ImmutableArray<object?> Items { get; } = items;
}

/// <summary>A position in a list, such as <c>^1</c>.</summary>
internal sealed class IndexValue(int value, bool fromEnd)
{
    public int Offset(int length) => fromEnd ? length - value : value;
}

/// <summary>A stretch of a list, such as <c>1..^1</c>.</summary>
internal sealed class RangeValue(IndexValue start, IndexValue end)
{
    public IndexValue Start { get; } = start;

    public IndexValue End { get; } = end;
}

/// <summary>A lambda, local function or method as a delegate, with the variables it captured.</summary>
internal sealed class FunctionValue(IMethodSymbol method, IBlockOperation? body, Frame? captured)
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>The body of a lambda or local function; null for a method.</summary>
    public IBlockOperation? Body { get; } = body;

    public Frame? Captured { get; } = captured;
}

/// <summary>The experiment itself, in an instance <c>Network()</c>. It has no state that evaluation can see.</summary>
internal sealed class ThisValue
{
    public static readonly ThisValue Instance = new();
}

/// <summary>A variable.</summary>
internal sealed class Variable(object? value)
{
    public object? Value { get; set; } = value;
}
