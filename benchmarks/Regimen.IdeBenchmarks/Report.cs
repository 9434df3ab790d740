using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Spectre.Console;

namespace Regimen.IdeBenchmarks;

/// <summary>Measures, prints, and writes the page.</summary>
internal static class Report
{
    private static readonly string[] Samples = ["FashionMlp", "FashionCnn", "FashionResNet"];

    /// <summary>From this line on the page is written by hand: what no run of this benchmark measures.</summary>
    private const string ByHand = "<!-- Below this line the page is written by hand; make bench-ide keeps it. -->";

    public static int Run(int rounds, bool write, bool builds)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var cold = new List<(string Sample, ColdTime Cold, EditTime Edit)>();
        BuildTime? experiments = null;
        BuildTime? training = null;
        AnsiConsole.Status().Start("Measuring", status =>
        {
            foreach (var sample in Samples)
            {
                status.Status($"{sample}: cold");
                var time = ColdTime.Measure(sample, rounds);
                status.Status($"{sample}: edits");
                cold.Add((sample, time, EditTime.Measure(sample, edits: 30)));
            }

            if (!builds)
                return;
            status.Status($"building {Projects.Experiments} experiments");
            experiments = BuildTime.Measure(Projects.HundredExperiments(), rounds);
            status.Status("building TorchSharp code");
            training = BuildTime.Measure(Projects.TrainingCode(), rounds);
        });

        AnsiConsole.Profile.Width = Math.Max(140, AnsiConsole.Profile.Width);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var title in new[] { "generator, ms", "compiler just started", "compiler warm, generator cold", "both warm", "after an edit", "after an unrelated edit" })
            table.AddColumn(new TableColumn(title).RightAligned());
        foreach (var (sample, time, edit) in cold)
            table.AddRow(sample, $"{time.Process:F0}", $"{time.Server:F0}", $"{time.Again:F0}", $"{edit.Edit:F1}", $"{edit.Unrelated:F2}");
        AnsiConsole.Write(table);
        if (experiments is null || training is null)
            return 0;
        Print($"{Projects.Experiments} experiments", experiments);
        Print($"{training.Lines:N0} lines of TorchSharp code", training);
        if (write)
        {
            var path = Repository.PathOf("docs", "benchmarks.md");
            File.WriteAllText(path, Page(cold, experiments, training, rounds) + Kept(path));
        }

        return 0;
    }

    /// <summary>The part of the page that is written by hand; nothing where there is none.</summary>
    private static string Kept(string path) =>
        File.Exists(path) && File.ReadAllText(path) is var page && page.IndexOf(ByHand, StringComparison.Ordinal) is >= 0 and var at ? "\n" + page[at..] : "";

    private static void Print(string what, BuildTime build) =>
        AnsiConsole.MarkupLineInterpolated($"dotnet build of {what}: {build.Without:F1} s without the rules, {build.With:F1} s with them, {build.Added}");

    private static string Page(IEnumerable<(string Sample, ColdTime Cold, EditTime Edit)> times, BuildTime experiments, BuildTime training, int rounds)
    {
        var page = new StringBuilder();
        page.AppendLine("# What the editor and the build pay");
        page.AppendLine();
        page.AppendLine("Written by `make bench-ide`, which measures on the machine it runs on and prints the same. Medians; machines are shared, so read ratios.");
        page.AppendLine(CultureInfo.InvariantCulture, $"This run: {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; {rounds} rounds.");
        page.AppendLine();
        page.AppendLine("## The generator, on one experiment");
        page.AppendLine();
        page.AppendLine("| milliseconds | compiler just started | compiler warm, generator cold | both warm | after an edit | after an unrelated edit |");
        page.AppendLine("|---|---|---|---|---|---|");
        foreach (var (sample, time, edit) in times)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {sample} | {time.Process:F0} | {time.Server:F0} | {time.Again:F0} | {edit.Edit:F1} | {edit.Unrelated:F2} |");
        page.AppendLine();
        page.AppendLine("""
            - **Compiler just started**: the SDK's `csc` in a process of its own, its own figure for the generator (`/reportanalyzer`). Most of it is
              Roslyn's: whoever first asks for a symbol pays for reading the references and for compiling Roslyn's own code.
            - **Compiler warm, generator cold**: the same from a compiler server that has compiled another project before, with the SDK's own
              generators and analyzers, but never loaded this one. This is the generator's cold time: in builds and editors the compiler is
              already there.
            - **Both warm**: the server's next compilation of the same project.
            - **After an edit**: the incremental driver after a rate was changed, which generates the experiment's program anew.
            - **After an unrelated edit**: the driver after another file was changed. `Network()` is evaluated again, since it may call into any file;
              nothing after that runs.
            """);
        page.AppendLine();
        page.AppendLine("## The rules, in a build");
        page.AppendLine();
        page.AppendLine("| `dotnet build` of | seconds without the rules | with all rules | they add: median, least and most of the rounds |");
        page.AppendLine("|---|---|---|---|");
        page.AppendLine(Row($"{Projects.Experiments} experiments, with the generator", experiments));
        page.AppendLine(Row($"{training.Lines:N0} lines of nothing but TorchSharp code", training));
        return page.ToString();
    }

    private static string Row(string what, BuildTime build) =>
        string.Create(CultureInfo.InvariantCulture, $"| {what} | {build.Without:F1} | {build.With:F1} | {build.Added} |");
}
