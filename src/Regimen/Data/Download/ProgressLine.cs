using System.Globalization;

namespace Regimen;

/// <summary>One line of text that follows a download: rewritten in place on a terminal, written once at its end elsewhere.</summary>
/// <param name="output">Where to write.</param>
/// <param name="inPlace">Whether a carriage return goes back to the start of the line there.</param>
internal sealed class ProgressLine(TextWriter output, bool inPlace)
{
    private const long Interval = 100; // milliseconds

    private long _next;

    /// <summary>A line on standard error.</summary>
    public static ProgressLine OnError() => new(Console.Error, !Console.IsErrorRedirected);

    /// <summary>Says something on a line of its own.</summary>
    public void Say(string text) => output.WriteLine(text);

    /// <summary>Says how far a file has come, at most ten times a second.</summary>
    /// <param name="name">The file.</param>
    /// <param name="received">Bytes so far.</param>
    /// <param name="total">All bytes, if the server said how many.</param>
    public void Advance(string name, long received, long? total)
    {
        if (!inPlace || Environment.TickCount64 < _next)
            return;
        _next = Environment.TickCount64 + Interval;
        output.Write($"\r  {name}: {Megabytes(received)}{(total is { } all ? $" of {Megabytes(all)}" : "")} MB ");
    }

    /// <summary>Ends the line of a file.</summary>
    /// <param name="name">The file.</param>
    /// <param name="received">Bytes in all.</param>
    public void Finish(string name, long received)
    {
        output.WriteLine($"{(inPlace ? "\r" : "")}  {name}: {Megabytes(received)} MB              ".TrimEnd(inPlace ? '\0' : ' '));
        _next = 0;
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("F1", CultureInfo.InvariantCulture);
}
