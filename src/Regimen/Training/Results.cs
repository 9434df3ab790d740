namespace Regimen;

/// <summary>What a run of training came to.</summary>
/// <param name="Epochs">One row per completed epoch of this run.</param>
/// <param name="Steps">Optimiser steps done in all.</param>
/// <param name="Cancelled">Whether it was cancelled before its last epoch.</param>
/// <param name="Duration">Time of this run, evaluation included.</param>
public sealed record TrainingResult(IReadOnlyList<EpochMetrics> Epochs, long Steps, bool Cancelled, TimeSpan Duration)
{
    /// <summary>Test accuracy in [0, 1] after the last completed epoch; NaN if there was none.</summary>
    public double TestAccuracy => Epochs.Count == 0 ? double.NaN : Epochs[^1].TestAccuracy;
}

/// <summary>Plain cross-entropy and accuracy over a data set, every sample counted exactly once.</summary>
/// <param name="Loss">Mean cross-entropy in nats, without smoothing or mixing.</param>
/// <param name="Accuracy">Share of right answers in [0, 1].</param>
/// <param name="Count">Samples.</param>
public readonly record struct EvaluationResult(double Loss, double Accuracy, int Count);

/// <summary>Where training stands, at a logging point.</summary>
/// <param name="Epoch">From 0.</param>
/// <param name="Batch">Batches done in this epoch.</param>
/// <param name="Batches">Batches per epoch.</param>
/// <param name="Step">Optimiser steps done in all.</param>
/// <param name="Loss">Mean training loss of the epoch so far.</param>
/// <param name="Accuracy">λ-weighted training accuracy of the epoch so far, in [0, 1].</param>
/// <param name="LearningRate">Rate of the last step.</param>
/// <param name="ImagesPerSecond">Speed of this run in this epoch.</param>
public readonly record struct StepProgress(int Epoch, int Batch, int Batches, long Step, double Loss, double Accuracy, double LearningRate, double ImagesPerSecond);

/// <summary>By which schedule everything but products and convolutions runs.</summary>
public enum KernelMode
{
    /// <summary>Fused kernels.</summary>
    Automatic,

    /// <summary>The twin, a pass for each value: slower, and what the fused kernels are tested against.</summary>
    Operators,
}

/// <summary>The loss stopped being a number.</summary>
public sealed class DivergenceException : Exception
{
    internal DivergenceException(string message, long step, double loss)
        : base(message)
    {
        Step = step;
        Loss = loss;
    }

    /// <summary>The optimiser step, from 0, whose loss was not finite.</summary>
    public long Step { get; }

    /// <summary>The loss of that step.</summary>
    public double Loss { get; }
}
