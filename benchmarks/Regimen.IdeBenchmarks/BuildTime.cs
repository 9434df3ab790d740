using System.Diagnostics;
using System.Globalization;

namespace Regimen.IdeBenchmarks;

/// <summary>What the rules add to the build of a project.</summary>
/// <param name="Lines">Lines of its source.</param>
/// <param name="Rounds">Seconds of <c>dotnet build</c> without the rules and, right after it, with them.</param>
internal sealed record BuildTime(int Lines, IReadOnlyList<(double Without, double With)> Rounds)
{
    /// <summary>Seconds without the rules, the median.</summary>
    public double Without => Tools.Median(Rounds.Select(round => round.Without));

    /// <summary>Seconds with them, the median.</summary>
    public double With => Tools.Median(Rounds.Select(round => round.With));

    /// <summary>The share that the rules add: the median of the rounds, the least and the most.</summary>
    public string Added
    {
        get
        {
            var percent = Rounds.Select(round => 100 * ((round.With / round.Without) - 1)).ToArray();
            return string.Create(CultureInfo.InvariantCulture, $"{Tools.Median(percent):+0.0;-0.0} % ({percent.Min():+0.0;-0.0} to {percent.Max():+0.0;-0.0})");
        }
    }

    /// <summary>Builds in alternation, after one of each to warm up.</summary>
    /// <param name="files">The project.</param>
    /// <param name="rounds">Builds of each side.</param>
    public static BuildTime Measure(IReadOnlyDictionary<string, string> files, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("regimen-ide-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
            foreach (var (name, text) in files)
                File.WriteAllText(Path.Combine(folder, name), text);
            Build(folder, rules: false, "--restore");
            Build(folder, rules: true);
            var times = Enumerable.Range(0, rounds).Select(_ => (Without: Build(folder, rules: false), With: Build(folder, rules: true))).ToArray();
            return new BuildTime(
                files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal)).Sum(file => file.Value.Count(letter => letter == '\n')),
                times);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Build(string folder, bool rules, string restore = "--no-restore")
    {
        var start = Stopwatch.GetTimestamp();
        var (output, code) = Tools.Run("dotnet", ["build", .. restore == "--no-restore" ? new[] { restore } : [], "--no-incremental", "--nologo", "--verbosity", "quiet", "-p:Rules=" + (rules ? "true" : "false")], folder);
        var time = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return code == 0 ? time : throw new InvalidOperationException("The project does not build:\n" + output);
    }
}
