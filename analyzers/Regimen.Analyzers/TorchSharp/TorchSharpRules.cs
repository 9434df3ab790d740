using System.Collections.Immutable;
using Regimen.Analyzers.TorchSharp.Loops;
using Regimen.Analyzers.TorchSharp.Modules;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>Every rule over hand-written TorchSharp code, by id. A new rule adds its line here and its file in <c>Modules/</c> or <c>Loops/</c>.</summary>
internal static class TorchSharpRules
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<TorchSharpRule> All { get; } =
    [
        new WeightDecayOnBiases(),
        new BatchNormAfterActivation(),
        new DropoutBeforeBatchNorm(),
        new DropoutBeforeActivation(),
        new SoftmaxBeforeCrossEntropy(),
        new HostTransfer(),
        new PrintedTensor(),
        new UnscopedTensors(),
        new MissingZeroGrad(),
        new StepBeforeBackward(),
        new SchedulerBeforeOptimizer(),
        new SchedulerPace(),
        new EvaluationWithoutEval(),
        new EvaluationWithGradients(),
        new TrainingInEvalMode(),
        new UnregisteredModule(),
        new LayerMadeInForward(),
        new BiasBeforeBatchNorm(),
        new MoveAfterOptimizer(),
        new TensorMadeElsewhere(),
        new OptimizerNotRestored(),
        new ConstantDropout(),
        new SeedOfCpuOnly(),
        new LocalResponseNormalisation(),
        new AdamWithWeightDecay(),
        new ZeroGradAfterBackward(),
        new AccumulatedLoss(),
        new DroppedGradMode(),
        new DroppedScope(),
        new ReturnedFromScope(),
        new UnshuffledLoader(),
        new ClipAfterStep(),
        new KeptBeyondScope(),
        new StepWithoutBackward(),
        new LogSoftmaxBeforeCrossEntropy(),
        new ProbabilitiesForNll(),
        new SigmoidBeforeLogits(),
        new ProbabilitiesForDivergence(),
    ];
}
