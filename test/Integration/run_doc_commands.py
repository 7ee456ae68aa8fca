#!/usr/bin/env python3
"""Runs the commands that the documentation shows.

usage: run_doc_commands.py <source folder> <build folder> <scratch folder> [file...]

Takes the ```sh blocks of *.md, docs/**/*.md and examples/**/*.md (or of the files
named), and runs those of one file in order, in one shell, in a fresh copy of the
source folder whose build/release is the build folder. Stops a file at its first failing command. Blocks marked ```console show
what a reader sees, or what a test must not do (install packages, run the whole
test suite); they are not run.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

# Commands that run this test: within a block they would never come to an end.
SUITE = re.compile(r"scripts/test\.sh|\.ci/run|check-qopt")
FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\S*)\s*$")


def shell_blocks(path):
    """Yields (line number, commands) of each ```sh block."""
    block, language, start, indent = [], None, 0, ""
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        fence = FENCE.match(line)
        if language is None and fence:
            block, language, start = [], fence["language"], number + 1
            indent = fence["indent"]
        elif language is not None and fence and not fence["language"]:
            if language == "sh":
                yield start, "\n".join(block)
            language = None
        elif language is not None:
            block.append(line.removeprefix(indent))
    if language is not None:
        raise SystemExit(f"{path}:{start}: block has no end")


def source_files(source):
    """What git tracks or would track; everything but builds without git."""
    if (source / ".git").exists():
        command = ["git", "-C", str(source), "ls-files", "-z", "-co", "--exclude-standard"]
        listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return [pathlib.Path(name) for name in listed.split("\0") if name]
    files = (path.relative_to(source) for path in source.rglob("*") if path.is_file())
    return [path for path in files if path.parts[0] != "build"]


def copy_source(source, build, target):
    shutil.rmtree(target, ignore_errors=True)
    for name in source_files(source):
        if (source / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / name, target / name)
    (target / "build").mkdir()
    (target / "build" / "release").symlink_to(build)


def run_file(path, source, build, scratch):
    """Returns the number of blocks run, or None after a failure."""
    blocks = list(shell_blocks(path))
    if not blocks:
        return 0
    name = path.relative_to(source)
    copy = scratch / "-".join(name.with_suffix("").parts)
    copy_source(source, build, copy)
    script = ["set -euo pipefail"]
    for line, commands in blocks:
        if SUITE.search(commands):
            print(f"{name}:{line}: runs the test suite; mark the block as console")
            return None
        script += [f"echo '--- {name}:{line}'", commands]
    result = subprocess.run(
        ["bash", "-c", "\n".join(script)],
        cwd=copy,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if result.returncode != 0:
        print(result.stdout)
        print(f"{name}: the last block above failed with exit code {result.returncode}")
        return None
    shutil.rmtree(copy)
    return len(blocks)


def main():
    source, build, scratch = (pathlib.Path(arg).resolve() for arg in sys.argv[1:4])
    names = sys.argv[4:]
    if names:
        paths = [source / name for name in names]
    else:
        paths = sorted(source.glob("*.md"))
        paths += sorted((source / "docs").glob("**/*.md"))
        paths += sorted((source / "examples").glob("**/*.md"))
    failed = total = 0
    for path in paths:
        if not path.is_file():
            print(f"{path.relative_to(source)}: not there")
            failed += 1
            continue
        count = run_file(path, source, build, scratch)
        failed += count is None
        total += count or 0
    print(f"{len(paths)} files, {total} blocks run, {failed} files failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
