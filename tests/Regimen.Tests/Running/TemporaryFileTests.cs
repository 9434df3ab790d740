using System.Runtime.InteropServices;

namespace Regimen.Tests.Running;

/// <summary>Several writers of one path, and what killed ones leave.</summary>
public sealed class TemporaryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder["a.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writers_of_one_path_all_succeed_and_the_file_is_always_one_of_theirs()
    {
        var contents = Enumerable.Range(0, 8).Select(writer => Enumerable.Repeat((float)writer, 50_000).ToArray()).ToArray();
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, turn =>
        {
            var values = contents[turn % 8];
            new SafeTensorsWriter().AddChecksum().Add("x", "F32", [values.Length], MemoryMarshal.AsBytes(values.AsSpan()).ToArray()).Write(FilePath);
            using var reader = SafeTensors.Open(FilePath);
            reader.VerifyChecksum();
        });
        Assert.Equal([FilePath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_killed_writers_left_is_deleted_and_nothing_else()
    {
        string[] others = ["a.safetensors.tmp", "a.safetensors.1-x.tmp", "a.safetensors.-1.tmp", "a.safetensors.12.tmp", "b.safetensors.1-1.tmp", "a.safetensors.1-1.tmp2"];
        foreach (var name in others)
            WriteOld(name);
        WriteOld("a.safetensors.4711-1.tmp");
        WriteOld("a.safetensors.4711-22.tmp");

        // Just written: perhaps by a writer on a file system that has no locks.
        File.WriteAllBytes(_folder["a.safetensors.4712-1.tmp"], [1]);
        WriteOld("a.safetensors.4713-1.tmp");
        using (new FileStream(_folder["a.safetensors.4713-1.tmp"], FileMode.Open, FileAccess.Write, FileShare.Delete))
        {
            new SafeTensorsWriter().Write(FilePath);
        }

        string[] expected = [.. others, "a.safetensors", "a.safetensors.4712-1.tmp", "a.safetensors.4713-1.tmp"];
        Assert.Equal(expected.Order(), Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_new_run_clears_what_killed_runs_of_its_experiment_left()
    {
        using var first = RunFolder.Create(_folder["runs"], "a");
        var left = first.CheckpointPath + ".99-3.tmp";
        File.WriteAllBytes(left, new byte[10]);
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-1));
        using var second = RunFolder.Create(_folder["runs"], "a");
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void A_folder_of_the_files_name_is_named_and_nothing_is_left()
    {
        Directory.CreateDirectory(FilePath);
        Assert.StartsWith($"{FilePath} can't be written: A folder has that name.", Assert.Throws<CheckpointException>(() => new SafeTensorsWriter().Write(FilePath)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private void WriteOld(string name)
    {
        File.WriteAllBytes(_folder[name], [1]);
        File.SetLastWriteTimeUtc(_folder[name], DateTime.UtcNow.AddHours(-1));
    }
}
