using System.Globalization;
using Regimen.Generators.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Regimen.Generators.Tests;

/// <summary>Prints how long the generator takes; a shared machine allows no assertion.</summary>
public sealed class TimingTests(ITestOutputHelper output)
{
    [Fact]
    public void Latency_of_the_samples()
    {
        foreach (var (name, source) in Repository.Samples)
        {
            var timing = GeneratorTiming.Measure(source);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: first {timing.First.TotalMilliseconds:F1} ms, an edit {timing.Edit.TotalMilliseconds:F1} ms, an unrelated edit {timing.Unrelated.TotalMilliseconds:F2} ms"));
        }
    }
}
