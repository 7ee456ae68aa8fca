"""Writes models of one operator of ONNX Runtime's domain each (com.microsoft), with
inputs and the outputs that ONNX Runtime gives, in the form of the standard's node
tests. test/unit/Import/RuntimeCases holds what it wrote:

    python3 write_runtime_cases.py test/unit/Import/RuntimeCases

Needs the PyPI packages `onnx` and `onnxruntime`.
"""

import pathlib
import sys

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

rng = np.random.default_rng(0)
TYPES = {np.dtype(kind): helper.np_dtype_to_tensor_dtype(np.dtype(kind))
         for kind in ("float32", "int32", "int64", "bool", "uint8", "int8")}
FLOAT, INT32 = onnx.TensorProto.FLOAT, onnx.TensorProto.INT32


def floats(*shape, scale=1.0):
    return (rng.standard_normal(shape) * scale).astype(np.float32)


def integers(low, high, shape, kind):
    return rng.integers(low, high, shape).astype(kind)


def node(op, inputs, outputs, **attributes):
    return helper.make_node(op, inputs, outputs, domain="com.microsoft", name="n", **attributes)


def standard(op, inputs, outputs, **attributes):
    return helper.make_node(op, inputs, outputs, **attributes)


def make_model(nodes, inputs, constants, outputs, opset=17):
    infos = [helper.make_tensor_value_info(name, TYPES[value.dtype], value.shape)
             for name, value in inputs.items()]
    results = [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs.items()]
    initializers = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    graph = helper.make_graph(nodes, "runtime", infos, results, initializers)
    opsets = [helper.make_opsetid("", opset), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8)


class Writer:
    def __init__(self, root):
        self.root = pathlib.Path(root)

    def write(self, name, nodes, inputs, constants=(), outputs=None, reference=None, opset=17):
        """`reference`: nodes for what ONNX Runtime's CPU kernels do not do, or do
        with roundings of their own."""
        outputs = outputs or {"y": FLOAT}
        constants = dict(constants)
        inputs = {key: np.asarray(value) for key, value in inputs.items()}
        model = make_model(nodes, inputs, constants, outputs, opset)
        computed = make_model(reference or nodes, inputs, constants, outputs, opset)
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        session = onnxruntime.InferenceSession(computed.SerializeToString(), options,
                                               providers=["CPUExecutionProvider"])
        results = session.run(list(outputs), inputs)
        data = self.root / f"test_{name}" / "test_data_set_0"
        data.mkdir(parents=True, exist_ok=True)
        (data.parent / "model.onnx").write_bytes(model.SerializeToString())
        for kind, names, values in (("input", inputs, inputs.values()),
                                    ("output", outputs, results)):
            for index, (value_name, value) in enumerate(zip(names, values)):
                proto = numpy_helper.from_array(value, value_name)
                (data / f"{kind}_{index}.pb").write_bytes(proto.SerializeToString())


def write_activations(w):
    x, bias = floats(2, 3, 8), {"b": floats(8)}
    w.write("gelu", [node("Gelu", ["x"], ["y"])], {"x": x})
    w.write("bias_gelu", [node("BiasGelu", ["x", "b"], ["y"])], {"x": x}, bias)
    w.write("fast_gelu", [node("FastGelu", ["x"], ["y"])], {"x": x})
    w.write("fast_gelu_bias", [node("FastGelu", ["x", "b"], ["y"])], {"x": x}, bias)
    w.write("quick_gelu", [node("QuickGelu", ["x"], ["y"], alpha=1.5)], {"x": x})


