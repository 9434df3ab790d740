using System.Runtime.InteropServices;

namespace Regimen.Training;

/// <summary>A zeroed block of native memory, at a multiple of 64 bytes; freed when disposed, or by the finaliser where nobody did.</summary>
internal sealed unsafe class NativeBuffer : SafeHandle
{
    /// <summary>Bytes; a cache line, and the width of the widest vector register.</summary>
    private const nuint Alignment = 64;

    private readonly long pressure;

    /// <summary>Allocates.</summary>
    /// <param name="count">Elements.</param>
    /// <param name="elementSize">Bytes of one.</param>
    /// <param name="what">What it is for, as in "memory for {what}".</param>
    /// <exception cref="InvalidOperationException">There is not that much memory.</exception>
    public NativeBuffer(long count, int elementSize, string what)
        : base(0, ownsHandle: true)
    {
        var bytes = MemoryBudget.Demand(count, elementSize, what);
        SetHandle((nint)NativeMemory.AlignedAlloc((nuint)Math.Max(1, bytes), Alignment));
        NativeMemory.Clear((void*)handle, (nuint)bytes);
        pressure = Math.Max(1, bytes);
        GC.AddMemoryPressure(pressure);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The first element; valid until disposed.</summary>
    public void* Pointer => (void*)handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        GC.RemoveMemoryPressure(pressure);
        return true;
    }
}
