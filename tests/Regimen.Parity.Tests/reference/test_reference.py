"""Holds reference.py against torch code written out by hand: functional calls, the update's formula, rates worked out on paper.

    /usr/bin/python3 -m unittest discover -s tests/Regimen.Parity.Tests/reference
"""

from __future__ import annotations

import contextlib
import io
import json
import math
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

import numpy
import torch
import torch.nn.functional as F

import reference
from network import ARGUMENTS, build
from schedule import rate_at

LAYERS = Path(__file__).resolve().parents[3] / "src" / "Regimen" / "Networks" / "Layers.cs"


def layer(kind: str, *children: dict[str, Any], **arguments: Any) -> dict[str, Any]:
    return {"kind": kind, "arguments": arguments, "children": list(children)}


def sequential(*children: dict[str, Any]) -> dict[str, Any]:
    return layer("Sequential", *children)


class Written:
    """A case in a temporary folder: random pixels, labels and parameters, and whatever the test overrides."""

    def __init__(self, parent: Path, network: dict[str, Any], shapes: list[list[int]], **overrides: Any) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=parent))
        self.random = numpy.random.default_rng(7)
        self.input = overrides.pop("input", [1, 4, 4])
        self.classes, self.count = overrides.pop("classes", 3), overrides.pop("count", 12)
        self.pixels = self.random.integers(0, 256, [self.count, *self.input], dtype=numpy.uint8)
        self.labels = self.random.integers(0, self.classes, self.count, dtype=numpy.uint8)
        self.element = {"float32": "<f4", "float64": "<f8"}[overrides.get("dtype", "float64")]
        self.shapes = shapes
        self.parameters = [(self.random.standard_normal(shape) * 0.5).astype(self.element) for shape in shapes]
        self.pixels.tofile(self.folder / "pixels.bin")
        self.labels.tofile(self.folder / "labels.bin")
        (self.folder / "parameters.bin").write_bytes(b"".join(values.tobytes() for values in self.parameters))
        channels = self.input[0]
        self.case = {
            "mode": "train", "dtype": "float64", "network": network, "input": self.input, "classes": self.classes,
            "pixels": "pixels.bin", "labels": "labels.bin", "count": self.count,
            "mean": [0.3 + 0.1 * c for c in range(channels)], "std": [0.4 - 0.05 * c for c in range(channels)],
            "parameters": [{"name": f"p{i}", "shape": shape} for i, shape in enumerate(shapes)],
            "optimizer": {"learning_rate": 0.1, "momentum": 0.0, "nesterov": False, "weight_decay": 0.0, "include_bias": False, "include_norm": False},
            "schedule": {"total_steps": 10, "warmup": None, "cosine": None},
            "smoothing": 0.0, "steps": [{"samples": [0, 1, 2, 3], "lambda": None, "partners": None}], "record_weights": True,
            **overrides,
        }
        self.save()

    def save(self) -> None:
        (self.folder / "case.json").write_text(json.dumps(self.case), encoding="utf-8")

    def mask(self, name: str, size: int) -> torch.Tensor:
        keep = self.random.integers(0, 2, [4, size], dtype=numpy.uint8)
        keep.tofile(self.folder / name)
        return torch.from_numpy(keep)

    def inputs(self, samples: list[int]) -> torch.Tensor:
        """(pixels/255 − mean)/std, by NumPy."""
        shape = [-1, 1, 1]
        mean, std = numpy.reshape(self.case["mean"], shape), numpy.reshape(self.case["std"], shape)
        return torch.from_numpy(((self.pixels[samples] / 255.0 - mean) / std).astype(self.element))

    def onehot(self, samples: list[int]) -> torch.Tensor:
        return torch.from_numpy(numpy.eye(self.classes, dtype=self.element)[self.labels[samples]])

    def leaves(self) -> list[torch.Tensor]:
        return [torch.from_numpy(values.copy()).requires_grad_() for values in self.parameters]

    def result(self) -> dict[str, Any]:
        return json.loads((self.folder / "result.json").read_text(encoding="utf-8"))

    def values(self, name: str) -> torch.Tensor:
        return torch.from_numpy(numpy.fromfile(self.folder / name, dtype=self.element))


def flat(tensors: list[torch.Tensor]) -> torch.Tensor:
    return torch.cat([tensor.detach().reshape(-1) for tensor in tensors])