def write_layers(w):
    for a in (0, 1):
        for b in (0, 1):
            w.write(f"fused_matmul_{a}{b}",
                    [node("FusedMatMul", ["x", "w"], ["y"], transA=a, transB=b, alpha=0.5)],
                    {"x": floats(2, 4, 3) if a else floats(2, 3, 4)},
                    {"w": floats(5, 4) if b else floats(4, 5)})
            w.write(f"fused_matmul_batches_{a}{b}",
                    [node("FusedMatMul", ["x", "w"], ["y"], transA=a, transB=b, transBatchA=1,
                          transBatchB=1)],
                    {"x": floats(4, 2, 3) if a else floats(3, 2, 4),
                     "w": floats(5, 2, 4) if b else floats(4, 2, 5)})
    activations = {"Relu": (), "LeakyRelu": (0.1,), "Tanh": (), "Sigmoid": (),
                   "Clip": (-0.5, 0.75), "HardSigmoid": (0.3, 0.4)}
    for op, parameters in activations.items():
        more = {"activation_params": list(parameters)} if parameters else {}
        w.write(f"fused_conv_{op.lower()}",
                [node("FusedConv", ["x", "w", "b"], ["y"], activation=op, kernel_shape=[3, 3],
                      pads=[1, 1, 1, 1], strides=[2, 2], **more)],
                {"x": floats(1, 3, 5, 5)}, {"w": floats(4, 3, 3, 3), "b": floats(4)})
        if op in ("Clip", "HardSigmoid"):
            continue
        more = {"activation_alpha": parameters[0]} if parameters else {}
        w.write(f"fused_gemm_{op.lower()}",
                [node("FusedGemm", ["x", "w", "b"], ["y"], activation=op, alpha=0.5, beta=2.0,
                      transB=1, **more)],
                {"x": floats(3, 7)}, {"w": floats(6, 7), "b": floats(6)})
    w.write("fused_conv_sum",
            [node("FusedConv", ["x", "w", "b", "z"], ["y"], activation="Relu",
                  kernel_shape=[3, 3], pads=[1, 1, 1, 1])],
            {"x": floats(1, 3, 5, 5), "z": floats(1, 4, 5, 5)},
            {"w": floats(4, 3, 3, 3), "b": floats(4)})


def write_normalizations(w):
    x, s = floats(2, 3, 8), floats(2, 3, 8)
    tables = {"g": floats(8), "b": floats(8), "bias": floats(8)}
    both = {"y": FLOAT, "sum": FLOAT}
    w.write("skip_layer_normalization",
            [node("SkipLayerNormalization", ["x", "s", "g", "b", "bias"], ["y", "", "", "sum"],
                  epsilon=1e-5)], {"x": x, "s": s}, tables, both)
    w.write("skip_layer_normalization_plain",
            [node("SkipLayerNormalization", ["x", "s", "g"], ["y"])], {"x": x, "s": s},
            {"g": tables["g"]})
    w.write("skip_simplified_layer_normalization",
            [node("SkipSimplifiedLayerNormalization", ["x", "s", "g", "bias"],
                  ["y", "", "", "sum"], epsilon=1e-5)], {"x": x, "s": s},
            {"g": tables["g"], "bias": tables["bias"]}, both)
    w.write("simplified_layer_normalization",
            [standard("SimplifiedLayerNormalization", ["x", "g"], ["y"], epsilon=1e-5)], {"x": x},
            {"g": tables["g"]})
    ids, segments = integers(0, 11, (2, 6), "int32"), integers(0, 2, (2, 6), "int32")
    mask = (np.arange(6) < np.array([[4], [6]])).astype(np.int32)
    tables = {"wt": floats(11, 8), "pt": floats(9, 8), "g": floats(8), "b": floats(8)}
    counted = {"y": FLOAT, "count": INT32}
    w.write("embed_layer_normalization",
            [node("EmbedLayerNormalization", ["ids", "seg", "wt", "pt", "st", "g", "b", "m"],
                  ["y", "count", "sum"], epsilon=1e-5)],
            {"ids": ids, "seg": segments, "m": mask}, {**tables, "st": floats(2, 8)},
            {**counted, "sum": FLOAT})
    w.write("embed_layer_normalization_positions",
            [node("EmbedLayerNormalization", ["ids", "", "wt", "pt", "", "g", "b", "", "pos"],
                  ["y", "count"], epsilon=1e-5)],
            {"ids": ids, "pos": integers(0, 9, (2, 6), "int32")}, tables, counted)


