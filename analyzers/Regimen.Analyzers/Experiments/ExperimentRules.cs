using System.Collections.Immutable;
using Regimen.Analyzers.Experiments.Data;
using Regimen.Analyzers.Experiments.Network;
using Regimen.Analyzers.Experiments.Numerics;
using Regimen.Analyzers.Experiments.Optimisation;
using Regimen.Analyzers.Experiments.Speed;

namespace Regimen.Analyzers.Experiments;

/// <summary>Every rule that gives advice about an experiment, by id. A new rule adds its line here and its file in the folder of its category.</summary>
internal static class ExperimentRules
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<ExperimentRule> All { get; } =
    [
        new BatchNormAfterActivation(),
        new DropoutBeforeActivation(),
        new DropoutBeforeRectifier(),
        new DropoutBeforeBatchNorm(),
        new BiasBeforeBatchNorm(),
        new ActivationAtTheEnd(),
        new DropoutAtTheEnd(),
        new ActivationAfterActivation(),
        new DropoutAmongConvolutions(),
        new SaturatingActivation(),
        new SingleValueNormalisation(),
        new GrowingWidth(),
        new ResidualEndsInActivation(),
        new LayerWithoutEffect(),
        new TooManyParameters(),
        new LinearAfterLinear(),
        new SkippedPixels(),
        new DecayedBiasOrNorm(),
        new FloorAbovePeak(),
        new EndlessWarmup(),
        new LargeBatchWithoutWarmup(),
        new RateScaledTwice(),
        new NesterovWithoutMomentum(),
        new UnusualRate(),
        new UnusualMomentum(),
        new StrongWeightDecay(),
        new SwitchedOff(),
        new UnreadArgument(),
        new StrongSmoothing(),
        new StrongMixup(),
        new UnshuffledTraining(),
        new BatchOfOneSample(),
        new PaddedChannels(),
        new PaddedBatch(),
    ];
}
