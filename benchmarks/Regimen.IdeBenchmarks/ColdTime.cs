using System.Globalization;
using System.Text.RegularExpressions;

namespace Regimen.IdeBenchmarks;

/// <summary>
/// How long the generator takes the first time, as the SDK's own compiler reports it (<c>/reportanalyzer</c>), on one experiment.
/// </summary>
/// <param name="Process">In a compiler that just started: Roslyn's own code runs for the first time too.</param>
/// <param name="Server">In a compiler server that has compiled another project before, with the generators and analyzers of the SDK, but never loaded this generator: the usual build, and what an editor does.</param>
/// <param name="Again">In that server the next time: a build after an edit, without a cache.</param>
internal sealed record ColdTime(double Process, double Server, double Again)
{
    private const string Generator = "Regimen.Generators.ExperimentGenerator";

    /// <summary>Medians in milliseconds.</summary>
    public static ColdTime Measure(string sample, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("regimen-ide-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Experiment.cs"), "global using System;\n" + Repository.Sample(sample));
            File.WriteAllText(Path.Combine(folder, "Other.cs"), OtherProgram);
            var times = Enumerable.Range(0, rounds).Select(_ => MeasureOnce(folder)).ToArray();
            return new ColdTime(Tools.Median(times.Select(time => time.Process)), Tools.Median(times.Select(time => time.Server)), Tools.Median(times.Select(time => time.Again)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ColdTime MeasureOnce(string folder)
    {
        var pipe = "regimen-ide-" + Guid.NewGuid().ToString("N");
        try
        {
            var process = Time(Tools.Compile(folder, Arguments("Experiment.cs", "Regimen.Compiler.dll", "Regimen.Generators.dll")));
            Tools.Compile(folder, [.. Arguments("Other.cs"), .. Tools.SdkAnalyzers()], pipe);
            var server = Time(Tools.Compile(folder, Arguments("Experiment.cs", "Regimen.Compiler.dll", "Regimen.Generators.dll"), pipe));
            var again = Time(Tools.Compile(folder, Arguments("Experiment.cs", "Regimen.Compiler.dll", "Regimen.Generators.dll"), pipe));
            return new ColdTime(process, server, again);
        }
        finally
        {
            Tools.Shutdown(pipe);
        }
    }

    private static IEnumerable<string> Arguments(string source, params string[] generators) =>
    [
        "/target:library", "/unsafe+", "/nullable:enable", "/langversion:14", "/optimize+", "/reportanalyzer", "/out:out.dll", "/nostdlib+",
        .. Tools.References(),
        .. generators.Select(generator => "/analyzer:" + Tools.Beside(generator)),
        source,
    ];

    private static double Time(string report)
    {
        var line = Regex.Match(report, @"^\s*<?(?<seconds>[0-9]+[.,][0-9]+)\s+<?[0-9]+\s+" + Regex.Escape(Generator) + @"\s*$", RegexOptions.Multiline);
        return line.Success
            ? 1000 * double.Parse(line.Groups["seconds"].Value.Replace(',', '.'), CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The compiler's report does not name the generator:\n" + report);
    }

    /// <summary>A program with nothing of Regimen in it, which a compiler may have compiled before: types, attributes, generics, lambdas, async methods, patterns.</summary>
    private const string OtherProgram = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.InteropServices;
        using System.Text.RegularExpressions;
        using System.Threading.Tasks;

        namespace Other;

        public static partial class Generated
        {
            [GeneratedRegex("^[a-z]+-(?<number>[0-9]{2,})$", RegexOptions.IgnoreCase)]
            public static partial Regex Numbered();

            [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
            public static partial int SetEnvironmentVariable(string name, string value, int overwrite);
        }

        [Obsolete("An attribute with an argument", error: false)]
        public partial class Ledger<T>(string name) where T : notnull
        {
            private readonly Dictionary<T, List<decimal>> entries = [];

            public string Name { get; } = name;

            public decimal this[T key] => entries.TryGetValue(key, out var list) ? list.Sum() : 0;

            public void Add(T key, params decimal[] amounts)
            {
                if (!entries.TryGetValue(key, out var list))
                    entries.Add(key, list = []);
                foreach (var amount in amounts)
                    list.Add(amount switch { < 0 => -amount, > 1_000_000 => throw new ArgumentOutOfRangeException(nameof(amounts)), _ => amount });
            }

            public async Task<IReadOnlyList<(T Key, decimal Sum)>> Totals(Func<T, bool> filter)
            {
                await Task.Yield();
                return [.. from entry in entries where filter(entry.Key) orderby entry.Value.Count select (entry.Key, entry.Value.Sum())];
            }
        }

        public static class Uses
        {
            private static Ledger<string> Make() => new("cash");

            public static string Describe(object value) => value switch
            {
                null => "nothing",
                string { Length: > 10 } text => text[..10] + "…",
                int number and > 0 => $"positive {number:N0}",
                IEnumerable<int> many => string.Join(", ", many.Select(one => one * 2).Where(one => one % 3 == 0)),
                _ => value.ToString() ?? "",
            };
        }
        """;
}
