#!/usr/bin/env bash
# From nothing to numbers: installs what is missing, builds qopt, compiles the
# SimpleCNN example in float and quantized, runs each build on the 2,000 test
# digits, and prints a table.
#
#   scripts/demo.sh
#
# Results are kept in build/demo.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/setup.sh
scripts/build.sh release
examples/simplecnn/demo.sh build/release/bin build/demo
