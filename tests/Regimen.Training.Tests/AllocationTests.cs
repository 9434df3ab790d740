using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Regimen.Training.Tests;

/// <summary>What 1,000 steps cost after a warm-up, measured in a process of their own.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("mlp")]
    [InlineData("cnn")]
    [InlineData("resnet")]
    public void A_thousand_steps_allocate_nothing_and_hardly_meet_a_new_page(string network)
    {
        var (bytes, faults) = Measure(network, 1_000);
        Assert.Equal(0, bytes);
        Assert.InRange(faults, 0, 100);
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
