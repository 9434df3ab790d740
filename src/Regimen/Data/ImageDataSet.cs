using System.Globalization;

namespace Regimen;

/// <summary>A data set with its training and test split, each loaded when first asked for, once, whatever the number of threads that ask.</summary>
/// <param name="name">What to call it in messages and run folders.</param>
/// <param name="loadTrain">Loads the training split. An error passes through to the caller, and the next caller tries again.</param>
/// <param name="loadTest">Loads the test split, likewise.</param>
public sealed class ImageDataSet(string name, Func<LabeledImages> loadTrain, Func<LabeledImages> loadTest) : IDisposable
{
    // A lock per split: the one may load while another thread loads the other.
    private readonly Split _train = new("train", loadTrain);
    private readonly Split _test = new("test", loadTest);

    /// <summary>What the data set is called.</summary>
    public string Name { get; } = name;

    /// <summary>The training split; belongs to this object.</summary>
    /// <exception cref="DataException">It could not be loaded.</exception>
    /// <exception cref="ObjectDisposedException">The data set was disposed.</exception>
    public LabeledImages Train => _train.Get();

    /// <summary>The test split; belongs to this object.</summary>
    /// <exception cref="DataException">It could not be loaded.</exception>
    /// <exception cref="ObjectDisposedException">The data set was disposed.</exception>
    public LabeledImages Test => _test.Get();

    /// <summary>Loads both splits now.</summary>
    internal void LoadBoth() => _ = (Train, Test);

    /// <summary>Demands this shape of both splits, when they are loaded: the generated code was compiled for it.</summary>
    /// <param name="shape">As the data type declares it.</param>
    /// <param name="trainImages">How many images it declares for training; 0 where it does not say.</param>
    /// <param name="experiment">For messages.</param>
    internal ImageDataSet Expect((int Channels, int Height, int Width, int Classes) shape, int trainImages, string experiment)
    {
        _train.Check = (images, split) =>
        {
            CheckShape(images, split);
            if (trainImages > 0 && images.Count != trainImages)
            {
                throw new DataException(string.Create(CultureInfo.InvariantCulture,
                    $"The {split} split of '{Name}' has {images.Count} images, but the data type of {experiment} declares TrainImages = {trainImages}, with which the rules have judged it. Correct the number, or leave it out."));
            }
        };
        _test.Check = CheckShape;
        return this;

        void CheckShape(LabeledImages images, string split)
        {
            if ((images.Channels, images.Height, images.Width, images.Classes) == shape)
                return;
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"The {split} images of '{Name}' are [{images.Channels}, {images.Height}, {images.Width}] in {images.Classes} classes, but the data type of {experiment} declares [{shape.Channels}, {shape.Height}, {shape.Width}] in {shape.Classes}. Make its [ImageData] and what it loads agree."));
        }
    }

    /// <summary>Frees what was loaded.</summary>
    public void Dispose()
    {
        _train.Dispose();
        _test.Dispose();
    }

    private sealed class Split(string name, Func<LabeledImages> load) : IDisposable
    {
        private readonly Lock _lock = new();
        private LabeledImages? _images;
        private bool _disposed;

        public Action<LabeledImages, string>? Check { get; set; }

        public LabeledImages Get()
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_disposed, typeof(ImageDataSet));
                var images = _images ??= load();
                Check?.Invoke(images, name);
                return images;
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _disposed = true;
                _images?.Dispose();
                _images = null;
            }
        }
    }
}
