using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using TorchSharpOnDebian12;

namespace Regimen.TorchSharp.Tests;

/// <summary>The samples as programs of their own.</summary>
public sealed partial class SampleTests
{
    private static readonly string s_folder = typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == "Sample").Value!;

    [Fact]
    public async Task Trained_with_Regimen_predicted_with_TorchSharp()
    {
        var (status, output) = await Run("predict");
        Assert.True(status == 0, output);
        Assert.Contains("weights:    12 matched\n", output, StringComparison.Ordinal);
        var shares = Share().Matches(output).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(4, shares.Length);
        Assert.InRange(shares[0], 80, 100);

        // Of 10,000 images one or two may lie so near a border that the last bit decides.
        Assert.Equal(shares[0], shares[1], 0.03);
        Assert.Equal(shares[2], shares[3], 0.03);
        Assert.NotEqual(shares[0], shares[2]);
    }

    [Fact]
    public async Task Trained_on_tensors()
    {
        var (status, output) = await Run("tensors");
        Assert.True(status == 0, output);
        var right = int.Parse(Right().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(right, 240, 256);
    }

    [Fact]
    public async Task Without_a_command_it_says_which_there_are()
    {
        var (status, output) = await Run();
        Assert.Equal(2, status);
        Assert.StartsWith("usage: TorchSharpSample predict|tensors", output, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Output)> Run(params string[] arguments)
    {
        WeakSymbolVersion.Apply(s_folder);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(s_folder, "TorchSharpSample.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    [GeneratedRegex(@"([\d.]+) ?%")]
    private static partial Regex Share();

    [GeneratedRegex(@"^(\d+) of 256 right", RegexOptions.Multiline)]
    private static partial Regex Right();
}
