namespace Regimen.Torch;

/// <summary>Checks around the operators that are called as typed C functions, one function per kind of device.</summary>
public static unsafe partial class Aten
{
    private static bool OnCuda(Tensor tensor) => tensor.Device.Type == DeviceType.Cuda;

    private static void RequireKernel(bool present, string operation)
    {
        if (!present)
            throw new TorchException(operation, "this libtorch has no CUDA kernels");
    }

    // A boxed call refuses null handles when it encodes them; a typed one would crash the process.
    private static void RequireTensors(params ReadOnlySpan<Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor.IsNull)
                throw new ArgumentException("A required tensor is null.");
        }
    }
}
