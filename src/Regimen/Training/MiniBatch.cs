using Regimen.Randomness;

namespace Regimen.Training;

/// <summary>Which samples make the current batch and how they are mixed, in native memory that kernels read. Made once, refilled every step.</summary>
public sealed unsafe class MiniBatch : IDisposable
{
    private readonly NativeBuffer memory;
    private readonly int* samples;
    private readonly int* partners;
    private readonly int* labels;
    private readonly int* partnerLabels;
    private readonly double* shares;

    /// <summary>Room for <paramref name="capacity"/> samples.</summary>
    /// <exception cref="InvalidOperationException">There is not that much memory.</exception>
    public MiniBatch(int capacity)
    {
        Capacity = capacity;
        memory = new NativeBuffer(capacity, sizeof(double) + (4 * sizeof(int)), "the tables of a batch");
        shares = (double*)memory.Pointer;
        samples = (int*)(shares + capacity);
        partners = samples + capacity;
        labels = partners + capacity;
        partnerLabels = labels + capacity;
    }

    /// <summary>The most samples.</summary>
    public int Capacity { get; }

    /// <summary>Samples in this batch.</summary>
    public int Count { get; private set; }

    /// <summary>The data that the samples come from.</summary>
    public LabeledImages Images { get; private set; } = null!;

    /// <summary>Whether samples are mixed with partners.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>[Count]: positions in the data.</summary>
    public int* Samples => samples;

    /// <summary>[Count]: positions of the partners in this batch.</summary>
    public int* Partners => partners;

    /// <summary>[Count]: classes.</summary>
    public int* Labels => labels;

    /// <summary>[Count]: classes of the partners.</summary>
    public int* PartnerLabels => partnerLabels;

    /// <summary>[Count]: λ, the share that each sample keeps.</summary>
    public double* Shares => shares;

    /// <summary>Takes the given samples, unmixed.</summary>
    /// <param name="images">The data.</param>
    /// <param name="order">Positions in the data, at most <see cref="Capacity"/>.</param>
    public void Take(LabeledImages images, ReadOnlySpan<int> order)
    {
        Images = images;
        Count = order.Length;
        IsMixed = false;
        order.CopyTo(new Span<int>(samples, Capacity));
        for (var sample = 0; sample < Count; sample++)
            labels[sample] = images.Labels[samples[sample]];
    }

    /// <summary>Draws mixup's partners and shares for this batch; see <c>[Mixup]</c>.</summary>
    public void DrawMixup(ulong seed, int epoch, int batch, double alpha, bool perSample, bool symmetric)
    {
        IsMixed = true;
        var all = new Span<double>(shares, Count);
        if (perSample)
            MixupDraw.Lambdas(all, seed, epoch, batch, alpha, symmetric);
        else
            all.Fill(MixupDraw.Lambda(seed, epoch, batch, alpha, symmetric));
        MixupDraw.Partners(new Span<int>(partners, Count), seed, epoch, batch);
        for (var sample = 0; sample < Count; sample++)
            partnerLabels[sample] = labels[partners[sample]];
    }

    /// <inheritdoc/>
    public void Dispose() => memory.Dispose();
}
