namespace Regimen.Torch;

/// <summary>libtorch, or the shim that an old libtorch needs, cannot be loaded. The message says what to run.</summary>
public sealed class LibTorchNotFoundException : Exception
{
    /// <summary>The command that installs what is missing on Debian and Ubuntu.</summary>
    public const string InstallCommand = "sudo apt-get install -y libtorch-dev cmake g++ libopenblas0-openmp";

    /// <summary>Makes an exception whose message ends in the command to run.</summary>
    /// <param name="problem">What was looked for and where, without a full stop.</param>
    public LibTorchNotFoundException(string problem)
        : base($"{problem}. Install it with: {InstallCommand} — or set {Loading.LibraryFinder.FolderVariable} to the folder of a libtorch of 2.10 or newer.")
    {
    }
}
