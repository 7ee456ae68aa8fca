"""Finds the hot loop of a compiled layer and checks it against llvm-mca.

  hot_loop.py FILE.s --mcpu=CPU [--percent=P] [--per-multiply-add=N]
              [--reloads=N] [--spills=N] [--simulate]

The hot loop is the innermost loop with the largest register tile. Checked are:

* It does not touch the stack; or reads it at most N times (--reloads), for what
  LLVM has moved out of the loop; or writes it at most N times (--spills).
* By the CPU's model in LLVM its block reciprocal throughput is within P (10)
  percent of what its multiply-adds need alone, or of what it takes to issue all
  of its instructions: no load, shuffle or store is the bottleneck.
* There are at most N instructions per multiply-add.
* With --simulate: an iteration takes no more than that in llvm-mca's simulation,
  so that no chain of dependent instructions is the bottleneck. Not for models
  that distribute loads badly (Zen).

The instructions are printed, for FileCheck.
"""

import argparse
import json
import re
import subprocess
import sys

MULTIPLY_ADD = re.compile(r"v(pdpbusd|pdpwssd|pmaddubsw|pmaddwd|fmadd\d+[sp]s)\b")
# Where a sequence of instructions does the work of vpdpbusd, its sums count.
ACCUMULATE = re.compile(r"vpadd[dw]\b")
BRANCH = re.compile(r"j\w+\s+(\.L\w+)")


def find_loops(lines):
    """Innermost loops: the lines from a label to the jump back to it."""
    labels, loops = {}, []
    for i, line in enumerate(lines):
        if line.endswith(":"):
            labels[line[:-1]] = i
        branch = BRANCH.match(line)
        start = labels.get(branch.group(1)) if branch else None
        if start is not None and not any(start < other < i for other, _ in loops):
            loops.append((start, i))
    return [[line for line in lines[i : j + 1] if not line.endswith(":")] for i, j in loops]


def read_instructions(path):
    """Labels and instructions, without directives and comments."""
    with open(path) as file:
        lines = [line.split("#")[0].strip() for line in file]
    return [
        re.sub(r"\s+", " ", line.replace("{vex} ", "").replace("{vex}\t", ""))
        for line in lines
        if line and (not line.startswith(".") or line.endswith(":"))
    ]


def stack_pattern(instructions):
    """What refers to the stack; %rbp may be a register like any other."""
    has_frame = "movq %rsp, %rbp" in instructions
    return re.compile(r"\((%rsp|%rbp)" if has_frame else r"\(%rsp")


def merit(loop):
    """The size of the register tile, then of the work: tails come last."""
    widths = {"x": 1, "y": 2, "z": 4}
    results = [
        re.findall(r"%([xyz])mm(\d+)", line)[-1] for line in loop if MULTIPLY_ADD.match(line)
    ]
    return (
        sum(widths[letter] for letter, _ in set(results)),
        sum(widths[letter] for letter, _ in results),
    )


def analyze(instructions, cpu):
    """llvm-mca's summary of many iterations of the instructions."""
    command = ["llvm-mca", "-mtriple=x86_64-linux-gnu", f"-mcpu={cpu}", "-json", "-iterations=200"]
    text = "\n".join(instructions) + "\n"
    result = subprocess.run(command, input=text, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"llvm-mca failed:\n{result.stderr}")
    return json.loads(result.stdout)["CodeRegions"][0]["SummaryView"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("assembly")
    parser.add_argument("--mcpu", required=True)
    parser.add_argument("--percent", type=float, default=10)
    parser.add_argument("--per-multiply-add", type=float, default=2)
    parser.add_argument("--reloads", type=int, default=0)
    parser.add_argument("--spills", type=int, default=0)
    parser.add_argument("--simulate", action="store_true")
    options = parser.parse_args()

    instructions = read_instructions(options.assembly)
    loop = max(find_loops(instructions), key=merit)
    print("\n".join(loop))
    multiply_adds = [line for line in loop if MULTIPLY_ADD.match(line)]
    if not multiply_adds:
        sys.exit("no loop with multiply-adds")
    work = [line for line in loop if line in multiply_adds or ACCUMULATE.match(line)]
    summary = analyze(loop, options.mcpu)
    throughput = summary["BlockRThroughput"]
    alone = analyze(work, options.mcpu)["BlockRThroughput"]
    issue = summary["TotaluOps"] / summary["Iterations"] / summary["DispatchWidth"]
    cycles = summary["TotalCycles"] / summary["Iterations"]
    ratio = len(loop) / len(multiply_adds)
    print(f"{ratio:.2f} instructions per multiply-add")
    print(
        f"cycles: {alone:.2f} for multiply-adds, {issue:.2f} to issue, {throughput:.2f} for all, "
        f"{cycles:.2f} simulated"
    )

    stack = stack_pattern(instructions)
    on_stack = [line for line in loop if stack.search(line)]
    spills = [line for line in on_stack if line.endswith(")")]
    print(f"{len(spills)} spills, {len(on_stack) - len(spills)} reloads")
    problems = []
    if len(spills) > options.spills or len(on_stack) - len(spills) > options.reloads:
        problems += [f"on the stack: {line}" for line in on_stack]
    limit = max(alone, issue) * (1 + options.percent / 100)
    if throughput > limit:
        problems.append(f"{throughput:.2f} cycles are more than {limit:.2f}")
    if options.simulate and cycles > limit:
        problems.append(f"{cycles:.2f} cycles in the simulation are more than {limit:.2f}")
    if ratio > options.per_multiply_add:
        problems.append(f"more than {options.per_multiply_add} instructions per multiply-add")
    if problems:
        sys.exit("\n".join(problems))


main()
