"""The learning rates of whole runs.

    /usr/bin/python3 rates.py FILE

FILE holds a JSON list of {"peak", "schedule"}, the schedule as in a case (see case.py); for each, the rates of all its steps are printed as one
JSON list of lists.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from schedule import rate_at


def main(path: str) -> None:
    """Prints the rates of all runs described in the file."""
    runs = json.loads(Path(path).read_text(encoding="utf-8"))
    rates = [[rate_at(step, run["peak"], run["schedule"]) for step in range(run["schedule"]["total_steps"])] for run in runs]
    json.dump(rates, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
