# The C++ unit tests: every executable build/<preset>/unit/*Tests, through
# lit's GoogleTest format, so that one run and one summary cover all tests.

import os

import lit.formats

config.name = "qopt-unit"
config.test_format = lit.formats.GoogleTest(".", "Tests")
config.suffixes = []
config.test_source_root = os.path.join(config.qopt_build_dir, "unit")
config.test_exec_root = config.test_source_root
for name in ["HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS"]:
    if name in os.environ:
        config.environment[name] = os.environ[name]
if config.qopt_sanitize:
    # LLVM's headers poison what its libraries, which have no sanitizer, use without asking.
    config.environment.setdefault("ASAN_OPTIONS", "detect_leaks=0:allow_user_poisoning=0")
