using System.Text;

namespace Regimen.Compiler.Text;

/// <summary>Indented text with <c>\n</c> line ends.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>An empty line, unless the last one is empty or opens a block.</summary>
    public void Blank()
    {
        var length = text.Length;
        if (length >= 2 && (text[length - 2] == '\n' || text[length - 2] == '{'))
            return;
        text.Append('\n');
    }

    /// <summary>A line, or several at the same depth where it contains line ends.</summary>
    public void Line(string line)
    {
        foreach (var part in line.Split('\n'))
        {
            if (part.Length > 0)
                text.Append(' ', depth * 4).Append(part);
            text.Append('\n');
        }
    }

    /// <summary>A line with a comment behind it, aligned where there is room.</summary>
    public void Line(string line, string comment) => Line(line.PadRight(Math.Max(0, 108 - (depth * 4))) + " // " + comment);

    /// <summary>A header, then a block in braces until the result is disposed.</summary>
    public Block Open(string header, string close = "}")
    {
        if (header.Length > 0)
            Line(header);
        Line("{");
        depth++;
        return new Block(this, close);
    }

    /// <summary>A deeper level without braces, for continuation lines.</summary>
    public void Indented(string line)
    {
        depth++;
        Line(line);
        depth--;
    }

    /// <summary>XML documentation: a summary of one or more lines.</summary>
    public void Summary(string summary) => Line("/// <summary>" + Escape(summary) + "</summary>");

    /// <summary>Text as it may stand in XML documentation.</summary>
    public static string Escape(string value) => value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void Close(string close)
    {
        depth--;
        Line(close);
    }

    /// <summary>An open block.</summary>
    public readonly struct Block(CodeWriter writer, string close) : IDisposable
    {
        /// <summary>Closes it.</summary>
        public void Dispose() => writer.Close(close);
    }
}
