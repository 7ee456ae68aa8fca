"""Writes models of GroupQueryAttention of ONNX Runtime, and of its operators for diffusion
models, with states, and of tables of few bits, with inputs and the outputs that it gives,
beside those of write_runtime_cases.py:

    python3 write_attention_cases.py test/unit/Import/RuntimeCases

Needs the PyPI packages `onnx` and `onnxruntime`.
"""

import sys

import numpy as np
from onnx import TensorProto

from write_runtime_cases import Writer, floats, node, rng, standard

FLOAT = TensorProto.FLOAT
HEADS, KEY_HEADS, SIZE = 4, 2, 32
NAMES = ["q", "k", "v", "pk", "pv", "lengths", "total", "cos", "sin", "pos", "bias", "sink"]


def tables(pairs=SIZE // 2):
    angles = np.arange(16)[:, None] / 100.0 ** (np.arange(pairs) / pairs)
    return {"cos": np.cos(angles).astype(np.float32), "sin": np.sin(angles).astype(np.float32)}


def write_case(w, name, steps, past, lengths, total, inputs=(), constants=(), packed=False,
               known=True, outputs=("y", "pk_out", "pv_out"), **attributes):
    """`steps` new elements of each sequence behind a cache of `past`; `lengths` are those
    of the whole sequences."""
    batch = len(lengths)
    given = {"q": floats(batch, steps, (HEADS + 2 * KEY_HEADS * packed) * SIZE)}
    if not packed:
        given |= {key: floats(batch, steps, KEY_HEADS * SIZE) for key in ("k", "v")}
    if past:
        given |= {key: floats(batch, KEY_HEADS, past, SIZE) for key in ("pk", "pv")}
    constants = {"total": np.int32(total), **dict(constants)}
    (constants if known else given)["lengths"] = np.int32(lengths) - 1
    given |= dict(inputs)
    operands = [key if key in given or key in constants else "" for key in NAMES]
    while not operands[-1]:
        operands.pop()
    w.write(f"group_query_attention_{name}",
            [node("GroupQueryAttention", operands, list(outputs), num_heads=HEADS,
                  kv_num_heads=KEY_HEADS, **attributes)],
            given, constants, dict.fromkeys(outputs, FLOAT))


def write_diffusion(w):
    """Of CUDA only: the operators of the standard that they stand for give the results."""
    first = standard("Transpose", ["z"], ["first"], perm=[0, 3, 1, 2])
    x, scale = floats(2, 3, 4, 6), {"g": floats(6), "b": floats(6)}
    norm = standard("GroupNormalization", ["first", "g", "b"], ["n"], num_groups=3, epsilon=1e-4)
    back = standard("Transpose", ["n"], ["y"], perm=[0, 2, 3, 1])
    silu = [standard("Sigmoid", ["n"], ["s"]), standard("Mul", ["n", "s"], ["m"]),
            standard("Transpose", ["m"], ["y"], perm=[0, 2, 3, 1])]
    w.write("group_norm", [node("GroupNorm", ["z", "g", "b"], ["y"], groups=3, epsilon=1e-4)],
            {"z": x}, scale, reference=[first, norm, back], opset=21)
    sums = [standard("Add", ["x", "bias"], ["xb"]), standard("Add", ["xb", "k4"], ["z"])]
    for name, shape in (("image", (2, 3, 4, 6)), ("channels", (2, 6))):
        skip = [standard("Reshape", ["k", "four"], ["k4"])]
        four = {"four": np.int64([2, -1, 1, 6] if name == "channels" else [0, 0, 0, 0])}
        w.write(f"skip_group_norm_{name}",
                [node("SkipGroupNorm", ["x", "g", "b", "k", "bias"], ["y", "z"], groups=3,
                      epsilon=1e-4, activation=1)],
                {"x": x, "k": floats(*shape)}, {**scale, "bias": floats(6), **four},
                {"y": FLOAT, "z": FLOAT}, [*skip, *sums, first, norm, *silu], opset=21)
    w.write("bias_split_gelu", [node("BiasSplitGelu", ["x", "b"], ["y"])], {"x": floats(2, 3, 8)},
            {"b": floats(8)},
            reference=[standard("Add", ["x", "b"], ["s"]),
                       standard("Split", ["s"], ["l", "r"], axis=-1, num_outputs=2),
                       standard("Gelu", ["r"], ["g"]), standard("Mul", ["l", "g"], ["y"])],
            opset=21)
    w.write("bias_add", [node("BiasAdd", ["x", "b", "k"], ["y"])],
            {"x": floats(2, 3, 8), "k": floats(2, 3, 8)}, {"b": floats(8)},
            reference=[standard("Add", ["x", "b"], ["s"]), standard("Add", ["s", "k"], ["y"])])
    w.write("nhwc_conv", [node("NhwcConv", ["z", "w", "b"], ["y"], pads=[1, 1, 1, 1], group=2)],
            {"z": x}, {"w": floats(4, 3, 3, 3), "b": floats(4)},
            reference=[first, standard("Transpose", ["w"], ["wt"], perm=[0, 3, 1, 2]),
                       standard("Conv", ["first", "wt", "b"], ["n"], pads=[1, 1, 1, 1], group=2),
                       back])
    w.write("gemm_fast_gelu", [node("GemmFastGelu", ["x", "w", "b"], ["y"])],
            {"x": floats(2, 3, 4)}, {"w": floats(4, 5), "b": floats(5)},
            reference=[standard("MatMul", ["x", "w"], ["p"]), standard("Add", ["p", "b"], ["s"]),
                       standard("Gelu", ["s"], ["y"], approximate="tanh")], opset=20)


def write_states(w):
    for name, more, attributes in (("", {}, {}), ("_state", {"s": floats(2, 3, 2)}, {}),
                                   ("_silu", {"s": floats(2, 3, 2)}, {"activation": "silu"})):
        w.write(f"causal_conv{name}",
                [node("CausalConvWithState", ["x", "w", "b", *more], ["y", "present"],
                      **attributes)],
                {"x": floats(2, 3, 5), **more}, {"w": floats(3, 1, 3), "b": floats(3)},
                {"y": FLOAT, "present": FLOAT})
    for rule in ("linear", "gated", "delta", "gated_delta"):
        more = {"s": floats(2, 2, 4, 3, scale=0.5)}
        if "gated" in rule:
            more["g"] = -np.abs(floats(2, 5, 2))
        if "delta" in rule:
            more["beta"] = np.abs(floats(2, 5, 2, scale=0.3))
        operands = [key if key in more else "" for key in ("s", "g", "beta")]
        while not operands[-1]:
            operands.pop()
        w.write(f"linear_attention_{rule}",
                [node("LinearAttention", ["q", "k", "v", *operands], ["y", "present"],
                      q_num_heads=4, kv_num_heads=2, update_rule=rule)],
                {"q": floats(2, 5, 16), "k": floats(2, 5, 8, scale=0.5), "v": floats(2, 5, 6),
                 **more}, {}, {"y": FLOAT, "present": FLOAT})
    cache = {"x": floats(2, 3, 6, 4), "u": floats(2, 3, 2, 4)}
    for mode, places in (("linear", [1, 4]), ("circular", [5, 2])):
        w.write(f"tensor_scatter_{mode}",
                [standard("TensorScatter", ["x", "u", "i"], ["y"], mode=mode)],
                {**cache, "i": np.int64(places)}, opset=24)


def write_tables(w):
    for bits in (4, 8):
        for zero_points in (False, True):
            tables = {"t": rng.integers(0, 256, (5, 48 * bits // 8)).astype(np.uint8),
                      "s": rng.random((5, 3)).astype(np.float32)}
            if zero_points:
                tables["z"] = rng.integers(0, 256, (5, 3 if bits == 8 else 2)).astype(np.uint8)
            w.write(f"gather_block_quantized_{bits}{'_zero' if zero_points else ''}",
                    [node("GatherBlockQuantized", ["t", "i", *list(tables)[1:]], ["y"], bits=bits,
                          block_size=16, gather_axis=0, quantize_axis=1)],
                    {"i": np.int64([[0, 4], [-1, 2]])}, tables)


def write_group_query_attention(w):
    rotary = {"constants": tables(), "do_rotary": 1}
    write_case(w, "prompt", 5, 0, [5, 5], 5)
    write_case(w, "prompt_packed_rotary", 5, 0, [5, 5], 5, packed=True, known=False, **rotary)
    write_case(w, "prompt_window", 6, 0, [6, 6], 6, local_window_size=3)
    write_case(w, "prompt_cache", 5, 8, [5, 5], 5, **rotary)
    write_case(w, "step_grows", 1, 4, [5, 5], 5, **rotary)
    write_case(w, "step_grows_computed", 1, 4, [5, 5], 5, known=False, **rotary)
    write_case(w, "step_shared", 1, 8, [5, 7], 7, known=False, **rotary)
    write_case(w, "step_shared_known", 1, 8, [6, 6], 6, rotary_interleaved=1, **rotary)
    write_case(w, "step_window", 1, 8, [7, 5], 8, known=False, local_window_size=3, **rotary)
    write_case(w, "steps", 3, 8, [7], 7, known=False, **rotary)
    write_case(w, "steps_known", 3, 4, [7], 7, constants=tables(8), do_rotary=1)
    write_case(w, "softcap", 1, 4, [5], 5, softcap=5.0, scale=0.5)
    write_case(w, "smooth", 5, 0, [5], 5, smooth_softmax=1)
    write_case(w, "sink", 5, 0, [5], 5, constants={"sink": floats(HEADS)})
    write_case(w, "bias", 2, 4, [6], 6, inputs={"bias": floats(1, HEADS, 2, 6)}, known=False)
    positions = np.int64([[3, 4, 5]])
    write_case(w, "positions", 3, 0, [3], 3, inputs={"pos": positions}, **rotary)


def main():
    writer = Writer(sys.argv[1])
    write_group_query_attention(writer)
    write_diffusion(writer)
    write_states(writer)
    write_tables(writer)


main()
