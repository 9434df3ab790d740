"""PyTorch's answer to parity cases: trains what each case.json describes and writes the numbers beside it.

    /usr/bin/python3 reference.py FOLDER [FOLDER…]

One process serves many folders, because importing torch takes longer than most cases. The format of a case is described in case.py.
A folder that fails is reported on standard error and has no result.json afterwards; the others still run, and the exit status is 1.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import torch

from case import Case, remove_results
from training import run


def main(folders: list[str]) -> int:
    """Answers the cases of all folders; 0 if every one succeeded, 2 if none was named."""
    if not folders:
        print(__doc__, file=sys.stderr)
        return 2

    torch.set_num_threads(2)
    torch.use_deterministic_algorithms(True)

    failures = 0
    for folder in map(Path, folders):
        try:
            remove_results(folder)
            run(Case(folder))
        except Exception:  # One bad case must not hide the answers to the others.
            failures += 1
            print(f"{folder}: {traceback.format_exc()}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
