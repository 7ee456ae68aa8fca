#!/usr/bin/env bash
# Whole models against ONNX Runtime, nightly: each is made, compiled in float and
# in integers, and compared.
#
#   scripts/test-models.sh [MODEL_DIR [NAME...]]     default: all of benchmarks/models.py
#
# QOPT_TEST_DATA names the folder of the optional test data (default: shared/data
# beside the checkout, if it is there); PYTHON an interpreter that has the packages
# which benchmarks/setup.sh installs otherwise; QOPT_BIN the folder of the tools.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

folder="${1:-build/benchmarks/models}"
shift || true
data="${QOPT_TEST_DATA:-../shared/data}"
if [[ -z "${PYTHON:-}" ]]; then
  benchmarks/setup.sh --export
  PYTHON=build/benchmarks/venv/bin/python
fi
arguments=("$folder" "$@" "--bin=${QOPT_BIN:-build/release/bin}")
if [[ -d "$data" ]]; then
  arguments+=("--data=$data")
fi
exec "$PYTHON" benchmarks/accuracy.py "${arguments[@]}"
