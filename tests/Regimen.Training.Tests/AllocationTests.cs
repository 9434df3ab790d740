using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Regimen.Training.Tests;

/// <summary>What 1,000 steps cost after a warm-up, measured in a process of their own.</summary>
public sealed class AllocationTests
{
    private const long MostFaults = 100;

    [Theory]
    [InlineData("mlp")]
    [InlineData("cnn")]
    [InlineData("resnet")]
    public void A_thousand_steps_allocate_nothing_and_hardly_meet_a_new_page(string network)
    {
        var least = long.MaxValue;

        // A system that is short of memory takes pages back, for which the steps can't help; what they ask for themselves shows every time.
        for (var attempt = 0; attempt < 3 && least > MostFaults; attempt++)
        {
            var (bytes, faults) = Measure(network, 1_000);
            Assert.Equal(0, bytes);
            least = Math.Min(least, faults);
        }

        Assert.InRange(least, 0, MostFaults);
    }

    private static (long Bytes, long Faults) Measure(string network, int steps)
    {
        var probe = typeof(AllocationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "StepProbe").Value!;
        var start = new ProcessStartInfo(probe, [network, $"{steps}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var match = Regex.Match(output, @"^bytes (-?\d+) faults (-?\d+) steps \d+");
        Assert.True(process.ExitCode == 0 && match.Success, $"The probe exited with {process.ExitCode} and said: {output}");
        return (long.Parse(match.Groups[1].Value), long.Parse(match.Groups[2].Value));
    }
}
