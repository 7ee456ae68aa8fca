#!/usr/bin/env bash
# Installs what is missing, builds, and runs all tests. The last line is
# `N passed, N failed`; the exit code is 0 only where all passed.
#
#   scripts/test.sh [preset [path...]]           default: release, all tests
#
# Paths are test files or folders under test/; `unit` stands for the C++ units.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

preset="${1:-release}"
shift || true

scripts/setup.sh
scripts/build.sh "$preset"

suite="build/$preset/test"
paths=()
for path in "$@"; do
  paths+=("$suite/${path#test/}")
done
if ((${#paths[@]} == 0)); then
  paths=("$suite")
fi

echo "test: running"
results="build/$preset/test-results.json"
rm -f "$results"
llvm_tools="$(sed -n 's/^config.llvm_tools_dir = r"\(.*\)"$/\1/p' "$suite/lit.site.cfg.py")"
status=0
"$llvm_tools/lit" -sv --output="$results" "${paths[@]}" || status=$?
if [[ ! -s "$results" ]]; then
  echo "test: lit found no tests or did not finish (exit code $status)" >&2
  exit 1
fi

# Tests that this machine cannot run (UNSUPPORTED) count as neither.
read -r passed failed unsupported < <(python3 - "$results" <<'PYTHON'
import collections
import json
import sys

with open(sys.argv[1]) as results:
    codes = collections.Counter(test["code"] for test in json.load(results)["tests"])
passed = codes["PASS"] + codes["XFAIL"] + codes["FLAKYPASS"]
unsupported = codes["UNSUPPORTED"] + codes["EXCLUDED"] + codes["SKIPPED"]
print(passed, sum(codes.values()) - passed - unsupported, unsupported)
PYTHON
)
if ((unsupported > 0)); then
  echo "test: $unsupported tests need hardware or tools that are not here"
fi
if ((failed == 0 && status != 0)); then
  echo "test: lit failed (exit code $status) although no test did" >&2
  failed=1
fi
echo "$passed passed, $failed failed"
((failed == 0))
