"""Writes models of operators of the standard in forms that its own tests do not have,
with inputs and the outputs that ONNX Runtime gives, beside those of
write_runtime_cases.py:

    python3 write_standard_cases.py test/unit/Import/RuntimeCases

Needs the PyPI packages `onnx` and `onnxruntime`.
"""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from write_runtime_cases import Writer, floats, integers, rng, standard

FLOAT, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL


def graph(name, nodes, inputs, outputs, constants=()):
    """A body: `inputs` and `outputs` are names with types; shapes of floats are left open."""
    infos = [[helper.make_tensor_value_info(n, kind, None if kind == FLOAT else [])
              for n, kind in values.items()] for values in (inputs, outputs)]
    initializers = [numpy_helper.from_array(value, n) for n, value in dict(constants).items()]
    return helper.make_graph(nodes, name, *infos, initializers)


def write_einsum(w):
    cases = {"diagonal": ("ii->i", (4, 4)), "trace": ("ii", (4, 4)),
             "batch_trace": ("bii->b", (2, 3, 3)), "triple_diagonal": ("iii->i", (3, 3, 3)),
             "two_diagonals": ("ijij->ji", (2, 3, 2, 3)),
             "diagonal_product": ("ii,ij->j", (3, 3), (3, 4)),
             "broadcast": ("...ij,...jk->...ik", (2, 1, 3, 4), (1, 5, 4, 2)),
             "three": ("ij,jk,kl->il", (2, 3), (3, 4), (4, 5)),
             "three_batches": ("bij,bjk,bk->bi", (2, 3, 4), (2, 4, 5), (2, 5)),
             "outer": ("i,j,k->kij", (2,), (3,), (4,))}
    for name, (equation, *shapes) in cases.items():
        names = [f"x{i}" for i in range(len(shapes))]
        w.write(f"einsum_{name}", [standard("Einsum", names, ["y"], equation=equation)],
                dict(zip(names, (floats(*shape) for shape in shapes))))


def write_control_flow(w):
    x = floats(2, 3)
    then = graph("then", [standard("Mul", ["x", "x"], ["t"])], {}, {"t": FLOAT})
    other = graph("else", [standard("Neg", ["x"], ["e"])], {}, {"e": FLOAT})
    for value in (False, True):
        w.write(f"if_{value}".lower(),
                [standard("If", ["c"], ["y"], then_branch=then, else_branch=other)],
                {"c": np.bool_(value), "x": x})
    # y = y * 2 + i, collected; it ends with the trips, or with the condition.
    body = graph("body",
                 [standard("Cast", ["i"], ["f"], to=FLOAT),
                  standard("Mul", ["state", "two"], ["doubled"]),
                  standard("Add", ["doubled", "f"], ["next"]),
                  standard("Less", ["i", "last"], ["go"]),
                  standard("ReduceSum", ["next"], ["sum"], keepdims=0)],
                 {"i": INT64, "c": BOOL, "state": FLOAT},
                 {"go": BOOL, "next": FLOAT, "sum": FLOAT},
                 {"two": np.float32(2), "last": np.int64(2)})
    loop = [standard("Loop", ["m", "c", "x"], ["y", "sums"], body=body)]
    outputs = {"y": FLOAT, "sums": FLOAT}
    w.write("loop_condition", loop, {"x": x}, {"m": np.int64(9), "c": np.bool_(True)}, outputs)
    w.write("loop_trips", loop, {"x": x}, {"m": np.int64(2), "c": np.bool_(True)}, outputs)
    loop = [standard("Loop", ["m", "", "x"], ["y", "sums"], body=body)]
    w.write("loop_no_condition", loop, {"x": x}, {"m": np.int64(2)}, outputs)
    body = graph("body",
                 [standard("Add", ["state", "a"], ["next"]),
                  standard("Mul", ["next", "b"], ["product"])],
                 {"state": FLOAT, "a": FLOAT, "b": FLOAT}, {"next": FLOAT, "product": FLOAT})
    scan = standard("Scan", ["s", "a", "b"], ["y", "products"], body=body, num_scan_inputs=2,
                    scan_input_axes=[1, 0], scan_input_directions=[0, 1],
                    scan_output_axes=[-1], scan_output_directions=[1])
    w.write("scan", [scan], {"s": floats(3), "a": floats(3, 4), "b": floats(4, 3)}, {},
            {"y": FLOAT, "products": FLOAT})


