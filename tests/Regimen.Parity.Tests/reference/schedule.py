"""The learning rate as a function of the step, written from docs/tricks/ and from nothing else."""

from __future__ import annotations

import math
from typing import Any


def rate_at(step: int, peak: float, schedule: dict[str, Any]) -> float:
    """The rate of a step counted from 0, for a schedule as a case describes it."""
    total, warmup, cosine = schedule["total_steps"], schedule.get("warmup"), schedule.get("cosine")
    if not 0 <= step < total:
        raise ValueError(f"step {step} is outside a run of {total}")

    warmup_steps = warmup["steps"] if warmup else 0
    if step < warmup_steps:
        if warmup["mode"] == "Gradual":
            return peak * (step + 1) / warmup_steps
        if warmup["mode"] == "Constant":
            return peak * warmup["factor"]
        raise ValueError(f"unknown warm-up '{warmup['mode']}'")

    if not cosine:
        return peak
    span = total - 1 - warmup_steps
    if span == 0:  # The formula divides 0 by 0: one step cannot be both the peak and the floor.
        raise ValueError("cosine decay over a single step is not defined")
    floor = cosine.get("floor", 0.0)
    return floor + 0.5 * (1 + math.cos(math.pi * (step - warmup_steps) / span)) * (peak - floor)
