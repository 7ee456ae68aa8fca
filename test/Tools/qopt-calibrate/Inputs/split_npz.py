"""Splits the samples of an .npz file: split_npz.py IN.npz COUNT FIRST.npz REST.npz."""

import ast
import struct
import sys
import zipfile


def split(data, count):
    """The .npy files with the first `count` rows of `data`, and with the others."""
    (length,) = struct.unpack("<H", data[8:10])
    header = ast.literal_eval(data[10 : 10 + length].decode())
    values = data[10 + length :]
    rows = header["shape"][0]
    cut = len(values) // rows * count
    for part, size in ((values[:cut], count), (values[cut:], rows - count)):
        header["shape"] = (size,) + header["shape"][1:]
        text = repr(header)
        text += " " * (-(len(text) + 11) % 64) + "\n"
        yield b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text.encode() + part


def main():
    source, count, first, rest = sys.argv[1:]
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(first, "w") as head, zipfile.ZipFile(
        rest, "w"
    ) as tail:
        for name in archive.namelist():
            front, back = split(archive.read(name), int(count))
            head.writestr(name, front)
            tail.writestr(name, back)


main()
