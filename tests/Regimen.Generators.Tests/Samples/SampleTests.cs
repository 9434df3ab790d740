using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Samples;

/// <summary>The whole text that is generated for the samples, as accepted.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Samples()
    {
        var run = GeneratorRunner.Run(Projects.Of(Repository.Samples.Values));
        run.Has(Repository.Samples.Keys.Select(name => "FashionMnistSample." + name));
        Snapshots.Match(run, "Samples", "SampleTests.Samples");
    }
}
