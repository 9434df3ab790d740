using System.Globalization;
using System.Runtime.InteropServices;
using Regimen;
using Regimen.StepProbe;

// Trains past a warm-up, then a number of steps, and prints what those steps cost: managed bytes on all threads, and page faults.
var (name, steps) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
const int warmup = 200;
using Experiment experiment = name switch
{
    "mlp" => new Mlp(),
    "cnn" => new Cnn(),
    "resnet" => new ResNet(),
    _ => throw new ArgumentException($"There is no network '{name}'."),
};
using var stop = new CancellationTokenSource();
experiment.LogEvery = 1;
long bytesBefore = 0, bytesAfter = 0, faultsBefore = 0, faultsAfter = 0;
experiment.StepCompleted += step =>
{
    if (step.Step == warmup)
    {
        faultsBefore = Resources.MinorFaults();
        bytesBefore = GC.GetTotalAllocatedBytes(precise: true);
    }
    else if (step.Step == warmup + steps)
    {
        bytesAfter = GC.GetTotalAllocatedBytes(precise: true);
        faultsAfter = Resources.MinorFaults();
        stop.Cancel();
    }
};
experiment.Train(stop.Token);
Console.WriteLine($"bytes {bytesAfter - bytesBefore} faults {faultsAfter - faultsBefore} steps {steps}");

namespace Regimen.StepProbe
{
    internal static unsafe partial class Resources
    {
        /// <summary>Page faults of this process that needed no disk (<c>ru_minflt</c>).</summary>
        public static long MinorFaults()
        {
            // struct rusage: two timevals, then ru_maxrss, ru_ixrss, ru_idrss, ru_isrss, ru_minflt, all of them longs on 64-bit Linux.
            var usage = stackalloc long[18];
            return GetResourceUsage(0, usage) == 0 ? usage[8] : throw new InvalidOperationException("getrusage failed.");
        }

        [LibraryImport("libc", EntryPoint = "getrusage")]
        private static partial int GetResourceUsage(int who, long* usage);
    }
}
