"""A parity case on disk: what is read from its folder and what is written back.

Read: ``case.json`` and the files that it names, all raw and little-endian without headers.

=================  ==================================================================================================================
mode               "train": one update per step; "gradients": exactly one step, forward and backward only.
dtype              "float32" or "float64": element type of parameters, of all arithmetic and of every .bin written.
network            {"kind", "arguments", "children"} as the Layers class names them; a missing argument has that class's default.
input, classes     Shape of a sample, [C, H, W]; number of classes K, which the network's outputs must match.
pixels, labels     Files of bytes: count × C × H × W, and count.
mean, std          One value per channel, in shares of 255: x = (pixels/255 − mean)/std.
parameters         [{"name", "shape"}] in preorder of the network, each layer's weight, then its bias; shapes are PyTorch's. Their values
                   follow one another in ``parameters.bin``. Names serve messages only.
optimizer          {"learning_rate", "momentum", "nesterov", "weight_decay", "include_bias", "include_norm"}; all but the rate may be left out
                   (0 or false). The rate is the peak, after linear scaling.
schedule           {"total_steps": T, "warmup": null | {"steps", "mode": "Gradual" | "Constant", "factor"}, "cosine": null | {"floor"}}.
smoothing          ε of label smoothing; 0 or left out: none.
steps              [{"samples": indices, "lambda": null | λ | [λ per sample], "partners": null | [positions in the batch], "masks": {"i": file}}];
                   i counts the Dropout layers from 0 in preorder, the file holds a byte per value of the batch in NCHW order: 1 keeps, 0 drops.
record_weights     Whether weights.bin and buffers.bin are written. Default false.
evaluate           Optional {"samples": indices}: evaluated after the steps, in one batch.
=================  ==================================================================================================================

Written: ``result.json`` (last, so that its presence means success) and

=================  ==================================================================================================================
result.json        {"losses", "rates", "accuracies", "evaluation"}: the first three have one number per step ("rates" is empty in mode
                   "gradients"); "evaluation" is null or {"loss": plain cross-entropy, "accuracy"}.
weights.bin        Mode "train", record_weights: after every step all parameters in order.
gradients.bin      Mode "gradients": the loss's gradient of all parameters in order, without weight decay.
buffers.bin        record_weights: running mean, then running variance of each batch normalisation in preorder, after the last step.
logits.bin         evaluate: samples × K.
=================  ==================================================================================================================
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Iterable

import numpy
import torch

OUTPUTS = ("result.json", "weights.bin", "gradients.bin", "buffers.bin", "logits.bin")


def remove_results(folder: Path) -> None:
    """Deletes what an earlier run wrote, lest a failure leave an old answer behind."""
    for name in OUTPUTS:
        (folder / name).unlink(missing_ok=True)


class Case:
    """A case read from its folder; the files that it names are read and their sizes checked."""

    def __init__(self, folder: Path) -> None:
        description = json.loads((folder / "case.json").read_text(encoding="utf-8"))
        self.folder = folder
        self.mode: str = description["mode"]
        if self.mode not in ("train", "gradients"):
            raise ValueError(f"mode is '{self.mode}', not 'train' or 'gradients'")
        self.dtype = {"float32": torch.float32, "float64": torch.float64}[description["dtype"]]
        self._element = {"float32": "<f4", "float64": "<f8"}[description["dtype"]]

        self.network: dict[str, Any] = description["network"]
        self.input: list[int] = description["input"]
        self.classes: int = description["classes"]
        count: int = description["count"]
        self.pixels = self.read_bytes(description["pixels"], [count, *self.input])
        self.labels = self.read_bytes(description["labels"], [count]).long()
        if count > 0 and int(self.labels.max()) >= self.classes:
            raise ValueError(f"label {int(self.labels.max())} with {self.classes} classes")
        self.mean = self._per_channel(description["mean"], "mean")
        self.std = self._per_channel(description["std"], "std")

        self.parameters = self._read_parameters(description["parameters"])
        self.optimizer: dict[str, Any] = description["optimizer"]
        self.schedule: dict[str, Any] = description["schedule"]
        self.smoothing: float = description.get("smoothing") or 0.0
        self.steps: list[dict[str, Any]] = description["steps"]
        if self.mode == "gradients" and len(self.steps) != 1:
            raise ValueError(f"mode 'gradients' takes 1 step, not {len(self.steps)}")
        self.record_weights: bool = description.get("record_weights", False)
        self.evaluate: dict[str, Any] | None = description.get("evaluate")

    def read_bytes(self, name: str, shape: list[int]) -> torch.Tensor:
        """A file of bytes as a uint8 tensor of the given shape."""
        return torch.from_numpy(self._read(name, "u1", shape))

    def write(self, name: str, tensors: Iterable[torch.Tensor]) -> None:
        """Writes the tensors' values one after the other, in the case's element type."""
        with open(self.folder / name, "wb") as file:
            for tensor in tensors:
                file.write(tensor.detach().contiguous().numpy().astype(self._element, copy=False).tobytes())

    def write_result(self, result: dict[str, Any]) -> None:
        """Writes result.json; a loss that is not finite is an error, for JSON has no name for it."""
        (self.folder / "result.json").write_text(json.dumps(result, allow_nan=False), encoding="utf-8")

    def _read(self, name: str, element: str, shape: list[int]) -> numpy.ndarray:
        values = numpy.fromfile(self.folder / name, dtype=element)
        expected = int(numpy.prod(shape))
        if values.size != expected:
            raise ValueError(f"{name} holds {values.size} values, but {shape} takes {expected}")
        return values.reshape(shape)

    def _per_channel(self, values: list[float], name: str) -> torch.Tensor:
        if len(values) != self.input[0]:
            raise ValueError(f"{name} has {len(values)} values for {self.input[0]} channels")
        return torch.tensor(values, dtype=self.dtype).view(-1, 1, 1)

    def _read_parameters(self, descriptions: list[dict[str, Any]]) -> list[tuple[str, torch.Tensor]]:
        sizes = [int(numpy.prod(description["shape"])) for description in descriptions]
        values = torch.from_numpy(self._read("parameters.bin", self._element, [sum(sizes)]))
        return [
            (description["name"], part.view(description["shape"]))
            for description, part in zip(descriptions, torch.split(values, sizes))
        ]
