namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>A file of the repository that is written from the rules, and compared with them by a test. With <c>ACCEPT_SNAPSHOTS=1</c> the test writes it.</summary>
internal static class WrittenFile
{
    private const string Variable = "ACCEPT_SNAPSHOTS";

    /// <summary>Demands that the file has exactly this text, or gives it that.</summary>
    public static void Demand(string path, string text)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
            File.WriteAllText(path, text);
        Assert.True(
            File.Exists(path) && text == File.ReadAllText(path).ReplaceLineEndings("\n"),
            $"{path} is not what the rules make of it. To write it: {Variable}=1 dotnet test -c Release tests/Regimen.Analyzers.Tests --filter \"ProfileTests|RuleIndexTests\"");
    }
}
