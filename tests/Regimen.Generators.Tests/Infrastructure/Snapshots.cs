using System.Text;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>
/// Compares generated files with those accepted before, by Verify's convention: <c>Class.Method#hint.verified.cs</c> beside the test. A difference
/// writes <c>….received.cs</c> beside it and fails. To accept what is generated now:
/// <c>ACCEPT_SNAPSHOTS=1 dotnet test -c Release tests/Regimen.Generators.Tests --filter SampleTests</c>, then read the difference in git.
/// </summary>
internal static class Snapshots
{
    private const string Variable = "ACCEPT_SNAPSHOTS";

    /// <summary>Compares all files of a run.</summary>
    /// <param name="run">What was generated.</param>
    /// <param name="folder">The test's folder inside this project.</param>
    /// <param name="test">The test's class and method, with a dot.</param>
    public static void Match(GeneratorRun run, string folder, string test)
    {
        var directory = Repository.PathOf("tests", "Regimen.Generators.Tests", folder);
        var received = run.Texts.ToDictionary(file => $"{test}#{Path.GetFileNameWithoutExtension(file.Key)}", file => file.Value);
        var accepted = Directory.GetFiles(directory, test + "#*.verified.cs").ToDictionary(path => Path.GetFileName(path)[..^".verified.cs".Length], Read);
        foreach (var path in Directory.GetFiles(directory, test + "#*.received.cs"))
            File.Delete(path);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            foreach (var name in accepted.Keys.Except(received.Keys))
                File.Delete(Path.Combine(directory, name + ".verified.cs"));
            foreach (var (name, text) in received)
                File.WriteAllText(Path.Combine(directory, name + ".verified.cs"), text);
            return;
        }

        var differences = new StringBuilder();
        foreach (var (name, text) in received)
        {
            var before = accepted.GetValueOrDefault(name);
            if (before == text)
                continue;
            File.WriteAllText(Path.Combine(directory, name + ".received.cs"), text);
            differences.AppendLine(before is null ? $"{name}: new" : $"{name}:\n{TextDifference.Between(before, text)}");
        }

        foreach (var name in accepted.Keys.Except(received.Keys))
            differences.AppendLine($"{name}: no longer generated");
        Assert.True(differences.Length == 0, $"""
            Generated files differ from the accepted ones in {directory}.
            {differences}
            To accept them: {Variable}=1 dotnet test -c Release tests/Regimen.Generators.Tests --filter {test}
            """);
    }

    // A clone may have given the file the line ends of its system.
    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
