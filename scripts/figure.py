#!/usr/bin/python3
"""Draws docs/images/generated-cnn.svg: what is generated for the sample FashionCnn, with notes.

    /usr/bin/python3 scripts/figure.py [--source FILE] [--output FILE]

The code in the figure is read from the generated file FashionMnistSample.FashionCnn.Network.g.cs: by default from the accepted snapshot in
tests/Regimen.Generators.Tests, or, where there is none, from what the last build of samples/FashionMnist wrote into its obj folder. Only
the methods Forward, Backward and Update are shown, without their summaries; comments at the end of a line are set right after its text. A
note names the text of the line that it explains; where the generated code no longer has that line the script fails, so that the figure
can't say what is no longer generated.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FILE = "FashionMnistSample.FashionCnn.Network"
METHODS = ("private void Forward(", "private void Backward(", "private void Update(")

FONT = 13          # of the code, in pixels
ADVANCE = 0.602    # width of a monospaced letter, as a share of its size
LINE = 18          # distance between lines of code
MARGIN = 20
NOTE_FONT = 13
NOTE_LINE = 17
NOTE_LETTERS = 32  # letters in a line of a note
NOTE_WIDTH = 256
GUTTER = 36        # between the code and the notes
LONGEST = 103      # letters in a line of code; a longer one is broken after a comma

BLUE, GREEN, RED, PURPLE, BROWN, TEAL = "#0550ae", "#1a7f37", "#b3261e", "#8250df", "#8a5a00", "#0f766e"


@dataclass
class Note:
    """An explanation of the lines that contain one of the texts, which must each occur in the method."""

    method: str
    lines: tuple[str, ...]
    title: str
    text: str
    colour: str


NOTES = (
    Note("Forward", ("conv1 = Convolution.Forward",), "Convolutions are libtorch's",
         "Its result is libtorch's own memory; everything else has a place in one arena, planned by the compiler.", BLUE),
    Note("Forward", ("bn1.Forward",), "Three layers, one fused kernel",
         "BatchNorm → ReLU → MaxPool2d: one pass for the statistics, one that normalises, clips and pools. What lies between is never written to memory.", GREEN),
    Note("Forward", ("DropoutDraw.Fill",), "A function of its key",
         "The mask depends on seed, epoch, sample, layer and position alone, not on order or threads.", PURPLE),
    Note("Backward", ("var conv2Grad = conv2;",), "In place",
         "conv2 is read here for the last time, so its gradient takes its memory.", GREEN),
    Note("Backward", ("Release(ref conv2);",), "Freed at its last use",
         "Known while compiling. Values in the arena share places instead.", RED),
    Note("Backward", ("the images need no gradient",), "The images need no gradient",
         "No parameter lies before them, so none is computed.", BROWN),
    Note("Update", ("count: 421_408",), "Decay is a boundary in memory",
         "Weights of products and convolutions lie first and decay; biases, scales and shifts follow and don't.", TEAL),
)

KEYWORDS = {"private", "void", "int", "double", "var", "ref", "default", "false", "true"}
TOKEN = re.compile(r"//.*|\b[A-Za-z_][A-Za-z_0-9]*\b|\b[0-9][0-9_.e]*\b|[^A-Za-z0-9_]")


def default_source() -> Path:
    """The accepted snapshot, or what the last build wrote."""
    snapshots = sorted((ROOT / "tests" / "Regimen.Generators.Tests").glob(f"**/*{FILE}.g.verified.cs"))
    built = sorted((ROOT / "samples" / "FashionMnist" / "obj").glob(f"**/generated/**/{FILE}.g.cs"))
    if not snapshots and not built:
        sys.exit(f"figure: no {FILE}.g.cs; build samples/FashionMnist first, or give --source")
    return (snapshots or built)[0]


def method(text: str, header: str) -> list[str]:
    """A method's lines without indentation of its class, its phases' comments kept, empty lines kept."""
    lines = text.splitlines()
    start = next((index for index, line in enumerate(lines) if line.strip().startswith(header)), None)
    if start is None:
        sys.exit(f"figure: the generated file has no '{header}'")
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = next(index for index in range(start, len(lines)) if lines[index] == " " * indent + "}")
    body = [line[indent:] for line in lines[start:end + 1]]
    # The line of the opening brace goes with the header's, and the comments move up to their text.
    body = [body[0] + " {"] + body[2:]
    if body[1] == "":
        del body[1]
    return [piece for line in body for piece in broken(re.sub(r" +// ", "  // ", line) if line.strip()[:2] != "//" else line)]


def broken(line: str) -> list[str]:
    """The line, in two where it is too long; the second part is indented further."""
    if len(line) <= LONGEST:
        return [line]
    cut = line.rfind(", ", 0, LONGEST)
    return [line[:cut + 1], " " * 8 + line[cut + 2:]]


def coloured(line: str) -> str:
    """The line as SVG spans: keywords, comments, numbers."""
    spans = []
    for token in TOKEN.findall(line):
        kind = "c" if token.startswith("//") else "k" if token in KEYWORDS else "n" if token[0].isdigit() else ""
        spans.append(f'<tspan class="{kind}">{escape(token)}</tspan>' if kind else escape(token))
    return "".join(spans)


def draw(text: str) -> str:
    """The whole figure."""
    lines: list[str] = []
    wanted: list[tuple[Note, list[int]]] = []
    for header in METHODS:
        if lines:
            lines.append("")
        first = len(lines)
        lines += method(text, header)
        for note in (note for note in NOTES if f" {note.method}(" in header):
            rows = [next((row for row in range(first, len(lines)) if part in lines[row]), None) for part in note.lines]
            if None in rows:
                sys.exit(f"figure: {note.method} has no line with {note.lines}; correct NOTES")
            wanted.append((note, [row for row in rows if row is not None]))

    code_width = max(len(line) for line in lines) * FONT * ADVANCE
    notes_left = MARGIN + code_width + GUTTER
    width = notes_left + NOTE_WIDTH + MARGIN
    top = MARGIN + 8

    def y_of(row: int) -> float:
        return top + row * LINE

    body, below = [], top
    for note, rows in wanted:
        explanation = textwrap.wrap(note.text, NOTE_LETTERS, break_on_hyphens=False)
        height = 12 + NOTE_LINE * (1 + len(explanation)) + 6
        middle = y_of(rows[0]) + LINE / 2
        box = max(below, middle - height / 2)
        below = box + height + 10
        for row in rows:
            y = y_of(row)
            end = MARGIN + len(lines[row]) * FONT * ADVANCE + 6
            begin = MARGIN + (len(lines[row]) - len(lines[row].lstrip())) * FONT * ADVANCE - 4
            body.append(f'<rect x="{begin:.1f}" y="{y + 0.5:.1f}" width="{end - begin:.1f}" height="{LINE - 1}" rx="3" fill="{note.colour}" fill-opacity="0.12"/>')
            edge = notes_left - GUTTER / 2
            body.append(
                f'<path d="M{end:.1f} {y + LINE / 2:.1f} H{edge:.1f} L{notes_left - 8:.1f} {box + 15:.1f} H{notes_left:.1f}" '
                f'fill="none" stroke="{note.colour}" stroke-opacity="0.6"/>')
        body.append(f'<rect x="{notes_left:.1f}" y="{box:.1f}" width="{NOTE_WIDTH}" height="{height}" rx="5" fill="#ffffff" stroke="{note.colour}"/>')
        body.append(f'<text class="note title" x="{notes_left + 12:.1f}" y="{box + 20:.1f}" fill="{note.colour}">{escape(note.title)}</text>')
        for index, part in enumerate(explanation, 1):
            body.append(f'<text class="note" fill="#1f2328" x="{notes_left + 12:.1f}" y="{box + 20 + index * NOTE_LINE:.1f}">{escape(part)}</text>')

    for row, line in enumerate(lines):
        if line.strip():
            x = MARGIN + (len(line) - len(line.lstrip())) * FONT * ADVANCE
            letters = len(line.strip())
            # A fixed length makes the letters stand alike whatever monospaced font there is.
            body.append(
                f'<text class="code" x="{x:.1f}" y="{y_of(row) + 13.5:.1f}" textLength="{letters * FONT * ADVANCE:.1f}" '
                f'lengthAdjust="spacingAndGlyphs">{coloured(line.strip())}</text>')

    height = max(y_of(len(lines)), below) + MARGIN
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">',
        "<title>Forward, Backward and Update as generated for FashionCnn, with notes</title>",
        "<style>",
        f".code {{ font: {FONT}px 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #1f2328; white-space: pre; }}",
        f".note {{ font: {NOTE_FONT}px 'DejaVu Sans', Verdana, sans-serif; }}",
        ".title { font-weight: bold; }",
        ".k { fill: #0a3069; font-weight: bold; }",
        ".c { fill: #57606a; }",
        ".n { fill: #0a5c8a; }",
        "</style>",
        f'<rect width="{width:.0f}" height="{height:.0f}" rx="8" fill="#fbfcfd" stroke="#d0d7de"/>',
        *body,
        "</svg>",
        "",
    ])


def main() -> None:
    parser = argparse.ArgumentParser(description="Draws docs/images/generated-cnn.svg from the generated code.")
    parser.add_argument("--source", type=Path, default=None, help="the generated Network file; default the accepted snapshot")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "images" / "generated-cnn.svg")
    given = parser.parse_args()
    text = (given.source or default_source()).read_text(encoding="utf-8-sig")
    given.output.parent.mkdir(parents=True, exist_ok=True)
    given.output.write_text(draw(text), encoding="utf-8")
    print(f"figure: {given.output}")


if __name__ == "__main__":
    main()
