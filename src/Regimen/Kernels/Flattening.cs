using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Regimen.Torch;

namespace Regimen.Kernels;

/// <summary>Between channels-last images and PyTorch's channel-major order of flattened features.</summary>
public static unsafe class Flattening
{
    /// <summary>[B, C, H, W] channels-last → [B, C·H·W].</summary>
    public static void Forward(Tensor images, Tensor features)
    {
        if (IsFast(images))
            Transpose(images.Floats, features.Floats, (int)images.Size(0), (int)(images.Size(2) * images.Size(3)), (int)images.Size(1));
        else
            ByOperators(images, features, toFeatures: true);
    }

    /// <summary>[B, C·H·W] → [B, C, H, W] channels-last.</summary>
    public static void Backward(Tensor featuresGrad, Tensor imagesGrad)
    {
        if (IsFast(imagesGrad))
            Transpose(featuresGrad.Floats, imagesGrad.Floats, (int)imagesGrad.Size(0), (int)imagesGrad.Size(1), (int)(imagesGrad.Size(2) * imagesGrad.Size(3)));
        else
            ByOperators(imagesGrad, featuresGrad, toFeatures: false);
    }

    /// <summary>For any device and element type: copies images into a view of the features, or back.</summary>
    private static void ByOperators(Tensor images, Tensor features, bool toFeatures)
    {
        long channels = images.Size(1), height = images.Size(2), width = images.Size(3);
        var view = Aten.AsStrided(
            features,
            [images.Size(0), channels, height, width],
            [channels * height * width, height * width, width, 1],
            features.StorageOffset);
        if (toFeatures)
            Aten.CopyFrom(view, images);
        else
            Aten.CopyFrom(images, view);
        view.Free();
    }

    private static bool IsFast(Tensor images) => images.Device.Type == DeviceType.Cpu && images.ScalarType == ScalarType.Float32;

    private static void Transpose(float* source, float* target, int batch, int rows, int columns)
    {
        var arguments = new Arguments { Source = source, Target = target, Batch = batch, Rows = rows, Columns = columns, Chunks = Chunks.For(batch, 1 + (16_384 / (rows * columns))) };
        Chunks.Run(arguments.Chunks, &Body, &arguments);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Body(long first, long end, void* context)
    {
        ref var a = ref *(Arguments*)context;
        for (var sample = Chunks.Start(a.Batch, a.Chunks, first); sample < Chunks.Start(a.Batch, a.Chunks, end); sample++)
        {
            var source = a.Source + (sample * a.Rows * a.Columns);
            var target = a.Target + (sample * a.Rows * a.Columns);
            for (var column = 0; column < a.Columns; column++)
            {
                for (var row = 0; row < a.Rows; row++)
                    target[(column * a.Rows) + row] = source[(row * a.Columns) + column];
            }
        }
    }

    private struct Arguments
    {
        public float* Source;
        public float* Target;
        public int Batch;
        public int Rows;
        public int Columns;
        public int Chunks;
    }
}
