using FsCheck;
using FsCheck.Fluent;
using Regimen.Compiler.Parsing;
using Regimen.Testing;

namespace Regimen.Compiler.Tests.Parsing;

/// <summary>Evaluating Network() gives the tree that running it gives, over generated programs.</summary>
public sealed class NetworkPropertyTests
{
    private const int NetworksPerCompilation = 80;
    private const int Compilations = 4;

    [Fact]
    public void Evaluating_equals_running()
    {
        // A program is written from a stream of decisions; shorter streams and smaller decisions are simpler programs, so FsCheck can shrink.
        var decisions = Gen.Choose(0, 9999).ArrayOf(60);
        var programs = Arb.From(decisions.ArrayOf(NetworksPerCompilation).Select(all => new Batch(all)), Shrink);
        var evaluated = 0;
        Prop.ForAll(programs, batch => evaluated += Agree(batch)).Check(Config.QuickThrowOnFailure.WithMaxTest(Compilations));
        Assert.True(evaluated >= Compilations * NetworksPerCompilation * 3 / 4, $"Only {evaluated} networks gave a tree: the generator writes too many that throw.");
    }

    [Fact]
    public void Programs_with_a_word_missing_never_throw()
    {
        var random = new Random(1);
        for (var i = 0; i < 150; i++)
        {
            var source = new NetworkWriter([.. Enumerable.Range(0, 40).Select(_ => random.Next(10000))]).Write("Net");
            for (var cut = 1 + random.Next(3); cut > 0; cut--)
            {
                var from = random.Next(source.Length / 2, source.Length);
                source = source.Remove(from, Math.Min(1 + random.Next(12), source.Length - from));
            }

            var compilation = TestCompilation.Of(TestCompilation.Data, source);
            if (compilation.GetTypeByMetadataName("Net") is null)
                continue;
            var result = compilation.Parse();
            Assert.Equal(result.Spec is null, !result.Findings.IsEmpty);
        }
    }

    private static int Agree(Batch batch)
    {
        var sources = batch.Decisions.Select((decisions, i) => new NetworkWriter(decisions).Write("N" + i)).ToArray();
        var compilation = TestCompilation.Of([TestCompilation.Data, .. sources]);
        var ran = RealNetworks.Run(compilation, sources.Select((_, i) => "N" + i));
        var trees = 0;
        for (var i = 0; i < sources.Length; i++)
        {
            var result = compilation.Parse("N" + i);
            var evaluated = result.Spec?.Network.ToString() ?? string.Join("; ", result.Findings.Select(finding => finding.ToDiagnostic().ToString()));
            if (ran[i].Thrown is { } thrown)
                Assert.True(result.Spec is null, $"Running throws {thrown.GetType().Name}, evaluating gives {evaluated}\n{sources[i]}");
            else
                Assert.True(ran[i].Text == evaluated || IsOpen(result), $"Running gives\n{ran[i].Text}\nevaluating gives\n{evaluated}\n{sources[i]}");
            trees += result.Spec is null ? 0 : 1;
        }

        return trees;
    }

    // The language leaves open what a double outside of int's range becomes; running takes one of the answers, evaluating none.
    private static bool IsOpen(ParseResult result) =>
        result.Spec is null && result.Findings.Any(finding => finding.ToDiagnostic().GetMessage().Contains("is outside the range of 'int'", StringComparison.Ordinal));

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
        for (var length = decisions.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= decisions.Length; start += length)
                yield return new Batch([[.. decisions[..start], .. decisions[(start + length)..]]]);
        }
    }

    /// <summary>The programs of one compilation; the numbers themselves would only fill the report of a failure.</summary>
    private sealed record Batch(int[][] Decisions)
    {
        public override string ToString() => $"{Decisions.Length} programs";
    }
}
