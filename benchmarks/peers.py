"""Quantizes models for the peers, each by its own tools at their best settings."""
import sys

import numpy as np


def samples_of(path, limit=32):
    with np.load(path) as data:
        arrays = {name: data[name] for name in data.files}
    count = min(limit, len(next(iter(arrays.values()))))
    return [{name: array[i:i + 1] for name, array in arrays.items()} for i in range(count)]


def modernized(model):
    """`model` with static shapes known, and new enough for scales per channel."""
    import onnx
    from onnx import shape_inference, version_converter
    opset = max(entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx"))
    if opset < 13:
        model = version_converter.convert_version(model, 13)
    return shape_inference.infer_shapes(model)


def quantize_for_onnxruntime(model_path, samples_path, output):
    """QDQ form with scales per channel and unsigned activations, what ORT runs fastest."""
    import onnx
    from onnxruntime.quantization import (CalibrationDataReader, CalibrationMethod, QuantFormat,
                                          QuantType, quantize_static)
    from onnxruntime.quantization.shape_inference import quant_pre_process

    class Reader(CalibrationDataReader):
        def __init__(self):
            self.samples = iter(samples_of(samples_path))

        def get_next(self):
            return next(self.samples, None)

    modern = output.with_suffix(".modern.onnx")
    prepared = output.with_suffix(".prepared.onnx")
    onnx.save(modernized(onnx.load(model_path)), modern)
    # Folds constants and batch norms, as ORT itself would.
    quant_pre_process(str(modern), str(prepared), skip_symbolic_shape=True)
    quantize_static(str(prepared), str(output), Reader(), quant_format=QuantFormat.QDQ,
                    per_channel=True, activation_type=QuantType.QUInt8,
                    weight_type=QuantType.QInt8, calibrate_method=CalibrationMethod.MinMax)
    modern.unlink()
    prepared.unlink()


def quantize_for_onnxruntime_dynamically(model_path, output):
    """Ranges found at run time: what ORT advises for transformers."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    quantize_dynamic(str(model_path), str(output), per_channel=True, weight_type=QuantType.QInt8)


def quantize_for_openvino(model_path, samples_path, output):
    import nncf
    import openvino
    model = openvino.Core().read_model(str(model_path))
    operations = {operation.get_type_name() for operation in model.get_ops()}
    is_transformer = "Softmax" in operations and "Convolution" not in operations
    samples = samples_of(samples_path)
    quantized = nncf.quantize(
        model, nncf.Dataset(samples), subset_size=len(samples),
        # Scheme `performance`: symmetric, as the CPU's kernels like it best.
        preset=nncf.QuantizationPreset.PERFORMANCE,
        model_type=nncf.ModelType.TRANSFORMER if is_transformer else None,
        target_device=nncf.TargetDevice.CPU)
    openvino.save_model(quantized, str(output), compress_to_fp16=False)


def compile_for_iree(model_path, output, cpu):
    """Compiles with IREE; `cpu` as LLVM names it, `host` for this machine's."""
    import subprocess
    from pathlib import Path
    scripts = Path(sys.executable).parent
    mlir = output.with_suffix(".mlir")
    subprocess.run([scripts / "iree-import-onnx", model_path, "-o", mlir, "--opset-version", "17"],
                   check=True, capture_output=True, text=True)
    subprocess.run([scripts / "iree-compile", mlir, "-o", output,
                    "--iree-hal-target-device=local", "--iree-hal-local-target-device-backends=llvm-cpu",
                    f"--iree-llvmcpu-target-cpu={cpu}", "--iree-opt-level=O3"],
                   check=True, capture_output=True, text=True)
    mlir.unlink()
