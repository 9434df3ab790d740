using System.Text.Json;

namespace Regimen.Tests.Running;

public sealed class RunFolderTests : IDisposable
{
    private static readonly EpochMetrics _metrics = new(1, 469, 1.25, 0.5, 0.1 + 0.2, 0.75, 1e-10, 12345.678, -1.5);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Runs_of_the_same_second_get_folders_of_their_own()
    {
        var paths = new string[20];
        Parallel.For(0, paths.Length, i =>
        {
            using var run = RunFolder.Create(_folder["runs"], "FashionCnn", new FixedClock());
            paths[i] = run.Path;
        });
        var start = _folder["runs/FashionCnn/2026-03-04_05-06-07"];
        Assert.Equal(Enumerable.Range(1, 20).Select(n => n == 1 ? start : $"{start}-{n}").Order(), paths.Order());
    }

    [Fact]
    public void Metrics_are_there_after_each_epoch_in_any_culture()
    {
        using var culture = new ForeignCulture();
        using var run = RunFolder.Create(_folder.Path, "a", new FixedClock());
        const string Header = "epoch,step,train_loss,train_accuracy,test_loss,test_accuracy,learning_rate,images_per_second,seconds\n";
        const string Row = "1,469,1.25,0.5,0.30000000000000004,0.75,1E-10,12345.678,-1.5\n";
        var csv = Path.Combine(run.Path, "metrics.csv");
        var jsonl = Path.Combine(run.Path, "metrics.jsonl");
        Assert.Equal("2026-03-04_05-06-07", Path.GetFileName(run.Path));
        Assert.Equal(Header, ReadShared(csv));

        run.Append(_metrics);
        Assert.Equal(Header + Row, ReadShared(csv));
        var object1 = """{"epoch":1,"step":469,"train_loss":1.25,"train_accuracy":0.5,"test_loss":0.30000000000000004,"test_accuracy":0.75,"learning_rate":1E-10,"images_per_second":12345.678,"seconds":-1.5}""" + "\n";
        Assert.Equal(object1, ReadShared(jsonl));

        run.Append(_metrics with { Epoch = 2, TrainLoss = double.NaN, TestLoss = double.PositiveInfinity });
        Assert.Equal(Header + Row + "2,469,NaN,0.5,Infinity,0.75,1E-10,12345.678,-1.5\n", ReadShared(csv));
        using var second = JsonDocument.Parse(ReadShared(jsonl)[object1.Length..]);
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("train_loss").ValueKind);
        Assert.Equal(0.75, second.RootElement.GetProperty("test_accuracy").GetDouble());
    }

    [Fact]
    public void Source_is_copied_and_names_that_collide_are_kept_apart()
    {
        Directory.CreateDirectory(_folder["x"]);
        File.WriteAllText(_folder["A.g.cs"], "one");
        File.WriteAllText(_folder["x/A.g.cs"], "two");
        using var run = RunFolder.Create(_folder["runs"], "a");
        run.CopySource([_folder["A.g.cs"], _folder["x/A.g.cs"]]);
        Assert.Equal("one", File.ReadAllText(Path.Combine(run.Path, "generated/A.g.cs.txt")));
        Assert.Equal("two", File.ReadAllText(Path.Combine(run.Path, "generated/A.g-2.cs.txt")));
        Assert.Throws<FileNotFoundException>(() => run.CopySource([_folder["missing.cs"]]));
    }

    [Fact]
    public void The_checkpoint_has_a_fixed_name()
    {
        using var run = RunFolder.Create(_folder["runs"], "a");
        Assert.Equal(Path.Combine(run.Path, "checkpoint.safetensors"), run.CheckpointPath);
        Assert.False(File.Exists(run.CheckpointPath));
    }

    [Theory]
    [InlineData("Outer+Inner<T>", "Outer+Inner_T_")]
    [InlineData("../../etc", "_._.._etc")]
    [InlineData("..", "_.")]
    [InlineData("Größe 1", "Größe_1")]
    public void A_name_can_not_leave_the_root(string experiment, string expected)
    {
        using var run = RunFolder.Create(_folder.Path, experiment);
        Assert.Equal(_folder[expected], Path.GetDirectoryName(run.Path));
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private sealed class FixedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    }
}
