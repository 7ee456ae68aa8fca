"""Usage: largest_arena.py HEADER ONE...

Checks that the arena of the first C header is as large as the largest of the
others.
"""

import re
import sys


def arena_bytes(path):
    with open(path) as header:
        return int(re.search(r"_ARENA_BYTES (\d+)", header.read()).group(1))


sizes = [arena_bytes(path) for path in sys.argv[1:]]
sys.exit(0 if sizes[0] == max(sizes[1:]) else f"{sizes[0]} bytes for parts of {sizes[1:]}")
