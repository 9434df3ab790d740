using TorchSharp;

namespace Regimen.TorchSharp.Tests;

/// <summary>Data that comes as tensors, and predictions that go as tensors.</summary>
public sealed class DataTests : IDisposable
{
    private readonly DisposeScope scope;

    public DataTests()
    {
        TorchSharpBackend.Load();
        scope = torch.NewDisposeScope();
    }

    public void Dispose() => scope.Dispose();

    [Fact]
    public void A_split_goes_to_tensors_and_back()
    {
        using var data = TinyImages.Open();
        var (images, labels) = data.Train.ToTensors();
        Assert.Equal([70L, 1, 8, 8], images.shape);
        Assert.Equal((torch.uint8, torch.int64), (images.dtype, labels.dtype));
        using var back = TensorImages.Create(images, labels, 4);
        Same(data.Train, back);
    }

    [Fact]
    public void Every_usual_form_of_the_same_images_gives_the_same_bytes()
    {
        using var data = TinyImages.Open();
        var (images, labels) = data.Train.ToTensors();
        torch.Tensor[] forms =
        [
            images.squeeze(1), images.to(torch.float32) / 255, images.to(torch.float64).div(255).squeeze(1),
            images.contiguous().transpose(2, 3).contiguous().transpose(2, 3), images.repeat(2, 1, 1, 1)[torch.TensorIndex.Slice(70, 140)],
            (images.to(torch.float32) / 255).requires_grad_(),
        ];
        torch.ScalarType[] types = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.int64];
        foreach (var (form, type) in forms.Zip(types))
        {
            using var split = TensorImages.Create(form, labels.to(type), 4);
            Same(data.Train, split);
        }

        // Several channels in their order.
        var colours = torch.arange(2 * 3 * 4 * 5).reshape(2, 4, 5, 3).permute(0, 3, 1, 2).to(torch.uint8);
        using var coloured = TensorImages.Create(colours, torch.tensor([1L, 0]), 2);
        Assert.Equal((2, 3, 4, 5), (coloured.Count, coloured.Channels, coloured.Height, coloured.Width));
        Assert.Equal([0, 3, 6], coloured.Image(0)[..3].ToArray().Select(pixel => (int)pixel));
        Assert.Equal(1, coloured.Image(0)[20]);
    }

    [Fact]
    public void A_split_is_a_copy()
    {
        var images = torch.full([2, 8, 8], 9, torch.uint8);
        var labels = torch.zeros(2, torch.int64);
        using var split = TensorImages.Create(images, labels, 4);
        images.fill_(1);
        images.Dispose();
        labels.Dispose();
        Assert.All(split.Images(0, 2).ToArray(), pixel => Assert.Equal(9, pixel));

        var (again, _) = split.ToTensors();
        split.Dispose();
        Assert.Equal(9 * 128, again.sum().item<long>());
        Assert.Throws<ObjectDisposedException>(() => split.ToTensors());
        Assert.Throws<ObjectDisposedException>(() => TensorImages.Create(images, labels, 4));
    }

    [Fact]
    public void What_is_no_image_is_refused_with_the_reason()
    {
        var labels = torch.zeros(2, torch.int64);
        var images = torch.zeros(2, 1, 8, 8, dtype: torch.uint8);
        Refused("this one is Byte[2, 64]", images.view(2, 64), labels);
        Refused("this tensor is Int32[2, 1, 8, 8]", images.to(torch.int32), labels);
        Refused("has values from 0.498 to 0.498, up to 0.0019 away", torch.full([2, 1, 8, 8], 0.4999, torch.float32), labels);
        Refused("Give the pixels before any normalisation", torch.randn(2, 1, 8, 8), labels);
        Refused("before any normalisation", torch.full([2, 1, 8, 8], 2f), labels);
        Refused("before any normalisation", torch.full([2, 1, 8, 8], float.NaN), labels);
        Refused("2 images (Byte[2, 1, 8, 8]) and 3 labels (Int64[3])", images, torch.zeros(3, torch.int64));
        Refused("Label 4 at index 1", images, torch.tensor([3L, 4]));
        Refused("Label -1 at index 0", images, torch.tensor([-1L, 300]));
        Refused("this one is Float32[2]", images, torch.zeros(2));
        Refused("this one is Int64[2, 1]", images, labels.view(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TensorImages.Create(images, labels, 257));

        static void Refused(string reason, torch.Tensor images, torch.Tensor labels)
        {
            var exception = Assert.Throws<DataException>(() => TensorImages.Create(images, labels, 4));
            Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Training_on_tensors_is_training_on_the_same_images()
    {
        using var tiny = new TinyNet();
        tiny.Train();
        using var data = TinyImages.Open();
        var (images, labels) = data.Train.ToTensors();
        HeldTensors.Train = () => TensorImages.Create(images, labels, 4);
        using var held = new TensorNet();
        held.Train();
        var (test, _) = data.Test.ToTensors();
        Assert.True(tiny.Predict(test).allclose(held.Predict(test), rtol: 0, atol: 0));
    }

    [Fact]
    public void Predictions_are_the_experiments_own()
    {
        using var tiny = new TinyNet();
        using var data = TinyImages.Open();
        var (images, _) = data.Test.ToTensors();
        var probabilities = tiny.Predict(images);
        Assert.Equal([33L, 4], probabilities.shape);
        Assert.Equal(tiny.Predict(data.Test.Images(0, 33)), probabilities.data<float>().ToArray());
        Assert.True(tiny.Predict(images.to(torch.float32) / 255).allclose(probabilities, rtol: 0, atol: 0));
        Assert.Equal([0L, 4], tiny.Predict(images.narrow(0, 0, 0)).shape);

        var exception = Assert.Throws<DataException>(() => tiny.Predict(torch.zeros(2, 3, 8, 8, dtype: torch.uint8)));
        Assert.Contains("The images are Byte[2, 3, 8, 8], but the experiment's are [N, 1, 8, 8].", exception.Message, StringComparison.Ordinal);
        images.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tiny.Predict(images));
    }

    [Fact]
    public void Normalised_pixels_of_the_training_split_have_mean_0_and_deviation_1()
    {
        using var tiny = new TinyNet();
        using var data = TinyImages.Open();
        var input = tiny.Normalize(data.Train.ToTensors().Images);
        Assert.Equal([70L, 1, 8, 8], input.shape);
        Assert.Equal(0, input.mean().item<float>(), 1e-5);
        Assert.Equal(1, input.std(unbiased: false).item<float>(), 1e-5);
    }

    private static void Same(LabeledImages expected, LabeledImages actual)
    {
        Assert.Equal((expected.Count, expected.Channels, expected.Height, expected.Width, expected.Classes), (actual.Count, actual.Channels, actual.Height, actual.Width, actual.Classes));
        Assert.True(expected.Images(0, expected.Count).SequenceEqual(actual.Images(0, actual.Count)));
        Assert.Equal(Enumerable.Range(0, expected.Count).Select(expected.Label), Enumerable.Range(0, actual.Count).Select(actual.Label));
    }
}
