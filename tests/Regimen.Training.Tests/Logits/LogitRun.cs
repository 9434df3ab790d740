using Regimen.Randomness;
using Regimen.Torch;

namespace Regimen.Training.Tests.Logits;

/// <summary>Takes steps of one of <see cref="ILogits"/> at given logits.</summary>
internal sealed unsafe class LogitRun : IDisposable
{
    private readonly Experiment experiment;
    private readonly ILogits access;
    private double stepLoss;

    public LogitRun(Experiment made, KernelMode mode, ScalarType type)
    {
        experiment = made;
        access = (ILogits)made;
        made.Kernels = mode;
        made.LogEvery = 1;
        access.Choose(type);
        made.StepCompleted += progress => stepLoss = progress.Loss;
    }

    /// <summary>ε, or 0.</summary>
    public double Smoothing => experiment is SmoothedLogits or MixedSmoothedLogits ? 0.1 : 0;

    private bool IsMixed => experiment is MixedLogits or MixedSmoothedLogits;

    /// <summary>The mean loss of a training step, that of an evaluation before it, and the gradient of the logits.</summary>
    /// <param name="logits">Of every sample.</param>
    /// <param name="labels">Of the samples.</param>
    public (double Loss, double Evaluation, double[] Gradient) Step(ReadOnlySpan<float> logits, byte[] labels)
    {
        experiment.Restart();
        var state = access.Opened;
        Aten.Zero(state.Parameter(0));
        ModelState.Write(state.Parameter(1), Array.ConvertAll(logits.ToArray(), logit => (double)logit));
        foreach (var split in (LabeledImages[])[access.Images.Train, access.Images.Test])
            labels.CopyTo(new Span<byte>(split.Labels, BlackImages.Count));
        var evaluation = experiment.Evaluate().Loss;
        experiment.Train();
        return (stepLoss, evaluation, ModelState.Read(state.Gradient(1)));
    }

    /// <summary>The target of each sample, drawn anew as the documentation says: a row of ten per sample.</summary>
    public double[][] Targets(byte[] labels)
    {
        var (shares, partners) = (new double[labels.Length], new int[labels.Length]);
        Array.Fill(shares, 1);
        if (IsMixed)
        {
            MixupDraw.Lambdas(shares, experiment.Key, 0, 0, 0.5, symmetric: false);
            MixupDraw.Partners(partners, experiment.Key, 0, 0);
        }

        return [.. labels.Select((label, sample) => CrossEntropy.Target(label, labels[partners[sample]], shares[sample], Smoothing))];
    }

    public void Dispose() => experiment.Dispose();
}
