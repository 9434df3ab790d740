using System.Diagnostics;
using System.Text;
using Regimen.Torch;
using Regimen.Torch.Loading;
using TorchSharp;

namespace Regimen.TorchSharp.Tests;

/// <summary>One libtorch for both sides.</summary>
public sealed class BackendTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("regimen").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void There_is_one_libtorch_and_it_is_the_packages()
    {
        TorchSharpBackend.Load();
        Assert.Equal(6, torch.ones(2, 3).sum().item<float>());
        using var process = Process.GetCurrentProcess();
        var loaded = process.Modules.Cast<ProcessModule>().Select(module => module.FileName).Where(path => Path.GetFileName(path) == LibraryFinder.CpuName).Distinct();
        var one = Assert.Single(loaded);
        if (LibraryFinder.ForProcess().Package is { } package)
            Assert.Equal(Path.GetFullPath(package), Path.GetDirectoryName(one) + Path.DirectorySeparatorChar);
        Assert.Equal(torch.get_num_threads(), LibTorch.Threads);
    }

    [Fact]
    public void A_native_library_that_cannot_be_loaded_is_reported_with_the_loaders_reason()
    {
        if (!OperatingSystem.IsLinux())
            return;
        TorchSharpBackend.Load();
        Assert.False(TorchSharpBackend.TryLoad(folder));

        var path = Path.Combine(folder, TorchSharpBackend.LibraryName);
        File.WriteAllText(path, "not a library");
        var exception = Assert.Throws<DllNotFoundException>(() => TorchSharpBackend.TryLoad(folder));
        Assert.Contains($"'{path}' can't be loaded: {path}: file too short. Check", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_that_is_too_old_for_TorchSharp_is_named_as_the_reason()
    {
        if (!OperatingSystem.IsLinux())
            return;
        TorchSharpBackend.Load();

        // The library as it would be if it had been built by a compiler of the future, for which every system is too old.
        var source = LibraryFinder.ForProcess().Application.Select(place => Path.Combine(place, TorchSharpBackend.LibraryName)).First(File.Exists);
        var image = File.ReadAllBytes(source);
        var at = image.AsSpan().IndexOf("GLIBCXX_3.4.11\0"u8);
        Assert.True(at > 0);
        Encoding.ASCII.GetBytes("GLIBCXX_9.9.99").CopyTo(image, at);
        var path = Path.Combine(folder, TorchSharpBackend.LibraryName);
        File.WriteAllBytes(path, image);
        var exception = Assert.Throws<DllNotFoundException>(() => TorchSharpBackend.TryLoad(folder));
        Assert.Contains("version `GLIBCXX_9.9.99' not found", exception.Message, StringComparison.Ordinal);
        Assert.Contains("such as Debian 13 or Ubuntu 24.04", exception.Message, StringComparison.Ordinal);
    }
}
