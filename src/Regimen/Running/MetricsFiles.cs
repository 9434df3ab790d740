using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Regimen;

/// <summary>
/// The two files of metrics: <c>metrics.csv</c> for people and spreadsheets, <c>metrics.jsonl</c> (an object per line) for programs. Numbers are
/// invariant and round-trip. Each row reaches the operating system at once, so that it survives the process and can be watched.
/// </summary>
internal sealed class MetricsFiles : IDisposable
{
    /// <summary>Column names: those of the JSON objects too.</summary>
    private static readonly string[] _columns =
        ["epoch", "step", "train_loss", "train_accuracy", "test_loss", "test_accuracy", "learning_rate", "images_per_second", "seconds"];

    private static readonly JsonWriterOptions _compact = new() { Indented = false };

    private readonly FileStream _csv;
    private readonly FileStream _jsonl;
    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>Takes over an empty CSV file and creates the other beside it.</summary>
    public MetricsFiles(FileStream csv, string jsonlPath)
    {
        _csv = csv;
        _jsonl = new FileStream(jsonlPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _csv.Write(Encoding.UTF8.GetBytes(string.Join(',', _columns) + "\n"));
    }

    public void Append(EpochMetrics metrics) => DiskErrors.AsIOException(() => AppendBoth(metrics));

    public void Dispose()
    {
        _csv.Dispose();
        _jsonl.Dispose();
    }

    private void AppendBoth(in EpochMetrics metrics)
    {
        double[] numbers =
        [
            metrics.TrainLoss, metrics.TrainAccuracy, metrics.TestLoss, metrics.TestAccuracy,
            metrics.LearningRate, metrics.ImagesPerSecond, metrics.Seconds,
        ];
        AppendCsv(metrics, numbers);
        AppendJson(metrics, numbers);
    }

    private void AppendCsv(in EpochMetrics metrics, double[] numbers)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"{metrics.Epoch},{metrics.Step},")
            + string.Join(',', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))) + "\n";

        // One write per row: a kill leaves whole rows.
        _csv.Write(Encoding.UTF8.GetBytes(row));
    }

    private void AppendJson(in EpochMetrics metrics, double[] numbers)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, _compact))
        {
            json.WriteStartObject();
            json.WriteNumber(_columns[0], metrics.Epoch);
            json.WriteNumber(_columns[1], metrics.Step);
            for (var i = 0; i < numbers.Length; i++)
            {
                // JSON has no NaN and no infinity; the CSV file says which it was.
                if (double.IsFinite(numbers[i]))
                    json.WriteNumber(_columns[i + 2], numbers[i]);
                else
                    json.WriteNull(_columns[i + 2]);
            }

            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        _jsonl.Write(_line.WrittenSpan);
    }
}
