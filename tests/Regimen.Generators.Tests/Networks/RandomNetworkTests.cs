using FsCheck;
using FsCheck.Fluent;
using Regimen.Compiler.Graph.Layers;
using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Networks;

/// <summary>Whatever the layers and tricks, what is generated compiles without a warning and reads decently.</summary>
public sealed class RandomNetworkTests
{
    private const int NetworksPerCompilation = 16;
    private const int Compilations = 4;

    [Fact]
    public void Random_networks_compile()
    {
        var seen = new HashSet<string>();
        var decisions = Gen.Choose(0, 9999).ArrayOf(90);
        var networks = Arb.From(decisions.ArrayOf(NetworksPerCompilation).Select(all => new Batch(all)), Shrink);
        Prop.ForAll(networks, batch => Compile(batch, seen)).Check(Config.QuickThrowOnFailure.WithMaxTest(Compilations));
        Assert.Empty(LayerCatalogue.Kinds.Except(seen));
    }

    private static void Compile(Batch batch, HashSet<string> seen)
    {
        var names = batch.Decisions.Select((_, i) => "N" + i).ToArray();
        var sources = batch.Decisions.Select((decisions, i) => new ExperimentWriter(decisions).Write(names[i])).ToArray();
        try
        {
            var run = GeneratorRunner.Run(sources).Has(names);
            Assert.All(run.Texts, file => Style.Demand(file.Key, file.Value));
        }
        catch (Xunit.Sdk.XunitException failure) when (sources.Length == 1)
        {
            // What FsCheck has shrunk a failure to.
            throw new InvalidOperationException(sources[0], failure);
        }

        seen.UnionWith(LayerCatalogue.Kinds.Where(kind => sources.Any(source => source.Contains(kind + "(", StringComparison.Ordinal))));
    }

    private static IEnumerable<Batch> Shrink(Batch batch)
    {
        var all = batch.Decisions;
        if (all.Length > 1)
        {
            yield return new Batch(all[..(all.Length / 2)]);
            yield return new Batch(all[(all.Length / 2)..]);
            yield break;
        }

        if (all is not [var decisions])
            yield break;
        for (var length = decisions.Length / 2; length > 1; length /= 2)
        {
            for (var start = 0; start + length <= decisions.Length; start += length)
                yield return new Batch([[.. decisions[..start], .. decisions[(start + length)..]]]);
        }
    }

    /// <summary>The networks of one compilation; the numbers themselves would only fill the report of a failure.</summary>
    private sealed record Batch(int[][] Decisions)
    {
        public override string ToString() => $"{Decisions.Length} networks";
    }
}
