using System.Diagnostics;

namespace Regimen.Parity;

/// <summary>PyTorch in a process of its own: <c>/usr/bin/python3 reference/*.py</c>.</summary>
internal static class ReferenceProcess
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Runs a script of the reference folder to its end.</summary>
    /// <exception cref="InvalidOperationException">Python or PyTorch is missing, or the script failed.</exception>
    public static string Run(string script, IEnumerable<string> arguments)
    {
        if (!File.Exists(Python))
            throw Missing($"there is no {Python}");
        var start = new ProcessStartInfo(Python) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "reference", script));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";

        // Threads that spin while they wait slow each other down tenfold where other processes want the cores too.
        start.Environment["OMP_WAIT_POLICY"] = "passive";

        // PyTorch gives every large tensor back to the system; taking the pages anew is most of the time that small steps take.
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "1073741824";
        start.Environment["MALLOC_TRIM_THRESHOLD_"] = "1073741824";
        start.Environment["MALLOC_TOP_PAD_"] = "268435456";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return output.Result;
        if (errors.Result.Contains("ModuleNotFoundError", StringComparison.Ordinal))
            throw Missing(errors.Result.Trim().Split('\n')[^1]);
        throw new InvalidOperationException($"{script} failed with status {process.ExitCode}:\n{errors.Result}");
    }

    private static InvalidOperationException Missing(string what) => new(
        $"The parity tests compare with PyTorch for Python, but {what}. Run `scripts/setup.sh test`, which installs it.");
}
