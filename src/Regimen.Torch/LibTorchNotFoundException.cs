namespace Regimen.Torch;

/// <summary>libtorch cannot be found or loaded, or is too old. The message says what was tried and what to do.</summary>
public sealed class LibTorchNotFoundException : Exception
{
    /// <summary>What to do, whatever the problem is: the end of each message.</summary>
    public const string Remedy =
        "Build the program again on this machine, or publish it: either brings libtorch. For a libtorch of your own, 2.10 or newer, set "
        + Loading.LibraryFinder.FolderVariable + " to its folder.";

    /// <summary>Makes an exception whose message ends in <see cref="Remedy"/>.</summary>
    /// <param name="problem">What was looked for and where, without a full stop.</param>
    public LibTorchNotFoundException(string problem)
        : base($"{problem}. {Remedy}")
    {
    }
}
