namespace Regimen.Training.Tests;

/// <summary>Changes a checkpoint's content and writes it with a right checksum, as a program with a fault would.</summary>
internal static class Forgery
{
    /// <summary>Rewrites a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Gives the new text of each key; null leaves the key out.</param>
    /// <param name="tensor">Changes the bytes of each tensor.</param>
    public static void Rewrite(string path, Func<string, string, string?>? text = null, Action<string, byte[]>? tensor = null)
    {
        var writer = new SafeTensorsWriter();
        using (var reader = SafeTensors.Open(path))
        {
            foreach (var (key, value) in reader.Metadata.Where(entry => entry.Key != SafeTensors.ChecksumKey))
            {
                if ((text is null ? value : text(key, value)) is { } changed)
                    writer.AddMetadata(key, changed);
            }

            foreach (var entry in reader.Entries)
            {
                var bytes = new byte[entry.ByteCount];
                entry.CopyTo(bytes);
                tensor?.Invoke(entry.Name, bytes);
                writer.Add(entry.Name, entry.Type, entry.Shape.AsSpan(), bytes);
            }
        }

        writer.AddChecksum().Write(path);
    }
}
