"""Tables of what compare.py measured."""
import math

NAMES = {"simplecnn": "SimpleCNN", "resnet50": "ResNet-50", "mobilenetv2": "MobileNetV2",
         "efflite0": "EfficientNet-Lite0", "squeezenet": "SqueezeNet",
         "densenet121": "DenseNet-121", "ppocr_det": "PP-OCRv4 det 640x640",
         "ppocr_rec": "PP-OCRv4 rec 48x320", "minilm": "MiniLM S=128"}
PEERS = ("ort", "openvino", "iree")


def milliseconds(value):
    if value is None:
        return "–"
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 100 else f"{value:.1f}"


def ratio(value):
    return "–" if value is None else f"{value:.2f}"


def quotient(a, b):
    return None if a is None or b is None else a / b


def geometric_mean(values):
    values = [value for value in values if value is not None]
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


class Row:
    """Best times of one model with one number of threads."""

    def __init__(self, model, threads):
        self.model, self.threads = model, threads

    def time(self, engine, precision):
        """The best of all forms of an engine: `ort`, `ort-dynamic`."""
        found = [entry["min_ms"] for key, entry in self.model["times"].items()
                 if key.split()[0].split("-")[0] == engine
                 and key.split()[1:] == [precision, str(self.threads)]]
        return min(found, default=None)

    def cell(self, engine, precision):
        value = self.time(engine, precision)
        failed = any(key.startswith(f"{engine} {precision}") for key in self.model["failures"])
        return "fails" if value is None and failed else milliseconds(value)

    def best_peer(self, precision):
        times = [self.time(engine, precision) for engine in PEERS]
        return min((value for value in times if value is not None), default=None)

    @property
    def gain(self):
        return quotient(self.best_peer("int8"), self.time("qopt", "int8"))

    @property
    def gain_over_any(self):
        peers = [value for value in map(self.best_peer, ("float", "int8")) if value is not None]
        return quotient(min(peers, default=None), self.time("qopt", "int8"))

    @property
    def float_gain(self):
        return quotient(self.best_peer("float"), self.time("qopt", "float"))

    @property
    def over_own_float(self):
        return quotient(self.time("qopt", "float"), self.time("qopt", "int8"))


def has_engine(results, engine):
    return any(key.startswith(engine) for model in results["models"].values()
               for key in (*model["times"], *model["failures"]))


def table(results, threads):
    peers = [peer for peer in PEERS if has_engine(results, peer)]
    titles = {"ort": "ORT", "openvino": "OV", "iree": "IREE"}
    header = (["model"] + [f"{titles[peer]} float" for peer in peers] + ["qopt float", "gain"] +
              [f"{titles[peer]} int8" for peer in peers] +
              ["qopt int8", "gain", "over any peer's best", "over own float"])
    lines = [header, ["---"] * len(header)]
    rows = []
    for name, model in results["models"].items():
        row = Row(model, threads)
        if row.time("qopt", "int8") is None and row.time("qopt", "float") is None and \
                row.best_peer("float") is None:
            continue
        rows.append(row)
        lines.append([NAMES.get(name, name)] + [row.cell(peer, "float") for peer in peers] +
                     [row.cell("qopt", "float"), ratio(row.float_gain)] +
                     [row.cell(peer, "int8") for peer in peers] +
                     [row.cell("qopt", "int8"), ratio(row.gain), ratio(row.gain_over_any),
                      ratio(row.over_own_float)])
    means = [ratio(geometric_mean(getattr(row, field) for row in rows))
             for field in ("float_gain", "gain", "gain_over_any", "over_own_float")]
    lines.append(["geometric mean"] + [""] * (len(peers) + 1) + means[:1] +
                 [""] * (len(peers) + 1) + means[1:])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def machine_table(results):
    """Best rates of all runs: what the instructions can do at most."""
    rates, bandwidths = {}, {}
    for model in results["models"].values():
        for name, value in model["machine"].get("gops", {}).items():
            rates[name] = max(rates.get(name, 0), value)
        for name, value in model["machine"].get("read_gb_per_s", {}).items():
            bandwidths[name] = max(bandwidths.get(name, 0), value)
    parts = [f"`{name}` {value:.0f}" for name, value in rates.items()]
    text = "Peaks of one thread in GOPS: " + ", ".join(parts) + "."
    if bandwidths:
        text += " Reading memory: " + ", ".join(
            f"{value:.0f} GB/s by {name} thread{'s' if name != '1' else ''}"
            for name, value in bandwidths.items()) + "."
    return text


def failures(results):
    lines = []
    for name, model in results["models"].items():
        for key, reason in model["failures"].items():
            engine, precision = key.split()[:2]
            line = f"* {NAMES.get(name, name)}, {engine} {precision}: `{reason}`"
            if line not in lines:
                lines.append(line)
    return "\n".join(lines)


def markdown(results):
    thread_counts = sorted({int(key.split()[2]) for model in results["models"].values()
                            for key in model["times"]})
    parts = [f"## {results['cpu']}" + ("" if results["mcpu"] == "native"
                                       else f", compiled for {results['mcpu']}"),
             machine_table(results)]
    for threads in thread_counts:
        parts.append(f"Best times in ms, batch 1, {threads} thread{'s' if threads > 1 else ''}; "
                     "gain: the better peer's time divided by qopt's.")
        parts.append(table(results, threads))
    text = failures(results)
    if text:
        parts.append("What failed:\n\n" + text)
    return "\n\n".join(parts) + "\n"
