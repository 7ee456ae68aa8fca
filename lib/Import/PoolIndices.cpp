#include "Window.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

// Where the maxima of a pool are. Dimension by dimension, the last one first, the
// greatest element of each window is sought, and its position is carried along.
// Of equal elements the first in row-major order wins: a later one does not exceed
// it.

namespace {

/// The elements of a tensor and their positions in the operand: a sum over the
/// dimensions that were searched, i32; null before the first. Dimensions that do
/// not matter have size 1.
struct Located {
  Value element, position;
};

class MaxSearch {
public:
  MaxSearch(ImportBuilder &b, const WindowDim &window, int64_t axis, int64_t size, int64_t unit)
      : b(b), window(window), axis(axis), size(size), unit(unit) {
    int64_t read = (window.output - 1) * window.stride + window.getExtent();
    padEnd = std::max<int64_t>(read - window.padBegin - size, 0);
  }

  Located run(Located input) {
    input.element = pad(input.element, -std::numeric_limits<float>::infinity());
    if (input.position && getShape(input.position)[axis] != 1)
      input.position = pad(input.position, 0.0f);
    Located best = takeTap(input, 0);
    for (int64_t tap = 1; tap < window.kernel; ++tap) {
      Located next = takeTap(input, tap);
      Value isGreater = b.compare<tosa::GreaterOp>(next.element, best.element);
      best.position = b.select(isGreater, next.position, best.position);
      best.element = b.binary<tosa::MaximumOp>(best.element, next.element);
    }
    return best;
  }

private:
  Value pad(Value value, float with) {
    Shape padding(2 * getShape(value).size(), 0);
    padding[2 * axis] = window.padBegin;
    padding[2 * axis + 1] = padEnd;
    return b.pad(value, padding, with);
  }

  /// Element `tap` of all windows.
  Located takeTap(const Located &input, int64_t tap) {
    Shape indices, shape(getShape(input.element).size(), 1);
    SmallVector<int32_t> positions;
    for (int64_t i = 0; i < window.output; ++i) {
      indices.push_back(i * window.stride + tap * window.dilation);
      // Padding only wins where all is -inf: then the position is at least valid.
      positions.push_back(static_cast<int32_t>(
          std::clamp<int64_t>(indices.back() - window.padBegin, 0, size - 1) * unit));
    }
    shape[axis] = window.output;
    Value position = b.createIndices(shape, positions);
    if (Value before = input.position) {
      if (getShape(before)[axis] != 1)
        before = b.take(before, axis, indices);
      position = b.binary<tosa::AddOp>(before, position);
    }
    return {b.take(input.element, axis, indices), position};
  }

  ImportBuilder &b;
  const WindowDim &window;
  int64_t axis, size, unit, padEnd;
};

} // namespace

FailureOr<Value> qopt::onnx_import::emitMaxIndices(NodeImporter &node, Value input,
                                                   ArrayRef<WindowDim> window, bool columnMajor) {
  for (auto [index, dim] : llvm::enumerate(window))
    if (dim.kernel > maxTaps)
      return node.error() << "its window has " << dim.kernel << " elements along dimension "
                          << 2 + index << "; at most " << maxTaps
                          << " are supported where its second result (the indices) is read";
  ImportBuilder &b = node.getBuilder();
  Shape shape(getShape(input));
  if (failed(node.checkConstantSize({shape.front(), shape.back()})))
    return failure();
  ArrayRef<int64_t> spatial = ArrayRef(shape).slice(1, window.size());
  Located best{input, nullptr};
  for (size_t dim = window.size(); dim-- > 0;) {
    int64_t unit =
        *countElements(columnMajor ? spatial.take_front(dim) : spatial.drop_front(dim + 1));
    best = MaxSearch(b, window[dim], 1 + dim, spatial[dim], unit).run(best);
  }
  SmallVector<int32_t> planes;
  for (int64_t plane = 0, size = *countElements(spatial); plane < shape.front() * shape.back();
       ++plane)
    planes.push_back(static_cast<int32_t>(plane * size));
  Shape planeShape(shape.size(), 1);
  planeShape.front() = shape.front();
  planeShape.back() = shape.back();
  Value position = b.binary<tosa::AddOp>(best.position, b.createIndices(planeShape, planes));
  return b.castTo(position, b.getI64Type());
}
