using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Each thing that is refused, by the check or by a constructor, is refused with its own words.</summary>
public sealed class LegalityTests
{
    private static readonly Formula X = Real("x", Extent.Batch, 3);
    private static readonly Formula D = new Input("d", TensorType.Of(ElementType.Double, Extent.Batch, 3));
    private static readonly Formula I = new Input("i", TensorType.Of(ElementType.Int32, Extent.Batch, 3));
    private static readonly Formula U = new Input("u", TensorType.Of(ElementType.UInt32, 2));
    private static readonly Formula Half = new Input("half", TensorType.Of(ElementType.BFloat16, Extent.Batch, 3));
    private static readonly Formula Truth = X < 0;

    private static readonly Dictionary<string, (string Message, Formula Node)> Refused = new()
    {
        ["a name that is none"] = ("'2nd' is no name for code", (X + 1).Named("2nd")),
        ["two axes of the batch"] = ("more than one axis depends on the batch", MatrixProduct.Of(X, Real("y", Extent.Batch, 3), transposeRight: true)),
        ["an axis of nothing"] = ("an axis has no elements", Real("x", 0, 3)),
        ["an input of two types"] = ("'x' is Real[B, 3] elsewhere", SumAll(X) + SumAll(Real("x", 4))),
        ["an input without a key"] = ("an input without a key", Real("", 3)),
        ["a fraction as a whole number"] = ("Int32 can't hold it", I * 0.5),
        ["a negative number as an unsigned one"] = ("UInt32 can't hold it", U + -1),
        ["a number as a truth value"] = ("Boolean can't hold it", new Constant(2, ElementType.Boolean)),
        ["operands of two element types"] = ("operands of different element types: Real, Double", X + D),
        ["a choice between two element types"] = ("operands of different element types: Double, Real", Where(Truth, D, X)),
        ["a condition that is a number"] = ("the condition is no truth value", Where(X, X, X)),
        ["logic of numbers"] = ("operands are no truth values", X & X),
        ["arithmetic of truth values"] = ("there is no arithmetic in Boolean: cast first", Truth + Truth),
        ["arithmetic in a type that is only stored"] = ("there is no arithmetic in BFloat16: cast first", Half * 2),
        ["a function of whole numbers"] = ("Exp does not exist for Int32", Exp(I)),
        ["a draw with counters of another type"] = ("seed and counters must be UInt32", Draw.Of(U, I, 0, 0, 0)),
        ["a draw with a seed of another length"] = ("a seed has two words", Draw.Of(new Input("s", TensorType.Of(ElementType.UInt32, 3)), U, 0, 0, 0)),
        ["a sum in a type that is only stored"] = ("Sum of BFloat16", Sum(Half, 1)),
        ["moments of whole numbers"] = ("Moments of Int32", Moments(I, 1).Mean),
        ["positions that are fractions"] = ("positions must be integers", new Coordinate(3, ElementType.Real)),
        ["a product of whole numbers"] = ("a library takes operands of one floating type", MatrixProduct.Of(I, I, transposeLeft: true)),
    };

