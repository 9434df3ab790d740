using System.Collections.Immutable;
using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Scheduling;

/// <summary>A whole number that an index is made of: a loop's counter, or a quotient or remainder that no loop could be split for.</summary>
internal abstract class IndexVariable
{
    /// <summary>The loops that it changes with.</summary>
    public abstract LoopSet Loops { get; }
}

/// <summary>A loop of a kernel.</summary>
/// <param name="number">Position from the outermost; below 64.</param>
/// <param name="size">How often it runs.</param>
internal sealed class Loop(int number, Extent size) : IndexVariable
{
    /// <summary>Position from the outermost.</summary>
    public int Number { get; } = number;

    /// <summary>How often it runs.</summary>
    public Extent Size { get; } = size;

    public override LoopSet Loops => new(1UL << Number);
}

/// <summary>⌊Value / Divisor⌋ or Value mod Divisor, rounded towards minus infinity.</summary>
internal sealed class Division(Affine value, long divisor, bool isRemainder) : IndexVariable
{
    public Affine Value { get; } = value;

    public long Divisor { get; } = divisor;

    public bool IsRemainder { get; } = isRemainder;

    public override LoopSet Loops { get; } = value.Loops;
}

/// <summary>Some loops of a kernel.</summary>
internal readonly record struct LoopSet(ulong Bits)
{
    public static LoopSet None => default;

    public bool IsEmpty => Bits == 0;

    public static LoopSet operator |(LoopSet left, LoopSet right) => new(left.Bits | right.Bits);

    public static LoopSet operator &(LoopSet left, LoopSet right) => new(left.Bits & right.Bits);

    /// <summary>Without those of another set.</summary>
    public static LoopSet operator -(LoopSet left, LoopSet right) => new(left.Bits & ~right.Bits);

    public bool Contains(Loop loop) => (Bits & loop.Loops.Bits) != 0;

    public bool Meets(LoopSet other) => (Bits & other.Bits) != 0;

    public bool Within(LoopSet other) => (Bits & ~other.Bits) == 0;
}

/// <summary>An index: a constant and some variables with factors.</summary>
internal sealed class Affine : IEquatable<Affine>
{
    private Affine(long offset, ImmutableArray<(IndexVariable Variable, long Factor)> terms)
    {
        (Offset, Terms) = (offset, terms);
        foreach (var (variable, _) in terms)
            Loops |= variable.Loops;
    }

    /// <summary>What does not change.</summary>
    public long Offset { get; }

    /// <summary>Each variable once, no factor 0, in order of appearance made canonical by the variables' identity.</summary>
    public ImmutableArray<(IndexVariable Variable, long Factor)> Terms { get; }

    /// <summary>The loops that it changes with.</summary>
    public LoopSet Loops { get; }

    public bool IsConstant => Terms.IsEmpty;

    public static Affine Of(long offset) => new(offset, []);

    public static Affine Of(IndexVariable variable) => new(0, [(variable, 1)]);

    public static Affine operator +(Affine left, Affine right)
    {
        var terms = left.Terms.ToList();
        foreach (var (variable, factor) in right.Terms)
        {
            var at = terms.FindIndex(term => term.Variable == variable);
            if (at < 0)
                terms.Add((variable, factor));
            else if (terms[at].Factor + factor == 0)
                terms.RemoveAt(at);
            else
                terms[at] = (variable, terms[at].Factor + factor);
        }

        return new(left.Offset + right.Offset, [.. terms]);
    }

    public static Affine operator +(Affine left, long right) => new(left.Offset + right, left.Terms);

    public static Affine operator *(Affine left, long right) => right == 0
        ? Of(0)
        : new(left.Offset * right, [.. left.Terms.Select(term => (term.Variable, term.Factor * right))]);

    /// <summary>The factor of a variable, 0 if it does not occur.</summary>
    public long FactorOf(IndexVariable variable)
    {
        foreach (var (candidate, factor) in Terms)
        {
            if (candidate == variable)
                return factor;
        }

        return 0;
    }

    public bool Equals(Affine? other)
    {
        if (other is null || other.Offset != Offset || other.Terms.Length != Terms.Length)
            return false;
        foreach (var (variable, factor) in Terms)
        {
            if (other.FactorOf(variable) != factor)
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Affine);

    public override int GetHashCode()
    {
        var hash = Offset.GetHashCode();
        foreach (var (variable, factor) in Terms)
            hash += System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(variable) * (int)(factor * 31); // A sum: the order of terms does not matter.
        return hash;
    }
}

/// <summary>Where an index must lie, [0, Length), for an element to exist.</summary>
internal readonly record struct Bound(Affine Index, long Length);
