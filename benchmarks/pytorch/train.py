"""The benchmark's PyTorch side: the training of the generated programs as a PyTorch user writes it, eager, with the data resident.

    /usr/bin/python3 train.py --network mlp|cnn|resnet [--batch 128] [--threads 2] [--channels-last]

A worker for alternating measurements. It prints {"ready": true, …}, then serves the lines of its standard input: "run N" trains N steps and
prints {"ms_per_step": median of the steps' times in milliseconds, "steps": N}; "exit", or the end of input, ends it. Training continues from
one run to the next. Fashion-MNIST is read from REGIMEN_DATA, or else from where Debian's dataset-fashion-mnist puts it.

How malloc is tuned is the caller's choice: MALLOC_MMAP_THRESHOLD_, MALLOC_TRIM_THRESHOLD_ and MALLOC_TOP_PAD_ in the environment.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Iterator

import numpy
import torch
import torch.nn.functional as F
from torch import nn

EPOCHS, WARMUP_EPOCHS = 20, 2
LEARNING_RATE, MOMENTUM, WEIGHT_DECAY = 0.1, 0.9, 5e-4
SMOOTHING, ALPHA = 0.1, 0.2


class Residual(nn.Module):
    """relu(body(x) + shortcut(x))."""

    def __init__(self, body: nn.Module, shortcut: nn.Module | None = None) -> None:
        super().__init__()
        self.body = body
        self.shortcut = shortcut or nn.Identity()
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.relu(self.body(x) + self.shortcut(x))


def convolution(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> list[nn.Module]:
    """A convolution that keeps the size, but for its stride, and its normalisation."""
    return [nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2, bias=False), nn.BatchNorm2d(outputs)]


def relu() -> nn.Module:
    return nn.ReLU(inplace=True)


def mlp() -> nn.Module:
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(784, 256, bias=False), nn.BatchNorm1d(256), relu(),
        nn.Linear(256, 128, bias=False), nn.BatchNorm1d(128), relu(),
        nn.Linear(128, 10))


def cnn() -> nn.Module:
    return nn.Sequential(
        *convolution(1, 32), relu(), nn.MaxPool2d(2),
        *convolution(32, 64), relu(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(64 * 7 * 7, 128, bias=False), nn.BatchNorm1d(128), relu(), nn.Dropout(0.2),
        nn.Linear(128, 10))


def resnet() -> nn.Module:
    def body(inputs: int, outputs: int, stride: int = 1) -> nn.Module:
        return nn.Sequential(*convolution(inputs, outputs, stride=stride), relu(), *convolution(outputs, outputs))

    return nn.Sequential(
        *convolution(1, 16), relu(),
        *convolution(16, 32), relu(), nn.MaxPool2d(2),
        Residual(body(32, 32)),
        Residual(body(32, 64, stride=2), nn.Sequential(*convolution(32, 64, kernel=1, stride=2))),
        Residual(body(64, 64)),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(),
        nn.Linear(64, 10))


NETWORKS = {"mlp": mlp, "cnn": cnn, "resnet": resnet}


def read_idx(name: str, header: int) -> torch.Tensor:
    """The bytes of one of the data set's files, gzipped or not, after its header."""
    folder = Path(os.environ.get("REGIMEN_DATA") or "/usr/share/datasets/fashion-mnist")
    packed = folder / f"{name}.gz"
    data = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / name).read_bytes()
    return torch.from_numpy(numpy.frombuffer(data, dtype=numpy.uint8, offset=header).copy())


def parameter_groups(network: nn.Module) -> list[dict]:
    """Weights of products and convolutions decay; biases and normalisations, which are vectors, do not."""
    parameters = list(network.parameters())
    return [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": WEIGHT_DECAY},
        {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
    ]


def schedule(steps_per_epoch: int):
    """Linear warm-up, then half a cosine; a measurement longer than the run starts it again."""
    warmup, total = WARMUP_EPOCHS * steps_per_epoch, EPOCHS * steps_per_epoch

    def factor(step: int) -> float:
        step %= total
        if step < warmup:
            return (step + 1) / warmup
        return 0.5 * (1 + math.cos(math.pi * (step - warmup) / (total - 1 - warmup)))

    return factor


class Training:
    """A network in training, with the data in memory as bytes."""

    def __init__(self, network: str, batch: int, channels_last: bool) -> None:
        torch.manual_seed(1)
        numpy.random.seed(1)
        self.images = read_idx("train-images-idx3-ubyte", header=16).view(-1, 1, 28, 28)
        self.labels = read_idx("train-labels-idx1-ubyte", header=8).long()
        self.std, self.mean = (value.item() for value in torch.std_mean(self.images.float()))  # Of bytes, not of shares of 255.
        self.memory_format = torch.channels_last if channels_last else torch.contiguous_format
        self.network = NETWORKS[network]().to(memory_format=self.memory_format).train()
        self.optimizer = torch.optim.SGD(parameter_groups(self.network), lr=LEARNING_RATE, momentum=MOMENTUM, nesterov=True)
        self.scheduler = torch.optim.lr_scheduler.LambdaLR(self.optimizer, schedule(len(self.labels) // batch))
        self.batches = self._batches(batch)
        self.loss = torch.tensor(math.nan)

    def _batches(self, batch: int) -> Iterator[torch.Tensor]:
        """Indices of fresh batches, epoch after epoch in a new order; an epoch's incomplete last batch is left out."""
        while True:
            order = torch.randperm(len(self.labels))
            for start in range(0, len(order) - batch + 1, batch):
                yield order[start:start + batch]

    def step(self) -> None:
        indices = next(self.batches)
        x = self.images[indices].float().sub_(self.mean).div_(self.std)
        y = self.labels[indices]

        share = numpy.random.beta(ALPHA, ALPHA)
        partners = torch.randperm(len(y))
        x = x[partners].mul_(1 - share).add_(x, alpha=share).contiguous(memory_format=self.memory_format)

        self.optimizer.zero_grad(set_to_none=True)
        logits = self.network(x)
        loss = (share * F.cross_entropy(logits, y, label_smoothing=SMOOTHING)
                + (1 - share) * F.cross_entropy(logits, y[partners], label_smoothing=SMOOTHING))
        loss.backward()
        self.optimizer.step()
        self.scheduler.step()
        self.loss = loss.detach()

    def run(self, steps: int) -> float:
        """Trains and returns the median time of a step in milliseconds."""
        times = []
        for _ in range(steps):
            start = time.perf_counter()
            self.step()
            times.append(time.perf_counter() - start)
        if not math.isfinite(self.loss.item()):
            raise ArithmeticError(f"the loss is {self.loss.item()}")
        return 1000 * statistics.median(times)


def say(message: dict) -> None:
    print(json.dumps(message), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--network", choices=NETWORKS, required=True)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--channels-last", action="store_true")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    training = Training(options.network, options.batch, options.channels_last)
    say({"ready": True, "torch": torch.__version__, "threads": torch.get_num_threads()})
    for line in sys.stdin:
        match line.split():
            case ["run", count] if count.isdecimal() and int(count) > 0:
                say({"ms_per_step": training.run(int(count)), "steps": int(count)})
            case ["exit"]:
                return
            case []:
                pass
            case _:
                sys.exit(f"train.py: '{line.strip()}' is neither 'run N' nor 'exit'")


if __name__ == "__main__":
    main()
