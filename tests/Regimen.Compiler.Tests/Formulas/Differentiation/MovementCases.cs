using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Cases of the nodes that move elements, with parameters as odd as they may be.</summary>
internal static class MovementCases
{
    /// <summary>Windows over five elements: size, stride, padding, dilation.</summary>
    private static readonly (string Name, int Size, int Stride, int Padding, int Dilation)[] Windows =
    [
        ("overlapping", 3, 1, 0, 1),
        ("apart by two, the last element in none", 2, 2, 0, 1),
        ("with gaps", 2, 3, 0, 1),
        ("overhanging", 3, 1, 2, 1),
        ("dilated", 2, 1, 0, 3),
        ("of all of it", 2, 2, 1, 2),
        ("as long as the axis", 5, 1, 0, 1),
        ("longer than the axis", 7, 2, 2, 1),
        ("of one element", 1, 1, 0, 1),
    ];

    public static IEnumerable<RuleCase> All()
    {
        Formula x = Real("x", Extent.Batch, 5, 2);
        foreach (var movement in Broadcasts().Concat(Slices(x)).Concat(Pads(x)))
            yield return movement;

        yield return new("reshape: merged with the batch", Reshape.Of(x, [new(10, true)]));
        yield return new("reshape: merged", Reshape.Of(x, [Extent.Batch, 10]));
        yield return new("reshape: split and twisted", Reshape.Of(x, [2, 1, Extent.Batch, 5]));
        yield return new("reshape: of one element", Reshape.Of(Real("x", 1, 1), []));
        yield return new("transpose: two axes", Transpose.Of(x, [0, 2, 1]));
        yield return new("transpose: round", Transpose.Of(x, [1, 2, 0]));
        yield return new("transpose: round the other way", Transpose.Of(x, [2, 0, 1]));

        foreach (var (name, size, stride, padding, dilation) in Windows)
        {
            var unfold = (Unfold)Unfold.Of(x, 1, size, stride, padding, dilation, outside: -0.5);
            yield return new("unfold: windows " + name, unfold);
            yield return new("unfold: of a last axis, windows " + name, Unfold.Of(Real("x", 5), 0, size, stride, padding, dilation));
            yield return new("fold: windows " + name, Fold.Of(new Input("x", unfold.Type), 1, unfold.Window));
        }

        yield return new("gather", Gather.Of(Real("x", 3, 2), Int32("at", Extent.Batch, 3)));
        yield return new("gather: single numbers", Gather.Of(Real("x", 4), Int32("at", 5)));
        yield return new("gather: one row", Gather.Of(Real("x", 3, 2), Int32("at")));
        yield return new("gather: samples of the batch", Gather.Of(x, Cast.Of(new Coordinate(Extent.Batch) / 2, ElementType.Int32)));
        yield return new("scatter", ScatterAdd.Of(Real("x", Extent.Batch, 3, 2), Int32("at", Extent.Batch, 3), 4));
        yield return new("scatter: single numbers", ScatterAdd.Of(Real("x", 5), Int32("at", 5), 3));
        yield return new("scatter: one row", ScatterAdd.Of(Real("x", 2), Int32("at"), 3));
        yield return new("scatter: into the batch", ScatterAdd.Of(x, Cast.Of(new Coordinate(Extent.Batch) / 2, ElementType.Int32), Extent.Batch));
    }

    private static IEnumerable<RuleCase> Broadcasts()
    {
        yield return new("broadcast: a scalar", Broadcast.Of(Real("x"), [Extent.Batch, 2, 3]));
        yield return new("broadcast: outer axes", Broadcast.Of(Real("x", 1, 1, 3), [Extent.Batch, 2, 3]));
        yield return new("broadcast: an axis in the middle", Broadcast.Of(Real("x", Extent.Batch, 1, 3), [Extent.Batch, 2, 3]));
        yield return new("broadcast: what stands in the middle", Broadcast.Of(Real("x", 1, 2, 1), [Extent.Batch, 2, 3]));
        yield return new("broadcast: an axis of one stays", Broadcast.Of(Real("x", 1, 1, 3), [1, 2, 3]));
    }

    private static IEnumerable<RuleCase> Slices(Formula x)
    {
        yield return new("slice: the middle", Slice.Of(x, 1, 1, 3));
        yield return new("slice: every second", Slice.Of(x, 1, 0, 3, 2));
        yield return new("slice: backwards", Slice.Of(x, 1, 4, 5, -1));
        yield return new("slice: every third, backwards", Slice.Of(x, 1, 3, 2, -3));
        yield return new("slice: one element", Slice.Of(x, 2, 1, 1));
    }

    private static IEnumerable<RuleCase> Pads(Formula x)
    {
        yield return new("pad: both ends", Pad.Of(x, 1, 2, 8));
        yield return new("pad: both ends, with a number", Pad.Of(x, 1, 1, 7, value: 0.7));
        yield return new("pad: between", Pad.Of(x, 1, 1, 15, 3));
        yield return new("pad: backwards", Pad.Of(x, 1, 5, 6, -1));
        yield return new("pad: between, backwards, with a number", Pad.Of(x, 1, 9, 11, -2, -0.7));
    }
}
