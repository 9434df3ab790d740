namespace Regimen;

/// <summary>The constants of an image data type: shape and number of classes, which the compiler needs before any file is read.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ImageDataAttribute : Attribute
{
    /// <summary>Channels per image.</summary>
    public required int Channels { get; init; }

    /// <summary>Rows per image, in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Columns per image, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Number of classes; labels run from 0 to one less.</summary>
    public required int Classes { get; init; }

    /// <summary>Images of the training split, where that is known before reading; 0 where it is not. Rules about the size of batches and networks need it; a training split of another size is refused.</summary>
    public int TrainImages { get; init; }
}
