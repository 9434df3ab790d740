using Regimen.Torch;

namespace Regimen.Parity;

/// <summary>One question to PyTorch.</summary>
/// <param name="Type">The experiment.</param>
/// <param name="Mode">"gradients" or "train".</param>
/// <param name="ElementType">Of both sides.</param>
/// <param name="Steps">How many.</param>
internal sealed record ReferenceCase(Type Type, string Mode, ScalarType ElementType, int Steps)
{
    /// <summary>The gradients of the first step.</summary>
    public static ReferenceCase Gradients(Type type, ScalarType elementType) => new(type, "gradients", elementType, 1);

    /// <summary>Steps of training from the start.</summary>
    public static ReferenceCase Training(Type type, ScalarType elementType) => new(type, "train", elementType, Subjects.StepsOf(type, elementType));

    /// <summary>The name of its folder.</summary>
    public string Name => $"{Type.Name}-{Mode}-{ElementType}";

    /// <summary>The experiment at its start.</summary>
    public Experiment Create(KernelMode kernels)
    {
        var experiment = ExperimentAccess.Create(Type, kernels, ElementType);
        Subjects.Configure(experiment, Mode);
        return experiment;
    }
}