def write_sequences(w):
    x = floats(3, 4)
    first = standard("SequenceAt", ["s", "first"], ["a"])
    last = standard("SequenceAt", ["s", "last"], ["b"])
    places = {"first": np.int64(0), "last": np.int64(-1)}
    outputs = {"a": FLOAT, "b": FLOAT}
    for name, split, keep in (("ones", None, 1), ("dropped", None, 0), ("twos", np.int64(2), 1),
                              ("sizes", np.int64([1, 3]), 1)):
        operands = ["x"] if split is None else ["x", "split"]
        more = places if split is None else {**places, "split": split}
        w.write(f"split_to_sequence_{name}",
                [standard("SplitToSequence", operands, ["s"], axis=1, keepdims=keep), first, last],
                {"x": x}, more, outputs)
    edit = [standard("SequenceConstruct", ["x", "z"], ["s0"]),
            standard("SequenceInsert", ["s0", "z", "first"], ["s1"]),
            standard("SequenceErase", ["s1", "last"], ["s2"]),
            standard("SequenceInsert", ["s2", "x"], ["s"]),
            standard("SequenceLength", ["s"], ["n"])]
    z = floats(3, 4)
    w.write("concat_from_sequence", [*edit, standard("ConcatFromSequence", ["s"], ["y"], axis=1)],
            {"x": x, "z": z}, places, {"y": FLOAT, "n": INT64})
    w.write("concat_from_sequence_new_axis",
            [*edit, standard("ConcatFromSequence", ["s"], ["y"], axis=-1, new_axis=1)],
            {"x": x, "z": z}, places, {"y": FLOAT, "n": INT64})


def write_scatter(w):
    x = floats(5, 3)
    rows = {"i": np.int64([[1], [-1], [1], [1]])}
    elements = {"i": np.int64([[0, -1, 2], [0, 4, 2]])}
    for reduction in ("none", "add", "mul", "min", "max"):
        w.write(f"scatter_nd_{reduction}",
                [standard("ScatterND", ["x", "i", "u"], ["y"], reduction=reduction)],
                {"x": x, "u": floats(4, 3)}, rows, opset=18)
        w.write(f"scatter_elements_{reduction}",
                [standard("ScatterElements", ["x", "i", "u"], ["y"], axis=0,
                          reduction=reduction)], {"x": x, "u": floats(2, 3)}, elements, opset=18)
    whole = integers(-9, 9, (5, 3), "int32")
    w.write("scatter_nd_add_integers",
            [standard("ScatterND", ["x", "i", "u"], ["y"], reduction="add")],
            {"x": whole, "u": integers(-9, 9, (4, 3), "int32")}, rows, {"y": TensorProto.INT32},
            opset=18)
    # As caches are written: at a computed position.
    for reduction in ("none", "add"):
        w.write(f"scatter_nd_computed_{reduction}",
                [standard("ScatterND", ["x", "i", "u"], ["y"], reduction=reduction)],
                {"x": floats(2, 5, 3), "i": np.int64([[1, -2], [0, 0], [1, 3]]),
                 "u": floats(3, 3)}, opset=18)
        w.write(f"scatter_elements_computed_{reduction}",
                [standard("ScatterElements", ["x", "i", "u"], ["y"], axis=1,
                          reduction=reduction)],
                {"x": x, "i": np.int64([[0, -1], [2, 2], [1, 0]]), "u": floats(3, 2)}, opset=18)
    w.write("scatter_nd_no_updates", [standard("ScatterND", ["x", "i", "u"], ["y"])], {"x": x},
            {"i": np.zeros((0, 1), np.int64), "u": np.zeros((0, 3), np.float32)}, opset=18)


