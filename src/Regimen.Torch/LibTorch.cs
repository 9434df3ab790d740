using System.Runtime.InteropServices;
using Regimen.Torch.Loading;

namespace Regimen.Torch;

/// <summary>The library as a whole: loading, version, threads and memory.</summary>
/// <remarks>
/// libtorch is looked for in the folder that <c>REGIMEN_LIBTORCH</c> names (and then nowhere else), beside the program, in the
/// package's folder that the build wrote into <c>Regimen.LibTorch.path</c>, and where the system's loader looks. It must be 2.10 or
/// newer. What is found and can't be used is an error; nothing after it is tried. Where the process has loaded a libtorch already (TorchSharp's),
/// that one is used, since there can be only one.
/// </remarks>
public static unsafe class LibTorch
{
    /// <summary>Loads libtorch now instead of at the first call.</summary>
    /// <exception cref="LibTorchNotFoundException">It cannot be found or loaded, or is too old.</exception>
    public static void Load() => _ = Native.Api;

    /// <summary>libtorch's version.</summary>
    /// <exception cref="LibTorchNotFoundException">libtorch cannot be loaded.</exception>
    public static Version Version => Unpack(Native.Api->Version());

    /// <summary>Whether this libtorch has CUDA kernels and the machine a GPU that they can use.</summary>
    /// <exception cref="LibTorchNotFoundException">libtorch cannot be loaded.</exception>
    public static bool HasCuda
    {
        get
        {
            var api = Native.Api;
            return api->AddCuda != null && api->CudaDevices != null && (sbyte)api->CudaDevices() > 0;
        }
    }

    /// <summary>The number of threads that one operator or <see cref="ParallelFor"/> uses.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one thread.</exception>
    /// <exception cref="PlatformNotSupportedException">This libtorch cannot be told.</exception>
    public static int Threads
    {
        get
        {
            uint count;
            Native.Check(Native.Api->GetThreads(&count), "torch_get_num_threads");
            return (int)count;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            var set = Native.Api->SetThreads;
            if (set == null)
                throw new PlatformNotSupportedException("This libtorch does not export at::set_num_threads; set OMP_NUM_THREADS before the program starts.");
            set(value);
        }
    }

    /// <summary>Which thread of a <see cref="ParallelFor"/> is running: 0 to <see cref="Threads"/> − 1, 0 outside.</summary>
    /// <exception cref="TorchException">libtorch failed.</exception>
    public static int ThreadIndex
    {
        get
        {
            uint index;
            Native.Check(Native.Api->GetThreadIndex(&index), "torch_get_thread_idx");
            return (int)index;
        }
    }

    /// <summary>Runs a body over a range on libtorch's own threads, and returns when all of it is done.</summary>
    /// <param name="begin">The first index.</param>
    /// <param name="end">One past the last index.</param>
    /// <param name="grain">The fewest indices worth a thread; a range no longer than this runs on the calling thread.</param>
    /// <param name="body">
    /// Called with disjoint parts <c>[begin, end)</c> that together cover the range. No exception may leave it.
    /// </param>
    /// <param name="context">Passed on to each call.</param>
    /// <exception cref="TorchException">libtorch failed.</exception>
    public static void ParallelFor(long begin, long end, long grain, delegate* unmanaged[Cdecl]<long, long, void*, void> body, void* context) =>
        Native.Check(Native.Api->ParallelFor(begin, end, grain, body, context), "torch_parallel_for");

    /// <summary>
    /// Tells glibc's allocator to keep freed memory. By default it gives every large block back to the system, and a
    /// training step then spends a third of its time in page faults for activations of the same size as before.
    /// </summary>
    /// <returns>True if all settings were accepted; false on a system without <c>mallopt</c>.</returns>
    public static bool KeepMemory()
    {
        const int TrimThreshold = -1, TopPad = -2, MmapThreshold = -3, MmapMaximum = -4;
        if (!OperatingSystem.IsLinux()
            || !NativeLibrary.TryLoad("libc.so.6", out var libc)
            || !NativeLibrary.TryGetExport(libc, "mallopt", out var address))
            return false;

        // mallopt returns 1 for success. The threshold's upper limit is 32 MiB, so blocks above it, which would still be
        // mapped and unmapped one by one, need the number of mappings set to zero as well.
        var mallopt = (delegate* unmanaged[Cdecl]<int, int, int>)address;
        return mallopt(MmapThreshold, 32 << 20) != 0
            & mallopt(MmapMaximum, 0) != 0
            & mallopt(TrimThreshold, -1) != 0
            & mallopt(TopPad, 64 << 20) != 0;
    }

    /// <summary>A version as libtorch packs it: major, minor and patch in the three upper bytes.</summary>
    internal static Version Unpack(ulong packed) => new((int)(packed >> 56), (int)(packed >> 48) & 0xFF, (int)(packed >> 40) & 0xFF);
}
