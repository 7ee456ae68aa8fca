#!/usr/bin/env bash
# Writes test/Walkthrough/1-observed.mlir … 7-llvm.mlir anew from 0-float.mlir,
# for review after a change that is meant to change them.
#
#   scripts/update-walkthrough.sh [folder with the tools]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin="${1:-build/release/bin}"
folder=test/Walkthrough

states=(float observed calibrated fake-quantized integer scheduled vectorized llvm)
for k in 1 2 3 4 5 6 7; do
  options=""
  if [ "${states[k]}" = calibrated ]; then
    "$bin/qopt-calibrate" "$folder/1-observed.mlir" --data="$folder/samples.npz" \
      --stats="$folder/samples.stats"
    options="stats=$folder/samples.stats"
  elif [ "${states[k]}" = scheduled ]; then
    options="mtriple=x86_64-linux-gnu mcpu=icelake-server"
  fi
  "$bin/qopt" "$folder/$((k - 1))-${states[k - 1]}.mlir" --compile-from="${states[k - 1]}" \
    --compile-to="${states[k]}" --compile-options="$options" -o "$folder/$k-${states[k]}.mlir"
done
