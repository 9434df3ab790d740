using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Differentiation;

/// <summary>
/// The derivative of every kind of node: given the gradient of its value, those of its operands. A rule per node, none per layer; whoever
/// has a better derivative writes it as a formula of its own.
/// </summary>
internal static class GradientRules
{
    /// <summary>The nodes whose gradients <see cref="Of"/> gives, in its order.</summary>
    public static IReadOnlyList<Formula> Targets(Formula node) => node switch
    {
        Part part => [part.Operand.Operand], // Through the reduction, which has no single value of its own.
        Reduce { Parts: > 1 } => [],
        _ => node.Operands,
    };

    /// <summary>What each of <see cref="Targets"/> is given of the gradient of <paramref name="node"/>; null where it is given nothing.</summary>
    /// <param name="node">y.</param>
    /// <param name="dy">The gradient of y, of its type.</param>
    public static Formula?[] Of(Formula node, Formula dy) => node switch
    {
        Elementwise elementwise => Of(elementwise, dy),
        Cast cast => [cast.Operand.Type.Element.IsFloating() ? Cast.Of(dy, cast.Operand.Type.Element) : null],
        Broadcast broadcast => [OfBroadcast(broadcast, dy)],
        Reshape reshape => [Reshape.Of(dy, reshape.Operand.Type.Axes)],
        Transpose transpose => [Transpose.Of(dy, [.. Enumerable.Range(0, transpose.Permutation.Count).Select(axis => transpose.Permutation.TakeWhile(from => from != axis).Count())])],
        Slice slice => [Pad.Of(dy, slice.Axis, slice.Start, slice.Operand.Type.Axes[slice.Axis].Count, slice.Step)],
        Pad pad => [Slice.Of(dy, pad.Axis, pad.Before, pad.Operand.Type.Axes[pad.Axis].Count, pad.Step)],
        Unfold unfold => [Fold.Of(dy, unfold.Axis, unfold.Window)],
        Fold { Window: var window } fold => [Unfold.Of(dy, fold.Axis, window.Size, window.Stride, window.Padding, window.Dilation)],
        Reduce { Reduction: Reduction.Sum } sum => [Broadcast.Of(dy, sum.Operand.Type.Axes)],
        Reduce { Reduction: Reduction.Maximum } maximum => [Where(IsFirstLargest(maximum.Operand, maximum.Axes), Broadcast.Of(dy, maximum.Operand.Type.Axes), 0)],
        Part part => [OfPart((Reduce)part.Operand, part, dy)],
        Gather gather => [ScatterAdd.Of(dy, gather.Positions, gather.Table.Type.Axes[0]), null],
        ScatterAdd scatter => [Gather.Of(dy, scatter.Positions), null],
        MatrixProduct product => Of(product, dy),
        Convolution { Spec: var spec } convolution =>
        [
            ConvolutionImagesGradient.Of(dy, convolution.Kernels, spec, convolution.Images.Type),
            ConvolutionKernelsGradient.Of(dy, convolution.Images, spec, convolution.Kernels.Type),
        ],
        ConvolutionImagesGradient { Spec: var spec, Operands: [var gradient, var kernels] } =>
        [
            Convolution.Of(dy, kernels, spec),
            ConvolutionKernelsGradient.Of(gradient, dy, spec, kernels.Type),
        ],
        ConvolutionKernelsGradient { Spec: var spec, Operands: [_, var images] } kernelsGradient =>
        [
            Convolution.Of(images, dy, spec),
            ConvolutionImagesGradient.Of(kernelsGradient.Operand, dy, spec, images.Type),
        ],
        _ => new Formula?[Targets(node).Count], // Leaves, draws, positions of maxima.
    };

    private static Formula?[] Of(Elementwise node, Formula dy)
    {
        var x = node.Operand;
        var y = node;
        return node.Operator switch
        {
            Operator.Negate => [-dy],
            Operator.Add => [dy, dy],
            Operator.Subtract => [dy, -dy],
            Operator.Multiply => [dy * node.Operands[1], dy * x],
            Operator.Divide => [dy / node.Operands[1], -(dy * y) / node.Operands[1]],
            Operator.MultiplyAdd => [dy * node.Operands[1], dy * x, dy],

            // Of equal operands the second has the gradient, so that max(x, 0) has the derivative 0 at 0, as everywhere.
            Operator.Maximum => [Where(x > node.Operands[1], dy, 0), Where(x > node.Operands[1], 0, dy)],
            Operator.Minimum => [Where(x < node.Operands[1], dy, 0), Where(x < node.Operands[1], 0, dy)],
            Operator.Absolute => [Where(x > 0, dy, Where(x < 0, -dy, 0))],
            Operator.Exp => [dy * y],
            Operator.Log => [dy / x],
            Operator.Log1p => [dy / (1 + x)],
            Operator.Sqrt => [0.5 * dy / y],
            Operator.Sin => [dy * Cos(x)],
            Operator.Cos => [-(dy * Sin(x))],
            Operator.Tanh => [dy * (1 - (y * y))],
            Operator.Erf => [dy * (2 / Math.Sqrt(Math.PI)) * Exp(-(x * x))],
            Operator.Sigmoid => [dy * y * (1 - y)],
            Operator.Select => [null, Where(x, dy, 0), Where(x, 0, dy)],
            _ => new Formula?[node.Operands.Length],
        };
    }

    private static Formula OfBroadcast(Broadcast broadcast, Formula dy)
    {
        var sum = Sum(dy, Enumerable.Range(0, broadcast.Type.Rank).Where(broadcast.Repeats));
        return Reshape.Of(sum, broadcast.Operand.Type.Axes);
    }

    private static Formula? OfPart(Reduce reduce, Part part, Formula dy)
    {
        var x = reduce.Operand;
        var axes = x.Type.Axes;
        return (reduce.Reduction, part.Index) switch
        {
            (Reduction.Moments, 0) => Broadcast.Of(dy / Count(reduce.Joined, x.Type.Element), axes),
            (Reduction.Moments, 1) => Broadcast.Of(2 * dy / Count(reduce.Joined, x.Type.Element), axes) * (x - Broadcast.Of(Part.Of(reduce, 0), axes)),

            // The two parts mean something only together, as their sum: its gradient is the softmax, and all of it goes through the logarithm.
            (Reduction.LogSumExp, 1) => Broadcast.Of(dy, axes) * Exp((x - Broadcast.Of(Part.Of(reduce, 0), axes)) - Broadcast.Of(part, axes)),
            _ => null,
        };
    }

    private static Formula?[] Of(MatrixProduct product, Formula dy)
    {
        var (left, right) = (product.Left, product.Right);
        var (flipLeft, flipRight) = (product.TransposeLeft, product.TransposeRight);
        return
        [
            flipLeft ? MatrixProduct.Of(right, dy, flipRight, true) : MatrixProduct.Of(dy, right, false, !flipRight),
            flipRight ? MatrixProduct.Of(dy, left, true, flipLeft) : MatrixProduct.Of(left, dy, !flipLeft, false),
        ];
    }
}
