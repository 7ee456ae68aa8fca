"""Prints a module of one layer, quantized or in float, with weights that differ.

  layer.py conv HEIGHTxWIDTHxCHANNELS-OUTPUTS KERNEL [STRIDE] [--float] [--small]
  layer.py depthwise HEIGHTxWIDTHxCHANNELS KERNEL [STRIDE] [--float] [--function]
  layer.py matmul ROWSxDEPTH-COLUMNS [--float]

HEIGHT and WIDTH are those of the input, which is padded as in "same". Weights reach 100, or, if
they are small, 20. With --function the layer ends in a hard-swish, and shifts go to the left.
"""

import re
import struct
import sys


HAS_FUNCTION = "--function" in sys.argv
LARGEST = 20 if "--small" in sys.argv else 100


def constant_bytes(count, is_float):
    """Values that look random to a compiler and are the same in each run."""
    state, values = 12345, []
    for _ in range(count):
        state = (1103515245 * state + 12345) & 0x7FFFFFFF
        values.append((state >> 16) % (2 * LARGEST + 1) - LARGEST)
    form, scale = ("f", 0.01) if is_float else ("b", 1)
    return struct.pack(f"<{count}{form}", *(value * scale for value in values))


def tensor(shape, element):
    return "tensor<" + "".join(f"{size}x" for size in shape) + element + ">"


def constant(name, shape, element):
    """A line with a constant of that shape."""
    count = 1
    for size in shape:
        count *= size
    type = tensor(shape, element)
    value = f'dense<"0x{constant_bytes(count, element == "f32").hex().upper()}">'
    if element == "i32":
        value = "dense<77>"
    if element == "f32":
        return f'  %{name} = "tosa.const"() {{values = {value} : {type}}} : () -> {type}'
    return f"  %{name} = arith.constant {value} : {type}"


def window(size, kernel, stride):
    """Padding before and behind, and the size of the output."""
    output = -(-size // stride)
    total = max(0, (output - 1) * stride + kernel - size)
    return total // 2, total - total // 2, output


def rescale(depth):
    shift = -2 if HAS_FUNCTION else 9 + depth.bit_length() // 2
    return (hard_swish() if HAS_FUNCTION else "") + (
        f"rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [{shift}]>, "
        "output_zero_point = 7 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32"
    )


def hard_swish():
    """Segments of 128 of x = -8 to 8, in 32nds of a step of which 16 are 1."""
    values = [16 * 32 * x * min(max(x + 3, 0), 6) / 6 for x in (i / 16 - 8 for i in range(257))]
    bases = [round(value) for value in values[:-1]]
    slopes = [round(2 * (high - low)) for low, high in zip(values, values[1:])]
    return f"function = #qint.function<base = {bases}, slope = {slopes}>, "


def print_function(inputs, output, lines):
    print(f'func.func @layer(%x: {inputs} {{qopt.name = "x"}}) -> ({output} {{qopt.name = "y"}}) {{')
    print("\n".join(lines))
    print(f"  return %y : {output}\n}}")


def print_convolution(is_depthwise, shape, kernel, stride, is_float):
    height, width, channels, *outputs = map(int, re.split("[x-]", shape))
    outputs = channels if is_depthwise else outputs[0]
    top, bottom, rows = window(height, kernel, stride)
    left, right, columns = window(width, kernel, stride)
    stored, weight, sum_type = ("f32", "f32", "f32") if is_float else ("ui8", "i8", "i32")
    weights = (
        [kernel, kernel, channels, 1] if is_depthwise else [outputs, kernel, kernel, channels]
    )
    inputs = tensor([1, height, width, channels], stored)
    output = tensor([1, rows, columns, outputs], stored)
    lines = [constant("w", weights, weight), constant("b", [outputs], sum_type)]
    name = "depthwise_conv2d" if is_depthwise else "conv2d"
    types = f"{inputs}, {tensor(weights, weight)}, {tensor([outputs], sum_type)}"
    attributes = (
        f"pad = array<i64: {top}, {bottom}, {left}, {right}>, "
        f"stride = array<i64: {stride}, {stride}>, dilation = array<i64: 1, 1>"
    )
    if is_float:
        zero = '  %z = "tosa.const"() {values = dense<0.0> : tensor<1xf32>} : () -> tensor<1xf32>'
        lines.append(zero)
        lines.append(
            f"  %y = tosa.{name} %x, %w, %b, %z, %z {{acc_type = f32, {attributes}}} : "
            f"({types}, tensor<1xf32>, tensor<1xf32>) -> {output}"
        )
    else:
        depth = kernel * kernel * (1 if is_depthwise else channels)
        lines.append(
            f"  %y = qint.{name} %x, %w, %b {{{attributes}, input_zero_point = 3 : i32, "
            f"{rescale(depth)}}} : ({types}) -> {output}"
        )
    print_function(inputs, output, lines)


def main(arguments):
    is_float = "--float" in arguments
    kind, shape, *numbers = [text for text in arguments if not text.startswith("--")]
    kernel, stride = [int(number) for number in numbers] + [1] * (2 - len(numbers))
    print_convolution(kind == "depthwise", shape, kernel, stride, is_float)


main(sys.argv[1:])
