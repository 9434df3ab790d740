using System.Runtime.InteropServices;

namespace Regimen.Torch.Loading;

/// <summary>
/// Where Debian has several builds of OpenBLAS installed, takes the one on OpenMP: it works on libtorch's own threads. The build on pthreads
/// keeps threads of its own, which spin for a while after each product and take the cores from everything that follows.
/// </summary>
internal static class BlasChoice
{
    internal static void Apply()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x86_64",
            Architecture.Arm64 => "aarch64",
            _ => null,
        };

        // libtorch asks for libopenblas.so.0 by name; the loader gives it the library of that name that is loaded already.
        if (architecture is not null)
            _ = NativeLibrary.TryLoad($"/usr/lib/{architecture}-linux-gnu/openblas-openmp/libopenblas.so.0", out _);
    }
}
