using System.Diagnostics;
using System.IO.Pipes;

namespace Regimen.Tests.Running;

/// <summary>Paths that lead to something else than a file are refused at once, with a word; before, some waited for ever.</summary>
public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Others => ["fifo", "link to a fifo", "device", "folder", "empty file", "pipe of this process"];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task It_is_refused_by_both_readers(string kind)
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        var path = Make(kind, pipe);
        var done = Task.Run(() =>
        {
            Assert.StartsWith($"{path} can't be read: It is ", Assert.Throws<CheckpointException>(() => SafeTensors.Open(path)).Message, StringComparison.Ordinal);
            var labels = _folder["labels"];
            File.WriteAllBytes(labels, Regimen.Tests.Data.IdxBytes.Labels(0));
            Assert.StartsWith($"{path} can't be read: It is ", Assert.Throws<DataException>(() => IdxFile.Read(path, labels, 1, 1, 2)).Message, StringComparison.Ordinal);
        });
        await done.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void An_error_of_the_very_first_read_is_explained()
    {
        using var broken = new BrokenStream();
        Assert.Equal("x can't be read: bad sector Check the disk, or download the file again.", Assert.Throws<DataException>(() => new IdxReader("x", "images", broken)).Message);
        Assert.True(broken.WasDisposed);
    }

    [Fact]
    public void An_empty_path_is_an_argument_that_is_wrong()
    {
        Assert.Throws<ArgumentException>(() => SafeTensors.Open(""));
        Assert.Throws<ArgumentException>(() => new SafeTensorsWriter().Write(""));
        Assert.Throws<ArgumentException>(() => IdxFile.Read("", "", 1, 1, 2));
    }

    private string Make(string kind, AnonymousPipeServerStream pipe)
    {
        var path = _folder["x"];
        switch (kind)
        {
            case "fifo":
                MakeFifo(path);
                return path;
            case "link to a fifo":
                MakeFifo(_folder["target"]);
                File.CreateSymbolicLink(path, _folder["target"]);
                return path;
            case "device":
                return "/dev/zero";
            case "folder":
                Directory.CreateDirectory(path);
                return path;
            case "empty file":
                File.WriteAllBytes(path, []);
                return path;
            default:
                return "/dev/fd/" + pipe.GetClientHandleAsString();
        }
    }

    private static void MakeFifo(string path)
    {
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public bool WasDisposed { get; private set; }

        public override int Read(Span<byte> buffer) => throw new IOException("bad sector");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("bad sector");

        protected override void Dispose(bool disposing)
        {
            WasDisposed = true;
            base.Dispose(disposing);
        }
    }
}
