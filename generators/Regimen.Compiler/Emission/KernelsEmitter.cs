namespace Regimen.Compiler.Emission;

/// <summary>Writes the file with the loss and the classes of what lies between the products.</summary>
internal static class KernelsEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(EmissionContext context) => context.NetworkFile(code =>
    {
        using var network = code.Open("internal sealed partial class Network");
        LossEmitter.Emit(code, context);
        foreach (var (type, shape) in context.Kernels)
        {
            code.Blank();
            new ChainEmitter(code, shape, type).Emit();
        }

        code.Blank();
        code.Line("internal static string KernelSourceFile => PathOfCaller();");
    });
}
