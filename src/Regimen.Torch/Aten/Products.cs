using Regimen.Torch.Loading;

namespace Regimen.Torch;

public static unsafe partial class Aten
{
    /// <summary>The matrix product.</summary>
    /// <param name="a">[n, k].</param>
    /// <param name="b">[k, m].</param>
    /// <returns>[n, m].</returns>
    public static Tensor Mm(Tensor a, Tensor b) =>
        Dispatcher.CallForTensor("aten::mm\0"u8, "\0"u8, [Dispatcher.Encode(a), Dispatcher.Encode(b)]);

    /// <summary>The matrix product, written into a tensor.</summary>
    /// <param name="a">[n, k].</param>
    /// <param name="b">[k, m].</param>
    /// <param name="output">[n, m].</param>
    public static void MmOut(Tensor a, Tensor b, Tensor output) =>
        Dispatcher.CallInPlace(
            "aten::mm\0"u8,
            "out\0"u8,
            [Dispatcher.Encode(a), Dispatcher.Encode(b), Dispatcher.Encode(output)]);

    /// <summary>A fully connected layer: beta·bias + alpha·a·b, written into a tensor.</summary>
    /// <param name="bias">Broadcast to [n, m]; usually [m]. May be the output itself, to accumulate.</param>
    /// <param name="a">[n, k].</param>
    /// <param name="b">[k, m].</param>
    /// <param name="output">[n, m].</param>
    /// <param name="beta">The factor of the bias.</param>
    /// <param name="alpha">The factor of the product.</param>
    public static void AddmmOut(Tensor bias, Tensor a, Tensor b, Tensor output, double beta = 1, double alpha = 1)
    {
        // beta and alpha are Scalars in the operator's schema; the typed function takes doubles.
        var api = Native.Api;
        var function = OnCuda(output) ? api->AddmmOutCuda : api->AddmmOutCpu;
        RequireKernel(function != null, "aten::addmm.out");
        RequireTensors(bias, a, b, output);
        Native.Check(function(output.Handle, bias.Handle, a.Handle, b.Handle, beta, alpha), "aten::addmm.out");
    }

    /// <summary>The transpose of a matrix, as a view.</summary>
    /// <param name="self">[n, m].</param>
    /// <returns>[m, n] over the same memory.</returns>
    public static Tensor T(Tensor self) =>
        Dispatcher.CallForTensor("aten::t\0"u8, "\0"u8, [Dispatcher.Encode(self)]);

    /// <summary>Two dimensions exchanged, as a view.</summary>
    /// <param name="self">The tensor.</param>
    /// <param name="dimension0">One dimension; negative ones count from the end.</param>
    /// <param name="dimension1">The other.</param>
    /// <returns>A view over the same memory.</returns>
    public static Tensor Transpose(Tensor self, int dimension0, int dimension1) =>
        Dispatcher.CallForTensor(
            "aten::transpose\0"u8,
            "int\0"u8,
            [Dispatcher.Encode(self), Dispatcher.Encode((long)dimension0), Dispatcher.Encode((long)dimension1)]);
}
