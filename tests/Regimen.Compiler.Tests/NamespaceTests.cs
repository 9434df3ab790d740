using Regimen.Compiler.Rendering.CSharp;

namespace Regimen.Compiler.Tests;

/// <summary>Each experiment's network has a namespace of its own, which its name alone decides.</summary>
public sealed class NamespaceTests
{
    /// <summary>Letters of an identifier, what ends one, and the digits that an escaped underscore or hyphen is written with.</summary>
    private const string Letters = "A_95.-";

    [Fact]
    public void No_two_names_have_the_same()
    {
        var names = new Dictionary<string, string>();
        foreach (var name in Names("", 7))
        {
            var space = FileFrame.NamespaceOf(name);
            Assert.True(names.TryAdd(space, name), $"'{name}' and '{names[space]}' both have {space}.");
        }

        Assert.True(names.Count > 10_000);
    }

    [Theory]
    [InlineData("FashionMnistSample.FashionCnn", "Regimen.Generated.FashionMnistSample_FashionCnn")]
    [InlineData("My_App.Net", "Regimen.Generated.My_95_App_Net")]
    [InlineData("Net", "Regimen.Generated.Net")]
    public void Usual_names_can_be_read(string name, string expected) => Assert.Equal(expected, FileFrame.NamespaceOf(name));

    /// <summary>All qualified names up to a length.</summary>
    private static IEnumerable<string> Names(string start, int length)
    {
        if (start.Length > 0 && start[^1] != '.')
            yield return start;
        if (length == 0)
            yield break;
        var begins = start.Length == 0 || start[^1] == '.';
        foreach (var letter in Letters.Where(letter => !(begins && (char.IsDigit(letter) || letter is '.' or '-'))))
        {
            foreach (var name in Names(start + letter, length - 1))
                yield return name;
        }
    }
}
