#!/usr/bin/env bash
# Configures and builds one preset of CMakePresets.json; the tools end up in
# build/<preset>/bin.
#
#   scripts/build.sh [preset [target...]]        default: release, everything
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

preset="${1:-release}"
shift || true

if [[ ! -f "build/$preset/build.ninja" ]]; then
  echo "build: configuring preset '$preset'"
  cmake --preset "$preset"
fi
echo "build: building preset '$preset'"
ninja -C "build/$preset" "$@"
echo "build: done; the tools are in build/$preset/bin"