def write_packed_attention(w):
    x = floats(2, 5, 16)
    weights = {"w": floats(16, 48, scale=0.3), "b": floats(48, scale=0.3)}

    def write(name, inputs, more=(), outputs=None, constants=None, **attributes):
        outputs = outputs or {"y": FLOAT}
        w.write(f"attention{name}",
                [node("Attention", inputs, list(outputs), num_heads=4, **attributes)],
                {"x": x, **dict(more)}, constants or weights, outputs)

    mask = (rng.random((2, 5)) < 0.7).astype(np.int32)
    mask[:, 0] = 1
    three = ["x", "w", "b"]
    write("", three)
    write("_no_bias", ["x", "w"], constants={"w": weights["w"]})
    write("_causal", three, unidirectional=1)
    write("_scale", three, scale=0.3)
    write("_sizes", three, qkv_hidden_sizes=[16, 16, 8],
          constants={"w": floats(16, 40, scale=0.3), "b": floats(40)})
    write("_mask", three + ["m"], {"m": mask})
    write("_mask_filter", three + ["m"], {"m": mask}, mask_filter_value=-3e4)
    write("_mask_causal", three + ["m"], {"m": mask}, unidirectional=1)
    write("_mask_ends", three + ["m"], {"m": np.int32([3, 5])})
    write("_mask_ends_starts", three + ["m"], {"m": np.int32([3, 5, 0, 1])})
    write("_mask_queries", three + ["m"], {"m": (rng.random((2, 5, 5)) < 0.7).astype(np.int32)})
    write("_bias", three + ["", "", "a"], {"a": floats(2, 4, 5, 5)})
    past = {"past": floats(2, 2, 4, 3, 4)}
    write("_past", three + ["", "past"], past, {"y": FLOAT, "present": FLOAT})
    write("_past_causal", three + ["", "past"], past, {"y": FLOAT, "present": FLOAT},
          unidirectional=1)
    w.write("qattention",
            [node("QAttention", ["x", "w", "b", "xs", "ws", "m", "xz", "wz"], ["y"],
                  num_heads=4)],
            {"x": integers(0, 256, (2, 5, 16), "uint8"), "m": mask},
            # Sums of integers take the bias in steps of the two scales.
            {"w": integers(-127, 128, (16, 48), "int8"),
             "b": np.float32(np.round(weights["b"] / 1e-4) * 1e-4), "xs": np.float32(0.02), "ws": np.float32(0.005), "xz": np.uint8(120),
             "wz": np.int8(0)})


def write_multi_head_attention(w):
    q, k, v = floats(2, 5, 16), floats(2, 7, 16), floats(2, 7, 24)

    def write(name, inputs, values, constants=(), outputs=None, reference=None, **attributes):
        outputs = outputs or {"y": FLOAT}
        w.write(f"multi_head_attention{name}",
                [node("MultiHeadAttention", inputs, list(outputs), num_heads=4, **attributes)],
                values, constants, outputs, reference)

    three, values = ["q", "k", "v"], {"q": q, "k": k, "v": v}
    write("", three, values)
    write("_bias", three + ["b"], values, {"b": floats(56)})
    write("_padding", three + ["", "m"],
          {**values, "m": (rng.random((2, 7)) < 0.7).astype(np.int32)})
    write("_attention_bias", three + ["", "", "a"], {**values, "a": floats(1, 1, 5, 7)})
    write("_causal", three, {"q": q, "k": floats(2, 5, 16), "v": floats(2, 5, 16)},
          unidirectional=1)
    write("_heads", three, {"q": q, "k": floats(2, 4, 7, 4), "v": floats(2, 4, 7, 4)})
    write("_past", three + ["", "", "", "pk", "pv"],
          {"q": q, "k": floats(2, 5, 16), "v": floats(2, 5, 16), "pk": floats(2, 4, 3, 4),
           "pv": floats(2, 4, 3, 4)}, outputs={"y": FLOAT, "key": FLOAT, "value": FLOAT})
    shape = {"shape": np.int64([2, 5, 16]), "keys": np.int64([2, 7, 16])}
    unpacked = node("MultiHeadAttention", ["q1", "k1", "v1"], ["y"], num_heads=4)

    def parts(value, names, axis_shape):
        nodes = [standard("Split", [value], [f"{name}0" for name in names], axis=3)]
        return nodes + [standard("Reshape", [f"{name}0", axis_shape], [f"{name}1"])
                        for name in names]

    write("_packed", ["q"], {"q": floats(2, 5, 4, 3, 4)}, shape,
          reference=parts("q", "qkv", "shape") + [unpacked])
    write("_packed_keys", ["q", "k"], {"q": q, "k": floats(2, 7, 4, 2, 4)}, shape,
          reference=[standard("Identity", ["q"], ["q1"])] + parts("k", "kv", "keys") + [unpacked])


