#!/usr/bin/env python3
"""Compiles the benchmark models in float and in integers, and says how far from
ONNX Runtime's float results they are.

    accuracy.py MODEL_DIR [NAME...] [--bin=DIR] [--data=DIR] [--samples=N]

Float programs must agree to 1e-4 (1e-3 for deep models), relative to the largest
result, and integer programs of convolutional networks must have no float op between
their first and last convolution; the exit code says whether it is so. Integer
programs are measured by the signal to quantization noise of all results, and by what
the model is for where there is data to judge by: --data names a folder of the
optional test data (photos224.npz, ocr_rec.npz, ocr_det.npz, sentences.npz, mnist.npz).
Without it the samples beside the model are used, the second half of which is not
calibrated on.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import numpy as np
import onnx
import onnxruntime

import models

# No op between the first and the last convolution of these may stay in float.
CONVOLUTIONAL = ("simplecnn", "efflite0", "resnet50", "mobilenetv2", "squeezenet", "densenet121",
                 "ppocr_det")
DEEP = ("resnet50", "densenet121", "ppocr_det", "ppocr_rec", "vgg19", "inception_v1")


# -----------------------------------------------------------------------------
# Data
# -----------------------------------------------------------------------------


def to_float(pixels, mean, deviation):
    scaled = (pixels.astype(np.float32) - np.float32(mean)) / np.float32(deviation)
    return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2), np.float32)


def load_split(data, name, split, count):
    """The arrays of `split` ('cal' or 'eval') for the inputs of model `name`."""
    recipes = {
        "simplecnn": ("mnist.npz", lambda a: [a[split].reshape(-1, 1, 28, 28)]),
        "efflite0": ("photos224.npz", lambda a: [to_float(a[split], 127, 128)]),
        "ppocr_rec": ("ocr_rec.npz", lambda a: [to_float(a[split] / 255, .5, .5)]),
        "ppocr_det": ("ocr_det.npz", lambda a: [to_float(a[split] / 255, (.485, .456, .406),
                                                         (.229, .224, .225))]),
        "minilm": ("sentences.npz", lambda a: [a[f"{split}_ids"], a[f"{split}_mask"]]),
    }
    if data is None or name not in recipes or not (data / recipes[name][0]).exists():
        return None
    file, read = recipes[name]
    with np.load(data / file) as arrays:
        limited = {key: arrays[key][:count] for key in arrays.files if key.startswith(split)}
    return read(limited)


def load_text(data, split, count):
    with np.load(data / "ocr_rec.npz") as arrays:
        return [str(text) for text in arrays[f"{split}_text"][:count]]


# -----------------------------------------------------------------------------
# Metrics
# -----------------------------------------------------------------------------


def noise_ratio(wanted, actual):
    error = np.linalg.norm((wanted - actual).astype(np.float64))
    return 20 * np.log10(np.linalg.norm(wanted.astype(np.float64)) / max(error, 1e-30))


def agreement(wanted, actual):
    flat = [a.reshape(len(a), -1).argmax(1) for a in (wanted, actual)]
    return {"top-1 agreement %": 100 * np.mean(flat[0] == flat[1])}


def mask_overlap(wanted, actual):
    ratios = []
    for w, a in zip(wanted > 0.3, actual > 0.3):
        union = np.logical_or(w, a).sum()
        ratios.append(np.logical_and(w, a).sum() / union if union else 1.0)
    return {"mask IoU": np.mean(ratios)}


def pool(states, mask):
    weights = mask[:, :, None].astype(np.float64)
    vectors = (states * weights).sum(1) / weights.sum(1)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def embeddings(wanted, actual, mask):
    w, a = pool(wanted, mask), pool(actual, mask)
    pairs = np.triu_indices(len(w), 1)
    ranks = [np.argsort(np.argsort((v @ v.T)[pairs])) for v in (w, a)]
    return {"cosine": np.mean((w * a).sum(1)), "Spearman": np.corrcoef(*ranks)[0, 1]}


def read_lines(probabilities, characters):
    """Greedy decoding: repetitions are one, class 0 is none. Spaces beside a line are no text."""
    lines = []
    for classes in probabilities.argmax(2):
        kept = [c for c, before in zip(classes, [0, *classes[:-1]]) if c and c != before]
        lines.append("".join(characters[c] for c in kept).strip())
    return lines


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def recognition(wanted, actual, model, texts):
    metadata = {entry.key: entry.value for entry in onnx.load(model).metadata_props}
    characters = ["", *metadata["character"].splitlines(), " "]
    characters += [" "] * (wanted.shape[2] - len(characters))
    result = {}
    for label, values in (("float ", wanted), ("", actual)):
        lines = read_lines(values, characters)
        errors = sum(edit_distance(line, text) for line, text in zip(lines, texts))
        result[label + "exact lines %"] = 100 * np.mean([l == t for l, t in zip(lines, texts)])
        result[label + "characters %"] = 100 * (1 - errors / sum(map(len, texts)))
    return result


def judge(name, model, inputs, wanted, actual, data):
    """What the model is for."""
    if name == "ppocr_det":
        return mask_overlap(wanted, actual)
    if name == "minilm":
        return embeddings(wanted, actual, inputs[1])
    if name == "ppocr_rec" and data is not None:
        return recognition(wanted, actual, model, load_text(data, "eval", len(wanted)))
    return agreement(wanted, actual)


# -----------------------------------------------------------------------------
# Runs
# -----------------------------------------------------------------------------


def count_islands(program):
    """Float ops between the first and the last convolution of an integer program."""
    names = re.findall(r'^ *%\S+ = "?(\w+\.\w+)', program.read_text(), re.MULTILINE)
    places = [i for i, name in enumerate(names)
              if name in ("qint.conv2d", "qint.depthwise_conv2d")]
    between = names[places[0]:places[-1]] if places else []
    return sum(name.startswith(("tosa.", "linalg.", "math.", "qint.quantize"))
               and name not in ("tosa.const", "tosa.const_shape") for name in between)


def run_onnxruntime(model, inputs):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    names = [value.name for value in session.get_inputs()]
    return np.concatenate([
        session.run(None, {n: a[i:i + 1] for n, a in zip(names, inputs)})[0]
        for i in range(len(inputs[0]))])


class Tools:
    def __init__(self, folder, work):
        self.folder, self.work = folder, work

    def run(self, *command):
        result = subprocess.run([str(self.folder / command[0]), *map(str, command[1:])],
                                capture_output=True, text=True)
        if result.returncode:
            raise RuntimeError(result.stderr.strip().splitlines()[0])

    def save(self, name, names, arrays):
        path = self.work / name
        np.savez(path, **dict(zip(names, arrays)))
        return path

    def to_integers(self, model, names, calibration):
        """The integer program, and the seconds to find it."""
        start = time.time()
        program = self.work / "integer.mlir"
        self.run("qopt-compile", model, "--compile-to=integer", "-o", program,
                 f"--calibration-data={self.save('cal.npz', names, calibration)}")
        return program, time.time() - start

    def compile_and_run(self, model, names, inputs, output, *options):
        """The results of the compiled program, and the seconds to compile it."""
        start = time.time()
        library = self.work / "model.so"
        self.run("qopt-compile", model, *options, "--emit=shared", "-o", library)
        seconds = time.time() - start
        self.run("qopt-run", library, f"--inputs={self.save('in.npz', names, inputs)}",
                 f"--outputs={self.work / 'out.npz'}")
        with np.load(self.work / "out.npz") as arrays:
            return arrays[output], seconds


def measure(name, tools, folder, data, samples):
    """Prints one line; true if the float program agrees."""
    model, path = models.make(name, folder)
    proto = onnx.load(model, load_external_data=False)
    constants = {tensor.name for tensor in proto.graph.initializer}
    names = [value.name for value in proto.graph.input if value.name not in constants]
    with np.load(path) as arrays:
        given = [arrays[n] for n in names]
    calibration = load_split(data, name, "cal", 128)
    inputs = load_split(data, name, "eval", samples)
    if inputs is None:
        half = (len(given[0]) + 1) // 2
        calibration = [a[:half] for a in given]
        inputs = [a[half:][:samples] for a in given]
    wanted = run_onnxruntime(model, inputs)
    output = proto.graph.output[0].name

    few = [a[:2] for a in inputs]
    result, _ = tools.compile_and_run(model, names, few, output, "--float")
    error = np.abs(result.reshape(wanted[:2].shape) - wanted[:2]).max() / np.abs(wanted[:2]).max()
    agrees = error <= (1e-3 if name in DEEP else 1e-4)

    program, calibrated = tools.to_integers(model, names, calibration)
    islands = count_islands(program)
    agrees &= islands == 0 or name not in CONVOLUTIONAL
    result, seconds = tools.compile_and_run(program, names, inputs, output)
    result = result.reshape(wanted.shape)
    metrics = judge(name, model, inputs, wanted, result, data)
    print(f"{name:13} float {error:.1e}{'' if agrees else ' DIFFERS'}; "
          f"int8 {noise_ratio(wanted, result):.1f} dB, "
          + ", ".join(f"{key} {value:.4g}" for key, value in metrics.items())
          + f" ({len(inputs[0])} samples; {islands} float ops between convolutions; "
          f"calibrated in {calibrated:.0f} s, compiled in {seconds:.0f} s)", flush=True)
    return agrees


def main():
    here = pathlib.Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="where models are, or are made")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--bin", type=pathlib.Path, default=here / "build" / "release" / "bin")
    parser.add_argument("--data", type=pathlib.Path, help="folder of the optional test data")
    parser.add_argument("--samples", type=int, default=1000, help="at most so many are judged")
    arguments = parser.parse_args()
    passed = True
    for name in arguments.names or models.MODELS:
        with tempfile.TemporaryDirectory() as work:
            tools = Tools(arguments.bin, pathlib.Path(work))
            try:
                passed &= measure(name, tools, arguments.folder, arguments.data,
                                  arguments.samples)
            except RuntimeError as error:
                print(f"{name:13} FAILED: {error}", flush=True)
                passed = False
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
