using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering;

/// <summary>A length that a kernel is given.</summary>
internal sealed record KernelSize(string Name, Extent Value);

/// <summary>How a target's language writes what indices are made of.</summary>
/// <param name="Field">How a kernel's own text calls a length that it is given.</param>
/// <param name="Number">A whole number.</param>
/// <param name="Quotient">The function of a quotient, rounded towards minus infinity.</param>
/// <param name="Remainder">The function of the remainder of that.</param>
/// <param name="BlockedRow">The counter of rows where units are blocks of them.</param>
internal sealed record IndexDialect(Func<string, string> Field, Func<long, string> Number, string Quotient, string Remainder, string BlockedRow);

/// <summary>
/// Writes indices over the kernel's counters. Lengths are written as what the kernel is given, so that kernels over other lengths share the
/// text; a factor that is no product of lengths is given to it too.
/// </summary>
internal sealed class AddressWriter(LoopNest nest, IndexDialect dialect)
{
    private readonly List<KernelSize> sizes = [];

    /// <summary>The lengths and factors that the texts so far need.</summary>
    public IReadOnlyList<KernelSize> Sizes => sizes;

    /// <summary>The name of the counter of a group of loops.</summary>
    public string Counter(LoopGroup group)
    {
        if (group == nest.Lane)
            return "lane";
        if (nest.Rows.Contains(group))
            return nest.BlocksRows ? dialect.BlockedRow : nest.Rows.Length == 1 ? "row" : "row" + Literal.Of(nest.Rows.IndexOf(group) + 1);
        return nest.Units.Length == 1 ? "unit" : "unit" + Literal.Of(nest.Units.IndexOf(group) + 1);
    }

    /// <summary>The length of a group of loops, as a field.</summary>
    public string Length(LoopGroup group)
    {
        var name = group == nest.Lane ? "Lanes"
            : nest.Rows.Contains(group) ? nest.Rows.Length == 1 ? "Rows" : "Rows" + Literal.Of(nest.Rows.IndexOf(group) + 1)
            : nest.Units.Length == 1 ? "Units" : "Units" + Literal.Of(nest.Units.IndexOf(group) + 1);
        return Field(name, group.Size);
    }

    /// <summary>The part of an index that some groups make; empty if they make none.</summary>
    public string Part(Affine index, IEnumerable<LoopGroup> groups)
    {
        var terms = new List<string>();
        foreach (var group in groups)
        {
            var factor = index.FactorOf(group.Inner);
            if (factor != 0)
                terms.Add(Times(Counter(group), factor));
        }

        return string.Join(" + ", terms);
    }

    /// <summary>A whole index, quotients and remainders too.</summary>
    public string Whole(Affine index)
    {
        var terms = new List<string>();
        var part = Part(index, nest.All);
        if (part.Length > 0)
            terms.Add(part);
        foreach (var (variable, factor) in index.Terms)
        {
            if (variable is Division division)
                terms.Add(Times(Of(division), factor));
        }

        if (index.Offset != 0 || terms.Count == 0)
            terms.Add(Offset(index.Offset));
        return string.Join(" + ", terms);
    }

    /// <summary>A number of elements, as a product of lengths where it is one.</summary>
    public string Offset(long count) => count < 0 ? "-" + Factor(-count) : Factor(count);

    /// <summary>A factor of a counter, without parentheses.</summary>
    public string Step(long factor) => Factor(factor);

    private string Of(Division division)
    {
        var value = Whole(division.Value);
        return $"{(division.IsRemainder ? dialect.Remainder : dialect.Quotient)}({value}, {dialect.Number(division.Divisor)})";
    }

    private string Times(string counter, long factor) => factor == 1 ? counter : factor < 0 ? $"({counter} * -{Factor(-factor)})" : $"({counter} * {Factor(factor)})";

    private string Factor(long factor)
    {
        if (factor <= 4)
            return dialect.Number(factor);
        var lanes = nest.Lane is { Size: { PerSample: false, Count: > 1 } lane } ? lane.Count : 0;
        var rows = !nest.BlocksRows && nest.Rows.Length == 1 && nest.Rows[0].Size is { PerSample: false, Count: > 1 } row ? row.Count : 0;
        var text = new List<string>();
        if (lanes > 0 && factor % lanes == 0)
        {
            text.Add(Length(nest.Lane!));
            factor /= lanes;
        }

        if (rows > 0 && factor % rows == 0)
        {
            text.Insert(0, Length(nest.Rows[0]));
            factor /= rows;
        }

        if (factor > 9 || text.Count == 0)
            text.Insert(0, Field("Stride" + (sizes.Count(size => size.Name.StartsWith("Stride", StringComparison.Ordinal) && size.Value != factor) + 1), factor));
        else if (factor > 1)
            text.Insert(0, dialect.Number(factor));
        return string.Join(" * ", text);
    }

    /// <summary>A length or factor as a field.</summary>
    public string Field(string name, Extent value)
    {
        var known = sizes.FirstOrDefault(size => size.Value == value && (size.Name == name || size.Name.StartsWith("Stride", StringComparison.Ordinal) == name.StartsWith("Stride", StringComparison.Ordinal) && name.StartsWith("Stride", StringComparison.Ordinal)));
        if (known is null)
            sizes.Add(known = new KernelSize(name, value));
        return dialect.Field(known.Name);
    }
}
