using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Regimen;

/// <summary>Fetches a data set's files into a folder: inflated, each under its name only once it is whole and has the right checksum.</summary>
/// <param name="dataSet">What to call the data set in messages.</param>
/// <param name="mirrors">Addresses of folders that hold the files, each ending in a slash; tried in this order, for each file.</param>
/// <param name="progress">Follows the download.</param>
internal sealed class Downloader(string dataSet, IReadOnlyList<Uri> mirrors, ProgressLine progress)
{
    private static readonly TimeSpan s_leftoverAge = TimeSpan.FromHours(1);

    /// <summary>How long a server may take to accept, and later be silent, before the next one is tried.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Fetches those of the files that the folder lacks.</summary>
    /// <param name="folder">Made if it does not exist.</param>
    /// <param name="files">What to fetch.</param>
    /// <param name="advice">How to get the files otherwise; the end of error messages.</param>
    /// <param name="cancellation">Stops the download; whole files stay.</param>
    /// <exception cref="DataException">The folder can't be written, no mirror gave the right file, or the download was stopped.</exception>
    public void Fetch(string folder, IReadOnlyList<PublishedFile> files, string advice, CancellationToken cancellation = default)
    {
        try
        {
            Directory.CreateDirectory(folder);
            RemoveLeftovers(folder);
            var missing = files.Where(file => !File.Exists(Path.Combine(folder, file.Name))).ToArray();
            if (missing.Length == 0)
                return;
            progress.Say($"Downloading {dataSet} to {folder}");
            using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = Patience }) { Timeout = Timeout.InfiniteTimeSpan };

            // Not on this thread: one with a synchronization context would wait for itself.
            Task.Run(() => FetchAsync(client, folder, missing, advice, cancellation), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException stopped)
        {
            throw new DataException($"The download of {dataSet} was stopped. The files that are whole stay in {folder}; the next run fetches the others.", stopped);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{dataSet} can't be saved in {folder}: {error.Message} {advice}", error);
        }
    }

    private async Task FetchAsync(HttpClient client, string folder, PublishedFile[] files, string advice, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            var reasons = new List<string>();
            foreach (var mirror in mirrors)
            {
                var address = new Uri(mirror, file.Name + ".gz");
                if (await TryFetchAsync(client, address, folder, file, cancellation).ConfigureAwait(false) is not { } reason)
                {
                    reasons.Clear();
                    break;
                }

                reasons.Add($"{address} {reason}");
            }

            if (reasons.Count > 0)
                throw new DataException($"{dataSet} can't be downloaded: {string.Join("; ", reasons)}. {advice}");
        }
    }

    /// <summary>Fetches one file from one place.</summary>
    /// <returns>Null for success, or what is wrong there.</returns>
    private async Task<string?> TryFetchAsync(HttpClient client, Uri address, string folder, PublishedFile file, CancellationToken cancellation)
    {
        // A name of its own, so that two processes at once don't write into each other's file.
        var partial = Path.Combine(folder, $".{file.Name}.{Guid.NewGuid():N}.part");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            patience.CancelAfter(Patience);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return string.Create(CultureInfo.InvariantCulture, $"answers {(int)response.StatusCode} {response.ReasonPhrase}");

            await using var body = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
            await using var received = new CountedStream(body, count =>
            {
                patience.CancelAfter(Patience);
                progress.Advance(file.Name, count, response.Content.Headers.ContentLength);
            });
            await using var content = new GZipStream(received, CompressionMode.Decompress);
            var problem = await SaveAsync(content, partial, file, patience.Token).ConfigureAwait(false);
            if (problem is not null)
                return problem;
            File.Move(partial, Path.Combine(folder, file.Name), overwrite: true);
            progress.Finish(file.Name, received.Count);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"is silent for {Patience.TotalSeconds} s");
        }
        catch (Exception error) when (error is HttpRequestException or HttpIOException)
        {
            return $"can't be read ({(error.InnerException ?? error).Message.TrimEnd('.')})";
        }
        catch (InvalidDataException)
        {
            return "sends something that is no whole gzip file";
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes a stream to a file and checks it meanwhile.</summary>
    /// <returns>Null, or how it differs from what was published.</returns>
    private static async Task<string?> SaveAsync(Stream content, string path, PublishedFile file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > file.Length)
                    return string.Create(CultureInfo.InvariantCulture, $"sends more than the {file.Length} bytes that were published");
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }

            // Before the file gets its name: after a power failure there must not be a whole name with half a content.
            target.Flush(flushToDisk: true);
        }

        if (length < file.Length)
            return string.Create(CultureInfo.InvariantCulture, $"sends {length} of the {file.Length} bytes that were published");
        return Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256 ? null : "sends another content than was published (its SHA-256 differs)";
    }

    /// <summary>Removes what killed downloads left behind; another process may be writing the younger ones.</summary>
    private static void RemoveLeftovers(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, ".*.part"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > s_leftoverAge)
                File.Delete(path);
        }
    }
}
