using Regimen.Torch;

namespace Regimen.Training;

/// <summary>
/// Loss and accuracy summed over an epoch, on the device, so that a step need not wait for it; read at logging points. On the CPU the
/// sums are plain memory.
/// </summary>
public sealed unsafe class StepStatistics : IDisposable
{
    private readonly OwnedTensors tensors = new();
    private readonly Tensor sums;
    private readonly Tensor loss;
    private readonly Tensor correct;
    private readonly Tensor last;

    /// <summary>Zeroed sums on the device.</summary>
    public StepStatistics(Device device)
    {
        sums = tensors.Zeros(3, ScalarType.Float64, device, "the statistics of a step");
        loss = tensors.Keep(Aten.AsStrided(sums, [], [], 0));
        correct = tensors.Keep(Aten.AsStrided(sums, [], [], 1));
        last = tensors.Keep(Aten.AsStrided(sums, [], [], 2));
    }

    /// <summary>Whether reading costs nothing.</summary>
    public bool OnHost => sums.Device.Type == DeviceType.Cpu;

    /// <summary>Adds a step computed on the CPU.</summary>
    /// <param name="lossSum">Loss summed over the batch.</param>
    /// <param name="correctSum">λ-weighted number of right answers.</param>
    /// <param name="count">Samples.</param>
    public void Add(double lossSum, double correctSum, int count)
    {
        var values = (double*)sums.Data;
        values[0] += lossSum;
        values[1] += correctSum;
        values[2] = lossSum / count;
    }

    /// <summary>Adds the batch's Σ target·log p, a scalar on the device.</summary>
    public void AddLoss(Tensor logLikelihood, int count)
    {
        var wide = Aten.ToType(logLikelihood, ScalarType.Float64, loss.Device);
        Aten.AddInPlace(loss, wide, -1);
        Aten.Zero(last);
        Aten.AddInPlace(last, wide, -1.0 / count);
        wide.Free();
    }

    /// <summary>Adds the batch's λ-weighted number of right answers, a scalar on the device.</summary>
    public void AddCorrect(Tensor sum) => Aten.AddInPlace(correct, sum);

    /// <summary>Sums so far, and the last step's mean loss. On a GPU this waits for the device.</summary>
    public (double LossSum, double CorrectSum, double LastLoss) Read()
    {
        if (OnHost)
        {
            var values = (double*)sums.Data;
            return (values[0], values[1], values[2]);
        }

        var host = Aten.ToType(sums, ScalarType.Float64, Device.Cpu);
        var copied = (double*)host.Data;
        var result = (copied[0], copied[1], copied[2]);
        host.Free();
        return result;
    }

    /// <summary>Puts back the sums of an epoch that is resumed.</summary>
    public void Restore(double lossSum, double correctSum)
    {
        ReadOnlySpan<double> values = [lossSum, correctSum, 0];
        ModelState.Write(sums, values);
    }

    /// <inheritdoc/>
    public void Dispose() => tensors.Dispose();
}
