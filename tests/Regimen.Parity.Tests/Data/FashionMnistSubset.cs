using System.Buffers.Binary;

namespace Regimen.Parity.Data;

/// <summary>
/// The first images of the real Fashion-MNIST in files of their own, to which <c>REGIMEN_DATA</c> leads the samples: few enough that 100 steps
/// see ten epochs, and not divisible by the batch size, so that every epoch ends in a smaller batch.
/// </summary>
internal static unsafe class FashionMnistSubset
{
    /// <summary>Ten batches of 128 and one of 64.</summary>
    public const int TrainCount = 1_344;

    /// <summary>No multiple of the batch size either.</summary>
    public const int TestCount = 201;

    /// <summary>Writes the files and leads <see cref="FashionMnist"/> to them.</summary>
    /// <param name="folder">An empty folder.</param>
    public static void Install(string folder)
    {
        using (var all = FashionMnist.Open())
        {
            Write(folder, "train", all.Train, TrainCount);
            Write(folder, "t10k", all.Test, TestCount);
        }

        Environment.SetEnvironmentVariable("REGIMEN_DATA", folder);
    }

    private static void Write(string folder, string split, LabeledImages images, int count)
    {
        using (var file = File.Create(Path.Combine(folder, split + "-images-idx3-ubyte")))
        {
            WriteNumbers(file, 0x803, count, images.Height, images.Width);
            file.Write(new ReadOnlySpan<byte>(images.Pixels, count * images.Height * images.Width));
        }

        using (var file = File.Create(Path.Combine(folder, split + "-labels-idx1-ubyte")))
        {
            WriteNumbers(file, 0x801, count);
            file.Write(new ReadOnlySpan<byte>(images.Labels, count));
        }
    }

    private static void WriteNumbers(Stream file, params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes, number);
            file.Write(bytes);
        }
    }
}
