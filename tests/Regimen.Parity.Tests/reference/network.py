"""Networks as a PyTorch user would build them, from the description that ``Network()`` gives."""

from __future__ import annotations

from typing import Any, Callable

import torch
from torch import nn

# The arguments of every kind of layer with their defaults, as in src/Regimen/Networks/Layers.cs. An ellipsis: must be given.
ARGUMENTS: dict[str, dict[str, Any]] = {
    "Sequential": {},
    "Residual": {},
    "Linear": {"features": ..., "bias": True},
    "Conv2d": {"channels": ..., "kernel": ..., "stride": 1, "padding": 0, "dilation": 1, "groups": 1, "bias": True},
    "BatchNorm": {"momentum": 0.1, "epsilon": 1e-5},
    "LayerNorm": {"epsilon": 1e-5},
    "ReLU": {},
    "LeakyReLU": {"slope": 0.01},
    "GELU": {},
    "SiLU": {},
    "Sigmoid": {},
    "Tanh": {},
    "MaxPool2d": {"kernel": ..., "stride": 0, "padding": 0},
    "AvgPool2d": {"kernel": ..., "stride": 0, "padding": 0},
    "GlobalAveragePool2d": {},
    "Flatten": {},
    "Dropout": {"probability": 0.5},
}


class Residual(nn.Module):
    """body(x) + shortcut(x), or body(x) + x."""

    def __init__(self, body: nn.Module, shortcut: nn.Module | None) -> None:
        super().__init__()
        self.body = body
        self.shortcut = nn.Identity() if shortcut is None else shortcut

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.body(x) + self.shortcut(x)


class MaskedDropout(nn.Module):
    """Inverted dropout whose keep mask is given before each training step instead of drawn."""

    def __init__(self, probability: float) -> None:
        super().__init__()
        self.probability = probability
        self.mask: torch.Tensor | None = None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or (self.mask is None and self.probability == 0):
            return x
        if self.mask is None:
            raise ValueError(f"a Dropout({self.probability}) has no mask in this step")
        return x * (self.mask.view_as(x).to(x.dtype) / (1 - self.probability))


def build(description: dict[str, Any], shape: list[int]) -> tuple[nn.Module, list[int]]:
    """The network for samples of the given shape, and the shape that it gives."""
    kind, children = description["kind"], description.get("children") or []
    if kind == "Sequential":
        layers = []
        for child in children:
            layer, shape = build(child, shape)
            layers.append(layer)
        return nn.Sequential(*layers), shape
    if kind == "Residual":
        branches = [build(child, shape) for child in children]
        body, inner = branches[0]
        shortcut, outer = branches[1] if len(branches) > 1 else (None, shape)
        if inner != outer:
            raise ValueError(f"Residual adds {inner} and {outer}")
        return Residual(body, shortcut), inner
    if children:
        raise ValueError(f"{kind} takes no children")

    layer = _layer(kind, _arguments(kind, description.get("arguments") or {}), shape)
    with torch.no_grad():  # In eval mode the probe neither moves running statistics nor asks for masks.
        result = list(layer.eval()(torch.zeros(1, *shape)).shape[1:])
    return layer.train(), result


def decayed_parameters(network: nn.Module, include_bias: bool, include_norm: bool) -> list[nn.Parameter]:
    """Weights of Linear and Conv2d, with their biases and with normalisations' scales and shifts only if asked for."""
    chosen = []
    for module in network.modules():
        if isinstance(module, (nn.Linear, nn.Conv2d)):
            chosen.append(module.weight)
            if include_bias and module.bias is not None:
                chosen.append(module.bias)
        elif isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d, nn.LayerNorm)) and include_norm:
            chosen += [module.weight, module.bias]
    return chosen


def _arguments(kind: str, given: dict[str, Any]) -> dict[str, Any]:
    if kind not in ARGUMENTS:
        raise ValueError(f"unknown kind of layer '{kind}'")
    unknown = given.keys() - ARGUMENTS[kind].keys()
    if unknown:
        raise ValueError(f"{kind} has no argument {sorted(unknown)}")
    arguments = {**ARGUMENTS[kind], **given}
    missing = [name for name, value in arguments.items() if value is ...]
    if missing:
        raise ValueError(f"{kind} needs {missing}")
    return arguments


def _layer(kind: str, a: dict[str, Any], shape: list[int]) -> nn.Module:
    def expect(rank: int) -> None:
        if len(shape) != rank:
            raise ValueError(f"{kind} takes samples of rank {rank}, not {shape}")

    def linear() -> nn.Module:
        expect(1)
        return nn.Linear(shape[0], a["features"], bias=a["bias"])

    def conv2d() -> nn.Module:
        expect(3)
        return nn.Conv2d(
            shape[0], a["channels"], a["kernel"], stride=a["stride"], padding=a["padding"], dilation=a["dilation"], groups=a["groups"],
            bias=a["bias"])

    def batch_norm() -> nn.Module:
        kinds = {1: nn.BatchNorm1d, 3: nn.BatchNorm2d}
        return kinds[len(shape)](shape[0], eps=a["epsilon"], momentum=a["momentum"])

    def pool(kind: Callable[..., nn.Module]) -> nn.Module:
        expect(3)
        return kind(a["kernel"], stride=a["stride"] or a["kernel"], padding=a["padding"])

    def global_average_pool() -> nn.Module:
        expect(3)
        return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())

    makers: dict[str, Callable[[], nn.Module]] = {
        "Linear": linear,
        "Conv2d": conv2d,
        "BatchNorm": batch_norm,
        "LayerNorm": lambda: nn.LayerNorm(shape, eps=a["epsilon"]),
        "ReLU": nn.ReLU,
        "LeakyReLU": lambda: nn.LeakyReLU(a["slope"]),
        "GELU": nn.GELU,
        "SiLU": nn.SiLU,
        "Sigmoid": nn.Sigmoid,
        "Tanh": nn.Tanh,
        "MaxPool2d": lambda: pool(nn.MaxPool2d),
        "AvgPool2d": lambda: pool(nn.AvgPool2d),
        "GlobalAveragePool2d": global_average_pool,
        "Flatten": nn.Flatten,
        "Dropout": lambda: MaskedDropout(a["probability"]),
    }
    return makers[kind]()
