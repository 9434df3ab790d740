using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Regimen.Compiler.Rendering.Cuda;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>A program's kernels, compiled for the CPU with blocks, threads, shared memory, barriers and shuffles by Native/StandIn.h.</summary>
internal sealed unsafe class StandIn : IDisposable
{
    private readonly string folder;
    private readonly nint library;
    private readonly Dictionary<string, nint> launches = [];

    /// <param name="program">Its text and the parameters of its kernels.</param>
    /// <param name="isSingle">Whether it computes in float.</param>
    public StandIn(CudaProgram program, bool isSingle)
    {
        folder = Toolchain.NewFolder();
        File.WriteAllText(Path.Combine(folder, "kernels.cu"), program.Text);
        File.WriteAllText(Path.Combine(folder, "launches.cpp"), Launches(program));
        Toolchain.Run(
            Toolchain.Cxx, folder, "-std=c++17", "-O0", "-ffp-contract=off", "-fno-strict-aliasing", "-w", "-shared", "-fPIC", "-DREAL=" + (isSingle ? "float" : "double"),
            "launches.cpp", "-o", "kernels.so");
        library = NativeLibrary.Load(Path.Combine(folder, "kernels.so"));
        foreach (var kernel in program.Kernels)
            launches.Add(kernel.Name, NativeLibrary.GetExport(library, "launch_" + kernel.Name));
    }

    /// <summary>Runs a kernel to its end.</summary>
    /// <param name="launch">Which one, and on what grid.</param>
    /// <param name="samples">Samples in the batch.</param>
    /// <param name="arguments">Where the values of its parameters lie.</param>
    public void Run(CudaLaunch launch, long samples, void*[] arguments)
    {
        var shape = launch.Shape;
        var numbers = stackalloc uint[]
        {
            checked((uint)shape.GridX.At(samples)), checked((uint)shape.GridY.At(samples)), (uint)shape.BlockX, (uint)shape.BlockY, (uint)shape.SharedBytes,
        };
        fixed (void** given = arguments)
            ((delegate* unmanaged<uint*, void**, void>)launches[launch.Kernel])(numbers, given);
    }

    public void Dispose()
    {
        NativeLibrary.Free(library);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A function per kernel that takes its arguments as the driver does.</summary>
    private static string Launches(CudaProgram program)
    {
        var text = new StringBuilder("#include \"StandIn.h\"\n#include \"kernels.cu\"\n\ndouble scratch[8192];\n\n");
        foreach (var kernel in program.Kernels)
        {
            var arguments = kernel.Parameters.Select((type, index) => string.Create(CultureInfo.InvariantCulture, $"*({type}*)a[{index}]"));
            text.Append(CultureInfo.InvariantCulture, $"extern \"C\" void launch_{kernel.Name}(const unsigned* shape, void** a) {{ standinLaunch(shape, [=] {{ {kernel.Name}({string.Join(", ", arguments)}); }}); }}\n");
        }

        return text.ToString();
    }
}
