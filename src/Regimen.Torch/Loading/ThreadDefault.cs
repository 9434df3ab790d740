using System.Globalization;
using System.Runtime.InteropServices;

namespace Regimen.Torch.Loading;

/// <summary>
/// Gives OpenMP as many threads as the process may use. Left alone, Debian's libtorch starts with one thread outside of Python. OpenMP reads
/// its environment once, when it is loaded, so this must happen before libtorch is; a value that the user set stays.
/// </summary>
internal static partial class ThreadDefault
{
    internal static void Apply()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            _ = SetEnvironmentVariable("OMP_NUM_THREADS", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), overwrite: 0);
    }

    // .NET keeps its own copy of the environment, which native code does not see.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