class ReferenceTests(unittest.TestCase):
    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.parent = Path(directory.name)

    def answer(self, *cases: Written) -> None:
        self.assertEqual(0, reference.main([str(case.folder) for case in cases]))

    def refuse(self, case: Written, message: str) -> None:
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors):
            self.assertEqual(1, reference.main([str(case.folder)]))
        self.assertIn(message, errors.getvalue())
        self.assertFalse((case.folder / "result.json").exists())

    def assert_close(self, expected: torch.Tensor, actual: torch.Tensor, tolerance: float = 1e-12) -> None:
        torch.testing.assert_close(actual.reshape(-1), expected.detach().reshape(-1), rtol=tolerance, atol=tolerance)

    def test_gradients_of_softmax_regression_are_the_textbook_ones(self) -> None:
        case = Written(
            self.parent, sequential(layer("Flatten"), layer("Linear", features=3)), [[3, 16], [3]], mode="gradients", smoothing=0.1,
            steps=[{"samples": [5, 2, 7, 0], "lambda": 0.3, "partners": [2, 0, 3, 1]}])
        self.answer(case)

        weight, bias = case.parameters
        x, y = case.inputs([5, 2, 7, 0]).numpy().reshape(4, 16), case.onehot([5, 2, 7, 0]).numpy()
        x, y = 0.3 * x + 0.7 * x[[2, 0, 3, 1]], 0.3 * y + 0.7 * y[[2, 0, 3, 1]]
        y = 0.9 * y + 0.1 / 3
        exponentials = numpy.exp(x @ weight.T + bias)
        p = exponentials / exponentials.sum(1, keepdims=True)
        self.assertAlmostEqual(-(y * numpy.log(p)).sum() / 4, case.result()["losses"][0], 12)
        expected = numpy.concatenate([((p - y).T @ x / 4).ravel(), (p - y).sum(0) / 4])
        self.assert_close(torch.from_numpy(expected), case.values("gradients.bin"))
        self.assertEqual([], case.result()["rates"])
        self.assertFalse((case.folder / "weights.bin").exists())

    def test_training_follows_the_update_written_out(self) -> None:
        network = sequential(
            layer("Flatten"), layer("Linear", features=5, bias=False), layer("BatchNorm", momentum=0.2, epsilon=1e-3), layer("ReLU"),
            layer("Dropout", probability=0.25), layer("Linear", features=4), layer("LayerNorm"), layer("GELU"), layer("Dropout", probability=0.5),
            layer("Linear", features=3))
        shapes = [[5, 16], [5], [5], [4, 5], [4], [4], [4], [3, 4], [3]]
        for dtype, tolerance in ("float64", 1e-12), ("float32", 2e-5):
            for bias, norm in (False, False), (True, False), (False, True):
                with self.subTest(dtype=dtype, include_bias=bias, include_norm=norm):
                    case = Written(self.parent, network, shapes, dtype=dtype, smoothing=0.1)
                    batches = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [3, 6, 9, 0]]
                    shares, partners = [0.3, None, 0.9, 0.5], [[1, 0, 3, 2], None, [0, 1, 2, 3], [3, 0, 1, 2]]
                    masks = [(case.mask(f"masks-0-{i}.bin", 5), case.mask(f"masks-1-{i}.bin", 4)) for i in range(4)]
                    case.case["steps"] = [
                        {"samples": batches[i], "lambda": shares[i], "partners": partners[i],
                         "masks": {"0": f"masks-0-{i}.bin", "1": f"masks-1-{i}.bin"}} for i in range(4)]
                    case.case["optimizer"] = {
                        "learning_rate": 0.2, "momentum": 0.9, "nesterov": True, "weight_decay": 0.05, "include_bias": bias, "include_norm": norm}
                    case.case["schedule"] = {"total_steps": 4, "warmup": {"steps": 2, "mode": "Gradual"}, "cosine": {"floor": 0.02}}
                    case.case["evaluate"] = {"samples": [1, 5, 11]}
                    case.save()
                    self.answer(case)
                    self.check_training(case, batches, shares, partners, masks, bias, norm, tolerance)

    def check_training(self, case, batches, shares, partners, masks, bias, norm, tolerance) -> None:
        weights = case.leaves()
        roles = ["weight", "norm", "norm", "weight", "bias", "norm", "norm", "weight", "bias"]
        decays = [0.05 if role == "weight" or (role == "bias" and bias) or (role == "norm" and norm) else 0.0 for role in roles]
        velocity = [torch.zeros_like(w) for w in weights]
        dtype = weights[0].dtype
        running = [torch.zeros(5, dtype=dtype), torch.ones(5, dtype=dtype)]

        def network(x: torch.Tensor, keep: tuple[torch.Tensor, torch.Tensor] | None) -> torch.Tensor:
            x = F.relu(F.batch_norm(x.flatten(1) @ weights[0].T, *running, weights[1], weights[2], keep is not None, 0.2, 1e-3))
            x = x if keep is None else x * keep[0] / 0.75
            x = F.layer_norm(x @ weights[3].T + weights[4], [4], weights[5], weights[6])
            x = x * 0.5 * (1 + torch.erf(x / math.sqrt(2)))
            x = x if keep is None else x * keep[1] / 0.5
            return x @ weights[7].T + weights[8]

        rates, history = [0.1, 0.2, 0.2, 0.02], []
        for i, rate in enumerate(rates):
            x, y = case.inputs(batches[i]), case.onehot(batches[i])
            labels = y.argmax(1)
            share, partner = shares[i] or 1.0, partners[i] or [0, 1, 2, 3]
            logits = network(share * x + (1 - share) * x[partner], masks[i])
            target = 0.9 * (share * y + (1 - share) * y[partner]) + 0.1 / 3
            loss = -(target * torch.log_softmax(logits, 1)).sum() / 4
            gradients = torch.autograd.grad(loss, weights)
            for w, v, g, decay in zip(weights, velocity, gradients, decays):
                g = g + decay * w.detach()
                v.mul_(0.9).add_(g)
                w.data -= rate * (g + 0.9 * v)
            history += [flat(weights)]

            result = case.result()
            self.assertAlmostEqual(loss.item(), result["losses"][i], delta=tolerance * 10)
            self.assertAlmostEqual(rate, result["rates"][i], 15)
            right, other = logits.argmax(1) == labels, logits.argmax(1) == labels[partner]
            accuracy = sum(share * float(a) + (1 - share) * float(b) for a, b in zip(right, other)) / 4
            self.assertAlmostEqual(accuracy, result["accuracies"][i], 12)

        self.assert_close(torch.cat(history), case.values("weights.bin"), tolerance)
        self.assert_close(flat(running), case.values("buffers.bin"), tolerance)
        logits = network(case.inputs([1, 5, 11]), None)
        self.assert_close(logits, case.values("logits.bin"), tolerance * 10)
        labels = case.onehot([1, 5, 11]).argmax(1)
        self.assertAlmostEqual(F.cross_entropy(logits, labels).item(), case.result()["evaluation"]["loss"], delta=tolerance * 10)
        self.assertAlmostEqual((logits.argmax(1) == labels).double().mean().item(), case.result()["evaluation"]["accuracy"], 12)

    def test_gradients_of_a_convolutional_network_are_those_of_functional_calls(self) -> None:
        block = layer("Residual", sequential(
            layer("Conv2d", channels=6, kernel=3, stride=2, padding=1, groups=2, bias=False), layer("BatchNorm"), layer("LeakyReLU", slope=0.2),
            layer("Conv2d", channels=6, kernel=3, padding=2, dilation=2)),
            sequential(layer("Conv2d", channels=6, kernel=1, stride=2, bias=False), layer("BatchNorm")))
        network = sequential(
            layer("Conv2d", channels=4, kernel=3, padding=1), layer("SiLU"), layer("LayerNorm"), layer("MaxPool2d", kernel=2), block, layer("Tanh"),
            layer("Residual", layer("AvgPool2d", kernel=3, stride=1, padding=1)), layer("Sigmoid"), layer("GlobalAveragePool2d"),
            layer("Linear", features=3))
        shapes = [
            [4, 2, 3, 3], [4], [4, 8, 8], [4, 8, 8], [6, 2, 3, 3], [6], [6], [6, 6, 3, 3], [6], [6, 4, 1, 1], [6], [6], [3, 6], [3]]
        case = Written(self.parent, network, shapes, input=[2, 8, 8], mode="gradients", evaluate={"samples": [4, 9]})
        self.answer(case)

        p = case.leaves()
        running = [torch.zeros(6, dtype=torch.float64), torch.ones(6, dtype=torch.float64), torch.zeros(6, dtype=torch.float64),
                   torch.ones(6, dtype=torch.float64)]

        def forward(x: torch.Tensor, training: bool) -> torch.Tensor:
            x = F.conv2d(x, p[0], p[1], padding=1)
            x = F.max_pool2d(F.layer_norm(x * torch.sigmoid(x), [4, 8, 8], p[2], p[3]), 2)
            body = F.leaky_relu(F.batch_norm(
                F.conv2d(x, p[4], stride=2, padding=1, groups=2), running[0], running[1], p[5], p[6], training), 0.2)
            body = F.conv2d(body, p[7], p[8], padding=2, dilation=2)
            x = torch.tanh(body + F.batch_norm(F.conv2d(x, p[9], stride=2), running[2], running[3], p[10], p[11], training))
            x = torch.sigmoid(x + F.avg_pool2d(x, 3, 1, 1))
            return x.mean((2, 3)) @ p[12].T + p[13]

        loss = F.cross_entropy(forward(case.inputs([0, 1, 2, 3]), True), case.onehot([0, 1, 2, 3]).argmax(1))
        self.assertAlmostEqual(loss.item(), case.result()["losses"][0], 12)
        self.assert_close(flat(list(torch.autograd.grad(loss, p))), case.values("gradients.bin"))
        self.assert_close(flat(running), case.values("buffers.bin"))
        self.assert_close(forward(case.inputs([4, 9]), False), case.values("logits.bin"))

    def test_a_share_per_sample_mixes_and_weighs_each_sample_by_its_own(self) -> None:
        shares, partners = [0.1, 0.9, 0.5, 1.0], [2, 3, 1, 0]
        case = Written(
            self.parent, sequential(layer("Flatten"), layer("Linear", features=3)), [[3, 16], [3]],
            steps=[{"samples": [0, 1, 2, 3], "lambda": shares, "partners": partners}])
        self.answer(case)

        x, y, (weight, bias) = case.inputs([0, 1, 2, 3]), case.onehot([0, 1, 2, 3]), case.leaves()
        losses, accuracies = [], []
        for i, (share, partner) in enumerate(zip(shares, partners)):
            logits = weight @ (share * x[i] + (1 - share) * x[partner]).flatten() + bias
            losses.append(-((share * y[i] + (1 - share) * y[partner]) * torch.log_softmax(logits, 0)).sum())
            accuracies.append(share * y[i][logits.argmax()] + (1 - share) * y[partner][logits.argmax()])
        self.assertAlmostEqual(torch.stack(losses).mean().item(), case.result()["losses"][0], 12)
        self.assertAlmostEqual(torch.stack(accuracies).mean().item(), case.result()["accuracies"][0], 12)

    def test_rates_are_those_worked_out_on_paper(self) -> None:
        schedule = {"total_steps": 9, "warmup": {"steps": 4, "mode": "Gradual", "factor": 0.1}, "cosine": {"floor": 0.0}}
        half = math.sqrt(0.5)
        expected = [0.25, 0.5, 0.75, 1, 1, (1 + half) / 2, 0.5, (1 - half) / 2, 0]
        for step, rate in enumerate(expected):
            self.assertAlmostEqual(2 * rate, rate_at(step, 2.0, schedule), 15)

        schedule = {"total_steps": 5, "warmup": {"steps": 2, "mode": "Constant", "factor": 0.1}, "cosine": {"floor": 0.5}}
        for step, rate in enumerate([0.2, 0.2, 2.0, 1.25, 0.5]):
            self.assertAlmostEqual(rate, rate_at(step, 2.0, schedule), 15)

        for step, rate in enumerate([1.0, 2.0, 2.0]):
            self.assertEqual(rate, rate_at(step, 2.0, {"total_steps": 3, "warmup": {"steps": 2, "mode": "Gradual"}, "cosine": None}))
        with self.assertRaisesRegex(ValueError, "not defined"):
            rate_at(0, 2.0, {"total_steps": 1, "cosine": {"floor": 0.0}})
        with self.assertRaisesRegex(ValueError, "outside"):
            rate_at(3, 2.0, {"total_steps": 3})

    def test_layers_and_defaults_are_those_of_the_csharp_class(self) -> None:
        def value(text: str) -> Any:
            return {"true": True, "false": False}[text] if text in ("true", "false") else float(text)

        declared: dict[str, dict[str, Any]] = {}
        for line in LAYERS.read_text(encoding="utf-8").splitlines():
            line = line.strip()
            if not line.startswith("public static Layer ") or "(" not in line:
                continue
            name, arguments = line.removeprefix("public static Layer ").split("(", 1)
            declared[name] = {}
            for argument in arguments.split(")", 1)[0].split(", "):
                if argument and not argument.startswith(("params ", "Layer")):
                    left, _, default = argument.partition(" = ")
                    declared[name][left.split(" ")[1]] = value(default) if default else ...
        self.assertEqual(declared, ARGUMENTS)

    def test_every_case_that_makes_no_sense_is_refused(self) -> None:
        def regression(**overrides: Any) -> Written:
            return Written(self.parent, sequential(layer("Flatten"), layer("Linear", features=3)), [[3, 16], [3]], **overrides)

        self.refuse(Written(self.parent, sequential(layer("Flatten"), layer("Linear", features=3)), [[16, 3], [3]]), "[16, 3]")
        self.refuse(Written(self.parent, sequential(layer("Flatten"), layer("Linear", features=4)), [[4, 16], [4]]), "not [3]")
        self.refuse(Written(self.parent, sequential(layer("Flat")), []), "unknown kind of layer 'Flat'")
        self.refuse(Written(self.parent, sequential(layer("Flatten"), layer("Linear", outputs=3)), []), "no argument ['outputs']")
        self.refuse(Written(self.parent, sequential(layer("Linear", features=3)), [[3, 4], [3]]), "rank 1")
        self.refuse(
            Written(self.parent, sequential(layer("Flatten"), layer("Dropout"), layer("Linear", features=3)), [[3, 16], [3]]), "has no mask")
        self.refuse(regression(mode="gradients", steps=[]), "takes 1 step")
        self.refuse(regression(steps=[{"samples": [0, 1], "lambda": 0.5}]), "come together")
        self.refuse(regression(count=12, classes=2), "not [2]")
        case = regression()
        case.labels[3] = 3
        case.labels.tofile(case.folder / "labels.bin")
        self.refuse(case, "label 3")
        case = regression()
        case.pixels[1:].tofile(case.folder / "pixels.bin")
        self.refuse(case, "pixels.bin holds 176 values")

    def test_a_failure_removes_an_old_answer_and_spares_the_other_cases(self) -> None:
        network, shapes = sequential(layer("Flatten"), layer("Linear", features=3)), [[3, 16], [3]]
        bad, good = Written(self.parent, network, shapes), Written(self.parent, network, shapes, dtype="float32")
        self.answer(bad)
        bad.case["mode"] = "dream"
        bad.save()
        script = Path(reference.__file__)
        run = subprocess.run([sys.executable, str(script), str(bad.folder), str(good.folder)], capture_output=True, text=True, check=False)
        self.assertEqual(1, run.returncode)
        self.assertIn(str(bad.folder), run.stderr)
        self.assertNotIn(str(good.folder), run.stderr)
        self.assertFalse((bad.folder / "result.json").exists())
        self.assertTrue((good.folder / "result.json").exists())
        self.assertEqual(51, good.values("weights.bin").numel())

    def test_answers_are_the_same_twice(self) -> None:
        network = sequential(layer("Conv2d", channels=4, kernel=3), layer("ReLU"), layer("Flatten"), layer("Linear", features=3))
        cases = [Written(self.parent, network, [[4, 1, 3, 3], [4], [3, 16], [3]], dtype="float32") for _ in range(2)]
        self.answer(*cases)
        self.assertEqual(*(case.values("weights.bin").numpy().tobytes() for case in cases))

    def test_shapes_are_inferred(self) -> None:
        self.assertEqual([4, 3, 2], build(layer("Conv2d", channels=4, kernel=3, stride=2, padding=1), [3, 5, 4])[1])
        self.assertEqual([3, 3, 3], build(layer("MaxPool2d", kernel=2), [3, 7, 7])[1])
        self.assertEqual([3], build(layer("GlobalAveragePool2d"), [3, 7, 7])[1])
        with self.assertRaisesRegex(ValueError, "Residual adds"):
            build(layer("Residual", layer("Linear", features=3)), [4])


if __name__ == "__main__":
    unittest.main()
