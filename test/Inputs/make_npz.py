"""Writes an .npz file without NumPy: make_npz.py OUT.npz NAME:TYPE:SHAPE=VALUES...

SHAPE is 4x1x28x28; VALUES is a comma-separated list, repeated until the array
is full, or a range FIRST..STEP of evenly spaced values.
"""

import struct
import sys
import zipfile

FORMATS = {
    "float32": ("<f4", "f", float),
    "float64": ("<f8", "d", float),
    "uint8": ("|u1", "B", int),
    "int8": ("|i1", "b", int),
    "int64": ("<i8", "q", int),
}


def npy(type_name, shape, values):
    description, code, convert = FORMATS[type_name]
    count = 1
    for size in shape:
        count *= size
    if ".." in values:
        first, step = (float(text) for text in values.split(".."))
        numbers = [convert(first + step * i) for i in range(count)]
    else:
        listed = [convert(text) for text in values.split(",") if text]
        numbers = [listed[i % len(listed)] for i in range(count)]
    axes = ", ".join(str(size) for size in shape) + ("," if len(shape) == 1 else "")
    header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }" % (description, axes)
    header += " " * (-(len(header) + 11) % 64) + "\n"
    data = struct.pack("<%d%s" % (count, code), *numbers)
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + data


def main():
    with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
        for argument in sys.argv[2:]:
            declaration, values = argument.split("=", 1)
            name, type_name, shape = declaration.split(":")
            sizes = [int(size) for size in shape.split("x") if size]
            archive.writestr(name + ".npy", npy(type_name, sizes, values))


main()
