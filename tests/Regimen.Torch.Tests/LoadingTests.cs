using System.Diagnostics;
using Regimen.Torch.Loading;

namespace Regimen.Torch.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regimen").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_named_folder_without_libtorch_is_reported_with_the_command()
    {
        // With the system allowed: a folder that was named must not be passed over silently.
        var exception = Assert.Throws<LibTorchNotFoundException>(() => LibraryFinder.OpenTorch(new(_folder, [], System: true)));
        Assert.Contains(LibTorchNotFoundException.InstallCommand, exception.Message, StringComparison.Ordinal);
        Assert.Contains(_folder, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Libtorch_nowhere_is_reported_with_the_command()
    {
        var exception = Assert.Throws<LibTorchNotFoundException>(() => LibraryFinder.OpenTorch(new(null, [_folder], System: false)));
        Assert.Contains(LibTorchNotFoundException.InstallCommand, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_library_is_reported_with_the_loaders_reason()
    {
        if (!OperatingSystem.IsLinux())
            return;
        File.WriteAllText(Path.Combine(_folder, "libtorch_cpu.so"), "not a library");
        var exception = Assert.Throws<LibTorchNotFoundException>(() => LibraryFinder.OpenTorch(new(_folder, [], System: false)));
        Assert.Contains("libtorch_cpu.so", exception.Message, StringComparison.Ordinal);
        Assert.Contains("(", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public unsafe void An_old_libtorch_without_the_shim_is_reported()
    {
        var whole = LibraryFinder.ForProcess();
        if (System.Runtime.InteropServices.NativeLibrary.TryGetExport(LibraryFinder.OpenTorch(whole), "torch_call_dispatcher", out _))
            return;
        var exception = Assert.Throws<LibTorchNotFoundException>(() => FunctionBinder.Bind(whole with { Application = [_folder] }));
        Assert.Contains("libregimen_shim.so", exception.Message, StringComparison.Ordinal);
        Assert.Contains(LibTorchNotFoundException.InstallCommand, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_with_an_empty_folder_named_fails_with_the_command()
    {
        // The whole test program again, with one test that only loads, in an environment of its own.
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "vstest", typeof(LoadingTests).Assembly.Location,
                "--TestCaseFilter:FullyQualifiedName~" + nameof(LibTorchTests.Version_and_devices_are_known),
                "--ResultsDirectory:" + _folder,
            },
            Environment = { [LibraryFinder.FolderVariable] = _folder },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains(LibTorchNotFoundException.InstallCommand, output + await errors, StringComparison.Ordinal);
    }
}
