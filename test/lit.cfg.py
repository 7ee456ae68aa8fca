# The tests of everything but the C++ units: .mlir files and .test scripts.

import os
import re
import shutil

import lit.formats

config.name = "qopt"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
# `Inputs` holds what tests read; test/lib holds test-only passes. The suite of
# C++ unit tests in test/unit has a configuration of its own.
config.excludes = ["Inputs", "lib", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.qopt_build_dir, "test")

config.environment["PATH"] = os.path.pathsep.join(
    [
        os.path.join(config.qopt_build_dir, "bin"),
        config.llvm_tools_dir,
        os.environ.get("PATH", ""),
    ]
)
# A variable without `$` must not survive the next CHECK-LABEL.
config.environment["FILECHECK_OPTS"] = "-enable-var-scope"
for name in ["HOME", "CCACHE_DIR", "ASAN_OPTIONS", "UBSAN_OPTIONS"]:
    if name in os.environ:
        config.environment[name] = os.environ[name]


def cpu_flags():
    """Instruction set extensions of this machine, as Linux spells them."""
    try:
        with open("/proc/cpuinfo") as info:
            for line in info:
                if re.match(r"(flags|Features)\s*:", line):
                    return set(line.split(":", 1)[1].split())
    except OSError:
        pass
    return set()


flags = cpu_flags()
for feature, needed in {
    "avx2": {"avx2", "fma"},
    "avxvnni": {"avx_vnni"},
    "avx512bw": {"avx512f", "avx512bw", "avx512vl"},
    "amx": {"amx_int8", "avx512f", "avx512bw", "avx512vl", "avx512_vnni"},
    "avx512vnni": {"avx512f", "avx512bw", "avx512vl", "avx512_vnni"},
    "neon": {"asimd"},
    "neondot": {"asimd", "asimddp"},
}.items():
    if needed <= flags:
        config.available_features.add(feature)

aarch64_sysroot = "/usr/aarch64-linux-gnu"
if shutil.which("qemu-aarch64") and os.path.isdir(aarch64_sysroot):
    config.available_features.add("qemu-aarch64")
if shutil.which("aarch64-linux-gnu-g++"):
    config.available_features.add("aarch64-cross-compiler")
if config.qopt_sanitize:
    config.available_features.add("asan")
    # MLIR keeps registries alive until exit, which is not a leak of ours.
    # LLVM's headers poison what its libraries, which have no sanitizer, use without asking.
    config.environment.setdefault("ASAN_OPTIONS", "detect_leaks=0:allow_user_poisoning=0")

# `lit --param verify-roundtrip=1` runs every `qopt` with --verify-roundtrip.
if lit_config.params.get("verify-roundtrip"):
    config.substitutions.append((r"(?<![-\w./])qopt(?= )", "qopt --verify-roundtrip"))

config.substitutions += [
    ("%python", config.python_executable),
    ("%qopt_src", config.qopt_source_dir),
    ("%qopt_build", config.qopt_build_dir),
    ("%examples", os.path.join(config.qopt_source_dir, "examples")),
    ("%llvm_include", config.llvm_include_dir),
    ("%plugin", os.path.join(config.qopt_build_dir, "lib", "QoptPlugin.so")),
    ("%cmake", config.cmake_command),
    ("%cxx", config.host_cxx),
    ("%cc", config.host_cc),
    ("%qemu_aarch64", "qemu-aarch64 -cpu max -L " + aarch64_sysroot),
]
