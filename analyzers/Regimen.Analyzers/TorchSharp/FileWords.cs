using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Regimen.Analyzers.TorchSharp;

/// <summary>Where a file names what the rules look for. It is searched once as text: to most files no rule has anything to say, and their code need not be bound.</summary>
internal sealed class FileWords
{
    private static readonly (string Text, Words Word)[] Known =
    [
        ("BatchNorm", Words.BatchNorm), ("batch_norm", Words.BatchNorm),
        ("Dropout", Words.Dropout), ("dropout", Words.Dropout),
        ("cross_entropy", Words.CrossEntropy), ("CrossEntropyLoss", Words.CrossEntropy),
        ("nll_loss", Words.Likelihood), ("NLLLoss", Words.Likelihood),
        ("with_logits", Words.BinaryLogits), ("WithLogits", Words.BinaryLogits),
        ("kl_div", Words.Divergence),
        ("parameters", Words.Parameters),
        ("Adam", Words.Adam),
        ("manual_seed", Words.Seed),
        ("LocalResponseNorm", Words.LocalResponse), ("local_response_norm", Words.LocalResponse),
        (".to", Words.Move), (".cuda", Words.Move),
        ("no_grad", Words.NoGrad), ("inference_mode", Words.NoGrad),
        ("NewDisposeScope", Words.Scope),
        ("backward", Words.Backward), ("autograd", Words.Backward),
        ("zero_grad", Words.ZeroGrad),
        ("eval", Words.Mode), ("train", Words.Mode),
        (".step", Words.Step),
        (".forward", Words.Forward), (".call", Words.Forward),
    ];

    private static readonly ConditionalWeakTable<SyntaxTree, FileWords> Files = new();

    private readonly int[] positions;
    private readonly Words[] words;

    private FileWords(string text)
    {
        Text = text;
        var found = new List<(int Position, Words Word)>();
        foreach (var (word, meaning) in Known)
        {
            foreach (var position in PositionsOf(word))
                found.Add((position, meaning));
        }

        found.Sort((one, other) => one.Position.CompareTo(other.Position));
        positions = [.. found.Select(one => one.Position)];
        words = [.. found.Select(one => one.Word)];
    }

    /// <summary>The file's text.</summary>
    public string Text { get; }

    /// <summary>The words of a file.</summary>
    public static FileWords Of(SyntaxTree tree, CancellationToken cancellation) => Files.GetValue(tree, file => new FileWords(file.GetText(cancellation).ToString()));

    /// <summary>All words in a part of the file.</summary>
    public Words In(TextSpan span)
    {
        var all = Words.None;
        for (var i = FirstFrom(span.Start); i < positions.Length && positions[i] < span.End; i++)
            all |= words[i];
        return all;
    }

    /// <summary>Where one of these words stands.</summary>
    public IEnumerable<int> PositionsOf(Words wanted)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            if ((words[i] & wanted) != 0)
                yield return positions[i];
        }
    }

    /// <summary>Where a text stands.</summary>
    public IEnumerable<int> PositionsOf(string part)
    {
        for (var at = Text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
            yield return at;
    }

    private int FirstFrom(int start)
    {
        var at = Array.BinarySearch(positions, start);
        if (at < 0)
            return ~at;
        while (at > 0 && positions[at - 1] == start)
            at--;
        return at;
    }
}
