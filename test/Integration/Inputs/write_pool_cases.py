"""Writes models of operators of the standard that pool images and regions, in forms that
its own tests do not have, with inputs and the outputs that ONNX Runtime gives, beside
those of write_runtime_cases.py:

    python3 write_pool_cases.py test/unit/Import/RuntimeCases

Needs the PyPI packages `onnx` and `onnxruntime`.
"""

import sys

import numpy as np
from onnx import TensorProto

from write_runtime_cases import Writer, floats, standard

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
ROIS = np.float32([[0, 1, 20, 22], [-6, 3, 9, 40], [5, 5, 5.2, 5.1], [12, 0, 31, 31],
                   [9, 9, 3, 30]])


def write_pools(w):
    for p in (1, 2):
        w.write(f"lp_pool_ceil_{p}",
                [standard("LpPool", ["x"], ["y"], p=p, kernel_shape=[3, 2], strides=[2, 3],
                          pads=[1, 0, 0, 1], ceil_mode=1)], {"x": floats(1, 2, 6, 6)}, opset=18)
    w.write("lp_pool_ceil_1d", [standard("LpPool", ["x"], ["y"], kernel_shape=[3], strides=[3],
                                         ceil_mode=1)], {"x": floats(2, 3, 7)}, opset=18)


def write_regions(w):
    for mode in ("avg", "max"):
        for coordinates in ("half_pixel", "output_half_pixel"):
            for samples in (0, 2):
                w.write(f"roi_align_{mode}_{coordinates}_{samples}",
                        [standard("RoiAlign", ["x", "rois", "i"], ["y"], output_height=3,
                                  output_width=2, sampling_ratio=samples, spatial_scale=0.25,
                                  mode=mode, coordinate_transformation_mode=coordinates)],
                        {"x": floats(2, 3, 7, 8)},
                        {"rois": ROIS, "i": np.int64([0, 1, 0, 1, 1])}, opset=16)
        w.write(f"roi_align_{mode}_computed",
                [standard("RoiAlign", ["x", "rois", "i"], ["y"], output_height=2, output_width=2,
                          sampling_ratio=3, spatial_scale=0.25, mode=mode)],
                {"x": floats(2, 3, 7, 8), "rois": ROIS, "i": np.int64([0, 1, 0, 1, 1])}, opset=16)
    images = np.float32([[0], [1], [1], [0], [1]])
    w.write("max_roi_pool", [standard("MaxRoiPool", ["x", "rois"], ["y"], pooled_shape=[3, 2],
                                      spatial_scale=0.25)], {"x": floats(2, 3, 7, 8)},
            {"rois": np.concatenate([images, ROIS], 1)})
    w.write("max_roi_pool_outside", [standard("MaxRoiPool", ["x", "rois"], ["y"],
                                              pooled_shape=[2, 2])], {"x": floats(1, 2, 5, 4)},
            {"rois": np.float32([[0, 6, 6, 9, 9], [0, -9, -9, 1, 1]])})


def write_unpools(w):
    """As segmentation networks have them: the indices of a pool before."""
    for name, attributes, shape in (
            ("2d", {"kernel_shape": [2, 2], "strides": [2, 2]}, (2, 3, 6, 4)),
            ("1d", {"kernel_shape": [3], "strides": [3]}, (1, 2, 9)),
            ("overlapping", {"kernel_shape": [3, 3], "strides": [2, 2]}, (1, 2, 7, 5))):
        w.write(f"max_unpool_{name}",
                [standard("MaxPool", ["x"], ["p", "i"], **attributes),
                 standard("Relu", ["p"], ["r"]),
                 standard("MaxUnpool", ["r", "i"], ["y"], **attributes)],
                {"x": floats(*shape)})


def write_determinants(w):
    for size in (1, 3, 4, 6):
        w.write(f"det_{size}", [standard("Det", ["x"], ["y"])], {"x": floats(2, 3, size, size)})


def main():
    writer = Writer(sys.argv[1])
    write_pools(writer)
    write_regions(writer)
    write_unpools(writer)
    write_determinants(writer)


main()
