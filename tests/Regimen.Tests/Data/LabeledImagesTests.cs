namespace Regimen.Tests.Data;

public sealed unsafe class LabeledImagesTests
{
    [Fact]
    public void It_holds_what_it_was_given()
    {
        using var images = LabeledImages.Create([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [3, 0], channels: 3, height: 1, width: 2, classes: 4);
        Assert.Equal((2, 3, 1, 2, 4, 6), (images.Count, images.Channels, images.Height, images.Width, images.Classes, images.PixelsPerImage));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], new ReadOnlySpan<byte>(images.Pixels, 12).ToArray());
        Assert.Equal([3, 0], new ReadOnlySpan<byte>(images.Labels, 2).ToArray());
        Assert.Equal(0u, (nuint)images.Pixels % 64);
        Assert.Equal(0u, (nuint)images.Labels % 64);
    }

    [Fact]
    public void A_label_out_of_range_is_named_with_index_and_class_count()
    {
        var error = Assert.Throws<DataException>(() => LabeledImages.Create(new byte[4], [0, 1, 4, 9], 1, 1, 1, classes: 4));
        Assert.StartsWith("Label 4 at index 2 is out of range: with 4 classes, labels run from 0 to 3.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_must_fit_together()
    {
        var error = Assert.Throws<DataException>(() => LabeledImages.Create(new byte[11], [0, 1], 3, 1, 2, 4));
        Assert.StartsWith("2 labels and 11 bytes of pixels don't fit together: 2 images of 3×1×2 are 12 bytes.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_beyond_32_bits_is_a_mismatch_not_an_overflow() =>
        Assert.Throws<DataException>(() => LabeledImages.Create(new byte[1], [0], 65_536, 65_536, 65_536, 4));

    [Fact]
    public void An_empty_split_is_refused() =>
        Assert.StartsWith("There are no images", Assert.Throws<DataException>(() => LabeledImages.Create([], [], 1, 1, 1, 2)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1, 1, 2)]
    [InlineData(1, 0, 1, 2)]
    [InlineData(1, 1, 0, 2)]
    [InlineData(1, 1, 1, 0)]
    [InlineData(1, 1, 1, 257)]
    public void Impossible_shapes_are_refused(int channels, int height, int width, int classes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LabeledImages.Create([0], [0], channels, height, width, classes));

    [Fact]
    public void After_disposal_it_says_so_and_a_second_disposal_does_nothing()
    {
        var images = LabeledImages.Create([1], [0], 1, 1, 1, 2);
        images.Dispose();
        images.Dispose();
        Assert.Throws<ObjectDisposedException>(() => (nuint)images.Pixels);
        Assert.Throws<ObjectDisposedException>(() => (nuint)images.Labels);
    }
}
