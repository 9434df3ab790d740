namespace Regimen;

/// <summary>
/// Fashion-MNIST (Xiao, Rasul and Vollgraf 2017): 60,000 training and 10,000 test images of clothing, 28×28 grey pixels, 10 classes in equal shares.
/// The files are looked for in the folder that the environment variable <c>REGIMEN_DATA</c> names, or its subfolder <c>fashion-mnist</c>; without
/// that variable, in <c>/usr/share/datasets/fashion-mnist</c>, where Debian's package <c>dataset-fashion-mnist</c> puts them. Gzipped or not.
/// </summary>
[ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10, TrainImages = 60_000)]
public sealed class FashionMnist : IDataSource
{
    private const string Variable = "REGIMEN_DATA";
    private const string DebianFolder = "/usr/share/datasets/fashion-mnist";
    private const string Install = "`sudo apt-get install -y dataset-fashion-mnist`";

    private static readonly string[] _files =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    private FashionMnist()
    {
    }

    /// <summary>What label 0, 1, … 9 stand for, in the words of the data set's authors.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>Finds the files; a split is read when first asked for.</summary>
    /// <exception cref="DataException">A file is missing. The message says which, where it was looked for, and how to get it.</exception>
    public static ImageDataSet Open()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(folder))
        {
            return Open([folder, Path.Combine(folder, "fashion-mnist")],
                $"The environment variable {Variable} is set to it: correct or unset the variable, or put the files there, for instance those that {Install} puts into {DebianFolder}.");
        }

        return Open([DebianFolder], $"Install it with {Install}, or set the environment variable {Variable} to the folder that holds the files.");
    }

    /// <summary>Finds the files in a given folder, whatever the environment says; a split is read when first asked for.</summary>
    /// <param name="folder">Where the four files are, gzipped or not.</param>
    /// <exception cref="DataException">A file is missing. The message says which, and how to get it.</exception>
    public static ImageDataSet Open(string folder) =>
        Open([folder], $"Put the files there, for instance those that {Install} puts into {DebianFolder}.");

    private static ImageDataSet Open(string[] folders, string advice)
    {
        foreach (var folder in folders)
        {
            var paths = Array.ConvertAll(_files, file => Find(folder, file));
            if (Array.TrueForAll(paths, path => path is not null))
                return new ImageDataSet("Fashion-MNIST", () => Read(paths[0]!, paths[1]!), () => Read(paths[2]!, paths[3]!));
        }

        // The folder that holds the most files is the one that the reader meant.
        var best = folders.MaxBy(folder => _files.Count(file => Find(folder, file) is not null))!;
        var missing = _files.Where(file => Find(best, file) is null);
        var where = best == folders[0] ? string.Join(" and ", folders) : best;
        throw new DataException($"Fashion-MNIST is not in {where}: {string.Join(", ", missing.Select(file => file + "[.gz]"))} not found. {advice}");
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
