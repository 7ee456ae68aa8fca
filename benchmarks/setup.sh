#!/usr/bin/env bash
# Installs the peers that benchmarks/compare.py measures into a virtual
# environment. Nothing outside of it changes.
#
#   benchmarks/setup.sh [--export] [--iree] [FOLDER]
#
# FOLDER:   the environment (default: build/benchmarks/venv)
# --export: also what models.py exports models with (PyTorch)
# --iree:   also IREE
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="$(dirname "$here")/build/benchmarks/venv"
arguments=(--requirement "$here/requirements.txt")
for argument in "$@"; do
  case "$argument" in
    --export) arguments+=(--requirement "$here/requirements-export.txt") ;;
    --iree) arguments+=(iree-base-compiler iree-base-runtime) ;;
    -*)
      echo "usage: $0 [--export] [--iree] [FOLDER]" >&2
      exit 2
      ;;
    *) folder="$argument" ;;
  esac
done

if [[ ! -x "$folder/bin/python" ]]; then
  echo "setup: making $folder"
  python3 -m venv "$folder" || {
    echo "setup: python3 has no venv module; install python3-venv" >&2
    exit 1
  }
fi
# PyTorch without GPU libraries, where the index of CPU builds can be reached.
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
  --extra-index-url https://download.pytorch.org/whl/cpu "${arguments[@]}"
echo "setup: $folder/bin/python has the peers"
