using System.Collections.Immutable;

namespace Regimen.Compiler.Formulas;

/// <summary>A node that a library computes: matrix products and convolutions. Everything else is ours.</summary>
internal abstract class LibraryCall(TensorType type, params ReadOnlySpan<Formula> operands) : Formula(type, operands);

/// <summary>Products of matrices: [n…, i, k] × [n…, k, j] → [n…, i, j]; either factor may lie transposed.</summary>
internal sealed class MatrixProduct : LibraryCall
{
    private MatrixProduct(Formula left, Formula right, bool transposeLeft, bool transposeRight, TensorType type)
        : base(type, left, right) => (TransposeLeft, TransposeRight) = (transposeLeft, transposeRight);

    public Formula Left => Operands[0];

    public Formula Right => Operands[1];

    /// <summary>Whether the left factor is given as [n…, k, i].</summary>
    public bool TransposeLeft { get; }

    /// <summary>Whether the right factor is given as [n…, j, k].</summary>
    public bool TransposeRight { get; }

    public override object Attributes => (typeof(MatrixProduct), TransposeLeft, TransposeRight);

    public static Formula Of(Formula left, Formula right, bool transposeLeft = false, bool transposeRight = false)
    {
        var (a, b) = (left.Type, right.Type);
        var rank = a.Rank;
        if (rank < 2 || b.Rank != rank || a.Element != b.Element || !a.Axes.Take(rank - 2).SequenceEqual(b.Axes.Take(rank - 2)))
            throw new IllegalFormulaException($"{a} and {b} can't be multiplied as matrices.");
        var (i, k) = transposeLeft ? (a.Axes[rank - 1], a.Axes[rank - 2]) : (a.Axes[rank - 2], a.Axes[rank - 1]);
        var (l, j) = transposeRight ? (b.Axes[rank - 1], b.Axes[rank - 2]) : (b.Axes[rank - 2], b.Axes[rank - 1]);
        if (k != l)
            throw new IllegalFormulaException($"The rows of {a} are {k} long, the columns of {b} {l}.");
        return new MatrixProduct(left, right, transposeLeft, transposeRight, a.With(a.Axes.Take(rank - 2).Concat([i, j])));
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], operands[1], TransposeLeft, TransposeRight);
}

/// <summary>Size, distance and overhang of a convolution's windows along both axes, and its groups.</summary>
internal readonly record struct ConvolutionSpec(int Kernel, int Stride = 1, int Padding = 0, int Dilation = 1, int Groups = 1)
{
    /// <summary>Windows along an axis of the given length.</summary>
    public WindowSpec Along(long length) => new(length, Kernel, Stride, Padding, Dilation);
}

/// <summary>[B, H, W, C] with kernels [O, C/groups, k, k] → [B, H', W', O]: cross-correlation, as PyTorch's, over images that lie channels-last.</summary>
internal sealed class Convolution : LibraryCall
{
    private Convolution(Formula images, Formula kernels, ConvolutionSpec spec, TensorType type)
        : base(type, images, kernels) => Spec = spec;

    public Formula Images => Operands[0];

    public Formula Kernels => Operands[1];

    public ConvolutionSpec Spec { get; }

    public override object Attributes => (typeof(Convolution), Spec);

    public static Formula Of(Formula images, Formula kernels, ConvolutionSpec spec) =>
        new Convolution(images, kernels, spec, TypeOf(images.Type, kernels.Type, spec));

    /// <summary>The type of a convolution of images with kernels.</summary>
    /// <exception cref="IllegalFormulaException">They don't fit each other, or no window fits.</exception>
    public static TensorType TypeOf(TensorType x, TensorType w, ConvolutionSpec spec)
    {
        if (x.Rank != 4 || w.Rank != 4 || x.Element != w.Element || spec.Groups < 1 || spec.Stride < 1 || spec.Dilation < 1 || spec.Padding < 0
            || x.Axes.Skip(1).Concat(w.Axes).Any(extent => extent.PerSample) || x.Axes[3].Count != w.Axes[1].Count * spec.Groups
            || w.Axes[0].Count % spec.Groups != 0 || w.Axes[2] != spec.Kernel || w.Axes[3] != spec.Kernel)
            throw new IllegalFormulaException($"{x} can't be convolved with {w} ({spec}).");
        var (height, width) = (spec.Along(x.Axes[1].Count).Positions, spec.Along(x.Axes[2].Count).Positions);
        if (height < 1 || width < 1)
            throw new IllegalFormulaException($"No window of {spec} lies in {x}.");
        return x.With([x.Axes[0], height, width, w.Axes[0]]);
    }

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], operands[1], Spec);
}

/// <summary>The gradient of a convolution with respect to its images.</summary>
internal sealed class ConvolutionImagesGradient : LibraryCall
{
    private ConvolutionImagesGradient(Formula gradient, Formula kernels, ConvolutionSpec spec, TensorType images)
        : base(images, gradient, kernels) => Spec = spec;

    public ConvolutionSpec Spec { get; }

    public override object Attributes => (typeof(ConvolutionImagesGradient), Spec, Type.Axes);

    public static Formula Of(Formula gradient, Formula kernels, ConvolutionSpec spec, TensorType images) =>
        Convolution.TypeOf(images, kernels.Type, spec) == gradient.Type
            ? new ConvolutionImagesGradient(gradient, kernels, spec, images)
            : throw new IllegalFormulaException($"{gradient.Type} is no gradient of {images} convolved with {kernels.Type} ({spec}).");

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], operands[1], Spec, Type);
}

/// <summary>The gradient of a convolution with respect to its kernels.</summary>
internal sealed class ConvolutionKernelsGradient : LibraryCall
{
    private ConvolutionKernelsGradient(Formula gradient, Formula images, ConvolutionSpec spec, TensorType kernels)
        : base(kernels, gradient, images) => Spec = spec;

    public ConvolutionSpec Spec { get; }

    public override object Attributes => (typeof(ConvolutionKernelsGradient), Spec, Type.Axes);

    public static Formula Of(Formula gradient, Formula images, ConvolutionSpec spec, TensorType kernels) =>
        Convolution.TypeOf(images.Type, kernels, spec) == gradient.Type
            ? new ConvolutionKernelsGradient(gradient, images, spec, kernels)
            : throw new IllegalFormulaException($"{gradient.Type} is no gradient of {images.Type} convolved with {kernels} ({spec}).");

    private protected override Formula Rebuild(ImmutableArray<Formula> operands) => Of(operands[0], operands[1], Spec, Type);
}
