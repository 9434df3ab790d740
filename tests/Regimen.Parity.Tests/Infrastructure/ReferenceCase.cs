using Regimen.Torch;

namespace Regimen.Parity;

/// <summary>One question to PyTorch.</summary>
/// <param name="Type">The experiment.</param>
/// <param name="Mode">"gradients" or "train".</param>
/// <param name="ElementType">Of both sides.</param>
/// <param name="Steps">How many.</param>
/// <param name="Seed">Instead of the declared one, or none.</param>
internal sealed record ReferenceCase(Type Type, string Mode, ScalarType ElementType, int Steps, int? Seed)
{
    /// <summary>The gradients of the first step.</summary>
    public static ReferenceCase Gradients(Type type, ScalarType elementType, int? seed = null) => new(type, "gradients", elementType, 1, seed);

    /// <summary>Steps of training from the start.</summary>
    public static ReferenceCase Training(Type type, ScalarType elementType, int? seed = null) =>
        new(type, "train", elementType, Subjects.StepsOf(type), seed);

    /// <summary>The first 20 steps of a sample at the rates of its declared length, from a start of its own.</summary>
    public static ReferenceCase Declared(Type type, ScalarType elementType) => new(type, "declared", elementType, 20, Seed: 2);

    /// <summary>The name of its folder.</summary>
    public string Name => $"{Type.Name}-{Mode}-{ElementType}" + (Seed is { } seed ? FormattableString.Invariant($"-{seed}") : "");

    /// <summary>The experiment at its start.</summary>
    public Experiment Create(KernelMode kernels)
    {
        var experiment = ExperimentAccess.Create(Type, kernels, ElementType);
        experiment.Seed = Seed ?? experiment.Seed;
        Subjects.Configure(experiment, this);
        return experiment;
    }
}
