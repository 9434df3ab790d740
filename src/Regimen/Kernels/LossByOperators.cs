using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Kernels;

/// <summary>The twin of the generated softmax cross-entropy: the same operator by operator, on any device and element type, without waiting for the device.</summary>
public static unsafe class LossByOperators
{
    /// <summary>Writes the gradient of the batch's mean loss and adds loss and accuracy to the statistics.</summary>
    /// <param name="logits">[B, K].</param>
    /// <param name="logitsGrad">[B, K], written.</param>
    /// <param name="batch">Labels, and partners where it is mixed.</param>
    /// <param name="smoothing">ε.</param>
    /// <param name="statistics">Sums of the epoch.</param>
    public static void SoftmaxCrossEntropy(Tensor logits, Tensor logitsGrad, MiniBatch batch, double smoothing, StepStatistics statistics)
    {
        var classes = (int)logits.Size(1);
        var targets = Targets(batch, classes, smoothing, logits.ScalarType, logits.Device);
        var logProbabilities = Aten.LogSoftmax(logits, 1);
        var products = Aten.Mul(targets, logProbabilities);
        var total = Aten.Sum(products);
        statistics.AddLoss(total, batch.Count);
        total.Free();
        products.Free();

        Aten.MulInPlace(targets, -1.0 / batch.Count);
        var gradient = Aten.LogSoftmaxBackward(targets, logProbabilities, 1);
        Aten.CopyFrom(logitsGrad, gradient);
        gradient.Free();
        logProbabilities.Free();
        targets.Free();

        // Accuracy: the share of the predicted class in the unsmoothed target.
        var shares = Targets(batch, classes, 0, ScalarType.Float64, logits.Device);
        var predicted = Aten.Argmax(logits, 1, keepDimension: true);
        var hits = Aten.Gather(shares, 1, predicted);
        var correct = Aten.Sum(hits);
        statistics.AddCorrect(correct);
        correct.Free();
        hits.Free();
        predicted.Free();
        shares.Free();
    }

    private static Tensor Targets(MiniBatch batch, int classes, double smoothing, ScalarType type, Device device)
    {
        var host = Tensor.Empty([batch.Count, classes], ScalarType.Float64, Device.Cpu);
        var target = (double*)host.Data;
        for (var sample = 0; sample < batch.Count; sample++, target += classes)
        {
            new Span<double>(target, classes).Fill(smoothing / classes);
            var share = batch.IsMixed ? batch.Shares[sample] : 1;
            target[batch.Labels[sample]] += (1 - smoothing) * share;
            if (batch.IsMixed)
                target[batch.PartnerLabels[sample]] += (1 - smoothing) * (1 - share);
        }

        var result = Aten.ToType(host, type, device);
        host.Free();
        return result;
    }
}
