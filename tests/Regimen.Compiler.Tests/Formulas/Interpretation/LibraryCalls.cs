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
                Meet(spec, result, first, second, (y, x, w) => result.Elements[y] += first.Elements[x] * second.Elements[w]);
                break;
            case ConvolutionImagesGradient { Spec: var spec }:
                Meet(spec, first, result, second, (y, x, w) => result.Elements[x] += first.Elements[y] * second.Elements[w]);
                break;
            case ConvolutionKernelsGradient { Spec: var spec }:
                Meet(spec, first, second, result, (y, x, w) => result.Elements[w] += first.Elements[y] * second.Elements[x]);
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
        var index = 0;
        foreach (var at in result.Positions())
        {
            var (l, r, sum) = (Offset(left, node.TransposeLeft ? leading + 1 : leading, at[leading]), Offset(right, node.TransposeRight ? leading : leading + 1, at[leading + 1]), 0.0);
            var (down, along) = (left.Strides[node.TransposeLeft ? leading : leading + 1], right.Strides[node.TransposeRight ? leading + 1 : leading]);
            for (var k = 0; k < inner; k++)
                sum += left.Elements[l + (k * down)] * right.Elements[r + (k * along)];
            result.Elements[index++] = sum;

            int Offset(NdArray value, int axis, int position)
            {
                var offset = position * value.Strides[axis];
                for (var outer = 0; outer < leading; outer++)
                    offset += at[outer] * value.Strides[outer];
                return offset;
            }
        }
    }

    /// <summary>Every triple of elements, of the outputs, the images and the kernels, that meets in a convolution.</summary>
    private static void Meet(ConvolutionSpec spec, NdArray outputs, NdArray images, NdArray kernels, Action<int, int, int> each)
    {
        var perGroup = (Outputs: kernels.Shape[0] / spec.Groups, Inputs: kernels.Shape[1]);
        var output = 0;
        foreach (var y in outputs.Positions())
        {
            for (var channel = 0; channel < perGroup.Inputs; channel++)
            {
                var (image, kernel) = ((y[3] / perGroup.Outputs * perGroup.Inputs) + channel, ((y[3] * perGroup.Inputs) + channel) * (int)(spec.Kernel * spec.Kernel));
                for (var row = 0; row < spec.Kernel; row++)
                {
                    var h = (int)((y[1] * spec.Stride) + (row * spec.Dilation) - spec.Padding);
                    for (var column = 0; column < spec.Kernel; column++)
                    {
                        var w = (int)((y[2] * spec.Stride) + (column * spec.Dilation) - spec.Padding);
                        if (h >= 0 && h < images.Shape[1] && w >= 0 && w < images.Shape[2])
                            each(output, (y[0] * images.Strides[0]) + (h * images.Strides[1]) + (w * images.Strides[2]) + image, kernel + (int)((row * spec.Kernel) + column));
                    }
                }
            }

            output++;
        }
    }
}
