#!/usr/bin/env python3
"""Runs one model on one peer engine, and times it when told to.

    peer_worker.py ENGINE MODEL SAMPLES.npz THREADS

ENGINE is `ort`, `openvino` or `iree`. Says
`{"ready": …}` when the model is loaded; then, for each line `SECONDS` on
the standard input, runs the model for that long and answers
`{"min_ms": …, "median_ms": …, "runs": …}`. compare.py keeps one such process
for each engine, precision and number of threads, and lets one at a time run.
"""
import json
import sys
import time

import numpy as np


def first_sample(path):
    """The first sample of each input, with the leading axis kept as batch."""
    with np.load(path) as data:
        return {name: np.ascontiguousarray(data[name][:1]) for name in data.files}


class OnnxRuntime:
    def __init__(self, model, sample, threads):
        import onnxruntime
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        self.session = onnxruntime.InferenceSession(model, options,
                                                    providers=["CPUExecutionProvider"])
        # Bound once, so that a run allocates and copies nothing in Python.
        self.binding = self.session.io_binding()
        names = [value.name for value in self.session.get_inputs()]
        arrays = match(sample, names)
        self.inputs = [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in arrays]
        for name, value in zip(names, self.inputs):
            self.binding.bind_ortvalue_input(name, value)
        self.run_first()

    def run_first(self):
        """Binds outputs in memory that the first run finds the sizes of."""
        for value in self.session.get_outputs():
            self.binding.bind_output(value.name)
        self.session.run_with_iobinding(self.binding)
        outputs = self.binding.get_outputs()
        for value, output in zip(self.session.get_outputs(), outputs):
            self.binding.bind_ortvalue_output(value.name, output)
        self.kept = outputs

    def run(self):
        self.session.run_with_iobinding(self.binding)

    def outputs(self):
        return [value.numpy() for value in self.binding.get_outputs()]

    def instructions(self):
        return None


class OpenVino:
    def __init__(self, model, sample, threads):
        import openvino
        core = openvino.Core()
        self.compiled = core.compile_model(core.read_model(model), "CPU", {
            "PERFORMANCE_HINT": "LATENCY",
            "NUM_STREAMS": "1",
            "INFERENCE_NUM_THREADS": str(threads),
            # Without it float runs in bf16 on CPUs that have it.
            "INFERENCE_PRECISION_HINT": "f32",
        })
        self.request = self.compiled.create_infer_request()
        names = [port.get_any_name() for port in self.compiled.inputs]
        # Shared memory, which must stay: nothing is copied on a run.
        self.arrays = match(sample, names)
        for port, array in zip(self.compiled.inputs, self.arrays):
            self.request.set_tensor(port, openvino.Tensor(array, shared_memory=True))

    def run(self):
        self.request.infer()

    def outputs(self):
        return [self.request.get_tensor(port).data for port in self.compiled.outputs]

    def instructions(self):
        """How often each kind of kernel runs, by the names OpenVINO gives them."""
        counts = {}
        for node in self.compiled.get_runtime_model().get_ops():
            info = node.get_rt_info()
            if "primitiveType" in info:
                kind = str(info["primitiveType"].astype(str))
                counts[kind] = counts.get(kind, 0) + 1
        return counts


class Iree:
    def __init__(self, model, sample, threads):
        import iree.runtime as iree
        # One worker per thread, as in the other engines.
        device = iree.get_device("local-task" if threads > 1 else "local-sync")
        config = iree.Config(device=device)
        module = iree.VmModule.mmap(config.vm_instance, model)
        self.module = iree.load_vm_module(module, config)
        entry = next(name for name in module.function_names
                     if not name.startswith("__") and not name.endswith("$async"))
        self.function = self.module[entry]
        self.inputs = [iree.asdevicearray(device, array) for array in sample.values()]

    def run(self):
        self.result = self.function(*self.inputs)

    def outputs(self):
        results = self.result if isinstance(self.result, (tuple, list)) else [self.result]
        return [np.asarray(result) for result in results]

    def instructions(self):
        return None


ENGINES = {"ort": OnnxRuntime, "openvino": OpenVino, "iree": Iree}


def match(sample, names):
    """The arrays of `sample` in the order of `names`; by position where names differ."""
    if all(name in sample for name in names):
        return [sample[name] for name in names]
    return list(sample.values())[:len(names)]


def measure(engine, seconds):
    times = []
    start = time.perf_counter()
    warm_up = 0.1 * seconds
    while True:
        before = time.perf_counter()
        engine.run()
        after = time.perf_counter()
        if after - start >= warm_up or not times:
            times.append(after - before)
        if after - start >= seconds + warm_up and len(times) >= 3:
            break
    times.sort()
    return {"min_ms": times[0] * 1e3, "median_ms": times[len(times) // 2] * 1e3,
            "runs": len(times)}


def main():
    name, model, samples, threads = sys.argv[1:]
    engine = ENGINES[name](model, first_sample(samples), int(threads))
    engine.run()
    output = np.asarray(engine.outputs()[0], np.float32).ravel()
    print(json.dumps({"ready": True, "kernels": engine.instructions(),
                      "output": [float(value) for value in output[:4096]]}), flush=True)
    for line in sys.stdin:
        print(json.dumps(measure(engine, float(line))), flush=True)


if __name__ == "__main__":
    main()
