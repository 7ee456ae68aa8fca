#!/usr/bin/env python3
"""Compares a number in a program's output with a bound.

  … | at_least.py PATTERN BOUND           the number behind PATTERN is >= BOUND
  … | at_least.py PATTERN OTHER.txt GAP   … >= the number in OTHER.txt - GAP
"""
import re
import sys


def find(text, pattern):
    match = re.search(pattern + r"\s*([-+0-9.]+|inf)", text)
    if not match:
        sys.exit(f"no number behind '{pattern}' in:\n{text}")
    return float(match.group(1))


pattern, bound = sys.argv[1:3]
text = sys.stdin.read()
value = find(text, pattern)
if len(sys.argv) > 3:
    with open(bound) as other:
        least = find(other.read(), pattern) - float(sys.argv[3])
else:
    least = float(bound)
print(f"{pattern} {value}, at least {least} wanted")
# Two digits behind the point are printed: allow for their binary form.
sys.exit(0 if value >= least - 1e-9 else 1)
