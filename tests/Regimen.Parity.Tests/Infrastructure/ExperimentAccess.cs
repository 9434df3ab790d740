using System.Reflection;
using System.Runtime.CompilerServices;
using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Parity;

/// <summary>What tests need of an experiment and users don't: its state, its program, its element type and its network's description.</summary>
internal static class ExperimentAccess
{
    /// <summary>Makes an experiment with its declared settings.</summary>
    public static Experiment Create(Type type, KernelMode kernels, ScalarType elementType)
    {
        var experiment = (Experiment)Activator.CreateInstance(type)!;
        experiment.Kernels = kernels;
        experiment.LogEvery = 1;
        SetElementType(experiment, elementType);

        // The samples' data type declares all of Fashion-MNIST; here they train on a part of it.
        Expect(Data(experiment), InputShape(experiment), 0, type.Name);
        return experiment;
    }

    /// <summary>What <c>Network()</c> returns when it really runs.</summary>
    public static Layer Network(Type type) =>
        (Layer)type.GetMethod("Network", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, null)!;

    /// <summary>The compiled network; made on first use.</summary>
    public static TrainingProgram Program(Experiment experiment)
    {
        _ = State(experiment);
        return ProgramField(experiment)!;
    }

    /// <summary>A scalar that the generator added, such as <c>Momentum</c>, or what holds where the experiment has none.</summary>
    public static double Scalar(Experiment experiment, string name, double otherwise) =>
        experiment.GetType().GetProperty(name)?.GetValue(experiment) is { } value ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_State")]
    public static extern ModelState State(Experiment experiment);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Data")]
    public static extern ImageDataSet Data(Experiment experiment);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_BatchCapacity")]
    public static extern int BatchSize(Experiment experiment);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Shuffles")]
    public static extern bool Shuffles(Experiment experiment);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_InputShape")]
    public static extern (int Channels, int Height, int Width, int Classes) InputShape(Experiment experiment);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Normalization")]
    public static extern ChannelStatistics[] Normalization(Experiment experiment);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Expect")]
    private static extern ImageDataSet Expect(ImageDataSet data, (int Channels, int Height, int Width, int Classes) shape, int trainImages, string experiment);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ElementType")]
    private static extern void SetElementType(Experiment experiment, ScalarType type);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "program")]
    private static extern ref TrainingProgram? ProgramField(Experiment experiment);
}