def write_regions(w):
    rois = np.float32([[0, 1, 20, 22], [-6, 3, 9, 40], [5, 5, 5.2, 5.1], [12, 0, 31, 31]])
    for mode, opset in (("half_pixel", 16), ("output_half_pixel", 16), (None, 10)):
        more = {"coordinate_transformation_mode": mode} if mode else {}
        for images in (1, 2):
            w.write(f"roi_align_{mode}_{images}",
                    [standard("RoiAlign", ["x", "rois", "i"], ["y"], output_height=3,
                              output_width=2, sampling_ratio=2, spatial_scale=0.25, **more)],
                    {"x": floats(images, 3, 7, 8), "rois": rois},
                    {"i": np.int64([0, images - 1, 0, images - 1])}, opset=opset)
    for groups, offset_groups in ((1, 1), (2, 1), (1, 2), (2, 2)):
        for masked in (False, True):
            inputs = {"x": floats(2, 4, 6, 5), "o": floats(2, offset_groups * 18, 3, 5)}
            if masked:
                inputs["m"] = rng.random((2, offset_groups * 9, 3, 5)).astype(np.float32)
            w.write(f"deform_conv_{groups}{offset_groups}{'_mask' if masked else ''}",
                    [standard("DeformConv", ["x", "w", "o", "b"] + (["m"] if masked else []),
                              ["y"], group=groups, offset_group=offset_groups, strides=[2, 1],
                              pads=[1, 2, 1, 2], dilations=[1, 2])],
                    inputs, {"w": floats(6, 4 // groups, 3, 3), "b": floats(6)}, opset=19)


def write_pools(w):
    for p in (1, 2, 3):
        w.write(f"lp_pool_{p}", [standard("LpPool", ["x"], ["y"], p=p, kernel_shape=[3, 2],
                                          strides=[2, 1], pads=[1, 0, 1, 1])],
                {"x": floats(1, 2, 6, 5)})
        w.write(f"global_lp_pool_{p}", [standard("GlobalLpPool", ["x"], ["y"], p=p)],
                {"x": floats(2, 3, 4, 5)})


def write_spectra(w):
    for parts in (1, 2):
        for axis in (1, 2):
            for length in (None, 4, 5):
                name = f"dft_{parts}_{axis}_{length or 'whole'}"
                more = {} if length is None else {"n": np.int64(length)}
                w.write(name, [standard("DFT", ["x", *more], ["y"], axis=axis)],
                        {"x": floats(2, 5, 6, parts)}, more)
    w.write("dft_inverse", [standard("DFT", ["x"], ["y"], axis=1, inverse=1)],
            {"x": floats(2, 6, 2)})
    w.write("dft_one_sided", [standard("DFT", ["x"], ["y"], axis=1, onesided=1)],
            {"x": floats(2, 7, 1)})
    window = {"w": rng.random(8).astype(np.float32)}
    for sided in (0, 1):
        w.write(f"stft_window_{sided}",
                [standard("STFT", ["x", "step", "w"], ["y"], onesided=sided)],
                {"x": floats(2, 25, 1)}, {"step": np.int64(3), **window})
    w.write("stft_no_window", [standard("STFT", ["x", "step", "", "n"], ["y"])],
            {"x": floats(1, 20, 1)}, {"step": np.int64(4), "n": np.int64(6)})


def write_integers(w):
    for kind in ("int32", "int64"):
        code = helper.np_dtype_to_tensor_dtype(np.dtype(kind))
        base = np.array([-3, -2, -1, 0, 1, 2, 3, 5], kind)
        w.write(f"pow_{kind}", [standard("Pow", ["x", "e"], ["y"])],
                {"x": base, "e": np.array([3, 0, 7, 2, 40, 10, 4, 1], kind)}, {}, {"y": code})
        w.write(f"pow_{kind}_scalar", [standard("Pow", ["x", "e"], ["y"])], {"x": base},
                {"e": np.float32(3)}, {"y": code})
        for largest in (0, 1):
            w.write(f"top_k_{kind}_{largest}",
                    [standard("TopK", ["x", "k"], ["y", "i"], axis=0, largest=largest)],
                    {"x": integers(-4, 4, (7, 3), kind)}, {"k": np.int64([4])},
                    {"y": code, "i": INT64})


def write_volumes(w):
    grid = rng.uniform(-1.2, 1.2, (2, 3, 2, 4, 3)).astype(np.float32)
    for mode in ("linear", "nearest"):
        for padding in ("zeros", "border", "reflection"):
            for align in (0, 1):
                w.write(f"grid_sample_volume_{mode}_{padding}_{align}",
                        [standard("GridSample", ["x", "g"], ["y"], mode=mode,
                                  padding_mode=padding, align_corners=align)],
                        {"x": floats(2, 3, 4, 5, 3), "g": grid}, opset=20)


def write_recurrent(w):
    w.write("lstm_input_forget",
            [standard("LSTM", ["x", "w", "r", "b", "", "h", "c"], ["y", "last", "cell"],
                      hidden_size=4, input_forget=1)],
            {"x": floats(5, 2, 3), "h": floats(1, 2, 4), "c": floats(1, 2, 4)},
            {"w": floats(1, 16, 3), "r": floats(1, 16, 4), "b": floats(1, 32)},
            {"y": FLOAT, "last": FLOAT, "cell": FLOAT})


def write_columns(w):
    """Layers that read, and write, a column of a larger tensor."""
    split = standard("Split", ["x"], ["left", "right"], axis=-1)
    join = [standard("Unsqueeze", ["r", "axis"], ["u"]), standard("Neg", ["u"], ["n"]),
            standard("Concat", ["u", "n"], ["y"], axis=-1)]
    axis = {"axis": np.int64([-1])}
    layers = {"matmul": ([standard("MatMul", ["a", "w"], ["r"])], {"w": floats(16, 5)}),
              "softmax": ([standard("Softmax", ["a"], ["r"], axis=-1)], {}),
              "max_pool": ([standard("MaxPool", ["a"], ["r"], kernel_shape=[2])], {})}
    for name, (nodes, weights) in layers.items():
        w.write(f"column_{name}",
                [split, standard("Squeeze", ["left", "axis"], ["a"]), *nodes, *join],
                {"x": floats(2, 3, 16, 2)}, {**axis, **weights})
    image = [standard("Transpose", ["s"], ["a"], perm=[0, 3, 1, 2]),
             standard("Conv", ["a", "w"], ["c"], pads=[1, 1, 1, 1]),
             standard("Transpose", ["c"], ["r"], perm=[0, 2, 3, 1])]
    w.write("column_conv", [split, standard("Squeeze", ["right", "axis"], ["s"]), *image, *join],
            {"x": floats(1, 6, 5, 4, 2)}, {**axis, "w": floats(3, 4, 3, 3)})


def main():
    writer = Writer(sys.argv[1])
    write_einsum(writer)
    write_control_flow(writer)
    write_sequences(writer)
    write_scatter(writer)
    write_regions(writer)
    write_pools(writer)
    write_spectra(writer)
    write_integers(writer)
    write_volumes(writer)
    write_recurrent(writer)
    write_columns(writer)


main()
