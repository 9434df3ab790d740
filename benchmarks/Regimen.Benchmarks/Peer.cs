using System.Diagnostics;
using System.Text.Json;

namespace Regimen.Benchmarks;

/// <summary>A worker process.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process process;

    public Peer(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        process = Process.Start(start) ?? throw new InvalidOperationException($"'{file}' did not start.");
        Ready = Answer();
    }

    /// <summary>What it said when it was ready.</summary>
    public JsonElement Ready { get; }

    /// <summary>Trains some steps; the median time of one in ms.</summary>
    public double Measure(int steps)
    {
        process.StandardInput.WriteLine($"run {steps}");
        process.StandardInput.Flush();
        return Answer().GetProperty("ms_per_step").GetDouble();
    }

    public void Dispose()
    {
        process.StandardInput.WriteLine("exit");
        process.StandardInput.Close();
        if (!process.WaitForExit(10_000))
            process.Kill();
        process.Dispose();
    }

    private JsonElement Answer()
    {
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"'{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}' ended without an answer; its message stands above.");
        return JsonDocument.Parse(line).RootElement;
    }
}
