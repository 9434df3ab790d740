using System.Text;

namespace Regimen.Generators.Tests.Infrastructure;

/// <summary>Shows how two texts differ, line by line, shortly.</summary>
internal static class TextDifference
{
    private const int Context = 2;
    private const int MostLines = 60;

    /// <summary>Lines only in <paramref name="before"/> under −, lines only in <paramref name="after"/> under +, a little of what surrounds them.</summary>
    public static string Between(string before, string after)
    {
        var lines = Align(before.Split('\n'), after.Split('\n'));
        var shown = new StringBuilder();
        var count = 0;
        var previous = -1;
        for (var i = 0; i < lines.Count && count < MostLines; i++)
        {
            if (!lines.Skip(Math.Max(0, i - Context)).Take(Math.Min(i, Context) + 1 + Context).Any(line => line.Sign != ' '))
                continue;
            if (previous != i - 1)
                shown.AppendLine("  ⋮");
            shown.Append(lines[i].Sign).Append(' ').AppendLine(lines[i].Text);
            previous = i;
            count++;
        }

        return count < MostLines ? shown.ToString() : shown.Append("  … and more").ToString();
    }

    private static List<(char Sign, string Text)> Align(string[] before, string[] after)
    {
        // Longest common subsequence, from the ends.
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var lines = new List<(char, string)>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add((' ', before[i++]));
                j++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', before[i++]));
            }
            else
            {
                lines.Add(('+', after[j++]));
            }
        }

        return lines;
    }
}
