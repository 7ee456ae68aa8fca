"""Our int8 against our float, layer by layer: where does int8 not pay?

One program fuses what the other runs as an op of its own: an activation function becomes part of an
integer convolution, a float convolution needs no quantization behind it, and adds the residual that
loops add to the sums of an integer one. What only one of them has, and loops that begin with such sums,
are therefore counted with the layer in front of them that both have."""
import re

import engines

LINE = re.compile(r"\s*[\d.]+%\s+([\d.]+)(?:\s+[\d.]+)?\s\s+(\S.*)$")
# Loops that make floats of the 32-bit sums that a convolution or a matrix product leaves.
FINISHES_SUMS = re.compile(r"linalg\.generic \S*xi32 -> \S*f32")
# What a layer may lose before it is named.
TOLERANCE = 1.05


def parse_profile(text):
    """Microseconds and descriptions by layer name, from the table of `qopt-run --profile`."""
    times, descriptions = {}, {}
    for line in text.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        name, description = match[2].rsplit(": ", 1)
        times[name] = times.get(name, 0.0) + float(match[1])
        # The op that does the work, not the fill of a halo in front of it.
        if name not in descriptions or not description.startswith("linalg"):
            descriptions[name] = description
    return times, descriptions


def compile_profiled(files, name, precision):
    compiler = files.tools / "qopt-compile"
    path = files.folder / f"{name}.qopt-{precision}-{files.cpu}.profile.so"
    flags = ["--float"] if precision == "float" else [f"--calibration-data={files.samples(name)}"]
    return files.get(path, [files.model(name), compiler], lambda output: engines.run_command(
        [compiler, files.model(name), f"--mcpu={files.cpu}", *flags, "--profile", "--emit=shared",
         "-o", output]))


def best_times(files, name, rounds, seconds, cpus):
    """For each precision the best time of each layer over interleaved rounds."""
    libraries = {precision: compile_profiled(files, name, precision)
                 for precision in engines.PRECISIONS}
    best = {precision: {} for precision in engines.PRECISIONS}
    descriptions = {precision: {} for precision in engines.PRECISIONS}
    for _ in range(rounds):
        for precision, library in libraries.items():
            command = ["taskset", "--cpu-list", cpus[0], files.tools / "qopt-run", library,
                       f"--inputs={files.samples(name)}", "--max-samples=1", "--profile",
                       f"--benchmark={seconds}"]
            times, found = parse_profile(engines.run_command(command))
            descriptions[precision].update(found)
            for layer, microseconds in times.items():
                known = best[precision].get(layer, microseconds)
                best[precision][layer] = min(known, microseconds)
    return best, descriptions


def count_with_layers(times, common):
    """The times of the layers in `common`, each with the ops behind it that are not."""
    counted, layer = {}, None
    for name, microseconds in times.items():
        layer = name if name in common else layer
        if layer is not None:
            counted[layer] = counted.get(layer, 0.0) + microseconds
    return counted


def report(files, name, rounds, seconds, cpus):
    """The table of one model, slowest int8 layers first, and how many lose to float."""
    best, descriptions = best_times(files, name, rounds, seconds, cpus)
    total = {precision: sum(times.values()) for precision, times in best.items()}
    lines = [f"## {name}: float {total['float']:.0f} us, int8 {total['int8']:.0f} us", "",
             "| layer, with what follows | float us | int8 us | float / int8 | int8 form |",
             "|---|---|---|---|---|"]
    common = {layer for layer in best["float"].keys() & best["int8"].keys()
              if not FINISHES_SUMS.search(descriptions["int8"][layer])}
    in_float = count_with_layers(best["float"], common)
    in_int8 = count_with_layers(best["int8"], common)
    losers = 0
    for layer, microseconds in sorted(in_int8.items(), key=lambda item: -item[1]):
        mark = ""
        if microseconds > in_float[layer] * TOLERANCE and microseconds > 0.5:
            mark, losers = " slower", losers + 1
        # The clock does not see what takes a few cycles only.
        ratio = f"{in_float[layer] / microseconds:.2f}" if microseconds > 0 else "–"
        lines.append(f"| {layer} | {in_float[layer]:.1f} | {microseconds:.1f} | {ratio}{mark} | "
                     f"{descriptions['int8'][layer]} |")
    lines += ["", f"{losers} layers are slower in int8 than in float by more than 5 %."]
    return "\n".join(lines)
