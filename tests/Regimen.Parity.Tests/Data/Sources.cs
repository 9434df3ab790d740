namespace Regimen.Parity.Data;

/// <summary>Odd everywhere: three channels, sides that no window divides, 25 images that leave a tail batch.</summary>
[ImageData(Channels = 3, Height = 9, Width = 7, Classes = 5)]
public sealed class OddImages : IDataSource
{
    private OddImages()
    {
    }

    /// <inheritdoc/>
    public static ImageDataSet Open() => RandomImages.Open(train: 25, test: 15, channels: 3, height: 9, width: 7, classes: 5);
}

/// <summary>As <see cref="OddImages"/>, and enough of them that kernels split a batch over threads.</summary>
[ImageData(Channels = 3, Height = 9, Width = 7, Classes = 5)]
public sealed class ManyOddImages : IDataSource
{
    private ManyOddImages()
    {
    }

    /// <inheritdoc/>
    public static ImageDataSet Open() => RandomImages.Open(train: 130, test: 15, channels: 3, height: 9, width: 7, classes: 5);
}

/// <summary>Sides that windows of 2 and of 3 tile.</summary>
[ImageData(Channels = 2, Height = 12, Width = 6, Classes = 4)]
public sealed class TileableImages : IDataSource
{
    private TileableImages()
    {
    }

    /// <inheritdoc/>
    public static ImageDataSet Open() => RandomImages.Open(train: 25, test: 15, channels: 2, height: 12, width: 6, classes: 4);
}

/// <summary>As <see cref="TileableImages"/>, and enough of them that kernels split a batch over threads.</summary>
[ImageData(Channels = 2, Height = 12, Width = 6, Classes = 4)]
public sealed class ManyTileableImages : IDataSource
{
    private ManyTileableImages()
    {
    }

    /// <inheritdoc/>
    public static ImageDataSet Open() => RandomImages.Open(train: 130, test: 15, channels: 2, height: 12, width: 6, classes: 4);
}

/// <summary>One channel, so that channels-last and channel-major are the same.</summary>
[ImageData(Channels = 1, Height = 6, Width = 6, Classes = 3)]
public sealed class GreyImages : IDataSource
{
    private GreyImages()
    {
    }

    /// <inheritdoc/>
    public static ImageDataSet Open() => RandomImages.Open(train: 25, test: 15, channels: 1, height: 6, width: 6, classes: 3);
}
