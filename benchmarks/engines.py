"""The engines that compare.py times: their files, made once, and their processes."""
import json
import os
import pathlib
import subprocess
import sys

import numpy as np

import peers

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PRECISIONS = ("float", "int8")


def log(message):
    print(f"compare: {message}", file=sys.stderr, flush=True)


class Failure(Exception):
    """An engine that cannot do what it is asked; the message says why."""


def first_line(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines or ["no message"])[-1 if not errors else 0][:300]


def run_command(command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode != 0:
        raise Failure(first_line(result.stderr))
    return result.stdout


class Files:
    """What engines run, in one folder. A file is made again when its sources are newer; a
    failure is remembered likewise, in a file `….failed` that holds the reason."""

    def __init__(self, folder, models, tools, cpu):
        self.folder, self.models, self.tools, self.cpu = folder, models, tools, cpu
        folder.mkdir(parents=True, exist_ok=True)
        usage = run_command([tools / "qopt-compile", "--help"])
        self.compiles_for_threads = "--threads" in usage

    def model(self, name):
        return self.models / f"{name}.onnx"

    def samples(self, name):
        return self.models / f"{name}.npz"

    def get(self, path, sources, make):
        reason = path.with_name(path.name + ".failed")
        newest = max(source.stat().st_mtime for source in sources)
        if path.exists() and path.stat().st_mtime >= newest:
            return path
        if reason.exists() and reason.stat().st_mtime >= newest:
            raise Failure(reason.read_text())
        log(f"making {path.name}")
        path.unlink(missing_ok=True)
        try:
            make(path)
        except Exception as error:  # Any error of a peer's tool is its failure.
            text = f"{type(error).__name__}: {error}"
            if isinstance(error, Failure):
                text = str(error)
            elif isinstance(error, subprocess.CalledProcessError):
                text = error.stderr
            reason.write_text(first_line(text))
            raise Failure(first_line(text)) from error
        reason.unlink(missing_ok=True)
        return path

    def qopt(self, name, precision, threads):
        flags = [f"--mcpu={self.cpu}"]
        if precision == "float":
            flags.append("--float")
        else:
            flags.append(f"--calibration-data={self.samples(name)}")
        if self.compiles_for_threads:
            flags.append(f"--threads={threads}")
        else:
            threads = 1
        path = self.folder / f"{name}.qopt-{precision}-{self.cpu}-{threads}.so"
        compiler = self.tools / "qopt-compile"
        return self.get(path, [self.model(name), compiler], lambda output: run_command(
            [compiler, self.model(name), *flags, "--emit=shared", "-o", output]))

    def onnxruntime(self, name, precision, dynamic=False):
        if precision == "float":
            return self.model(name)
        if dynamic:
            path = self.folder / f"{name}.ort-int8-dynamic.onnx"
            return self.get(path, [self.model(name)], lambda output:
                            peers.quantize_for_onnxruntime_dynamically(self.model(name), output))
        path = self.folder / f"{name}.ort-int8.onnx"
        return self.get(path, [self.model(name)], lambda output:
                        peers.quantize_for_onnxruntime(self.model(name), self.samples(name), output))

    def openvino(self, name, precision):
        if precision == "float":
            return self.model(name)
        path = self.folder / f"{name}.openvino-int8.xml"
        return self.get(path, [self.model(name)], lambda output:
                        peers.quantize_for_openvino(self.model(name), self.samples(name), output))

    def iree(self, name, precision):
        source = self.onnxruntime(name, precision)
        cpu = "host" if self.cpu == "native" else self.cpu
        path = self.folder / f"{name}.iree-{precision}-{cpu}.vmfb"
        return self.get(path, [source], lambda output:
                        peers.compile_for_iree(source, output, cpu))


class Contender:
    """One engine with one model, precision and number of threads."""

    def __init__(self, engine, precision, threads, cpus):
        self.engine, self.precision, self.threads = engine, precision, threads
        self.cpus = cpus[:threads]
        self.rounds = []
        self.output = None

    @property
    def key(self):
        return f"{self.engine} {self.precision} {self.threads}"

    def popen_options(self):
        return {"text": True, "stderr": subprocess.PIPE,
                "preexec_fn": lambda: os.sched_setaffinity(0, self.cpus)}

    def record(self, text):
        self.rounds.append(json.loads(text))

    def stop(self):
        pass


class Qopt(Contender):
    """Each round is a process of its own: `qopt-run --benchmark`."""

    def __init__(self, library, samples, tools, *arguments):
        super().__init__("qopt", *arguments)
        self.command = [str(tools / "qopt-run"), str(library), f"--inputs={samples}",
                        "--max-samples=1", f"--threads={self.threads}"]
        outputs = library.with_suffix(".npz")
        self.call([f"--outputs={outputs}"])
        with np.load(outputs) as data:
            self.output = data[data.files[0]].astype(np.float32).ravel()[:4096]
        outputs.unlink()

    def call(self, arguments):
        result = subprocess.run(self.command + arguments, stdout=subprocess.PIPE,
                                **self.popen_options())
        if result.returncode != 0:
            raise Failure(first_line(result.stderr))
        return result.stdout

    def measure(self, seconds):
        self.record(self.call([f"--benchmark={seconds}", "--json"]))


class Peer(Contender):
    """A process that has the model loaded and waits for its turn."""

    def __init__(self, engine, model, samples, limits, *arguments):
        super().__init__(engine, *arguments)
        environment = {**os.environ, **limits}
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "peer_worker.py"), engine.split("-")[0], str(model),
             str(samples), str(self.threads)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, **self.popen_options())
        self.kernels = None

    def wait_until_ready(self):
        answer = self.read()
        self.output = np.asarray(answer["output"], np.float32)
        self.kernels = answer["kernels"]

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            raise Failure(first_line(self.process.stderr.read()))
        return json.loads(line)

    def measure(self, seconds):
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        self.rounds.append(self.read())

    def stop(self):
        self.process.stdin.close()
        self.process.wait()
