using System.Security.Cryptography;
using System.Text;

namespace Regimen.Tests.Data;

public sealed class DownloaderTests : IDisposable
{
    private const string Advice = "Do it by hand.";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _said = new();

    // Larger than any buffer on the way, and of a kind that can't be compressed, so that half of it is sent as half.
    private readonly byte[] _large = RandomNumberGenerator.GetBytes(3_000_000);
    private readonly byte[] _small = Encoding.ASCII.GetBytes("labels");

    private PublishedFile[] Files => [Published("large", _large), Published("small", _small)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_inflated_checked_and_fetched_once()
    {
        using var mirror = Mirror();
        Download(mirror.Address);
        Assert.Equal(_large, File.ReadAllBytes(_folder["large"]));
        Assert.Equal(_small, File.ReadAllBytes(_folder["small"]));
        Assert.Equal(["large.gz", "small.gz"], mirror.Requests);
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
        Assert.Equal($"Downloading Tests to {_folder.Path}\n  large: 3.0 MB\n  small: 0.0 MB\n", _said.ToString().ReplaceLineEndings("\n"));

        Download(mirror.Address);
        Assert.Equal(2, mirror.Requests.Count);

        File.Delete(_folder["small"]);
        Download(mirror.Address);
        Assert.Equal(["large.gz", "small.gz", "small.gz"], mirror.Requests);
    }

    [Fact]
    public void A_terminal_sees_one_line_that_moves()
    {
        using var mirror = Mirror();
        new Downloader("Tests", [mirror.Address], new ProgressLine(_said, inPlace: true)).Fetch(_folder.Path, Files, Advice);
        Assert.Contains("\r  large: 3.0 MB", _said.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"\r  large: \d\.\d of 3\.0 MB", _said.ToString());
    }

    [Theory]
    [InlineData("missing", "answers 404 Not Found")]
    [InlineData("truncated", "can't be read (")]
    [InlineData("short", "sends 1500000 of the 3000000 bytes that were published")]
    [InlineData("cut", " of the 3000000 bytes that were published")]
    [InlineData("long", "sends more than the 3000000 bytes that were published")]
    [InlineData("changed", "sends another content than was published (its SHA-256 differs)")]
    [InlineData("page", "sends something that is no whole gzip file")]
    [InlineData("silent", "is silent for 1 s")]
    public void What_is_wrong_with_a_mirror_is_said_and_the_next_one_is_tried(string wrong, string message)
    {
        using var bad = Bad(wrong);
        var error = Assert.Throws<DataException>(() => Download(bad.Address));
        Assert.StartsWith($"Tests can't be downloaded: {bad.Address}large.gz ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(Advice, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));

        using var good = Mirror();
        Download(bad.Address, good.Address);
        Assert.Equal(_large, File.ReadAllBytes(_folder["large"]));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void A_server_that_is_not_there_and_one_that_is_wrong_are_both_named()
    {
        Uri gone;
        using (var stopped = Mirror())
            gone = stopped.Address;
        using var wrong = Bad("missing");
        var message = Assert.Throws<DataException>(() => Download(gone, wrong.Address)).Message;
        Assert.Contains($"{gone}large.gz can't be read (", message, StringComparison.Ordinal);
        Assert.Contains($"; {wrong.Address}large.gz answers 404", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stopped_download_leaves_no_half_file_and_the_next_goes_on()
    {
        using var stop = new CancellationTokenSource();
        using var mirror = new LocalMirror(async context =>
        {
            if (context.Request.Url!.AbsolutePath.EndsWith("large.gz", StringComparison.Ordinal))
            {
                await context.Response.OutputStream.WriteAsync(IdxBytes.Gzip(_large).AsMemory(0, 1_000_000));
                stop.Cancel();
                await Task.Delay(10_000);
            }
            else
            {
                await context.Response.OutputStream.WriteAsync(IdxBytes.Gzip(_small));
            }
        });
        PublishedFile[] smallFirst = [Files[1], Files[0]];
        var error = Assert.Throws<DataException>(
            () => new Downloader("Tests", [mirror.Address], new ProgressLine(_said, inPlace: false)).Fetch(_folder.Path, smallFirst, Advice, stop.Token));
        Assert.StartsWith("The download of Tests was stopped.", error.Message, StringComparison.Ordinal);
        Assert.Equal([_folder["small"]], Directory.GetFiles(_folder.Path));

        using var whole = Mirror();
        Download(whole.Address);
        Assert.Equal(["large.gz"], whole.Requests);
    }

    [Fact]
    public void What_a_killed_download_left_is_removed_once_nobody_can_be_writing_it()
    {
        string old = _folder[".large.0.part"], young = _folder[".large.1.part"];
        File.WriteAllText(old, "");
        File.WriteAllText(young, "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));
        using var mirror = Mirror();
        Download(mirror.Address);
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Fact]
    public void Two_downloads_at_once_both_succeed()
    {
        using var mirror = Mirror();
        Parallel.For(0, 4, _ => new Downloader("Tests", [mirror.Address], new ProgressLine(TextWriter.Null, inPlace: false)).Fetch(_folder.Path, Files, Advice));
        Assert.Equal(_large, File.ReadAllBytes(_folder["large"]));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error_that_names_it()
    {
        File.WriteAllText(_folder["file"], "");
        using var mirror = Mirror();
        var error = Assert.Throws<DataException>(() => new Downloader("Tests", [mirror.Address], new ProgressLine(_said, inPlace: false)).Fetch(_folder["file/below"], Files, Advice));
        Assert.StartsWith($"Tests can't be saved in {_folder["file/below"]}: ", error.Message, StringComparison.Ordinal);
    }

    private void Download(params Uri[] mirrors) =>
        new Downloader("Tests", mirrors, new ProgressLine(_said, inPlace: false)) { Patience = TimeSpan.FromSeconds(1) }.Fetch(_folder.Path, Files, Advice);

    private LocalMirror Mirror() =>
        LocalMirror.Of(new Dictionary<string, byte[]> { ["large.gz"] = IdxBytes.Gzip(_large), ["small.gz"] = IdxBytes.Gzip(_small) });

    private LocalMirror Bad(string wrong)
    {
        var changed = (byte[])_large.Clone();
        changed[^1] ^= 1;
        var packed = IdxBytes.Gzip(_large);
        return wrong switch
        {
            "missing" => LocalMirror.Of(new Dictionary<string, byte[]>()),
            "short" => Sends(IdxBytes.Gzip(_large[..1_500_000])),
            "cut" => Sends(packed[..1_000_000]),
            "long" => Sends(IdxBytes.Gzip([.. _large, 0])),
            "changed" => Sends(IdxBytes.Gzip(changed)),
            "page" => Sends(Encoding.ASCII.GetBytes("<html>Please log in.</html>")),
            "truncated" => new LocalMirror(async context =>
            {
                context.Response.ContentLength64 = packed.Length;
                await context.Response.OutputStream.WriteAsync(packed.AsMemory(0, 1_000_000));
                context.Response.Abort();
            }),
            "silent" => new LocalMirror(async context =>
            {
                await context.Response.OutputStream.WriteAsync(packed.AsMemory(0, 1_000_000));
                await Task.Delay(30_000);
            }),
            _ => throw new ArgumentOutOfRangeException(nameof(wrong)),
        };
    }

    private static LocalMirror Sends(byte[] content) => LocalMirror.Of(new Dictionary<string, byte[]> { ["large.gz"] = content });

    private static PublishedFile Published(string name, byte[] content) => new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
}
