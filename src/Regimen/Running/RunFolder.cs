using System.Globalization;
using System.Text.Json;

namespace Regimen;

/// <summary>
/// The folder of one training run, <c>&lt;root&gt;/&lt;experiment&gt;/&lt;yyyy-MM-dd_HH-mm-ss[-n]&gt;</c>: <c>metrics.csv</c>, <c>metrics.jsonl</c>,
/// <c>settings.json</c>, <c>checkpoint.safetensors</c>, and the program that was run in <c>generated/</c>. Belongs to one thread.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private const string CheckpointName = "checkpoint.safetensors";

    private readonly MetricsFiles _metrics;

    private RunFolder(string path, FileStream csv)
    {
        Path = path;
        _metrics = new MetricsFiles(csv, System.IO.Path.Combine(path, "metrics.jsonl"));
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Where the run's checkpoint goes; nothing is there until one is written.</summary>
    public string CheckpointPath => System.IO.Path.Combine(Path, CheckpointName);

    /// <summary>Creates a folder that no other run has, however many start in the same second.</summary>
    /// <remarks>What killed runs of the same experiment left half written beside their checkpoints is deleted.</remarks>
    /// <param name="root">Folder of all runs; created if missing.</param>
    /// <param name="experiment">Name of the experiment. What a file name can't hold becomes <c>_</c>.</param>
    /// <param name="time">The clock; default the system's. Local time.</param>
    /// <exception cref="IOException">The folder can't be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be created.</exception>
    public static RunFolder Create(string root, string experiment, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentException.ThrowIfNullOrWhiteSpace(experiment);
        var start = (time ?? TimeProvider.System).GetLocalNow().ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture);
        var parent = System.IO.Path.Combine(System.IO.Path.GetFullPath(root), FileName(experiment));
        DeleteAbandoned(parent);
        for (var n = 1; ; n++)
        {
            var path = System.IO.Path.Combine(parent, n == 1 ? start : string.Create(CultureInfo.InvariantCulture, $"{start}-{n}"));
            if (!Directory.Exists(path) && Claim(path) is FileStream csv)
                return new RunFolder(path, csv);
        }
    }

    /// <summary>Appends an epoch to both files of metrics.</summary>
    /// <param name="metrics">The epoch. Numbers that are not finite are written as such in CSV, as null in JSON.</param>
    /// <exception cref="IOException">The disk is full, or the like.</exception>
    public void Append(in EpochMetrics metrics) => _metrics.Append(metrics);

    /// <summary>Writes <c>settings.json</c>: the experiment's name, the batch size, and every number that can be set, as the run starts with it.</summary>
    /// <exception cref="IOException">The disk is full, or the like.</exception>
    internal void WriteSettings(string experiment, IEnumerable<Training.Setting> settings, int batchSize) => DiskErrors.AsIOException(() =>
    {
        using var stream = File.Create(System.IO.Path.Combine(Path, "settings.json"));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("Experiment", experiment);
        json.WriteNumber("BatchSize", batchSize);
        foreach (var setting in settings)
            json.WriteNumber(setting.Name, setting.Value);
        json.WriteEndObject();
    });

    /// <summary>Copies source files into <c>generated/</c>, so that the run shows what it ran. They end in <c>.txt</c> there, lest a project around the folder compiles them. Two of one name become <c>a.cs.txt</c> and <c>a-2.cs.txt</c>.</summary>
    /// <param name="files">Paths of existing files.</param>
    /// <exception cref="IOException">A file is missing or can't be copied.</exception>
    public void CopySource(IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, "generated")).FullName;
        foreach (var file in files)
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(file);
            var extension = System.IO.Path.GetExtension(file);
            var target = System.IO.Path.Combine(folder, name + extension + ".txt");
            for (var n = 2; File.Exists(target); n++)
                target = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{n}{extension}.txt"));

            File.Copy(file, target);
        }
    }

    /// <summary>Closes the files of metrics.</summary>
    public void Dispose() => _metrics.Dispose();

    /// <summary>Creates the folder and, exclusively, its first file: of two processes at the same name one gets the file, and the folder with it.</summary>
    private static FileStream? Claim(string path)
    {
        Directory.CreateDirectory(path);
        var csv = System.IO.Path.Combine(path, "metrics.csv");
        try
        {
            return new FileStream(csv, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(csv))
        {
            return null;
        }
    }

    private static void DeleteAbandoned(string parent)
    {
        try
        {
            foreach (var run in Directory.EnumerateDirectories(parent))
                TemporaryFile.DeleteAbandoned(run, CheckpointName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first run has no folder yet; one that can't be listed is reported where the new folder is made.
        }
    }

    /// <summary>Letters, digits and - _ . + stay; a leading dot, which would hide the folder or leave it, does not.</summary>
    private static string FileName(string experiment)
    {
        var name = string.Concat(experiment.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '+' ? letter : '_'));
        return name[0] == '.' ? "_" + name[1..] : name;
    }
}
