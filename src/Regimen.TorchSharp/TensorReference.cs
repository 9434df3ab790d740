using Regimen.Torch;

namespace Regimen.TorchSharp;

/// <summary>A reference to a tensor that Regimen's functions take, freed when it is disposed, or by the finaliser where nobody did.</summary>
/// <remarks>
/// <see cref="Tensor"/> itself has no owner. Hold this object (<c>using var</c>) as long as a <see cref="Tensor"/> that came out of it is in
/// use: once nothing refers to it the garbage collector may free the handle, even while a call runs on it. Freeing that handle is not the
/// caller's. The memory of the elements lives until the last reference to it is gone, whichever side has that.
/// </remarks>
public sealed class TensorReference : IDisposable
{
    private nint handle;

    internal TensorReference(Tensor owned) => handle = owned.Handle;

    /// <summary>Frees what nobody disposed.</summary>
    ~TensorReference() => Release();

    /// <summary>The tensor: valid until this object is disposed.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public Tensor Tensor
    {
        get
        {
            var live = Volatile.Read(ref handle);
            ObjectDisposedException.ThrowIf(live == 0, this);
            return new(live);
        }
    }

    /// <summary>Gives the reference back. A second time does nothing.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    // Two threads may dispose at once; only one of them gets the handle.
    private void Release() => new Tensor(Interlocked.Exchange(ref handle, 0)).Free();
}
