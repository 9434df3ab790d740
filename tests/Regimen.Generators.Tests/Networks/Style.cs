namespace Regimen.Generators.Tests.Networks;

/// <summary>The manners of generated text that no compiler checks.</summary>
internal static class Style
{
    public static void Demand(string file, string text)
    {
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\t', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        // On one part of a class; the kernels are the second part of the network.
        Assert.Equal(!file.EndsWith(".Kernels.g.cs", StringComparison.Ordinal), text.Contains("[global::System.CodeDom.Compiler.GeneratedCode(\"Regimen\", ", StringComparison.Ordinal));

        // Places of values that a renderer forgot to fill in, and numbers of a culture or of no kind.
        Assert.All(new[] { "{0}", "«self»", "NaN", "∞", "\u2212" + "1" }, gap => Assert.DoesNotContain(gap, text, StringComparison.Ordinal));

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var at = $"{file}({i + 1})";
            var line = lines[i];
            Assert.True(line == line.TrimEnd(), $"{at} ends in blanks.");
            Assert.True((line.Length - line.TrimStart().Length) % 4 == 0, $"{at} is not indented by fours: {line}");
            if (i == 0)
                continue;
            var (previous, here) = (lines[i - 1].Trim(), line.Trim());
            Assert.False(here.Length == 0 && previous.Length == 0 && i < lines.Length - 1, $"{at} is a second blank line.");
            Assert.False(here.Length == 0 && previous == "{", $"{at} is a blank line after an opening brace.");
            Assert.False(here is "}" && previous.Length == 0, $"{at} closes after a blank line.");
        }
    }
}
