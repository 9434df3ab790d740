"""Training, as a PyTorch user would write it, with the random choices taken from the case."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import nn

from case import Case
from network import MaskedDropout, build, decayed_parameters
from schedule import rate_at


def run(case: Case) -> None:
    """Answers a case: runs its steps, evaluates if asked to, and writes the results into its folder."""
    network = _network(case)
    result = _gradients(case, network) if case.mode == "gradients" else _train(case, network)
    if case.record_weights:
        norms = [module for module in network.modules() if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d))]
        case.write("buffers.bin", (buffer for norm in norms for buffer in (norm.running_mean, norm.running_var)))
    result["evaluation"] = _evaluate(case, network) if case.evaluate else None
    case.write_result(result)


def _network(case: Case) -> nn.Module:
    network, shape = build(case.network, case.input)
    if shape != [case.classes]:
        raise ValueError(f"the network gives {shape}, not [{case.classes}]")
    network.to(case.dtype)

    parameters = list(network.parameters())
    expected, given = [list(p.shape) for p in parameters], [list(values.shape) for _, values in case.parameters]
    if expected != given:
        names = [name for name, _ in case.parameters]
        raise ValueError(f"PyTorch's parameters are {expected}, the case's are {list(zip(names, given))}")
    with torch.no_grad():
        for parameter, (_, values) in zip(parameters, case.parameters):
            parameter.copy_(values)
    return network.train()


def _train(case: Case, network: nn.Module) -> dict[str, Any]:
    settings = case.optimizer
    decayed = decayed_parameters(network, settings.get("include_bias", False), settings.get("include_norm", False))
    chosen = {id(parameter) for parameter in decayed}
    exempt = [parameter for parameter in network.parameters() if id(parameter) not in chosen]
    groups = [
        {"params": decayed, "weight_decay": settings.get("weight_decay", 0.0)},
        {"params": exempt, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.SGD(
        groups, lr=settings["learning_rate"], momentum=settings.get("momentum", 0.0), nesterov=settings.get("nesterov", False))

    result: dict[str, Any] = {"losses": [], "rates": [], "accuracies": []}
    history = []
    for index, step in enumerate(case.steps):
        rate = rate_at(index, settings["learning_rate"], case.schedule)
        for group in optimizer.param_groups:
            group["lr"] = rate

        optimizer.zero_grad(set_to_none=True)
        loss, accuracy = _forward(case, network, step)
        loss.backward()
        optimizer.step()

        result["losses"].append(loss.item())
        result["rates"].append(rate)
        result["accuracies"].append(accuracy)
        if case.record_weights:
            history += [parameter.detach().clone() for parameter in network.parameters()]

    if case.record_weights:
        case.write("weights.bin", history)
    return result


def _gradients(case: Case, network: nn.Module) -> dict[str, Any]:
    loss, accuracy = _forward(case, network, case.steps[0])
    loss.backward()
    case.write("gradients.bin", (parameter.grad for parameter in network.parameters()))
    return {"losses": [loss.item()], "rates": [], "accuracies": [accuracy]}


def _evaluate(case: Case, network: nn.Module) -> dict[str, float]:
    network.eval()
    samples = torch.tensor(case.evaluate["samples"], dtype=torch.long)
    with torch.no_grad():
        logits = network(_normalized(case, samples))
    case.write("logits.bin", [logits])
    labels = case.labels[samples]
    return {
        "loss": F.cross_entropy(logits, labels).item(),
        "accuracy": (logits.argmax(1) == labels).double().mean().item(),
    }


def _normalized(case: Case, samples: torch.Tensor) -> torch.Tensor:
    return (case.pixels[samples].to(case.dtype) / 255 - case.mean) / case.std


def _forward(case: Case, network: nn.Module, step: dict[str, Any]) -> tuple[torch.Tensor, float]:
    """The training loss of one step and its accuracy, weighted by λ against both labels."""
    samples = torch.tensor(step["samples"], dtype=torch.long)
    x, labels = _normalized(case, samples), case.labels[samples]
    target = F.one_hot(labels, case.classes).to(case.dtype)

    share, partners = step.get("lambda"), step.get("partners")
    if (share is None) != (partners is None):
        raise ValueError("lambda and partners come together")
    if share is not None:
        # One λ stays a number, as mixup is usually written; one per sample becomes a column.
        share = torch.tensor(share, dtype=case.dtype).view(len(samples), 1) if isinstance(share, list) else share
        partners = torch.tensor(partners, dtype=torch.long)
        if len(partners) != len(samples):
            raise ValueError(f"{len(partners)} partners for {len(samples)} samples")
        image_share = share.view(-1, 1, 1, 1) if isinstance(share, torch.Tensor) else share
        x = image_share * x + (1 - image_share) * x[partners]
        target = share * target + (1 - share) * target[partners]
    target = (1 - case.smoothing) * target + case.smoothing / case.classes

    _set_masks(case, network, step.get("masks") or {}, len(samples))
    logits = network(x)
    loss = F.cross_entropy(logits, target)

    predictions = logits.argmax(1)
    right = (predictions == labels).double()
    if share is not None:
        weight = share.view(-1).double() if isinstance(share, torch.Tensor) else share
        right = weight * right + (1 - weight) * (predictions == labels[partners]).double()
    return loss, right.mean().item()


def _set_masks(case: Case, network: nn.Module, files: dict[str, str], batch: int) -> None:
    dropouts = [module for module in network.modules() if isinstance(module, MaskedDropout)]
    unknown = files.keys() - {str(index) for index in range(len(dropouts))}
    if unknown:
        raise ValueError(f"masks for {sorted(unknown)}, but the network has {len(dropouts)} Dropout layers")
    for index, dropout in enumerate(dropouts):
        name = files.get(str(index))
        size = (case.folder / name).stat().st_size if name else 0
        dropout.mask = case.read_bytes(name, [batch, size // batch]) if name else None
        if dropout.mask is not None and int(dropout.mask.max()) > 1:
            raise ValueError(f"{name} is not a mask of zeros and ones")
