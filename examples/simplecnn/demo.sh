#!/usr/bin/env bash
# Compiles SimpleCNN in float, with post-training quantization (PTQ) and from
# the model with quantization-aware training (QAT), runs each build on the 2,000
# test digits and prints one table.
#
#   examples/simplecnn/demo.sh [folder with the tools] [folder for the results]
set -euo pipefail

here="$(cd "$(dirname "$0")" && pwd)"
bin="${1:-$here/../../build/release/bin}"
out="${2:-$here/../../build/demo}"
mkdir -p "$out"

test_digits="$here/test.npz"
calibration=(--calibration-data="$here/calibration.npz")

# compile NAME MODEL OPTION...: a library, and the program that the reference
# evaluator runs to judge it.
compile() {
  local name="$1" model="$2" phase="$3"
  shift 3
  echo "compiling $name" >&2
  "$bin/qopt-compile" "$model" "$@" --emit=shared -o "$out/$name.so"
  "$bin/qopt-compile" "$model" "$@" --compile-to="$phase" -o "$out/$name.mlir"
}

compile simplecnn_float "$here/simplecnn.onnx" float --float
compile simplecnn_ptq "$here/simplecnn.onnx" integer "${calibration[@]}" --require-integer
compile simplecnn_qat "$here/simplecnn-qat.onnx" integer --require-integer

# row LABEL NAME: one line of the table.
row() {
  local label="$1" name="$2" accuracy constants latency equal
  accuracy="$("$bin/qopt-run" "$out/$name.so" --inputs="$test_digits" --labels=label |
    sed -n 's/^accuracy: \([0-9.]*\) %.*/\1/p')"
  constants="$(sed -n 's/^#define .*_CONSTANT_BYTES \([0-9]*\)$/\1/p' "$out/$name.h")"
  latency="$("$bin/qopt-run" "$out/$name.so" --benchmark=1 --json |
    sed -n 's/.*"median_ms":\([0-9.e-]*\).*/\1/p')"
  "$bin/qopt-run" "$out/$name.mlir" --evaluator --inputs="$test_digits" \
    --outputs="$out/$name-reference.npz"
  if "$bin/qopt-run" "$out/$name.so" --inputs="$test_digits" \
    --expect="$out/$name-reference.npz" --tolerance=0 >"$out/$name-compare.txt"; then
    equal="yes, all 2000"
  else
    equal="NO"
    failed=1
  fi
  printf '%-6s | %9s %% | %15s | %17.4f | %s\n' "$label" "$accuracy" "$constants" "$latency" "$equal"
}

failed=0
echo
echo "SimpleCNN on 2,000 handwritten digits"
printf '%-6s | %11s | %15s | %17s | %s\n' build accuracy "constants, byte" "median latency ms" "bytes equal to the reference"
echo "-------+-------------+-----------------+-------------------+-----------------------------"
row float simplecnn_float
row PTQ simplecnn_ptq
row QAT simplecnn_qat
echo
"$bin/qopt-run" "$out/simplecnn_ptq.so" --inputs="$test_digits" \
  --expect="$out/simplecnn_float-reference.npz" | sed 's/^/PTQ against float: /'
exit "$failed"
