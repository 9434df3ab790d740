using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Tests.Formulas.RuleCase;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Cases of what libraries compute.</summary>
internal static class LibraryCases
{
    private static readonly (string Name, ConvolutionSpec Spec)[] Convolutions =
    [
        ("same size", new(3, Padding: 1)),
        ("a rest is left", new(2, Stride: 2)),
        ("strided and padded", new(3, Stride: 2, Padding: 1)),
        ("dilated", new(2, Dilation: 2, Padding: 1)),
        ("windows with gaps", new(1, Stride: 2)),
        ("in groups", new(3, Padding: 1, Groups: 2)),
        ("all at once", new(2, Stride: 2, Padding: 2, Dilation: 3, Groups: 2)),
    ];

    public static IEnumerable<RuleCase> All()
    {
        (string Name, Extent[] Leading)[] leadings = [("", []), (", leading axis", [2]), (", leading axes with the batch", [Extent.Batch, 2])];
        foreach (var (name, leading) in leadings)
        {
            for (var flips = 0; flips < 4; flips++)
            {
                var (left, right) = ((flips & 1) != 0, (flips & 2) != 0);
                var product = MatrixProduct.Of(
                    Real("x", [.. leading, .. left ? new Extent[] { 3, 2 } : [2, 3]]), Real("w", [.. leading, .. right ? new Extent[] { 4, 3 } : [3, 4]]), left, right);
                yield return new($"product{(left ? ", left transposed" : "")}{(right ? ", right transposed" : "")}{name}", product);
            }
        }

        yield return new("product, rows are the batch", MatrixProduct.Of(Real("x", Extent.Batch, 3), Real("w", 4, 3), transposeRight: true));
        yield return new("product, joined over the batch", MatrixProduct.Of(Real("x", Extent.Batch, 3), Real("y", Extent.Batch, 4), transposeLeft: true));
        Formula square = Real("x", 3, 3);
        yield return new("product, of a matrix with itself", MatrixProduct.Of(square, square, transposeRight: true));

        foreach (var (name, spec) in Convolutions)
        {
            Formula images = Real("x", Extent.Batch, 4, 3, 2), kernels = Real("w", 4, 2 / spec.Groups, spec.Kernel, spec.Kernel);
            var convolution = Convolution.Of(images, kernels, spec);
            var gradient = new Input("dy", convolution.Type);
            yield return new("convolution, " + name, convolution);
            yield return new("convolution's gradient by images, " + name, ConvolutionImagesGradient.Of(gradient, kernels, spec, images.Type));
            yield return new("convolution's gradient by kernels, " + name, ConvolutionKernelsGradient.Of(gradient, images, spec, kernels.Type));
        }
    }
}
