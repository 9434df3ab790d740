using System.Collections.Immutable;

namespace Regimen.Compiler.Formulas;

/// <summary>Rows of a table: [rows, …] at [i, …] positions gives [i, …, …]. A position outside the table is a fault of the program and reads row 0.</summary>
internal sealed class Gather : Formula
{
    private Gather(Formula table, Formula positions, TensorType type)
        : base(type, table, positions)
    {
    }

    /// <summary>[rows, …].</summary>
    public Formula Table => Operands[0];

    /// <summary>Int32, any axes.</summary>
    public Formula Positions => Operands[1];

    public static Formula Of(Formula table, Formula positions)
    {
        if (table.Type.Rank == 0 || positions.Type.Element != ElementType.Int32)
            throw new IllegalFormulaException($"Rows of {table.Type} can't be taken at {positions.Type}.");
        return new Gather(table, positions, table.Type.With(positions.Type.Axes.Concat(table.Type.Axes.Skip(1))));
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], operands[1]);
}

/// <summary>
/// What a gathering's gradient is: row r of the result is the sum of the values whose position is r, in the order of the values, so that the
/// bits depend on nothing else. A position outside the result is a fault of the program and adds to row 0, as gathering reads it.
/// </summary>
internal sealed class ScatterAdd : Formula
{
    private ScatterAdd(Formula values, Formula positions, TensorType type)
        : base(type, values, positions)
    {
    }

    /// <summary>[i…, …].</summary>
    public Formula Values => Operands[0];

    /// <summary>Int32[i…].</summary>
    public Formula Positions => Operands[1];

    /// <summary>Rows of the result.</summary>
    public Extent Rows => Type.Axes[0];

    public override object Attributes => (typeof(ScatterAdd), Rows);

    public static Formula Of(Formula values, Formula positions, Extent rows)
    {
        var rank = positions.Type.Rank;
        if (positions.Type.Element != ElementType.Int32 || values.Type.Rank < rank || !values.Type.Axes.Take(rank).SequenceEqual(positions.Type.Axes))
            throw new IllegalFormulaException($"{values.Type} can't be added at {positions.Type}.");
        return new ScatterAdd(values, positions, values.Type.With(new[] { rows }.Concat(values.Type.Axes.Skip(rank))));
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], operands[1], Rows);
}
