using FsCheck;
using FsCheck.Fluent;
using Regimen.Randomness;

namespace Regimen.Tests.Randomness;

public sealed class PermutationTests
{
    [Fact]
    public void Every_index_occurs_once()
    {
        Prop.ForAll(Gen.Choose(0, 2000).Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(), pair =>
        {
            var (n, seed) = pair;
            var order = new int[n];
            SampleOrder.Fill(order, (ulong)seed, epoch: 3, shuffle: true);
            return order.Order().SequenceEqual(Enumerable.Range(0, n));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void All_permutations_are_equally_likely()
    {
        const int Draws = 60_000;
        var stream = new RandomStream(1, RandomPurpose.Order, 0, 0);
        var counts = new Dictionary<string, int>();
        Span<int> order = stackalloc int[4];
        for (var i = 0; i < Draws; i++)
        {
            Permutation.Fill(order, ref stream);
            var key = string.Join(' ', order.ToArray());
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        // 23 degrees of freedom: mean 23, standard deviation √46.
        Assert.Equal(24, counts.Count);
        Assert.InRange(counts.Values.Sum(count => Math.Pow(count - (Draws / 24.0), 2) / (Draws / 24.0)), 0, 23 + (5 * Math.Sqrt(46)));
    }

    [Fact]
    public void The_stream_moves_on()
    {
        var stream = new RandomStream(1, RandomPurpose.Order, 0, 0);
        var first = new int[100];
        var second = new int[100];
        Permutation.Fill(first, ref stream);
        Permutation.Fill(second, ref stream);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void The_order_depends_on_seed_and_epoch()
    {
        Prop.ForAll(Gen.Choose(0, 1000).Zip(Gen.Choose(0, 1000)).ToArbitrary(), pair =>
        {
            var (seed, epoch) = ((ulong)pair.Item1, pair.Item2);
            var order = Order(seed, epoch);
            return order.SequenceEqual(Order(seed, epoch)) && !order.SequenceEqual(Order(seed + 1, epoch)) && !order.SequenceEqual(Order(seed, epoch + 1));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_shuffling_it_is_the_order_of_the_files()
    {
        var order = new int[100];
        SampleOrder.Fill(order, 5, 6, shuffle: false);
        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    /// <summary>Pinned: a checkpoint of an older version must resume with the order it began with.</summary>
    [Fact]
    public void The_order_of_a_seed_is_permanent() =>
        Assert.Equal(Pinned, Order(1, 0).Take(8));

    private static readonly int[] Pinned = [23, 30, 20, 25, 31, 45, 47, 17];

    private static int[] Order(ulong seed, int epoch)
    {
        var order = new int[50];
        SampleOrder.Fill(order, seed, epoch, shuffle: true);
        return order;
    }
}