def write_rotary_embedding(w):
    def write(name, x, positions, **attributes):
        w.write(f"rotary_embedding{name}",
                [node("RotaryEmbedding", ["x", "p", "c", "s"], ["y"], **attributes)],
                {"x": x, "p": positions}, {"c": floats(20, 2), "s": floats(20, 2)})

    positions = integers(0, 20, (2, 5), "int64")
    write("", floats(2, 5, 16), positions)
    write("_first", floats(2, 5, 16), np.int64([3]))
    write("_interleaved", floats(2, 5, 16), positions, interleaved=1)
    write("_heads", floats(2, 4, 5, 4), positions)
    write("_part", floats(2, 5, 32), positions, num_heads=4, rotary_embedding_dim=4)


def write_low_bits(w):
    def write(bits, zero_points=None, bias=False, columns=40, rows=6, block=16):
        blocks = -(-columns // block)
        constants = {"b": integers(0, 256, (rows, blocks, block * bits // 8), "uint8"),
                     "s": np.abs(floats(rows, blocks)) * np.float32(0.1)}
        if zero_points == "packed":
            constants["z"] = integers(0, 256, (rows, -(-blocks * bits // 8)), "uint8")
        elif zero_points == "float":
            constants["z"] = floats(rows, blocks) * 3 + 8
        inputs = ["x", *constants]
        if bias:
            inputs += [""] * (5 - len(inputs)) + ["bias"]
            constants["bias"] = floats(rows)
        name = f"matmul_{bits}_bits" + (f"_{zero_points}" if zero_points else "")
        w.write(name + ("_bias" if bias else ""),
                [node("MatMulNBits", inputs, ["y"], K=columns, N=rows, bits=bits,
                      block_size=block)], {"x": floats(3, columns)}, constants)

    write(4)
    write(4, "packed")
    write(4, "float")
    write(4, bias=True)
    write(8)
    write(8, "packed")
    weights = {"b": integers(-127, 128, (16, 6), "int8"), "bs": np.float32([0.02] * 6),
               "bz": np.int8([0] * 6), "bias": floats(6)}
    w.write("dynamic_quantize_matmul",
            [node("DynamicQuantizeMatMul", ["x", "b", "bs", "bz", "bias"], ["y"])],
            {"x": floats(5, 16)}, weights,
            reference=[standard("DequantizeLinear", ["b", "bs", "bz"], ["w"], axis=1),
                       standard("MatMul", ["x", "w"], ["p"]),
                       standard("Add", ["p", "bias"], ["y"])])
    del weights["bias"]
    w.write("matmul_integer_to_float",
            [node("MatMulIntegerToFloat", ["x", "b", "xs", "bs", "xz", "bz"], ["y"])],
            {"x": integers(0, 256, (5, 16), "uint8")},
            {**weights, "xs": np.float32(0.03), "xz": np.uint8(120)})
    w.write("qlinear_where",
            [node("QLinearWhere", ["c", "x", "xs", "xz", "w", "ws", "wz", "ys", "yz"], ["q"]),
             standard("DequantizeLinear", ["q", "ys", "yz"], ["y"])],
            {"c": rng.random((5, 16)) < 0.5, "x": integers(0, 256, (5, 16), "uint8")},
            {"w": integers(0, 256, (5, 16), "uint8"), "xs": np.float32(0.03),
             "xz": np.uint8(120), "ws": np.float32(0.02), "wz": np.uint8(100),
             "ys": np.float32(0.04), "yz": np.uint8(110)})


def main():
    writer = Writer(sys.argv[1])
    write_activations(writer)
    write_layers(writer)
    write_normalizations(writer)
    write_packed_attention(writer)
    write_multi_head_attention(writer)
    write_rotary_embedding(writer)
    write_low_bits(writer)


if __name__ == "__main__":
    main()
