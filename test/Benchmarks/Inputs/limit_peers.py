"""Replaces CPUID in a small library as limit_peers.py does in those of the peers, and calls it."""
import ctypes
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "benchmarks"))
import limit_peers  # noqa: E402

SOURCE = """
#include <cpuid.h>
void ask(unsigned leaf, unsigned subleaf, unsigned *r) {
  __cpuid_count(leaf, subleaf, r[0], r[1], r[2], r[3]);
}
"""


def ask(library, leaf, subleaf):
    result = (ctypes.c_uint * 4)()
    ctypes.CDLL(library).ask(leaf, subleaf, result)
    return list(result)


def main():
    folder = pathlib.Path(sys.argv[1])
    plain, limited, answers = (folder / f"{name}.so" for name in ("plain", "limited", "answers"))
    if len(sys.argv) == 2:
        compiler = limit_peers.find_tool("cc", "clang", "clang-22")
        for library in (plain, limited):
            subprocess.run([compiler, "-shared", "-fPIC", "-x", "c", "-", "-o", library], input=SOURCE,
                           text=True, check=True)
        limit_peers.replace_cpuid(limited)
        limit_peers.make_answers(answers)
        subprocess.run([sys.executable, __file__, folder, "preloaded"], check=True,
                       env={**os.environ, "LD_PRELOAD": str(answers)})
        return
    print("maker", "kept" if ask(limited, 0, 0) == ask(plain, 0, 0) else "lost")
    _, b, c, _ = ask(limited, 7, 0)
    a = ask(limited, 7, 1)[0]
    print(f"avx2 {b >> 5 & 1} avx512f {b >> 16 & 1} avx512vnni {c >> 11 & 1} avxvnni {a >> 4 & 1}")


if __name__ == "__main__":
    main()
