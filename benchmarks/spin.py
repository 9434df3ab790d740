#!/usr/bin/python3
"""How long OpenMP's waiting threads spin, and what that costs: what docs/decisions/0002 decides on.

    make build && /usr/bin/python3 benchmarks/spin.py [--rounds N]

Trains the sample's MLP with each spin count in turn, alone and with one busy process per core beside it, and prints the medians of the
images per second of all rounds. Without GOMP_SPINCOUNT the sample sets 4,000 itself, so every row is set here from outside.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "FashionMnist" / "bin" / "Release" / "net10.0" / "FashionMnist.dll"
SETTINGS = {
    "300,000 (GNU's default)": {"GOMP_SPINCOUNT": "300000"},
    "10,000": {"GOMP_SPINCOUNT": "10000"},
    "4,000 (Regimen's default)": {"GOMP_SPINCOUNT": "4000"},
    "1,000": {"GOMP_SPINCOUNT": "1000"},
    "passive": {"OMP_WAIT_POLICY": "passive"},
}
EPOCHS = 2


def images_per_second(setting: dict[str, str], runs: str) -> float:
    """Of the second epoch; the first one warms up."""
    result = subprocess.run(
        ["dotnet", str(SAMPLE), "mlp", "--epochs", str(EPOCHS), "--runs", runs],
        env={**os.environ, **setting}, capture_output=True, text=True, check=True)
    row = next(line for line in result.stdout.splitlines() if line.split()[:1] == [str(EPOCHS)])
    return float(row.split()[-1].replace(",", ""))


def measure(rounds: int, busy: int) -> dict[str, list[float]]:
    """Every setting in turn, as often as said, beside so many busy processes."""
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(busy)]
    try:
        found: dict[str, list[float]] = {name: [] for name in SETTINGS}
        with tempfile.TemporaryDirectory() as runs:
            for _ in range(rounds):
                for name, setting in SETTINGS.items():
                    found[name].append(images_per_second(setting, runs))
                    print(f"{name}, {busy} busy processes: {found[name][-1]:,.0f}", file=sys.stderr)
        return found
    finally:
        for other in others:
            other.kill()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="turns of each setting")
    rounds = parser.parse_args().rounds
    cores = len(os.sched_getaffinity(0))
    alone, beside = measure(rounds, 0), measure(rounds, cores)
    print(f"Images per second, medians (least–most) of {rounds} runs, {cores} cores:\n")
    print("| spin count | alone | beside one busy process per core |\n|---|---|---|")
    for name in SETTINGS:
        cells = (f"{statistics.median(values):,.0f} ({min(values):,.0f}–{max(values):,.0f})" for values in (alone[name], beside[name]))
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
