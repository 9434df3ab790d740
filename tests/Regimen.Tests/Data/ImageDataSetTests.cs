namespace Regimen.Tests.Data;

public sealed class ImageDataSetTests
{
    [Fact]
    public void Splits_load_when_asked_for_and_once_for_all_threads()
    {
        var trainLoads = 0;
        var testLoads = 0;
        using var data = new ImageDataSet("tiny", () => Load(ref trainLoads), () => Load(ref testLoads));
        Assert.Equal("tiny", data.Name);
        Assert.Equal((0, 0), (trainLoads, testLoads));

        var seen = new LabeledImages[8];
        Parallel.For(0, seen.Length, i => seen[i] = data.Train);
        Assert.All(seen, images => Assert.Same(seen[0], images));
        Assert.Equal((1, 0), (trainLoads, testLoads));
        Assert.NotSame(seen[0], data.Test);
        Assert.Equal((1, 1), (trainLoads, testLoads));
    }

    [Fact]
    public void A_failed_load_is_tried_again()
    {
        var loads = 0;
        using var data = new ImageDataSet("tiny", () => ++loads == 1 ? throw new DataException("not yet") : Load(ref loads), () => Load(ref loads));
        Assert.Throws<DataException>(() => data.Train);
        Assert.Equal(1, data.Train.Count);
    }

    [Fact]
    public void Disposing_frees_what_was_loaded_and_loads_nothing()
    {
        var loads = 0;
        var data = new ImageDataSet("tiny", () => Load(ref loads), () => Load(ref loads));
        var train = data.Train;
        data.Dispose();
        data.Dispose();
        Assert.Equal(1, loads);
        unsafe
        {
            Assert.Throws<ObjectDisposedException>(() => (nuint)train.Pixels);
        }

        Assert.Throws<ObjectDisposedException>(() => data.Train);
        Assert.Throws<ObjectDisposedException>(() => data.Test);
    }

    private static LabeledImages Load(ref int loads)
    {
        Interlocked.Increment(ref loads);
        return LabeledImages.Create([1], [0], 1, 1, 1, 2);
    }
}
