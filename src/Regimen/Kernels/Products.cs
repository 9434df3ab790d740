using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>Matrix products by libtorch, into memory that there is.</summary>
public static class Products
{
    /// <summary>result = left·right.</summary>
    /// <param name="left">[i, k], or [k, i] if it is to be transposed.</param>
    /// <param name="right">[k, j], or [j, k] if it is to be transposed.</param>
    /// <param name="result">[i, j], written.</param>
    /// <param name="transposeLeft">Whether the left factor is transposed.</param>
    /// <param name="transposeRight">Whether the right factor is transposed.</param>
    public static void Multiply(Tensor left, Tensor right, Tensor result, bool transposeLeft = false, bool transposeRight = false)
    {
        var a = transposeLeft ? Aten.Transpose(left, 0, 1) : left;
        var b = transposeRight ? Aten.Transpose(right, 0, 1) : right;
        Aten.MmOut(a, b, result);
        if (transposeLeft)
            a.Free();
        if (transposeRight)
            b.Free();
    }

    /// <summary>result = left·rightᵀ + bias.</summary>
    /// <param name="left">[i, k].</param>
    /// <param name="right">[j, k].</param>
    /// <param name="bias">[j].</param>
    /// <param name="result">[i, j], written.</param>
    public static void MultiplyAdd(Tensor left, Tensor right, Tensor bias, Tensor result)
    {
        var transposed = Aten.Transpose(right, 0, 1);
        Aten.AddmmOut(bias, left, transposed, result);
        transposed.Free();
    }

    /// <summary>result = Σ rows.</summary>
    /// <param name="rows">[i, j].</param>
    /// <param name="result">[j], written.</param>
    public static void SumOfRows(Tensor rows, Tensor result)
    {
        var sum = Aten.Sum(rows, [0], keepDimension: false);
        Aten.CopyFrom(result, sum);
        sum.Free();
    }
}
