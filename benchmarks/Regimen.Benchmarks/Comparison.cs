using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Regimen.Benchmarks;

/// <summary>
/// Runs the generated loop and PyTorch eager side by side: three processes per benchmark, one of them working at a time, in turns, so that
/// all see the same machine. PyTorch runs as it comes and with glibc's malloc told to keep its memory.
/// </summary>
internal static class Comparison
{
    private static readonly (string Name, string Network, int Batch, int Steps)[] Benchmarks =
    [
        ("mlp-64", "mlp", 64, 300), ("mlp-128", "mlp", 128, 300), ("mlp-512", "mlp", 512, 100), ("cnn-128", "cnn", 128, 20), ("resnet-128", "resnet", 128, 10),
    ];

    private static readonly Dictionary<string, string> Tuned = new()
    {
        ["MALLOC_MMAP_THRESHOLD_"] = "1073741824",
        ["MALLOC_TRIM_THRESHOLD_"] = "1073741824",
        ["MALLOC_TOP_PAD_"] = "268435456",
    };

    public static int Run(string root, int rounds, string? only)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        AnsiConsole.Profile.Width = Math.Max(140, AnsiConsole.Profile.Width);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var title in new[] { "benchmark", "Regimen ms", "images/s", "PyTorch ms", "tuned ms", "channels-last ms", "× PyTorch", "× tuned", "first step s" })
            table.AddColumn(new TableColumn(title).RightAligned());
        var results = new List<Dictionary<string, object>>();
        foreach (var benchmark in Benchmarks.Where(benchmark => only is null || benchmark.Name == only))
        {
            var result = Measure(root, benchmark.Name, benchmark.Network, benchmark.Batch, benchmark.Steps, rounds);
            results.Add(result);
            double ours = (double)result["regimen_ms"], plain = (double)result["pytorch_ms"], tuned = (double)result["pytorch_tuned_ms"];
            table.AddRow(
                benchmark.Name,
                $"{ours:F2}",
                $"{1000 * benchmark.Batch / ours:N0}",
                $"{plain:F2}",
                $"{tuned:F2}",
                $"{(double)result["pytorch_tuned_channels_last_ms"]:F2}",
                $"{plain / ours:F2}",
                $"{tuned / ours:F2}",
                $"{(double)result["seconds_to_first_step"]:F2}");
        }

        AnsiConsole.Write(table);
        var file = Path.Combine(root, "artifacts", "bench.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (var stream = File.Create(file))
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
            Write(writer, results);
        AnsiConsole.MarkupLineInterpolated($"figures: {file}");
        return 0;
    }

    private static Dictionary<string, object> Measure(string root, string name, string network, int batch, int steps, int rounds)
    {
        var script = Path.Combine(root, "benchmarks", "pytorch", "train.py");
        string[] python = [script, "--network", network, "--batch", batch.ToString(CultureInfo.InvariantCulture), "--threads", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)];
        using var regimen = new Peer(Environment.ProcessPath!, ["worker", name]);
        using var plain = new Peer("/usr/bin/python3", python);
        using var tuned = new Peer("/usr/bin/python3", python, Tuned);
        using var channelsLast = new Peer("/usr/bin/python3", [.. python, "--channels-last"], Tuned);
        var peers = new[] { regimen, plain, tuned, channelsLast };
        var times = peers.Select(_ => new List<double>()).ToArray();
        foreach (var peer in peers)
            peer.Measure(Math.Max(5, steps / 4));
        AnsiConsole.Status().Start(name, status =>
        {
            for (var round = 0; round < rounds; round++)
            {
                status.Status($"{name}: round {round + 1} of {rounds}");
                for (var index = 0; index < peers.Length; index++)
                    times[index].Add(peers[index].Measure(steps));
            }
        });
        var medians = times.Select(list => list.Order().ElementAt(list.Count / 2)).ToArray();
        return new Dictionary<string, object>
        {
            ["name"] = name,
            ["regimen_ms"] = medians[0],
            ["pytorch_ms"] = medians[1],
            ["pytorch_tuned_ms"] = medians[2],
            ["pytorch_tuned_channels_last_ms"] = medians[3],
            ["seconds_to_first_step"] = regimen.Ready.GetProperty("seconds_to_first_step").GetDouble(),
        };
    }

    private static void Write(Utf8JsonWriter writer, List<Dictionary<string, object>> results)
    {
        writer.WriteStartArray();
        foreach (var result in results)
        {
            writer.WriteStartObject();
            foreach (var (key, value) in result)
            {
                if (value is double number)
                    writer.WriteNumber(key, Math.Round(number, 4));
                else
                    writer.WriteString(key, (string)value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
