#!/usr/bin/env bash
# From nothing to numbers: builds qopt, compiles the SimpleCNN example in float
# and quantized, runs both on the 2,000 test digits, and prints a table.
#
#   scripts/demo.sh
#
# Results are kept in build/demo.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/setup.sh
scripts/build.sh release

bin="$PWD/build/release/bin"
example="$PWD/examples/simplecnn"
out="$PWD/build/demo"
mkdir -p "$out"

# compile NAME MODEL OPTION...: a shared library and its C header.
compile() {
  local name="$1" model="$2"
  shift 2
  echo "demo: compiling $name"
  "$bin/qopt-compile" "$example/$model" --mcpu=native --emit=shared "$@" -o "$out/$name.so"
}

compile float simplecnn.onnx --float
compile int8 simplecnn.onnx --calibration-data="$example/calibration.npz"
compile qat simplecnn-qat.onnx

for name in float int8 qat; do
  echo "demo: running $name"
  "$bin/qopt-run" "$out/$name.so" --inputs="$example/test.npz" --outputs="$out/$name.npz"
  "$bin/qopt-run" "$out/$name.so" --inputs="$example/test.npz" --benchmark=1 --json \
    >"$out/$name.json"
done

python3 - "$example/test.npz" "$out" <<'PYTHON'
"""Prints accuracy, size and latency of each variant."""
import ast
import json
import os
import struct
import sys
import zipfile


def read_npz(path):
    """All arrays of an .npz file as (shape, flat list)."""
    codes = {"<f4": "f", "<i8": "q", "|u1": "B", "|i1": "b"}
    arrays = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            length = struct.unpack_from("<H", data, 8)[0]
            header = ast.literal_eval(data[10 : 10 + length].decode())
            code = codes[header["descr"]]
            count = (len(data) - 10 - length) // struct.calcsize(code)
            values = struct.unpack_from(f"<{count}{code}", data, 10 + length)
            arrays[name.removesuffix(".npy")] = (header["shape"], values)
    return arrays


test_path, out = sys.argv[1:]
labels = read_npz(test_path)["label"][1]
print(f"{'variant':<10}{'correct':>14}{'size':>12}{'latency':>14}")
for variant in ["float", "int8", "qat"]:
    shape, logits = read_npz(os.path.join(out, f"{variant}.npz"))["logits"]
    classes = shape[-1]
    rows = [logits[i : i + classes] for i in range(0, len(logits), classes)]
    correct = sum(row.index(max(row)) == label for row, label in zip(rows, labels))
    size = os.path.getsize(os.path.join(out, f"{variant}.so"))
    with open(os.path.join(out, f"{variant}.json")) as timing:
        median = json.load(timing)["median_ms"]
    print(
        f"{variant:<10}{correct:>6} ({100 * correct / len(labels):.2f} %)"
        f"{size / 1024:>8.0f} KiB{1000 * median:>11.1f} us"
    )
PYTHON
