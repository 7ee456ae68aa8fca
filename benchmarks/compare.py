#!/usr/bin/env python3
"""Times qopt beside ONNX Runtime and OpenVINO, on the same models, inputs and cores.

    compare.py                                 everything, float and int8, 1 and 2 threads
    compare.py --models=resnet50 --rounds=3    one model
    compare.py --mcpu=x86-64-v3                the code that a CPU without VNNI would run
    compare.py --prepare                       make all files, measure nothing
    compare.py --report                        print the tables of what was measured before
    compare.py --layers --models=resnet50      int8 against float, layer by layer

The first run makes a virtual environment with the peers (benchmarks/setup.sh), the models
(benchmarks/models.py), quantizes them with each engine's own tools and compiles them with qopt.
Then, model by model, all engines are timed in turns: each round gives every one of them, in a
shuffled order, the same share of time on the same pinned cores, while the others wait. The best
time of all rounds counts. Keep the machine free of other work.

Times go to a JSON file, into which later runs of other models are merged, and as tables to the
standard output and a Markdown file beside it.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
AVX2_CPUS = ("x86-64-v3", "haswell", "broadwell", "skylake", "znver1", "znver2", "znver3")


def enter_environment():
    """Runs this script in the virtual environment with the peers, made where it is missing."""
    try:
        import nncf, numpy, onnx, onnxruntime, openvino  # noqa: F401
        if "--iree" in sys.argv:
            import iree.compiler, iree.runtime  # noqa: F401
        return
    except ImportError:
        pass
    python = ROOT / "build" / "benchmarks" / "venv" / "bin" / "python"
    if "QOPT_BENCHMARKS_SET_UP" in os.environ:
        sys.exit("compare: packages are missing from build/benchmarks/venv; remove it and try again")
    subprocess.run([HERE / "setup.sh", "--export"] +
                   (["--iree"] if "--iree" in sys.argv else []), check=True)
    os.environ["QOPT_BENCHMARKS_SET_UP"] = "1"
    os.execv(python, [str(python), *sys.argv])


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", help="comma-separated names (default: the nine of "
                        "docs/Benchmarks.md; see models.py --list)")
    parser.add_argument("--threads", default="1,2", help="numbers of threads (default: 1,2)")
    parser.add_argument("--precisions", default="float,int8", help="(default: float,int8)")
    parser.add_argument("--rounds", type=int, default=7, help="rounds per model (default: 7)")
    parser.add_argument("--seconds", type=float, default=0.3,
                        help="time of one engine in a round (default: 0.3)")
    parser.add_argument("--quick", action="store_true",
                        help="2 rounds of 0.1 seconds: to see whether all works")
    parser.add_argument("--mcpu", default="native", metavar="CPU",
                        help="what qopt compiles for (default: native). x86-64-v3, znver3 and other "
                        "CPUs with AVX2 also limit ONNX Runtime and OpenVINO to it (limit_peers.py)")
    parser.add_argument("--iree", action="store_true", help="time IREE as well (installs it)")
    parser.add_argument("--cpus", help="cores to pin to, such as 0,1 (default: the first two "
                        "that this process may use)")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / "build" / "benchmarks",
                        help="where models, compiled files and results go (default: "
                        "build/benchmarks)")
    parser.add_argument("--models-folder", type=pathlib.Path, help="where NAME.onnx and NAME.npz "
                        "are or will be (default: FOLDER/models)")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "release",
                        help="the build tree of qopt (default: build/release)")
    parser.add_argument("--results", type=pathlib.Path, help="the JSON file (default: "
                        "FOLDER/results-MCPU.json)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--prepare", action="store_true", help="make all files, measure nothing")
    what.add_argument("--report", action="store_true", help="print the tables, measure nothing")
    what.add_argument("--layers", action="store_true",
                      help="compare our int8 with our float layer by layer instead")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.rounds, arguments.seconds = 2, 0.1
    arguments.models_folder = arguments.models_folder or arguments.folder / "models"
    arguments.results = arguments.results or arguments.folder / f"results-{arguments.mcpu}.json"
    arguments.threads = [int(count) for count in arguments.threads.split(",")]
    arguments.precisions = arguments.precisions.split(",")
    available = sorted(os.sched_getaffinity(0))
    arguments.cpus = ([int(cpu) for cpu in arguments.cpus.split(",")] if arguments.cpus
                      else available[:max(arguments.threads)])
    if len(arguments.cpus) < max(arguments.threads):
        parser.error(f"{max(arguments.threads)} threads need as many cores; there are "
                     f"{len(arguments.cpus)} to pin to")
    return arguments


def cpu_name():
    try:
        with open("/proc/cpuinfo") as info:
            for line in info:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def versions():
    import nncf
    import onnxruntime
    import openvino
    return {"onnxruntime": onnxruntime.__version__, "openvino": openvino.__version__,
            "nncf": nncf.__version__}


def signal_to_noise(reference, output):
    """SQNR of `output` in dB, or None where shapes differ."""
    import numpy as np
    if reference is None or output is None or reference.shape != output.shape:
        return None
    noise = float(np.sum((reference - output).astype(np.float64) ** 2))
    signal = float(np.sum(reference.astype(np.float64) ** 2))
    return round(10 * float(np.log10(signal / noise)), 1) if noise > 0 and signal > 0 else None


class Comparison:
    def __init__(self, arguments):
        import engines
        self.arguments, self.engines = arguments, engines
        self.tools = arguments.build / "bin"
        if not (self.tools / "qopt-compile").exists():
            sys.exit(f"compare: no {self.tools / 'qopt-compile'}; build qopt first "
                     "(scripts/build.sh), or name its build tree with --build")
        self.files = engines.Files(arguments.folder / "files", arguments.models_folder, self.tools,
                                   arguments.mcpu)
        self.limits = {}  # variables of the peers' processes

    def limit_peers(self):
        """Lets the peers have no more than the CPU that qopt compiles for."""
        mcpu = self.arguments.mcpu
        if mcpu in AVX2_CPUS:
            import limit_peers
            self.limits = limit_peers.environment(self.arguments.folder / "limited-to-avx2")
        elif mcpu != "native":
            self.engines.log(f"the peers use all that this CPU has, also what {mcpu} lacks")

    def forms(self, name):
        """(engine, precision, function of the threads that makes the file)"""
        files = self.files
        for precision in self.arguments.precisions:
            yield "qopt", precision, lambda threads, p=precision: files.qopt(name, p, threads)
            yield "ort", precision, lambda _, p=precision: files.onnxruntime(name, p)
            yield "openvino", precision, lambda _, p=precision: files.openvino(name, p)
            if self.arguments.iree:
                yield "iree", precision, lambda _, p=precision: files.iree(name, p)
        if "int8" in self.arguments.precisions and name == "minilm":
            yield "ort-dynamic", "int8", lambda _: files.onnxruntime(name, "int8", dynamic=True)

    def prepare(self, name):
        """Makes all files of a model; returns what failed."""
        failures = {}
        for threads in self.arguments.threads:
            for engine, precision, make in self.forms(name):
                try:
                    make(threads)
                except self.engines.Failure as failure:
                    failures[f"{engine} {precision} {threads}"] = str(failure)
        return failures

    def start(self, name, failures):
        """The contenders of a model, loaded and ready."""
        contenders = []
        samples = self.files.samples(name)
        for threads in self.arguments.threads:
            for engine, precision, make in self.forms(name):
                rest = (precision, threads, self.arguments.cpus)
                try:
                    if engine == "qopt":
                        contender = self.engines.Qopt(make(threads), samples, self.tools, *rest)
                    else:
                        contender = self.engines.Peer(engine, make(threads), samples,
                                                      self.limits, *rest)
                        contender.wait_until_ready()
                    contenders.append(contender)
                except self.engines.Failure as failure:
                    failures[f"{engine} {precision} {threads}"] = str(failure)
        return contenders

    def machine(self):
        program = self.arguments.build / "benchmarks" / "machine-peaks"
        if not program.exists():
            self.engines.log(f"no {program}: peaks are not measured")
            return {}
        return json.loads(subprocess.run([program, "--quick"], check=True, capture_output=True,
                                         text=True).stdout)

    def measure(self, name):
        failures = {}
        contenders = self.start(name, failures)
        order = random.Random(1)
        for number in range(self.arguments.rounds):
            self.engines.log(f"{name}: round {number + 1} of {self.arguments.rounds}")
            order.shuffle(contenders)
            for contender in list(contenders):
                try:
                    contender.measure(self.arguments.seconds)
                except self.engines.Failure as failure:
                    failures[contender.key] = str(failure)
                    contenders.remove(contender)
        for contender in contenders:
            contender.stop()
        return self.summarize(contenders, failures)

    def summarize(self, contenders, failures):
        reference = next((c.output for c in contenders if c.engine == "ort"
                          and c.precision == "float"), None)
        times, noise, kernels = {}, {}, {}
        for contender in sorted(contenders, key=lambda c: c.key):
            minima = sorted(entry["min_ms"] for entry in contender.rounds)
            times[contender.key] = {
                "min_ms": minima[0], "median_of_minima_ms": minima[len(minima) // 2],
                "median_ms": min(entry["median_ms"] for entry in contender.rounds),
                "runs": sum(entry["runs"] for entry in contender.rounds)}
            noise[contender.key] = signal_to_noise(reference, contender.output)
            if getattr(contender, "kernels", None):
                kernels[contender.key] = contender.kernels
        if self.limits:
            for key, counts in kernels.items():
                if any("avx512" in kind for kind in counts):
                    self.engines.log(f"{key} is not limited to AVX2: {counts}")
        return {"machine": self.machine(), "times": times, "sqnr_db": noise,
                "failures": failures, "kernels": kernels}


def load_results(arguments):
    if arguments.results.exists():
        return json.loads(arguments.results.read_text())
    return {"cpu": cpu_name(), "mcpu": arguments.mcpu, "models": {}}


def save_results(arguments, results):
    import report
    arguments.results.parent.mkdir(parents=True, exist_ok=True)
    arguments.results.write_text(json.dumps(results, indent=1) + "\n")
    arguments.results.with_suffix(".md").write_text(report.markdown(results))


def main():
    arguments = parse_arguments()
    import report
    if arguments.report:
        if not arguments.results.exists():
            sys.exit(f"compare: no {arguments.results}; measure first")
        print(report.markdown(load_results(arguments)))
        return
    enter_environment()
    import engines
    import models
    names = arguments.models.split(",") if arguments.models else models.BENCHMARKED
    for name in names:
        if not (arguments.models_folder / f"{name}.onnx").exists() and name not in models.MODELS:
            sys.exit(f"compare: no model '{name}'; there are {', '.join(models.MODELS)}")
        models.make(name, arguments.models_folder)
    comparison = Comparison(arguments)
    if arguments.layers:
        import layers
        for name in names:
            print(layers.report(comparison.files, name, arguments.rounds, arguments.seconds,
                                arguments.cpus), "\n")
        return
    comparison.limit_peers()
    for name in names:
        for key, reason in comparison.prepare(name).items():
            engines.log(f"{name}, {key}: {reason}")
    if arguments.prepare:
        return
    results = load_results(arguments)
    results["date"] = datetime.date.today().isoformat()
    results["versions"] = versions()
    for name in names:
        results["models"][name] = comparison.measure(name)
        ordered = sorted(results["models"], key=lambda n: list(models.MODELS).index(n)
                         if n in models.MODELS else len(models.MODELS))
        results["models"] = {n: results["models"][n] for n in ordered}
        save_results(arguments, results)
    print(report.markdown(results))


if __name__ == "__main__":
    main()
