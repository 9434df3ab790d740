using Regimen;
using Regimen.TorchSharp;
using TorchSharp;

namespace TorchSharpSample;

/// <summary>Noisy images of a bar, made with TorchSharp: horizontal, vertical, or along one of the diagonals. 1,024 for training, 256 for testing.</summary>
[ImageData(Channels = 1, Height = 16, Width = 16, Classes = 4, TrainImages = 1024)]
public sealed class Bars : IDataSource
{
    private const int Size = 16;

    public static ImageDataSet Open() => new("bars", () => Make(1024, seed: 1), () => Make(256, seed: 2));

    /// <summary>A split: the tensors are copied into it, so the scope may free them.</summary>
    private static LabeledImages Make(int count, ulong seed)
    {
        TorchSharpBackend.Load();
        using var scope = torch.NewDisposeScope();
        using var random = new torch.Generator(seed);
        var labels = torch.randint(0, 4, new long[] { count }, dtype: torch.int64, generator: random);
        var places = torch.randint(-4, 5, new long[] { count, 1, 1, 1 }, dtype: torch.int64, generator: random);

        // The distance of each pixel from the bar, for the four directions.
        var y = torch.arange(Size).view(1, 1, Size, 1).expand(1, 1, Size, Size);
        var x = torch.arange(Size).view(1, 1, 1, Size).expand(1, 1, Size, Size);
        var distances = torch.cat([y - 8, x - 8, y - x, y + x - 15], 1);
        var index = labels.view(-1, 1, 1, 1).expand(-1, 1, Size, Size);
        var distance = distances.expand(count, -1, -1, -1).gather(1, index) - places;

        var noise = torch.randint(0, 120, new long[] { count, 1, Size, Size }, dtype: torch.int64, generator: random);
        var images = (noise + distance.abs().le(1).to(torch.int64) * 120).to(torch.uint8);
        return TensorImages.Create(images, labels, classes: 4);
    }
}
