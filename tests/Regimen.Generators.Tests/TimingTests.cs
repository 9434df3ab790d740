using System.Globalization;
using Regimen.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Regimen.Generators.Tests;

/// <summary>
/// The generator must not be what a person waits for while typing. How many milliseconds that is depends on the machine, so the compiler's own work on the
/// same edit is the measure.
/// </summary>
public sealed class TimingTests(ITestOutputHelper output)
{
    /// <summary>Twice what the largest sample takes.</summary>
    private const long MostBytes = 3_200_000;

    public static TheoryData<string> Samples => [.. Repository.Samples.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_edit_costs_less_than_half_of_what_the_compiler_does_with_it(string sample)
    {
        var (edit, unrelated, compiler) = GeneratorTiming.Measure(Repository.Samples[sample]);
        foreach (var (what, cost) in new[] { ("an edit", edit), ("an unrelated edit", unrelated), ("the compiler", compiler) })
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sample}: {what} {cost.Time.TotalMilliseconds:F1} ms, {cost.Bytes / 1024:N0} kB"));
        Assert.True(2 * edit.Time < compiler.Time, $"An edit holds up the editor for {edit.Time}, the compiler for {compiler.Time}.");
        Assert.True(edit.Bytes < MostBytes, $"An edit allocates {edit.Bytes} bytes.");
        Assert.True(unrelated.Bytes < edit.Bytes / 2, $"An unrelated edit allocates {unrelated.Bytes} bytes, one that generates the experiment anew {edit.Bytes}.");
    }
}
