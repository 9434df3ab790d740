using System.Text;

namespace Regimen.Compiler.Text;

/// <summary>Whole words of code: what no letter, digit or underscore stands beside.</summary>
internal static class Words
{
    /// <summary>How often a word occurs.</summary>
    public static int Count(string text, string word)
    {
        var count = 0;
        for (var at = Find(text, word, 0); at >= 0; at = Find(text, word, at + word.Length))
            count++;
        return count;
    }

    /// <summary>The text with another word in its place.</summary>
    public static string Replace(string text, string word, string other)
    {
        var replaced = new StringBuilder();
        var from = 0;
        for (var at = Find(text, word, 0); at >= 0; at = Find(text, word, from))
        {
            replaced.Append(text, from, at - from).Append(other);
            from = at + word.Length;
        }

        return replaced.Append(text, from, text.Length - from).ToString();
    }

    private static int Find(string text, string word, int from)
    {
        for (var at = text.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsLetter(text[at - 1])) && (end == text.Length || !IsLetter(text[end])))
                return at;
        }

        return -1;
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
