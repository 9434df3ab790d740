namespace Regimen.Compiler.Tests.Cuda;

/// <summary>Every kernel of every sample compiles for real devices, without NVIDIA's headers and libraries.</summary>
public sealed class PtxTests
{
    public static TheoryData<string, string, string> Targets
    {
        get
        {
            var targets = new TheoryData<string, string, string>();
            foreach (var sample in CudaSamples.All)
            {
                foreach (var architecture in (string[])["sm_80", "sm_90"])
                {
                    foreach (var real in (string[])["float", "double"])
                        targets.Add(sample, architecture, real);
                }
            }

            return targets;
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Kernels_become_PTX(string sample, string architecture, string real)
    {
        var (_, cuda) = CudaSamples.Of(sample);
        var ptx = Compile(cuda.Text, architecture, real);
        Assert.Contains(".target " + architecture, ptx, StringComparison.Ordinal);
        Assert.All(cuda.Kernels, kernel => Assert.Contains($".visible .entry {kernel.Name}(", ptx, StringComparison.Ordinal));
        Assert.DoesNotContain("atom.", ptx, StringComparison.Ordinal);
        if (real == "float")
            Assert.DoesNotContain("fma.rn.f32", ptx, StringComparison.Ordinal);
    }

    private static string Compile(string text, string architecture, string real)
    {
        var folder = Toolchain.NewFolder();
        File.WriteAllText(Path.Combine(folder, "kernels.cu"), text);
        Toolchain.Run(
            Toolchain.Clang, folder, "-x", "cuda", "--cuda-device-only", "-nocudainc", "-nocudalib", "--cuda-gpu-arch=" + architecture, "--cuda-feature=+ptx78", "-S", "-O2", "-ffp-contract=off",
            "-Wall", "-Werror", "-Wno-sign-compare", "-Wno-unused-function", "-DREAL=" + real, "-include", "ClangDevice.h", "kernels.cu", "-o", "kernels.ptx");
        var ptx = File.ReadAllText(Path.Combine(folder, "kernels.ptx"));
        Directory.Delete(folder, recursive: true);
        return ptx;
    }
}
