#!/usr/bin/env bash
# Installs the Debian packages that qopt is built, tested and run with. Does
# nothing, and needs no network and no rights, where all of them are there.
#
#   scripts/setup.sh [--check]
#
# --check: only say what is missing; exit code 1 if something is.
set -euo pipefail

packages=(
  # LLVM and MLIR: libraries, tools, compiler, linker, formatter and linter.
  libmlir-22-dev mlir-22-tools llvm-22-dev llvm-22-tools
  clang-22 libclang-rt-22-dev lld-22 liblld-22-dev clang-format-22 clang-tidy-22
  # The build.
  cmake ninja-build ccache python3
  # Import of ONNX models, .npz files.
  protobuf-compiler libprotobuf-dev libonnx-dev libzip-dev
  # Tests and benchmarks; ARM code is compiled and run under emulation.
  libgtest-dev libbenchmark-dev libonnx-testdata qemu-user g++-aarch64-linux-gnu
)

check_only=false
case "${1:-}" in
  "") ;;
  --check) check_only=true ;;
  *)
    echo "usage: $0 [--check]" >&2
    exit 2
    ;;
esac

if ! command -v dpkg-query >/dev/null; then
  echo "setup: this is no Debian system; install the counterparts of: ${packages[*]}" >&2
  exit 1
fi

is_installed() {
  [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

missing=()
for package in "${packages[@]}"; do
  is_installed "$package" || missing+=("$package")
done

if ((${#missing[@]} == 0)); then
  echo "setup: all ${#packages[@]} packages are installed"
  exit 0
fi
echo "setup: missing ${missing[*]}"
if $check_only; then
  exit 1
fi

as_root=()
if ((EUID != 0)); then
  command -v sudo >/dev/null || {
    echo "setup: run as root, or install sudo" >&2
    exit 1
  }
  as_root=(sudo)
fi
apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get --quiet --yes --option Acquire::Retries=3 "$@"
}

echo "setup: updating the package lists"
apt_get update
echo "setup: installing"
if ! apt_get install --no-install-recommends "${missing[@]}"; then
  echo "setup: apt could not install everything; LLVM 22 is in Debian's own archives," \
    "and for other releases at https://apt.llvm.org" >&2
  exit 1
fi
echo "setup: done"
