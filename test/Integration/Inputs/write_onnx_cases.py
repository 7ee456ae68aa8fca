"""Writes the node tests of the installed `onnx` package, which are newer than
those of Debian, in the form that ImportTests and ConformanceTests read:

    python3 write_onnx_cases.py FOLDER
    ONNX_TEST_DATA=FOLDER build/release/unit/ImportTests --gtest_filter='*node'
"""

import pathlib
import sys

import numpy
import onnx
from onnx.backend.test.case.node import collect_testcases


def to_proto(value, name):
    if isinstance(value, onnx.TensorProto):
        return value
    return onnx.numpy_helper.from_array(numpy.asarray(value), name)


def write_case(case, folder):
    data = folder / "test_data_set_0"
    data.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(case.model.SerializeToString())
    inputs, outputs = case.data_sets[0]
    graph = case.model.graph
    for kind, values, infos in (("input", inputs, graph.input), ("output", outputs, graph.output)):
        for index, (value, info) in enumerate(zip(values, infos)):
            proto = to_proto(value, info.name)
            (data / f"{kind}_{index}.pb").write_bytes(proto.SerializeToString())


def main():
    root = pathlib.Path(sys.argv[1]) / "node"
    for case in collect_testcases(None):
        try:
            write_case(case, root / case.name)
        except (ValueError, TypeError, AttributeError, NotImplementedError) as error:  # not of tensors
            print(f"{case.name} is left out: {error}", file=sys.stderr)


main()
