#pragma warning disable CS0649 // Assigned through a pointer by FunctionBinder.

namespace Regimen.Torch.Loading;

/// <summary>
/// Every C function that is bound. The struct lives in native memory, so a call costs one load and one indirect call.
/// Getters suppress the GC transition: they take nanoseconds and never block.
/// </summary>
internal unsafe struct Functions
{
    // torch/csrc/stable/c/shim.h
    public delegate* unmanaged[Cdecl]<byte*, byte*, ulong*, ulong, int> CallDispatcher;
    public delegate* unmanaged[Cdecl]<nuint, nint*, int> NewList;
    public delegate* unmanaged[Cdecl]<nint, nuint*, int> ListSize;
    public delegate* unmanaged[Cdecl]<nint, nuint, ulong*, int> ListGet;
    public delegate* unmanaged[Cdecl]<nint, ulong, int> ListPush;
    public delegate* unmanaged[Cdecl]<nint, int> DeleteList;
    public delegate* unmanaged[Cdecl]<byte*, nuint, nint*, int> NewString;
    public delegate* unmanaged[Cdecl]<nint, int> DeleteString;
    public delegate* unmanaged[Cdecl]<long, long, long, delegate* unmanaged[Cdecl]<long, long, void*, void>, void*, int> ParallelFor;
    public delegate* unmanaged[Cdecl]<uint*, int> GetThreads;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<uint*, int> GetThreadIndex;

    // torch/csrc/inductor/aoti_torch/c/shim.h
    public delegate* unmanaged[Cdecl]<ulong> Version;
    public delegate* unmanaged[Cdecl]<long, long*, long*, int, int, int, nint*, int> EmptyStrided;
    public delegate* unmanaged[Cdecl]<void*, long, long*, long*, long, int, int, int, nint*, int> FromBlob;
    public delegate* unmanaged[Cdecl]<nint, nint*, int> NewHandle;
    public delegate* unmanaged[Cdecl]<nint, int> DeleteTensor;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*, int> IsDefined;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void**, int> DataPointer;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long*, int> Dimensions;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long*, int> ElementCount;
    public delegate* unmanaged[Cdecl]<nint, long, long*, int> Size;
    public delegate* unmanaged[Cdecl]<nint, long, long*, int> Stride;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long*, int> StorageOffset;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int*, int> ElementType;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int*, int> DeviceKind;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int*, int> DeviceIndex;

    // torch/csrc/inductor/aoti_torch/generated/c_shim_cpu.h and c_shim_cuda.h
    public delegate* unmanaged[Cdecl]<nint, nint, double, nint*, int> AddCpu;
    public delegate* unmanaged[Cdecl]<nint, nint, nint, nint, double, double, int> AddmmOutCpu;

    // Null where this libtorch does not have them; each use says what happens then.
    public delegate* unmanaged[Cdecl]<nint, nint, double, nint*, int> AddCuda;
    public delegate* unmanaged[Cdecl]<nint, nint, nint, nint, double, double, int> AddmmOutCuda;
    public delegate* unmanaged[Cdecl]<byte> CudaDevices;
    public delegate* unmanaged[Cdecl]<ulong**, int> NewBox;
    public delegate* unmanaged[Cdecl]<nuint, void*> OperatorNew;
    public delegate* unmanaged[Cdecl]<byte*> LastError;
    public delegate* unmanaged[Cdecl]<int, void> SetThreads;
}
