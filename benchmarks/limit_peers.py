"""Copies of the peers that believe to run on a CPU without AVX-512, AVX-VNNI and AMX.

ONNX Runtime has no switch for that, and OpenVINO's leaves out the matrix products that it does
not get from oneDNN. Both ask the CPU by CPUID instructions. In the copies these are breakpoints,
for which a preloaded library answers (hide_avx512.c). Nothing else differs, and they are executed
when a library is loaded only. For Linux on x86-64.
"""
import importlib.util
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CPUID, BREAKPOINT = b"\x0f\xa2", b"\xcc\x90"
# Of each package, the libraries that decide on kernels.
LIBRARIES = {"onnxruntime": ["capi/onnxruntime_pybind11_state*.so"],
             "openvino": ["libs/libopenvino_intel_cpu_plugin.so", "libs/libopenvino.so.*"]}


def loaded_segments(data):
    """(address, offset in the file, size) of what the loader maps of an ELF file."""
    table, = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for i in range(count):
        kind, _, offset, address, _, length = struct.unpack_from("<IIQQQQ", data, table + size * i)
        if kind == 1:
            yield address, offset, length


def replace_cpuid(library):
    data = bytearray(library.read_bytes())
    segments = list(loaded_segments(data))
    disassembler = find_tool("objdump", "llvm-objdump", "llvm-objdump-22")
    text = subprocess.run([disassembler, "--disassemble", library], check=True, capture_output=True,
                          text=True).stdout
    count = 0
    for match in re.finditer(r"^\s*([0-9a-f]+):\s+0f a2\s+cpuid", text, re.MULTILINE):
        address = int(match.group(1), 16)
        start, offset, _ = next(s for s in segments if s[0] <= address < s[0] + s[2])
        place = address - start + offset
        assert data[place:place + 2] == CPUID
        data[place:place + 2] = BREAKPOINT
        count += 1
    if count == 0:
        raise RuntimeError(f"no CPUID instruction found in {library}")
    library.write_bytes(data)


def copy_package(name, folder):
    spec = importlib.util.find_spec(name)
    source = pathlib.Path(spec.submodule_search_locations[0])
    part = folder / f"{name}.part"
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(source, part)
    for pattern in LIBRARIES[name]:
        for library in part.glob(pattern):
            replace_cpuid(library)
    part.rename(folder / name)


def find_tool(*names):
    for name in names:
        if path := shutil.which(name):
            return path
    sys.exit(f"compare: limiting the peers to AVX2 takes {' or '.join(names)}; install it")


def make_answers(library):
    compiler = find_tool("cc", "clang", "clang-22")
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", HERE / "hide_avx512.c", "-o", library],
                   check=True)


def environment(folder):
    """The variables with which a Python process finds the copies, made in `folder` where
    they are missing."""
    folder.mkdir(parents=True, exist_ok=True)
    answers = folder / "hide_avx512.so"
    if not answers.exists():
        make_answers(answers)
    for name in LIBRARIES:
        if not (folder / name).exists():
            copy_package(name, folder)
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(paths), "LD_PRELOAD": str(answers)}
