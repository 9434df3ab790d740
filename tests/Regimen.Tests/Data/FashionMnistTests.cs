using System.Reflection;

namespace Regimen.Tests.Data;

/// <summary>Alone, because the environment belongs to the whole process.</summary>
[CollectionDefinition(nameof(FashionMnistTests), DisableParallelization = true)]
public sealed class FashionMnistCollection;

[Collection(nameof(FashionMnistTests))]
public sealed unsafe class FashionMnistTests : IDisposable
{
    private const string Variable = "REGIMEN_DATA";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _folder.Dispose();
    }

    [Fact]
    public void The_real_files_hold_balanced_classes_and_the_known_statistics()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        using var data = FashionMnist.Open();
        Assert.Equal("Fashion-MNIST", data.Name);
        CheckSplit(data.Train, 60_000);
        CheckSplit(data.Test, 10_000);

        var statistics = Assert.Single(PixelStatistics.Of(data.Train));
        Assert.Equal(0.2860, statistics.Mean, 4);
        Assert.Equal(0.3530, statistics.StandardDeviation, 4);

        // The first training image is an ankle boot, as in the authors' figure.
        Assert.Equal("Ankle boot", FashionMnist.ClassNames[data.Train.Labels[0]]);
    }

    [Fact]
    public void Its_declared_constants_are_those_of_the_files()
    {
        var declared = typeof(FashionMnist).GetCustomAttribute<ImageDataAttribute>()!;
        Assert.Equal((1, 28, 28, 10), (declared.Channels, declared.Height, declared.Width, declared.Classes));
        Assert.Equal(10, FashionMnist.ClassNames.Count);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("fashion-mnist", false)]
    [InlineData("fashion-mnist", true)]
    public void The_environment_variable_names_the_folder_or_its_parent(string subfolder, bool gzip)
    {
        WriteFiles(subfolder, gzip);
        Environment.SetEnvironmentVariable(Variable, _folder.Path);
        using var data = FashionMnist.Open();
        Assert.Equal((2, 1), (data.Train.Count, data.Test.Count));
        Assert.Equal((7, 3), (data.Train.Labels[1], data.Test.Labels[0]));
    }

    [Fact]
    public void A_variable_that_leads_nowhere_is_an_error_that_names_it()
    {
        Environment.SetEnvironmentVariable(Variable, _folder.Path);
        var message = Assert.Throws<DataException>(FashionMnist.Open).Message;
        Assert.StartsWith($"Fashion-MNIST is not in {_folder.Path} and {_folder["fashion-mnist"]}: train-images-idx3-ubyte[.gz], train-labels", message, StringComparison.Ordinal);
        Assert.Contains("The environment variable REGIMEN_DATA is set to it", message, StringComparison.Ordinal);
        Assert.Contains("sudo apt-get install -y dataset-fashion-mnist", message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_missing_file_is_named_alone()
    {
        WriteFiles("fashion-mnist", gzip: true);
        File.Delete(_folder["fashion-mnist/t10k-labels-idx1-ubyte.gz"]);
        Environment.SetEnvironmentVariable(Variable, _folder.Path);
        var message = Assert.Throws<DataException>(FashionMnist.Open).Message;
        Assert.StartsWith($"Fashion-MNIST is not in {_folder["fashion-mnist"]}: t10k-labels-idx1-ubyte[.gz] not found.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_given_in_code_needs_no_variable_and_says_how_to_get_the_files()
    {
        var message = Assert.Throws<DataException>(() => FashionMnist.Open(_folder.Path)).Message;
        Assert.Contains("sudo apt-get install -y dataset-fashion-mnist", message, StringComparison.Ordinal);
        WriteFiles("", gzip: false);
        using var data = FashionMnist.Open(_folder.Path);
        Assert.Equal(2, data.Train.Count);
    }

    [Fact]
    public void Where_it_is_nowhere_it_is_downloaded_into_the_cache_once_and_checked()
    {
        // The installed files are the authors' content, so their published checksums hold for them.
        using (var installed = LocalMirror.Of(Directory.GetFiles("/usr/share/datasets/fashion-mnist").ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes)))
        {
            var cache = _folder["cache"];
            using (var data = Open(cache, installed.Address))
                CheckSplit(data.Test, 10_000);
            using (var again = Open(cache, installed.Address))
                CheckSplit(again.Train, 60_000);
            Assert.Equal(4, installed.Requests.Count);
        }

        using var other = LocalMirror.Of(new Dictionary<string, byte[]> { ["train-images-idx3-ubyte.gz"] = IdxBytes.Gzip(new byte[47_040_016]) });
        var message = Assert.Throws<DataException>(() => Open(_folder["other"], other.Address)).Message;
        Assert.Contains("its SHA-256 differs", message, StringComparison.Ordinal);
        Assert.Contains("sudo apt-get install -y dataset-fashion-mnist", message, StringComparison.Ordinal);
        Assert.Contains("REGIMEN_DATA", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Installed_files_come_before_the_cache_and_the_network()
    {
        WriteFiles("", gzip: false);
        using var data = FashionMnist.OpenOrDownload(_folder.Path, _folder["none"], [new("http://127.0.0.1:1/")], new ProgressLine(TextWriter.Null, inPlace: false));
        Assert.Equal(2, data.Train.Count);

        var message = Assert.Throws<DataException>(() => FashionMnist.OpenOrDownload(_folder["none"], null, [], new ProgressLine(TextWriter.Null, inPlace: false))).Message;
        Assert.Contains("no home folder", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("mirror")]
    public void An_address_that_is_none_is_an_error_that_names_its_variable(string address)
    {
        var before = Environment.GetEnvironmentVariable("REGIMEN_DATA_URL");
        try
        {
            Environment.SetEnvironmentVariable("REGIMEN_DATA_URL", address);
            Assert.Contains($"The environment variable REGIMEN_DATA_URL is '{address}'", Assert.Throws<DataException>(FashionMnist.Mirrors).Message, StringComparison.Ordinal);
            Environment.SetEnvironmentVariable("REGIMEN_DATA_URL", "http://127.0.0.1:8080/files");
            Assert.Equal(new Uri("http://127.0.0.1:8080/files/"), Assert.Single(FashionMnist.Mirrors()));
        }
        finally
        {
            Environment.SetEnvironmentVariable("REGIMEN_DATA_URL", before);
        }
    }

    private ImageDataSet Open(string cache, Uri mirror) =>
        FashionMnist.OpenOrDownload(_folder["not-installed"], cache, [mirror], new ProgressLine(TextWriter.Null, inPlace: false));

    private static void CheckSplit(LabeledImages images, int count)
    {
        Assert.Equal((count, 1, 28, 28, 10), (images.Count, images.Channels, images.Height, images.Width, images.Classes));
        var labels = new ReadOnlySpan<byte>(images.Labels, count).ToArray();
        Assert.All(Enumerable.Range(0, 10), label => Assert.Equal(count / 10, labels.Count(value => value == label)));
    }

    private void WriteFiles(string subfolder, bool gzip)
    {
        Directory.CreateDirectory(_folder[subfolder]);
        Write("train-images-idx3-ubyte", IdxBytes.Images(2, 28, 28, new byte[2 * 784]));
        Write("train-labels-idx1-ubyte", IdxBytes.Labels(0, 7));
        Write("t10k-images-idx3-ubyte", IdxBytes.Images(1, 28, 28, new byte[784]));
        Write("t10k-labels-idx1-ubyte", IdxBytes.Labels(3));

        void Write(string name, byte[] content) =>
            File.WriteAllBytes(System.IO.Path.Combine(_folder[subfolder], gzip ? name + ".gz" : name), gzip ? IdxBytes.Gzip(content) : content);
    }
}
