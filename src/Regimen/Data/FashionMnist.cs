using System.Runtime.InteropServices;

namespace Regimen;

/// <summary>
/// Fashion-MNIST (Xiao, Rasul and Vollgraf 2017): 60,000 training and 10,000 test images of clothing, 28×28 grey pixels, 10 classes in equal shares.
/// </summary>
/// <remarks>
/// The files, gzipped or not, are looked for in the folder that the environment variable <c>REGIMEN_DATA</c> names, or its subfolder
/// <c>fashion-mnist</c>, and then nowhere else. Without that variable: in <c>/usr/share/datasets/fashion-mnist</c>, where Debian's package
/// <c>dataset-fashion-mnist</c> puts them, and in the user's cache, <c>~/.cache/regimen/fashion-mnist</c> on Linux. Where they are in neither, they are
/// downloaded into the cache, once: 30 MB, checked by SHA-256, from the mirrors that PyTorch and TensorFlow use, or from the address that
/// <c>REGIMEN_DATA_URL</c> names.
/// </remarks>
[ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10, TrainImages = 60_000)]
public sealed class FashionMnist : IDataSource
{
    private const string Variable = "REGIMEN_DATA";
    private const string AddressVariable = "REGIMEN_DATA_URL";
    private const string DebianFolder = "/usr/share/datasets/fashion-mnist";
    private const string Install = "`sudo apt-get install -y dataset-fashion-mnist`";

    // The content of the authors' files, whose MD5 sums are in their README; Debian's are the same, compressed again.
    private static readonly PublishedFile[] s_files =
    [
        new("train-images-idx3-ubyte", 47_040_016, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        new("train-labels-idx1-ubyte", 60_008, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        new("t10k-images-idx3-ubyte", 7_840_016, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        new("t10k-labels-idx1-ubyte", 10_008, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
    ];

    private static readonly Uri[] s_mirrors =
    [
        new("https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
        new("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
        new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
    ];

    private FashionMnist()
    {
    }

    /// <summary>What label 0, 1, … 9 stand for, in the words of the data set's authors.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>Finds the files, or downloads them; a split is read when first asked for.</summary>
    /// <exception cref="DataException">A file is missing and can't be downloaded. The message says which, why, and how to get it.</exception>
    public static ImageDataSet Open()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(folder))
        {
            return Open([folder, Path.Combine(folder, "fashion-mnist")],
                $"The environment variable {Variable} is set to it: correct or unset the variable, or put the files there, for instance those that {Install} puts into {DebianFolder}.");
        }

        return OpenOrDownload(DebianFolder, UserCache.Folder("fashion-mnist"), Mirrors(), ProgressLine.OnError());
    }

    /// <summary>Finds the files in a given folder, whatever the environment says; a split is read when first asked for.</summary>
    /// <param name="folder">Where the four files are, gzipped or not.</param>
    /// <exception cref="DataException">A file is missing. The message says which, and how to get it.</exception>
    public static ImageDataSet Open(string folder) =>
        Open([folder], $"Put the files there, for instance those that {Install} puts into {DebianFolder}.");

    /// <summary>Opens the first of the two folders that has all files; where neither has, downloads them into the second.</summary>
    internal static ImageDataSet OpenOrDownload(
        string installed, string? cache, IReadOnlyList<Uri> mirrors, ProgressLine progress)
    {
        var advice = $"Otherwise install it with {Install}, or set the environment variable {Variable} to the folder that holds the files.";
        if (TryOpen(installed) is { } present)
            return present;
        if (cache is null)
            throw new DataException($"Fashion-MNIST is not in {installed}, and this user has no home folder to download it into. {advice}");
        if (TryOpen(cache) is { } cached)
            return cached;

        // Ctrl+C must not wait for the end of the download where the program handles it otherwise.
        using var stop = new CancellationTokenSource();
        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => stop.Cancel()))
            new Downloader("Fashion-MNIST", mirrors, progress).Fetch(cache, s_files, advice, stop.Token);
        return TryOpen(cache)!;
    }

    /// <summary>Where to download from, in order; one place if the user names it.</summary>
    internal static IReadOnlyList<Uri> Mirrors()
    {
        var named = Environment.GetEnvironmentVariable(AddressVariable);
        if (string.IsNullOrEmpty(named))
            return s_mirrors;
        return Uri.TryCreate(named.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? [address]
            : throw new DataException($"The environment variable {AddressVariable} is '{named}', which is no http or https address of a folder. Correct or unset it.");
    }

    private static ImageDataSet Open(string[] folders, string advice)
    {
        foreach (var folder in folders)
        {
            if (TryOpen(folder) is { } found)
                return found;
        }

        // The folder that holds the most files is the one that the reader meant.
        var best = folders.MaxBy(folder => s_files.Count(file => Find(folder, file.Name) is not null))!;
        var missing = s_files.Where(file => Find(best, file.Name) is null);
        var where = best == folders[0] ? string.Join(" and ", folders) : best;
        throw new DataException($"Fashion-MNIST is not in {where}: {string.Join(", ", missing.Select(file => file.Name + "[.gz]"))} not found. {advice}");
    }

    private static ImageDataSet? TryOpen(string folder)
    {
        var paths = Array.ConvertAll(s_files, file => Find(folder, file.Name));
        return Array.TrueForAll(paths, path => path is not null)
            ? new ImageDataSet("Fashion-MNIST", () => Read(paths[0]!, paths[1]!), () => Read(paths[2]!, paths[3]!))
            : null;
    }

    /// <summary>The plain file, which needs no inflating, before the gzipped one.</summary>
    private static string? Find(string folder, string file)
    {
        var plain = Path.Combine(folder, file);
        var gzipped = plain + ".gz";
        return File.Exists(plain) ? plain : File.Exists(gzipped) ? gzipped : null;
    }

    private static LabeledImages Read(string images, string labels) => IdxFile.Read(images, labels, height: 28, width: 28, classes: 10);
}
