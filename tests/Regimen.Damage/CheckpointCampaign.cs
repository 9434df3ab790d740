using System.Globalization;
using System.Runtime.InteropServices;

namespace Regimen.Damage;

/// <summary>
/// Damaged checkpoints: of the bytes, where nothing but the whole file may be accepted; and of the content under a right checksum, where
/// what is accepted must be trainable. What is refused must leave the experiment as it was.
/// </summary>
internal static class CheckpointCampaign
{
    public static bool Run(int count, int seed, string folder)
    {
        var random = new Random(seed);
        var tally = new Tally("checkpoints");
        var wholes = MakeWholes(folder);
        var path = Path.Combine(folder, "damaged.safetensors");
        using var experiment = new Victim();
        experiment.Load(wholes[0].Path);
        var before = Bytes(experiment, folder);
        for (var turn = 0; turn < count; turn++)
        {
            var (source, whole) = wholes[random.Next(wholes.Length)];
            var isForged = random.Next(4) == 0;
            var what = "bytes";
            if (isForged)
                what = Forge(source, path, random);
            else
                File.WriteAllBytes(path, Mutation.Apply(whole, random));
            var isSame = File.ReadAllBytes(path).AsSpan().SequenceEqual(whole);
            try
            {
                experiment.Load(path);
            }
            catch (CheckpointException refusal)
            {
                if (isSame)
                    tally.Fault($"turn {turn}: a whole file was refused: {refusal.Message}");
                else if (!refusal.Message.Contains(path, StringComparison.Ordinal))
                    tally.Fault($"turn {turn}: the refusal does not name the file: {refusal.Message}");
                else if ((isForged || turn % 20 == 0) && !Bytes(experiment, folder).AsSpan().SequenceEqual(before))
                    tally.Fault($"turn {turn}: a refused file changed the experiment ({what}): {refusal.Message}");
                else
                    tally.Count(isForged ? "refused as implausible" : "refused as damaged");
                continue;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                tally.Fault($"turn {turn}: {error.GetType().Name} ({what}): {error.Message}");
                continue;
            }

            if (isSame)
                tally.Count("whole and accepted");
            else if (!isForged)
                tally.Fault($"turn {turn}: a damaged file was accepted");
            else if (Trains(experiment) is { } problem)
                tally.Fault($"turn {turn}: what was accepted does not train ({what}): {problem}");
            else
                tally.Count("changed, plausible and trained on");
            experiment.Load(wholes[0].Path);
        }

        return tally.Report();
    }

    /// <summary>At the start, inside epochs, at the end of one, and at the end of the run.</summary>
    private static (string Path, byte[] Bytes)[] MakeWholes(string folder)
    {
        var paths = new List<string>();
        using var experiment = new Victim { LogEvery = 1 };
        void Save(long step)
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"step{step}.safetensors"));
            experiment.Save(path);
            paths.Add(path);
        }

        Save(0);
        experiment.StepCompleted += progress =>
        {
            if (progress.Step % 4 == 0)
                Save(progress.Step);
        };
        experiment.EpochCompleted += metrics => Save(1_000 + metrics.Step);
        experiment.Train();
        return [.. paths.Select(path => (path, File.ReadAllBytes(path)))];
    }

    private static byte[] Bytes(Victim experiment, string folder)
    {
        var path = Path.Combine(folder, "own.safetensors");
        experiment.Save(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Trains what was accepted; null if that ends well, or is refused with a reason.</summary>
    private static string? Trains(Victim experiment)
    {
        try
        {
            experiment.Epochs = Math.Min(experiment.Epochs, 4);
            var result = experiment.Train();
            return result.Epochs.All(epoch => double.IsFinite(epoch.TrainLoss) && epoch.TrainAccuracy is >= 0 and <= 1) ? null : "its metrics are impossible";
        }
        catch (Exception error) when (error is CheckpointException or DivergenceException or InvalidOperationException)
        {
            return null;
        }
        catch (Exception error)
        {
            return error.ToString();
        }
    }

    /// <summary>Changes a number or a letter of the content, or an element of a tensor, and writes the file with a right checksum.</summary>
    /// <returns>What was changed.</returns>
    private static string Forge(string source, string target, Random random)
    {
        using var reader = SafeTensors.Open(source);
        var writer = new SafeTensorsWriter().AddChecksum();
        var texts = reader.Metadata.Where(text => text.Key != SafeTensors.ChecksumKey).ToArray();
        var chosenText = random.Next(3) == 0 ? null : texts[random.Next(texts.Length)].Key;
        var chosenTensor = chosenText is null ? reader.Entries[random.Next(reader.Entries.Length)].Name : null;
        foreach (var (key, value) in texts)
            writer.AddMetadata(key, key == chosenText ? Change(value, random) : value);
        foreach (var entry in reader.Entries)
        {
            var bytes = new byte[entry.ByteCount];
            entry.CopyTo(bytes);
            if (entry.Name == chosenTensor)
                Spoil(bytes, entry.Type == "F64" ? sizeof(double) : sizeof(float), random);
            writer.Add(entry.Name, entry.Type, entry.Shape.AsSpan(), bytes);
        }

        writer.Write(target);
        return chosenText ?? chosenTensor!;
    }

    private static void Spoil(byte[] bytes, int size, Random random)
    {
        double[] numbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e38, -1, 0, 1e-30];
        var at = random.Next(bytes.Length / size) * size;
        var number = numbers[random.Next(numbers.Length)];
        if (size == sizeof(double))
            MemoryMarshal.Write(bytes.AsSpan(at), number);
        else
            MemoryMarshal.Write(bytes.AsSpan(at), (float)number);
    }

    private static string Change(string text, Random random)
    {
        var entries = text.Split(' ');
        var chosen = random.Next(entries.Length);
        var equals = entries[chosen].IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || random.Next(5) == 0)
            return System.Text.Encoding.Latin1.GetString(Mutation.Apply([.. System.Text.Encoding.ASCII.GetBytes(text), (byte)' '], random));
        string[] values = ["NaN", "Infinity", "-1", "0", "1", "2", "9000", "9223372036854775807", "0,05", "1e301", "-0", "3.5", "", "0x10", "1e-320", " 7"];
        entries[chosen] = entries[chosen][..(equals + 1)] + values[random.Next(values.Length)];
        return string.Join(' ', entries);
    }
}
