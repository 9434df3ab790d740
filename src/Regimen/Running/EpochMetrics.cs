namespace Regimen;

/// <summary>What is known after an epoch.</summary>
/// <param name="Epoch">The epoch, from 0.</param>
/// <param name="Step">Optimiser steps done since the start of the run.</param>
/// <param name="TrainLoss">Mean of the loss that was trained on, mixing and smoothing included, in nats.</param>
/// <param name="TrainAccuracy">Share of right answers in training, in [0, 1]; λ-weighted where samples are mixed.</param>
/// <param name="TestLoss">Mean plain cross-entropy on the test split, in nats.</param>
/// <param name="TestAccuracy">Share of right answers on the test split, in [0, 1].</param>
/// <param name="LearningRate">Rate of the epoch's last step.</param>
/// <param name="ImagesPerSecond">Training images per second, evaluation not counted.</param>
/// <param name="Seconds">Time since the start of the run.</param>
public readonly record struct EpochMetrics(
    int Epoch,
    long Step,
    double TrainLoss,
    double TrainAccuracy,
    double TestLoss,
    double TestAccuracy,
    double LearningRate,
    double ImagesPerSecond,
    double Seconds);
