using System.Diagnostics;
using System.Globalization;

namespace Regimen.Benchmarks;

/// <summary>
/// One side of an alternating measurement, as a process: reads <c>run N</c> on standard input, trains N steps, answers with one line of JSON.
/// The other side, PyTorch's, speaks the same protocol.
/// </summary>
internal static class Worker
{
    public static Experiment Create(string name) => name switch
    {
        "mlp-64" => new Mlp64(),
        "mlp-128" => new Mlp128(),
        "mlp-512" => new Mlp512(),
        "cnn-128" => new Cnn128(),
        "resnet-128" => new ResNet128(),
        _ => throw new ArgumentException($"There is no benchmark '{name}'.", nameof(name)),
    };

    public static int Run(string name)
    {
        using var experiment = Create(name);
        experiment.LogEvery = 1;
        Steps(experiment, 1);
        var toFirstStep = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{{\"ready\": true, \"seconds_to_first_step\": {toFirstStep:F3}}}"));
        while (Console.ReadLine() is { } line && line != "exit")
        {
            var count = int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
            var times = Steps(experiment, count + 1)[1..];
            Array.Sort(times);
            var median = times[times.Length / 2];
            Console.WriteLine(FormattableString.Invariant($"{{\"ms_per_step\": {median:F4}, \"steps\": {count}}}"));
        }

        return 0;
    }

    /// <summary>Trains a number of steps from where the experiment stands; the time of each in ms.</summary>
    private static double[] Steps(Experiment experiment, int count)
    {
        using var stop = new CancellationTokenSource();
        var times = new double[count];
        var done = 0;
        var last = Stopwatch.GetTimestamp();
        void Note(StepProgress _)
        {
            var now = Stopwatch.GetTimestamp();
            if (done < count)
                times[done++] = Stopwatch.GetElapsedTime(last, now).TotalMilliseconds;
            last = now;
            if (done == count)
                stop.Cancel();
        }

        experiment.StepCompleted += Note;
        while (done < count)
            experiment.Train(stop.Token);
        experiment.StepCompleted -= Note;
        return times;
    }
}
