using System.Diagnostics;
using System.Reflection;

namespace Regimen.Training.Tests;

/// <summary>A small part of <c>make damage</c>, in a process of its own.</summary>
public sealed class DamageTests
{
    [Theory]
    [InlineData("checkpoints", 400)]
    [InlineData("data", 400)]
    [InlineData("moments", 5)]
    public void Nothing_damaged_is_believed_and_nothing_interrupted_is_lost(string campaign, int count)
    {
        var tool = typeof(DamageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Damage").Value!;
        using var process = Process.Start(new ProcessStartInfo(tool, [campaign, $"{count}"]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains($": {count} tried: ", output, StringComparison.Ordinal);
        Assert.Contains("; 0 wrong", output, StringComparison.Ordinal);
    }
}
