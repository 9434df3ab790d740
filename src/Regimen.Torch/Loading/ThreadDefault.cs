using System.Globalization;
using System.Runtime.InteropServices;

namespace Regimen.Torch.Loading;

/// <summary>
/// Gives OpenMP as many threads as the process may use, and lets them sleep soon when they wait. OpenMP reads its environment once, when it is
/// loaded, so this must happen before libtorch is; a value that the user set stays.
/// </summary>
internal static partial class ThreadDefault
{
    /// <summary>Of GNU's OpenMP; some ten microseconds.</summary>
    private const string SpinCount = "4000";

    internal static void Apply()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return;

        // Left alone, a libtorch may start with one thread outside of Python.
        _ = SetEnvironmentVariable("OMP_NUM_THREADS", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), overwrite: 0);

        // Left alone, a thread that waits for the others spins for milliseconds. Where other work wants the cores, the one it waits for is then
        // not running, and a step takes ten times as long (docs/decisions/0002).
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null)
            _ = SetEnvironmentVariable("GOMP_SPINCOUNT", SpinCount, overwrite: 0);
    }

    // .NET keeps its own copy of the environment, which native code does not see.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