    private static readonly Dictionary<string, Func<Formula>> NeverMade = new()
    {
        ["too few operands"] = () => Elementwise.Of(Operator.Add, X),
        ["axes of different numbers"] = () => X + Real("v", 3),
        ["axes of different lengths"] = () => X + Real("y", Extent.Batch, 4),
        ["a broadcast of a longer axis"] = () => Broadcast.Of(X, [Extent.Batch, 6]),
        ["a broadcast to other axes"] = () => Broadcast.Of(X, [Extent.Batch, 1, 3]),
        ["a reshape to more elements"] = () => Reshape.Of(X, [Extent.Batch, 4]),
        ["a reshape without the batch"] = () => Reshape.Of(X, [3, 1]),
        ["a transpose that drops an axis"] = () => Transpose.Of(X, [0, 0]),
        ["a slice of the batch"] = () => Slice.Of(X, 0, 0, 1),
        ["a slice that ends beyond the axis"] = () => Slice.Of(X, 1, 1, 2, 2),
        ["a slice that ends before the axis"] = () => Slice.Of(X, 1, 1, 3, -1),
        ["a slice of nothing"] = () => Slice.Of(X, 1, 0, 0),
        ["a pad of the batch"] = () => Pad.Of(X, 0, 0, 5),
        ["a pad too short"] = () => Pad.Of(X, 1, 1, 5, 2),
        ["a pad that begins before its axis"] = () => Pad.Of(X, 1, 1, 5, -1),
        ["windows of the batch"] = () => Unfold.Of(X, 0, 1, 1),
        ["windows of which none fits"] = () => Unfold.Of(X, 1, 4, 2),
        ["windows that don't move"] = () => Unfold.Of(X, 1, 2, 0),
        ["a fold of what are no windows"] = () => Fold.Of(Real("x", 3, 3), 0, new(4, 2)),
        ["a reduction of an axis that is not there"] = () => Sum(X, 2),
        ["moments of no axis"] = () => Moments(X).Mean,
        ["a part of what has none"] = () => Part.Of(Sum(X, 1), 0),
        ["a third part"] = () => Part.Of(Moments(X, 1).Mean.Operand, 2),
        ["rows of a scalar"] = () => Gather.Of(Real("s"), I),
        ["rows at fractions"] = () => Gather.Of(X, X),
        ["rows added where there are no positions"] = () => ScatterAdd.Of(X, new Input("at", TensorType.Of(ElementType.Int32, 4)), 2),
        ["a product of vectors"] = () => MatrixProduct.Of(Real("v", 3), Real("w", 3)),
        ["a product of rows and columns of different lengths"] = () => MatrixProduct.Of(X, Real("w", 4, 2)),
        ["a product of two element types"] = () => MatrixProduct.Of(X, D, transposeLeft: true),
        ["a convolution of other channels"] = () => Convolution.Of(Real("x", Extent.Batch, 4, 4, 3), Real("w", 2, 2, 3, 3), new(3)),
        ["a convolution whose channels are the batch"] = () => Convolution.Of(Real("x", 1, 4, 4, new(2, true)), Real("w", 2, 2, 3, 3), new(3)),
        ["a convolution without a window"] = () => Convolution.Of(Real("x", Extent.Batch, 2, 2, 1), Real("w", 1, 1, 3, 3), new(3, Stride: 2)),
        ["a convolution that stands still"] = () => Convolution.Of(Real("x", Extent.Batch, 4, 4, 1), Real("w", 1, 1, 3, 3), new(3, Stride: 0)),
        ["a gradient of another convolution"] = () => ConvolutionImagesGradient.Of(
            Real("dy", Extent.Batch, 4, 4, 1), Real("w", 1, 1, 3, 3), new(3), TensorType.Of(ElementType.Real, Extent.Batch, 4, 4, 1)),
        ["a kernels' gradient of another convolution"] = () => ConvolutionKernelsGradient.Of(
            Real("dy", Extent.Batch, 4, 4, 1), Real("x", Extent.Batch, 4, 4, 1), new(3), TensorType.Of(ElementType.Real, 1, 1, 3, 3)),
    };

    public static TheoryData<string> Cases => [.. Refused.Keys];

    public static TheoryData<string> Constructions => [.. NeverMade.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_means_nothing_is_refused(string name)
    {
        var (message, node) = Refused[name];
        var refusal = Assert.Throws<IllegalFormulaException>(() => Legality.Check([node]));
        Assert.EndsWith(message + ".", refusal.Message);
    }

    [Theory]
    [MemberData(nameof(Constructions))]
    public void What_does_not_fit_is_never_made(string name) => Assert.Throws<IllegalFormulaException>(NeverMade[name]);

    [Fact]
    public void What_lies_deep_is_found_too() =>
        Assert.Throws<IllegalFormulaException>(() => Legality.Check([SumAll(Tanh(Cast.Of(Exp(I), ElementType.Real)))]));
}
