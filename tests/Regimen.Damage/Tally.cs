using System.Globalization;

namespace Regimen.Damage;

/// <summary>Counts what became of each damaged thing, and keeps what should not have happened.</summary>
internal sealed class Tally(string what)
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    /// <summary>Counts an outcome that is right.</summary>
    public void Count(string outcome) => counts[outcome] = counts.GetValueOrDefault(outcome) + 1;

    /// <summary>Notes one that is not.</summary>
    public void Fault(string text) => faults.Add(text);

    /// <summary>Writes the counts and the first faults.</summary>
    /// <returns>Whether there was no fault.</returns>
    public bool Report()
    {
        var outcomes = string.Join(", ", counts.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Value} {entry.Key}")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {counts.Values.Sum() + faults.Count} tried: {outcomes}; {faults.Count} wrong"));
        foreach (var fault in faults.Take(20))
            Console.WriteLine("  " + fault);
        return faults.Count == 0;
    }
}
