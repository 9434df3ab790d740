#!/usr/bin/python3
"""Draws docs/images/diagnostics.svg: an experiment with mistakes as an editor shows it, with what the analyzers really say.

    /usr/bin/python3 scripts/diagnostics_figure.py [--output FILE]

Builds samples/Mistakes, reads the compiler's own log of diagnostics (SARIF), and sets each message of a rule under the line that it is
about. Nothing in the figure is written by hand but its colours.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import textwrap
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "samples" / "Mistakes"
SOURCE = PROJECT / "HastyCnn.cs"

FONT = 14
ADVANCE = 0.602    # width of a monospaced letter, as a share of its size
LINE = 22
MARGIN = 22
NUMBERS = 40       # width of the column of line numbers
BUBBLE = 40        # height of a message
WRAP = 96          # letters in a line of a message

KEYWORDS = {"using", "static", "namespace", "public", "private", "partial", "class", "true", "false"}
TOKEN = re.compile(r'//.*|"[^"]*"|\b[A-Za-z_][A-Za-z_0-9]*\b|\b[0-9][0-9_.e\-]*\b|\s+|[^A-Za-z0-9_\s]')
COLOURS = {"warning": "#b7791f", "note": "#2b6cb0", "error": "#c53030"}


@dataclass
class Finding:
    """A diagnostic of a rule; line and columns count from 1, the end column is behind the last letter."""

    rule: str
    level: str
    message: str
    line: int
    start: int
    end: int


def findings() -> list[Finding]:
    """What the analyzers say about the sample."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.sarif"
        build = subprocess.run(
            ["dotnet", "build", str(PROJECT), "--configuration", "Release", "--nologo", "--verbosity", "quiet", "--no-incremental", f"-p:ErrorLog={log}%2cversion=2.1"],
            capture_output=True, text=True, check=False)
        if build.returncode != 0 or not log.exists():
            sys.exit(f"diagnostics_figure: samples/Mistakes does not build:\n{build.stdout}{build.stderr}")
        results = json.loads(log.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    found = []
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        if not result["ruleId"].startswith("REG") or not place["artifactLocation"]["uri"].endswith(SOURCE.name):
            continue
        if region["startLine"] != region["endLine"]:
            sys.exit(f"diagnostics_figure: {result['ruleId']} spans several lines, which the figure can't show")
        found.append(Finding(result["ruleId"], result["level"], result["message"]["text"], region["startLine"], region["startColumn"], region["endColumn"]))
    if not found:
        sys.exit("diagnostics_figure: the analyzers say nothing about samples/Mistakes")
    return sorted(found, key=lambda finding: (finding.line, finding.start))


def coloured(line: str) -> str:
    """The line as SVG spans."""
    spans = []
    for token in TOKEN.findall(line):
        kind = "k" if token in KEYWORDS else "n" if token[0].isdigit() else "t" if token[0].isupper() else ""
        spans.append(f'<tspan class="{kind}">{escape(token)}</tspan>' if kind else escape(token))
    return "".join(spans)


def squiggle(x: float, y: float, width: float, colour: str) -> str:
    """A wavy line under a text."""
    steps = max(2, round(width / 3))
    points = " ".join(f"{x + width * step / steps:.1f},{y + (2 if step % 2 else 0):.1f}" for step in range(steps + 1))
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.3"/>'


def draw(found: list[Finding]) -> str:
    """The whole figure."""
    letter = FONT * ADVANCE
    lines = SOURCE.read_text(encoding="utf-8").rstrip("\n").split("\n")
    body: list[str] = []
    y = MARGIN
    for number, line in enumerate(lines, start=1):
        here = [finding for finding in found if finding.line == number]
        y += LINE
        body.append(f'<text class="l" x="{MARGIN + NUMBERS - 14}" y="{y}" text-anchor="end">{number}</text>')
        body.append(f'<text xml:space="preserve" x="{MARGIN + NUMBERS}" y="{y}">{coloured(line)}</text>')
        for finding in here:
            x = MARGIN + NUMBERS + (finding.start - 1) * letter
            body.append(squiggle(x, y + 4, (finding.end - finding.start) * letter, COLOURS[finding.level]))
        for finding in here:
            texts = textwrap.wrap(finding.message, WRAP, break_on_hyphens=False)
            height = 12 + 17 * (len(texts) + 1)
            x = MARGIN + NUMBERS + min(finding.start - 1, 12) * letter
            width = max(len(text) for text in texts + [finding.rule + " warning"]) * 12 * ADVANCE + 30
            y += 10
            body.append(f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{height}" rx="5" class="b" stroke="{COLOURS[finding.level]}"/>')
            body.append(f'<rect x="{x:.1f}" y="{y}" width="4" height="{height}" rx="2" fill="{COLOURS[finding.level]}"/>')
            body.append(f'<text class="m" x="{x + 14:.1f}" y="{y + 20}"><tspan class="r" fill="{COLOURS[finding.level]}">{finding.rule}</tspan></text>')
            for row, text in enumerate(texts):
                body.append(f'<text class="m" x="{x + 14:.1f}" y="{y + 37 + 17 * row}">{escape(text)}</text>')
            y += height + 2
    width = 2 * MARGIN + NUMBERS + max(max(len(line) for line in lines) * letter, (WRAP + 20) * 12 * ADVANCE)
    height = y + MARGIN
    style = (
        f'text{{font:{FONT}px "DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#1f2328}}.l{{fill:#9aa3ad}}.k{{fill:#0550ae}}.n{{fill:#8a5a00}}.t{{fill:#0f766e}}'
        '.m{font-size:12px;fill:#1f2328}.r{font-weight:bold}.b{fill:#fffdf7;stroke-width:1}')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" role="img" '
        f'aria-label="An experiment with {len(found)} diagnostics">\n<style>{style}</style>\n'
        f'<rect width="100%" height="100%" rx="8" fill="#ffffff" stroke="#d0d7de"/>\n' + "\n".join(body) + "\n</svg>\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "images" / "diagnostics.svg")
    output = parser.parse_args().output
    output.write_text(draw(findings()), encoding="utf-8")
    print(f"figure: {output}")


if __name__ == "__main__":
    main()
