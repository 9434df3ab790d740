using System.Reflection;

namespace Regimen.Parity;

/// <summary>What an experiment declares, read from its attributes by reflection: a second reading beside the compiler's.</summary>
internal sealed class Recipe(Type type)
{
    public Layer Network { get; } = ExperimentAccess.Network(type);

    public SgdAttribute Sgd { get; } = type.GetCustomAttribute<SgdAttribute>()!;

    public MixupAttribute? Mixup { get; } = type.GetCustomAttribute<MixupAttribute>();

    public WeightDecayAttribute? WeightDecay { get; } = type.GetCustomAttribute<WeightDecayAttribute>();

    public WarmupAttribute? Warmup { get; } = type.GetCustomAttribute<WarmupAttribute>();

    public CosineDecayAttribute? CosineDecay { get; } = type.GetCustomAttribute<CosineDecayAttribute>();

    public LinearScalingAttribute? LinearScaling { get; } = type.GetCustomAttribute<LinearScalingAttribute>();
}
