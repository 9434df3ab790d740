using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>A case or more per operator, and of the leaves and casts.</summary>
internal static class ElementwiseCases
{
    public static IEnumerable<RuleCase> All()
    {
        Formula x = Real("x", Extent.Batch, 3), y = Real("y", Extent.Batch, 3), z = Real("z", Extent.Batch, 3);
        Formula row = Real("row", 1, 3), scalar = Real("scalar");
        yield return new("negate", -x);
        yield return new("add", x + y);
        yield return new("add: the same twice", x + x);
        yield return new("add: a row and a scalar are broadcast", x + row, x + row + scalar);
        yield return new("subtract", x - y);
        yield return new("subtract: from a row", row - x);
        yield return new("multiply", x * y);
        yield return new("multiply: a square", x * x);
        yield return new("multiply: a row and a scalar are broadcast", x * row, x * row * scalar);
        yield return new("divide", x / y);
        yield return new("divide: by a row", x / row);
        yield return new("divide: a number", 3 / x);
        yield return new("multiply and add", MultiplyAdd(x, y, z));
        yield return new("multiply and add: the same thrice", MultiplyAdd(x, x, x));
        yield return new("maximum", Max(x, y));
        yield return new("minimum", Min(x, y));
        yield return new("maximum: of a number", Max(x, 0.3));
        yield return new("absolute", Abs(x));
        yield return new("floor", Floor(3 * x));
        yield return new("exp", Exp(x));
        yield return new("log", Log((x * x) + 0.3));
        yield return new("log1p", Log1p(x * x));
        yield return new("sqrt", Sqrt((x * x) + 0.3));
        yield return new("sin", Sin(x));
        yield return new("cos", Cos(x));
        yield return new("tanh", Tanh(x));
        yield return new("erf", Erf(x));
        yield return new("sigmoid", Sigmoid(x));
        yield return new("less", x < y, Where(x < y, x * x, y));
        yield return new("less or equal", x <= y, Where(x <= y, x * x, y));
        yield return new("equal", Equal(x, y), Where(Equal(x, y), x, x * y));
        yield return new("and", (x < y) & (x < 0), Where((x < y) & (x < 0), x * x, y));
        yield return new("or", (x < y) | (x < 0), Where((x < y) | (x < 0), x * x, y));
        yield return new("not", !(x < y), Where(!(x < y), x * x, y));
        yield return new("select", Where(x < row, x * y, row));
        yield return new("select: between numbers", Where(x < 0, 2, 3), Where(x < 0, 2, 3) * x);

        yield return new("input", x);
        yield return new("constant", new Constant(2.5), x * new Constant(2.5));
        var positions = new Coordinate(Extent.Batch);
        yield return new("coordinate", positions, x * Cast.Of(Along(positions, 0, 2), ElementType.Real));
        var words = Draw.Of(
            new Input("seed", TensorType.Of(ElementType.UInt32, 2)),
            Positions(3, 1, 2, ElementType.UInt32),
            Positions(Extent.Batch, 0, 2, ElementType.UInt32),
            new Input("epoch", TensorType.Scalar(ElementType.UInt32)),
            7);
        yield return new("draw", words, x * (Cast.Of(words, ElementType.Real) / 4294967296.0));
        yield return new("cast: to float64 and back", Cast.Of(x, ElementType.Double), Cast.Of(Cast.Of(x, ElementType.Double) * 2, ElementType.Real) * y);
        yield return new("cast: of a float64", Cast.Of(new Input("d", TensorType.Of(ElementType.Double, 4)), ElementType.Real));
        yield return new("cast: to whole numbers", Cast.Of(x, ElementType.Int32), x * Cast.Of(Cast.Of(3 * x, ElementType.Int32), ElementType.Real));
        yield return new("cast: of truth", Cast.Of(x < y, ElementType.Real), x * Cast.Of(x < y, ElementType.Real));
    }
}
