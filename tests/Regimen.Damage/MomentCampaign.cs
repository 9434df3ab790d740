using System.Diagnostics;
using System.Globalization;

namespace Regimen.Damage;

/// <summary>
/// A training process that something happens to at a random moment: a signal that asks it to end, a kill, a disk that takes no more. Its
/// checkpoint, trained on, must end in the same bits as a run to which nothing happened.
/// </summary>
internal static class MomentCampaign
{
    private const int Epochs = 60;

    private static readonly (string Name, int? ExitCode)[] _events = [("INT", 130), ("TERM", 143), ("HUP", 129), ("KILL", 137), ("disk", null)];

    public static bool Run(int count, int seed, string folder)
    {
        var random = new Random(seed);
        var tally = new Tally("moments");
        using var whole = Create();
        whole.Train();
        var expected = Final(whole, folder);
        var span = Duration(folder);
        for (var turn = 0; turn < count; turn++)
        {
            var (name, exitCode) = _events[turn % _events.Length];
            var root = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"moment{turn}"));
            var moment = TimeSpan.FromMilliseconds(random.NextDouble() * span.TotalMilliseconds);
            var (code, error) = Disturb(root, name, moment, random);
            var what = string.Create(CultureInfo.InvariantCulture, $"turn {turn}, {name} after {moment.TotalMilliseconds:F0} ms");
            if (code != 0 && code != (exitCode ?? 1))
                tally.Fault($"{what}: exit code {code}: {error}");
            else if (name == "disk" && code == 1 && !error.Contains("too large for", StringComparison.Ordinal))
                tally.Fault($"{what}: the message does not say what happened: {error}");
            else if (Resume(root, folder) is not { } resumed)
                tally.Fault($"{what}: no checkpoint can be trained on");
            else if (!resumed.AsSpan().SequenceEqual(expected))
                tally.Fault($"{what}: the run ends in other bits");
            else
                tally.Count(code == 0 ? "finished before" : $"resumed after {name}");
            Directory.Delete(root, recursive: true);
        }

        return tally.Report();
    }

    /// <summary>The process that things happen to: trains into a run folder.</summary>
    /// <returns>The exit code.</returns>
    public static int Train(string root)
    {
        using var stop = new StopSignals();
        using var experiment = Create();
        try
        {
            experiment.Prepare();
            using var folder = RunFolder.Create(root, nameof(Victim));
            experiment.RunFolder = folder;
            Console.WriteLine("ready");
            experiment.Train(stop.Token);
            return stop.ExitCode;
        }
        catch (Exception error) when (error is CheckpointException or IOException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static Victim Create() => new() { Epochs = Epochs };

    private static byte[] Final(Victim experiment, string folder)
    {
        var path = Path.Combine(folder, "final.safetensors");
        experiment.Save(path);
        return File.ReadAllBytes(path);
    }

    private static TimeSpan Duration(string folder)
    {
        var root = Path.Combine(folder, "undisturbed");
        using var process = Start(root);
        process.StandardOutput.ReadLine();
        var started = Stopwatch.GetTimestamp();
        process.WaitForExit();
        Directory.Delete(root, recursive: true);
        return Stopwatch.GetElapsedTime(started);
    }

    private static (int Code, string Error) Disturb(string root, string name, TimeSpan moment, Random random)
    {
        using var process = Start(root);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadLine();
        Thread.Sleep(moment);
        if (name == "disk")
        {
            // No file may grow beyond this from now on, which a process meets as it meets a full disk: a write that fails half-way.
            Tool("prlimit", $"--pid={process.Id}", string.Create(CultureInfo.InvariantCulture, $"--fsize={random.Next(8_000)}"));
        }
        else
        {
            Tool("kill", "-" + name, string.Create(CultureInfo.InvariantCulture, $"{process.Id}"));
        }

        process.WaitForExit();
        return (process.ExitCode, error.GetAwaiter().GetResult());
    }

    private static byte[]? Resume(string root, string folder)
    {
        var checkpoint = Directory.EnumerateFiles(root, "checkpoint.safetensors", SearchOption.AllDirectories).SingleOrDefault();
        using var experiment = Create();

        // Killed or out of space before its first checkpoint, a run has nothing to go on from: it starts again.
        if (checkpoint is not null)
            experiment.Load(checkpoint);
        try
        {
            if (checkpoint is null || !IsFinished(experiment))
                experiment.Train();
        }
        catch (Exception error) when (error is CheckpointException or InvalidOperationException or DivergenceException)
        {
            Console.WriteLine(error.Message);
            return null;
        }

        return Final(experiment, folder);
    }

    private static bool IsFinished(Victim experiment)
    {
        try
        {
            experiment.Prepare();
            return false;
        }
        catch (InvalidOperationException error) when (error.Message.Contains("is finished", StringComparison.Ordinal))
        {
            return true;
        }
    }

    /// <summary>Through a shell that lets the process ignore SIGXFSZ, so that a file at its limit is an error of the write, as on a full disk.</summary>
    private static Process Start(string root) => Process.Start(new ProcessStartInfo("bash", ["-c", "trap '' XFSZ; exec \"$@\"", "bash", Environment.ProcessPath!, "train", root])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static void Tool(string name, params string[] arguments)
    {
        // The process may have ended by itself; then there is nothing to do to it.
        using var tool = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        tool.WaitForExit();
    }
}
