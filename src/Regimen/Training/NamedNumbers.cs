using System.Globalization;

namespace Regimen.Training;

/// <summary>Numbers by name as one text, <c>epoch=3 rate=0.05</c>: invariant, round-trip, read strictly.</summary>
internal sealed class NamedNumbers
{
    private readonly List<(string Name, double Value)> numbers = [];

    /// <summary>Adds a number.</summary>
    public NamedNumbers Add(string name, double value)
    {
        numbers.Add((name, value));
        return this;
    }

    /// <summary>The names in order.</summary>
    public IEnumerable<string> Names => numbers.Select(number => number.Name);

    /// <summary>A number by name.</summary>
    public double this[string name] => numbers.First(number => number.Name == name).Value;

    /// <summary>Whether there is a number of that name.</summary>
    public bool Has(string name) => numbers.Any(number => number.Name == name);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it, where null is returned.</param>
    /// <returns>The numbers, every one finite, every name once; or null.</returns>
    public static NamedNumbers? Parse(string text, out string problem)
    {
        problem = "";
        var result = new NamedNumbers();
        foreach (var entry in text.Length == 0 ? [] : text.Split(' '))
        {
            var at = entry.IndexOf('=', StringComparison.Ordinal);
            var name = entry[..Math.Max(0, at)];
            if (name.Length == 0 || !double.TryParse(entry.AsSpan(at + 1), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                problem = $"'{entry}' is no name with a finite number, written with a point";
            else if (result.Has(name))
                problem = $"'{name}' stands there twice";
            else
                result.Add(name, value);
            if (problem.Length > 0)
                return null;
        }

        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', numbers.Select(number => FormattableString.Invariant($"{number.Name}={number.Value:R}")));
}
