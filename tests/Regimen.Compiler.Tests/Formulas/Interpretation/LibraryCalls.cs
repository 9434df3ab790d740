using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>What libraries are asked for, by plain loops.</summary>
internal static class LibraryCalls
{
    public static NdArray Compute(LibraryCall node, NdArray first, NdArray second, int[] shape)
    {
        var result = new NdArray(node.Type.Element, shape);
        switch (node)
        {
            case MatrixProduct product:
                Multiply(product, first, second, result);
                break;

            // A convolution and its gradients are one sum of products, each solved for another of its three values.
            case Convolution { Spec: var spec }:
                foreach (var (y, x, w) in Touching(spec, result, first, second))
                    result[y] += first[x] * second[w];
                break;
            case ConvolutionImagesGradient { Spec: var spec }:
                foreach (var (y, x, w) in Touching(spec, first, result, second))
                    result[x] += first[y] * second[w];
                break;
            case ConvolutionKernelsGradient { Spec: var spec }:
                foreach (var (y, x, w) in Touching(spec, first, second, result))
                    result[w] += first[y] * second[x];
                break;
            default:
                throw new NotSupportedException($"No library computes {node.GetType().Name} here yet.");
        }

        return result;
    }

    private static void Multiply(MatrixProduct node, NdArray left, NdArray right, NdArray result)
    {
        var leading = result.Rank - 2;
        var inner = left.Shape[node.TransposeLeft ? leading : leading + 1];
        foreach (var at in result.Positions())
        {
            var (n, i, j) = (at[..leading], at[leading], at[leading + 1]);
            var sum = 0.0;
            for (var k = 0; k < inner; k++)
                sum += left[node.TransposeLeft ? [.. n, k, i] : [.. n, i, k]] * right[node.TransposeRight ? [.. n, j, k] : [.. n, k, j]];
            result[at] = sum;
        }
    }

    /// <summary>Every triple of elements, of the outputs, the images and the kernels, that meets in a convolution.</summary>
    private static IEnumerable<(int[] Output, int[] Image, int[] Kernel)> Touching(ConvolutionSpec spec, NdArray outputs, NdArray images, NdArray kernels)
    {
        var perGroup = (Outputs: kernels.Shape[0] / spec.Groups, Inputs: kernels.Shape[1]);
        foreach (var y in outputs.Positions())
        {
            for (var channel = 0; channel < perGroup.Inputs; channel++)
            {
                for (var row = 0; row < spec.Kernel; row++)
                {
                    for (var column = 0; column < spec.Kernel; column++)
                    {
                        var (h, w) = ((y[1] * spec.Stride) + (row * spec.Dilation) - spec.Padding, (y[2] * spec.Stride) + (column * spec.Dilation) - spec.Padding);
                        if (h >= 0 && h < images.Shape[1] && w >= 0 && w < images.Shape[2])
                            yield return (y, [y[0], h, w, (y[3] / perGroup.Outputs * perGroup.Inputs) + channel], [y[3], channel, row, column]);
                    }
                }
            }
        }
    }
}
