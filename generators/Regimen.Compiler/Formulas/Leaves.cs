using System.Collections.Immutable;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Formulas;

/// <summary>Something that a formula reads and does not make: state, a column of the data, what a library returned, a number of the run.</summary>
/// <param name="name">Unique within a graph.</param>
/// <param name="type">What it holds.</param>
internal sealed class Input(string name, TensorType type) : Formula(type)
{
    /// <summary>Unique within a graph.</summary>
    public string Key { get; } = name;

    public override object Attributes => (typeof(Input), Key);

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => this;

    private protected override string Describe() => "Input " + Key;
}

/// <summary>A number known when compiling.</summary>
internal sealed class Constant(double value, ElementType type = ElementType.Real) : Formula(TensorType.Scalar(type))
{
    /// <summary>The number; 0 and 1 for truth values.</summary>
    public double Value { get; } = value;

    public override object Attributes => (typeof(Constant), Value, 1 / Value, Type.Element); // The reciprocal tells 0 from −0.

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => this;

    private protected override string Describe() => Literal.Of(Value);
}

/// <summary>0, 1, 2, … along an axis.</summary>
internal sealed class Coordinate(Extent length, ElementType type = ElementType.Int32) : Formula(TensorType.Of(type, length))
{
    /// <summary>How many.</summary>
    public Extent Length => Type.Axes[0];

    public override object Attributes => (typeof(Coordinate), Length, Type.Element);

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => this;
}

/// <summary>
/// Random words, each a function of its counters alone: word <c>element mod 4</c> of the Philox4x32-10 block with counter
/// (element / 4, sample, epoch, purpose) under the run's seed (Salmon et al. 2011). What is drawn does not depend on order, threads or device.
/// </summary>
internal sealed class Draw : Formula
{
    /// <param name="seed">UInt32[2], low word first: the key.</param>
    /// <param name="element">UInt32: position within the sample or parameter.</param>
    /// <param name="sample">UInt32: the sample's position in the data, or the batch's in the epoch.</param>
    /// <param name="epoch">UInt32.</param>
    /// <param name="purpose">UInt32: what is drawn for, and the site of the draw above it.</param>
    private Draw(Formula seed, Formula element, Formula sample, Formula epoch, Formula purpose)
        : base(element.Type, seed, element, sample, epoch, purpose)
    {
    }

    /// <summary>Words with the common axes of the counters.</summary>
    public static Formula Of(Formula seed, Formula element, Formula sample, Formula epoch, Formula purpose)
    {
        var counters = Elementwise.Align([element, sample, epoch, purpose]);
        return new Draw(seed, counters[0], counters[1], counters[2], counters[3]);
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => new Draw(operands[0], operands[1], operands[2], operands[3], operands[4]);
}
