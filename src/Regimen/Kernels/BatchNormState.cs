using System.Runtime.InteropServices;

namespace Regimen.Kernels;

/// <summary>
/// One batch normalisation's numbers between its forward and its backward pass: the batch's mean and inverse standard deviation, and the
/// affine form that kernels apply, <c>(x − Mean)·Scale + Shift</c> forward and <c>dy·Scale + (x − Mean)·GradientSlope + GradientOffset</c>
/// backward. Lives in native memory, made once.
/// </summary>
public sealed unsafe class BatchNormState : IDisposable
{
    private readonly int channels;
    private readonly double momentum;
    private readonly double epsilon;
    private float* memory;

    /// <summary>Room for one normalisation.</summary>
    /// <param name="channels">Channels, or features.</param>
    /// <param name="momentum">Weight of the newest batch in the running statistics.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public BatchNormState(int channels, double momentum, double epsilon)
    {
        this.channels = channels;
        this.momentum = momentum;
        this.epsilon = epsilon;
        memory = (float*)NativeMemory.AlignedAlloc((nuint)(sizeof(float) * channels * (6 + (2 * Chunks.Most))), 64);
    }

    /// <summary>[channels]: mean of the batch.</summary>
    public float* Mean => memory;

    /// <summary>[channels]: 1/√(variance + ε) of the batch.</summary>
    public float* InverseDeviation => memory + channels;

    /// <summary>[channels]: γ·inverse deviation.</summary>
    public float* Scale => memory + (2 * channels);

    /// <summary>[channels]: β.</summary>
    public float* Shift => memory + (3 * channels);

    /// <summary>[channels]: what the gradient takes of x − mean.</summary>
    public float* GradientSlope => memory + (4 * channels);

    /// <summary>[channels]: what the gradient takes as constant.</summary>
    public float* GradientOffset => memory + (5 * channels);

    /// <summary>[<see cref="Chunks.Most"/>, 2, channels]: partial sums of a reduction.</summary>
    public float* Partial => memory + (6 * channels);

    /// <summary>Takes the statistics of a training batch, folds them into the running ones (the variance unbiased, as PyTorch does) and prepares the affine form.</summary>
    /// <param name="x">[rows, channels].</param>
    /// <param name="rows">Rows, at least 2.</param>
    /// <param name="gamma">[channels].</param>
    /// <param name="beta">[channels].</param>
    /// <param name="runningMean">[channels], updated.</param>
    /// <param name="runningVariance">[channels], updated.</param>
    public void Observe(float* x, long rows, float* gamma, float* beta, float* runningMean, float* runningVariance)
    {
        if (rows < 2)
            throw new InvalidOperationException("Batch normalisation cannot train on a single value per channel: its variance is 0. Choose a batch size that leaves no batch of one sample.");

        BatchStatistics.Compute(x, rows, channels, Mean, InverseDeviation, Partial);
        for (var channel = 0; channel < channels; channel++)
        {
            double squares = InverseDeviation[channel];
            runningMean[channel] += (float)(momentum * (Mean[channel] - runningMean[channel]));
            runningVariance[channel] += (float)(momentum * ((squares / (rows - 1)) - runningVariance[channel]));
            InverseDeviation[channel] = (float)(1 / Math.Sqrt((squares / rows) + epsilon));
            Prepare(channel, gamma, beta);
        }
    }

    /// <summary>Prepares the affine form from the running statistics, for evaluation.</summary>
    /// <inheritdoc cref="Observe" path="/param"/>
    public void Recall(float* gamma, float* beta, float* runningMean, float* runningVariance)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            Mean[channel] = runningMean[channel];
            InverseDeviation[channel] = (float)(1 / Math.Sqrt(runningVariance[channel] + epsilon));
            Prepare(channel, gamma, beta);
        }
    }

    /// <summary>Joins the chunks' partial sums Σdy and Σdy·(x − mean) into the gradients of β and γ, and prepares the backward affine form.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="chunks">How many chunks of <see cref="Partial"/> are filled.</param>
    /// <param name="gammaGrad">[channels], written.</param>
    /// <param name="betaGrad">[channels], written.</param>
    public void Join(long rows, int chunks, float* gammaGrad, float* betaGrad)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            double sum = 0, product = 0;
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                sum += Partial[(chunk * 2L * channels) + channel];
                product += Partial[(((chunk * 2L) + 1) * channels) + channel];
            }

            double inverse = InverseDeviation[channel];
            betaGrad[channel] = (float)sum;
            gammaGrad[channel] = (float)(product * inverse);
            GradientSlope[channel] = (float)(-Scale[channel] * inverse * inverse * product / rows);
            GradientOffset[channel] = (float)(-Scale[channel] * sum / rows);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the memory of a state that nobody disposed.</summary>
    ~BatchNormState() => Free();

    // A finaliser may be followed by a Dispose, from the finaliser of the network around it.
    private void Free()
    {
        NativeMemory.AlignedFree(memory);
        memory = null;
    }

    private void Prepare(int channel, float* gamma, float* beta)
    {
        Scale[channel] = gamma[channel] * InverseDeviation[channel];
        Shift[channel] = beta[channel];
    }
}
