using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>The three matrix products of a fully connected layer, and its bias; on any device and element type.</summary>
public static class Linear
{
    /// <summary><c>y = x·Wᵀ</c>, plus the bias if there is one.</summary>
    /// <param name="x">[B, F].</param>
    /// <param name="weight">[G, F].</param>
    /// <param name="bias">[G], or none.</param>
    /// <param name="y">[B, G], written.</param>
    public static void Forward(Tensor x, Tensor weight, Tensor bias, Tensor y)
    {
        var transposed = Aten.Transpose(weight, 0, 1);
        if (bias.IsNull)
            Aten.MmOut(x, transposed, y);
        else
            Aten.AddmmOut(bias, x, transposed, y);
        transposed.Free();
    }

    /// <summary><c>dW = dyᵀ·x</c>.</summary>
    /// <param name="yGrad">[B, G].</param>
    /// <param name="x">[B, F].</param>
    /// <param name="weightGrad">[G, F], written.</param>
    public static void WeightGradient(Tensor yGrad, Tensor x, Tensor weightGrad)
    {
        var transposed = Aten.Transpose(yGrad, 0, 1);
        Aten.MmOut(transposed, x, weightGrad);
        transposed.Free();
    }

    /// <summary><c>dx = dy·W</c>.</summary>
    /// <param name="yGrad">[B, G].</param>
    /// <param name="weight">[G, F].</param>
    /// <param name="xGrad">[B, F], written.</param>
    public static void InputGradient(Tensor yGrad, Tensor weight, Tensor xGrad) => Aten.MmOut(yGrad, weight, xGrad);

    /// <summary><c>db = Σ dy</c> over the batch.</summary>
    /// <param name="yGrad">[B, G].</param>
    /// <param name="biasGrad">[G], written.</param>
    public static void BiasGradient(Tensor yGrad, Tensor biasGrad)
    {
        var sum = Aten.Sum(yGrad, [0], keepDimension: false);
        Aten.CopyFrom(biasGrad, sum);
        sum.Free();
    }
}
