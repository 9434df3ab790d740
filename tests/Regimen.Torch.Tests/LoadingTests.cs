using System.Diagnostics;
using Regimen.Torch.Loading;

namespace Regimen.Torch.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regimen").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_build_notes_the_packages_folder_and_copies_nothing()
    {
        var paths = LibraryFinder.ForProcess();
        if (paths.Package is null)
            return; // A system that has no package.
        Assert.True(File.Exists(Path.Combine(paths.Package, LibraryFinder.CpuName)), paths.Package);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories),
            file => Path.GetFileName(file) == LibraryFinder.CpuName);
    }

    [Fact]
    public void A_named_folder_without_libtorch_is_reported_with_what_to_do()
    {
        // With everything else allowed: a folder that was named must not be passed over silently.
        var exception = Assert.Throws<LibTorchNotFoundException>(
            () => LibraryFinder.OpenTorch(LibraryFinder.ForProcess() with { Explicit = _folder }));
        Assert.StartsWith($"{LibraryFinder.FolderVariable} names '{_folder}', which has no {LibraryFinder.CpuName}.", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(LibTorchNotFoundException.Remedy, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Libtorch_nowhere_is_reported_with_all_places()
    {
        var exception = Assert.Throws<LibTorchNotFoundException>(() => LibraryFinder.OpenTorch(new(null, [_folder], null, System: false)));
        Assert.Contains(LibraryFinder.PathFile, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(LibTorchNotFoundException.Remedy, exception.Message, StringComparison.Ordinal);

        // A cache that was emptied after the build.
        exception = Assert.Throws<LibTorchNotFoundException>(() => LibraryFinder.OpenTorch(new(null, [], _folder, System: false)));
        Assert.Contains($"none in '{_folder}'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_broken_library_is_reported_with_the_loaders_reason_and_not_passed_over(bool named)
    {
        if (!OperatingSystem.IsLinux())
            return;
        File.WriteAllText(Path.Combine(_folder, LibraryFinder.CpuName), "not a library");
        var whole = LibraryFinder.ForProcess() with { Loaded = null };
        var exception = Assert.Throws<LibTorchNotFoundException>(
            () => LibraryFinder.OpenTorch(named ? whole with { Explicit = _folder } : whole with { Application = [_folder] }));
        Assert.Contains($"'{_folder}/libtorch_cpu.so' cannot be loaded: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("file too short", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public unsafe void A_libtorch_that_is_too_old_is_reported_with_its_place()
    {
        // Any library will do: an old libtorch is one that lacks the functions.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var other = Directory.EnumerateFiles(runtime, "*System.Native.*").First(file => Path.GetExtension(file) is ".so" or ".dylib" or ".dll");
        File.Copy(other, Path.Combine(_folder, LibraryFinder.CpuName));
        var exception = Assert.Throws<LibTorchNotFoundException>(() => FunctionBinder.Bind(new(_folder, [], null, System: false)));
        Assert.Contains($"the libtorch in '{_folder}' is too old: it must be 2.10 or newer.", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(LibTorchNotFoundException.Remedy, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_process_has_loaded_is_taken_and_a_second_one_refused()
    {
        LibTorch.Load();
        var loaded = LoadedLibrary.Find(LibraryFinder.CpuName);
        Assert.NotNull(loaded);
        Assert.Equal(loaded, LibraryFinder.ForProcess().Loaded);

        // One that stands first in the order is not even looked at.
        File.WriteAllText(Path.Combine(_folder, LibraryFinder.CpuName), "not a library");
        var whole = LibraryFinder.ForProcess() with { Application = [_folder] };
        Assert.Equal(LibraryFinder.OpenTorch(whole).Handle, LibraryFinder.OpenTorch(new(null, [Path.GetDirectoryName(loaded)!], null, System: false)).Handle);

        // One that is named and another one is a mistake; the same by another name is none.
        var exception = Assert.Throws<LibTorchNotFoundException>(() => LibraryFinder.OpenTorch(whole with { Explicit = _folder }));
        Assert.Contains($"the process has loaded '{loaded}' already", exception.Message, StringComparison.Ordinal);
        if (OperatingSystem.IsWindows())
            return;
        File.Delete(Path.Combine(_folder, LibraryFinder.CpuName));
        File.CreateSymbolicLink(Path.Combine(_folder, LibraryFinder.CpuName), loaded);
        Assert.NotEqual(0, LibraryFinder.OpenTorch(whole with { Explicit = _folder }).Handle);
    }

    [Fact]
    public async Task A_process_takes_the_folder_that_is_named()
    {
        if (LibraryFinder.ForProcess().Package is not { } package)
            return;
        Assert.Equal(0, (await LoadInProcessOf(package)).Status);

        var (status, output) = await LoadInProcessOf(_folder);
        Assert.NotEqual(0, status);
        Assert.Contains(LibTorchNotFoundException.Remedy, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_of_its_own_that_is_missing_is_named()
    {
        if (!OperatingSystem.IsLinux() || LibraryFinder.ForProcess().Package is not { } package)
            return;

        // Without the OpenMP that comes with it; in a process that has not loaded it already.
        foreach (var file in Directory.EnumerateFiles(package).Where(file => !Path.GetFileName(file).StartsWith("libgomp", StringComparison.Ordinal)))
            File.CreateSymbolicLink(Path.Combine(_folder, Path.GetFileName(file)), file);
        var (status, output) = await LoadInProcessOf(_folder);
        Assert.NotEqual(0, status);
        Assert.Matches(@"libtorch_cpu\.so' cannot be loaded: libgomp\S*: cannot open shared object file", output);
    }

    // The whole test program again, with one test that only loads, in an environment of its own.
    private async Task<(int Status, string Output)> LoadInProcessOf(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "vstest", typeof(LoadingTests).Assembly.Location,
                "--TestCaseFilter:FullyQualifiedName~" + nameof(LibTorchTests.Version_and_devices_are_known),
                "--ResultsDirectory:" + Path.Combine(_folder, "results"),
            },
            Environment = { [LibraryFinder.FolderVariable] = folder },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
