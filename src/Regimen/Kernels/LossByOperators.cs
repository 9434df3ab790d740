using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Kernels;

/// <summary>The twin of the generated softmax cross-entropy: the same operator by operator, on any device, without waiting for it.
/// In float64 whatever the network's element type: a row of logits costs nothing.</summary>
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
        var wide = Aten.ToType(logits, ScalarType.Float64, logits.Device);
        var predicted = Aten.Argmax(wide, 1, keepDimension: true);
        var chosen = OneHot(predicted, classes);

        // As in the fused loss, everything is relative to the largest logit, whose own exp(0) = 1 is kept out of the sum of the others.
        var largest = Aten.Gather(wide, 1, predicted);
        var below = Aten.Sub(wide, largest);
        var powers = Aten.Exp(below);
        Aten.AddInPlace(powers, chosen, -1);
        var others = Aten.Sum(powers, [1], keepDimension: true);

        var targets = Targets(batch, classes, smoothing, logits.Device);
        AddLoss(targets, below, others, batch, statistics);

        // Its gradient is softmax − target: of the largest class what its target lacks, less the share of the others.
        Aten.Fill(largest, 1);
        Aten.AddInPlace(largest, others);
        var lost = Aten.Mul(chosen, others);
        Aten.AddInPlace(powers, lost, -1);
        var gradient = Aten.Div(powers, largest);
        Aten.AddInPlace(chosen, targets, -1);
        Aten.AddInPlace(gradient, chosen);
        Aten.MulInPlace(gradient, 1.0 / batch.Count);
        Aten.CopyFrom(logitsGrad, gradient);
        Free(gradient, lost, targets, others, powers, below, largest, chosen, wide);

        // Accuracy: the share of the predicted class in the unsmoothed target.
        var shares = Targets(batch, classes, 0, logits.Device);
        var hits = Aten.Gather(shares, 1, predicted);
        var correct = Aten.Sum(hits);
        statistics.AddCorrect(correct);
        Free(correct, hits, shares, predicted);
    }

    /// <summary>−Σ target·log softmax, the targets summing to 1: no term is negative, so none cancels another.</summary>
    private static void AddLoss(Tensor targets, Tensor below, Tensor others, MiniBatch batch, StepStatistics statistics)
    {
        var products = Aten.Mul(targets, below);
        var likelihood = Aten.Sum(products);
        var logarithms = Aten.Log1P(others);
        var logSums = Aten.Sum(logarithms);
        Aten.AddInPlace(likelihood, logSums, -1);
        statistics.AddLoss(likelihood, batch.Count);
        Free(logSums, logarithms, likelihood, products);
    }

    /// <summary>1 at each row's class, else 0.</summary>
    private static Tensor OneHot(Tensor index, int classes)
    {
        var host = Tensor.Empty([1, classes], ScalarType.Int64, Device.Cpu);
        for (var k = 0; k < classes; k++)
            ((long*)host.Data)[k] = k;
        var row = Aten.ToDevice(host, index.Device);
        var equal = Aten.Eq(index, row);
        var result = Aten.ToType(equal, ScalarType.Float64);
        Free(equal, row, host);
        return result;
    }

    private static Tensor Targets(MiniBatch batch, int classes, double smoothing, Device device)
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

        var result = Aten.ToDevice(host, device);
        host.Free();
        return result;
    }

    private static void Free(params ReadOnlySpan<Tensor> tensors)
    {
        foreach (var tensor in tensors)
            tensor.Free();
    }
}
