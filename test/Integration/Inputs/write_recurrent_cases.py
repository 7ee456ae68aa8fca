"""Writes models of recurrent operators of the standard in forms that its own tests do
not have, with inputs and the outputs that ONNX Runtime gives, beside those of
write_runtime_cases.py:

    python3 write_recurrent_cases.py test/unit/Import/RuntimeCases

Needs the PyPI packages `onnx` and `onnxruntime`.
"""

import sys

import numpy as np
from onnx import TensorProto

from write_runtime_cases import Writer, floats, standard

FLOAT = TensorProto.FLOAT
GATES = {"RNN": 1, "GRU": 3, "LSTM": 4}


def write_layer(w, name, op, direction, steps, inputs, constants, **attributes):
    """A layer of two inputs and three hidden elements; `inputs` and `constants` are its
    further operands by name."""
    directions = 2 if direction == "bidirectional" else 1
    rows = GATES[op] * 3
    weights = {"w": floats(directions, rows, 2), "r": floats(directions, rows, 3),
               "b": floats(directions, 2 * rows)}
    given = {**inputs, **constants}
    operands = ["x", "w", "r", "b"] + [key if key in given else "" for key in ("l", "h", "c")]
    while not operands[-1]:
        operands.pop()
    results = ["y", "last"] + (["cell"] if op == "LSTM" else [])
    w.write(name, [standard(op, operands, results, hidden_size=3, direction=direction,
                            **attributes)],
            {"x": floats(steps, 3, 2), **inputs}, {**weights, **constants},
            dict.fromkeys(results, FLOAT))


def write_lengths(w):
    """Sequences that end at different steps, some before they start."""
    for op in GATES:
        for direction in ("forward", "reverse", "bidirectional"):
            directions = 2 if direction == "bidirectional" else 1
            state = {"h": floats(directions, 3, 3)}
            if op == "LSTM":
                state["c"] = floats(directions, 3, 3)
            name = f"{op.lower()}_lengths_{direction}"
            lengths = {"l": np.int32([4, 1, 2])}
            write_layer(w, name, op, direction, 4, lengths, {})
            write_layer(w, f"{name}_state", op, direction, 4, {**lengths, **state}, {})
            write_layer(w, f"{name}_constant", op, direction, 4, state,
                        {"l": np.int32([3, 0, 2])})
    write_layer(w, "rnn_no_lengths", "RNN", "forward", 3, {}, {"l": np.int32([0, 0, 0])})
    write_layer(w, "gru_one_length", "GRU", "bidirectional", 5, {}, {"l": np.int32([3, 3, 3])})


def write_activations(w):
    names = {"LeakyRelu": (0.2,), "ThresholdedRelu": (0.3,), "ScaledTanh": (0.7, 1.5),
             "Elu": (0.5,), "Softsign": (), "Softplus": ()}
    for name, parameters in names.items():
        more = {f"activation_{key}": [value] for key, value in zip(("alpha", "beta"), parameters)}
        write_layer(w, f"rnn_{name.lower()}", "RNN", "forward", 3, {}, {}, activations=[name],
                    **more)


def main():
    writer = Writer(sys.argv[1])
    write_lengths(writer)
    write_activations(writer)


main()
