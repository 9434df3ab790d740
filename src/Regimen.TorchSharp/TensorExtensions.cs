using Regimen.Torch;
using TorchSharp;

namespace Regimen.TorchSharp;

/// <summary>Tensors from one side to the other, without a copy of their elements: both sides hold pointers to the same <c>at::Tensor</c>s of one libtorch.</summary>
public static class TensorExtensions
{
    /// <summary>A reference for Regimen to a tensor of TorchSharp's: the same elements, shape and strides.</summary>
    /// <param name="tensor">Stays the caller's. Disposing it, or a dispose scope that does so, leaves the new reference whole.</param>
    /// <returns>A reference of its own, which the caller disposes.</returns>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    public static TensorReference ToRegimen(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        TorchSharpBackend.Load();
        ObjectDisposedException.ThrowIf(tensor.IsInvalid, tensor);
        var shared = new TensorReference(new Tensor(tensor.Handle).Alias());

        // TorchSharp's finaliser would free the handle under the call.
        GC.KeepAlive(tensor);
        return shared;
    }

    /// <summary>A tensor of TorchSharp's over one of Regimen's: the same elements, shape and strides.</summary>
    /// <param name="tensor">Stays its owner's, who frees it as before.</param>
    /// <returns>A tensor with a reference of its own, freed as all of TorchSharp's are: by Dispose, by the current dispose scope, or by the garbage collector.</returns>
    /// <exception cref="InvalidOperationException">The handle is null.</exception>
    public static torch.Tensor ToTorchSharp(this Tensor tensor)
    {
        TorchSharpBackend.Load();
        var alias = tensor.Alias();
        return MoveToTorchSharp(ref alias);
    }

    /// <summary>Hands a tensor over: the same handle (<c>at::Tensor*</c>) is TorchSharp's from now on.</summary>
    /// <param name="tensor">A handle that the caller owns. It is null afterwards, so freeing it again does nothing; other copies of it must not be freed.</param>
    /// <returns>The tensor, freed as all of TorchSharp's are.</returns>
    /// <exception cref="InvalidOperationException">The handle is null.</exception>
    public static torch.Tensor MoveToTorchSharp(ref this Tensor tensor)
    {
        if (tensor.IsNull)
            throw new InvalidOperationException("The tensor handle is null: it was handed over already, or never set.");
        TorchSharpBackend.Load();
        var moved = torch.Tensor.UnsafeCreateTensor(tensor.Handle);
        tensor = default;
        return moved;
    }
}
