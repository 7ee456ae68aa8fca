#!/usr/bin/env python3
"""Moves arrays between .npz files and raw files; standard library only.

  npz.py extract FILE.npz NAME OUT.raw [COUNT]    first COUNT rows of an array
  npz.py equal FILE.npz NAME RAW                  do the bytes equal the array?
  npz.py make OUT.npz NAME DTYPE SHAPE [VALUE]    an array of one value, e.g. <f4 2x1x28x28 0.5
"""
import ast
import struct
import sys
import zipfile

FORMATS = {"<f4": "f", "<f8": "d", "|u1": "B", "|i1": "b", "<i4": "i", "<i8": "q"}


def read_member(path, name):
    """The header dictionary and the bytes of array `name`."""
    with zipfile.ZipFile(path) as archive:
        data = archive.read(name + ".npy")
    version = data[6]
    length, start = (
        (struct.unpack("<H", data[8:10])[0], 10) if version == 1 else (struct.unpack("<I", data[8:12])[0], 12)
    )
    return ast.literal_eval(data[start : start + length].decode("latin1")), data[start + length :]


def extract(path, name, out, count=None):
    header, data = read_member(path, name)
    if count is not None:
        row = len(data) // header["shape"][0]
        data = data[: row * int(count)]
    with open(out, "wb") as file:
        file.write(data)


def equal(path, name, raw):
    _, data = read_member(path, name)
    with open(raw, "rb") as file:
        other = file.read()
    differing = sum(a != b for a, b in zip(data, other)) + abs(len(data) - len(other))
    print(f"{len(data)} bytes, {differing} differ")
    return 1 if differing else 0


def make(out, name, dtype, shape, value="0"):
    sizes = tuple(int(size) for size in shape.split("x"))
    count = 1
    for size in sizes:
        count *= size
    header = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': {sizes}, }}"
    header += " " * (-(len(header) + 11) % 64) + "\n"
    number = float(value) if dtype[1] == "f" else int(value)
    data = struct.pack(f"<{count}{FORMATS[dtype]}", *([number] * count))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(
            name + ".npy", b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + data
        )


if __name__ == "__main__":
    commands = {"extract": extract, "equal": equal, "make": make}
    if len(sys.argv) < 4 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    sys.exit(commands[sys.argv[1]](*sys.argv[2:]))
