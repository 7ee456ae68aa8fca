#include "Broadcast.h"
#include "Ops.h"
#include "Window.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// A pool and its operand, N x spatial x C.
struct Pool {
  Value input;
  SmallVector<WindowDim> window;
  Shape resultShape;
};

FailureOr<Pool> readPool(NodeImporter &node, ImportedValue &input) {
  if (input.rank() < 3)
    return node.error() << "its operand has shape " << formatShape(input.shape)
                        << "; rank 3 or more expected";
  FailureOr<SmallVector<WindowDim>> window =
      readWindow(node, input.shape, {}, /*allowCeilMode=*/true);
  if (failed(window))
    return failure();
  Shape padded(input.shape);
  bool isDilated = llvm::any_of(*window, [](const WindowDim &dim) { return dim.dilation > 1; });
  for (auto [index, dim] : llvm::enumerate(*window)) {
    if (isDilated && dim.kernel > maxTaps)
      return node.error() << "a dilated window has " << dim.kernel << " elements along dimension "
                          << 2 + index << "; at most " << maxTaps << " are supported";
    if (std::max(dim.padBegin, dim.padEnd) >= dim.kernel && dim.padBegin + dim.padEnd > 0)
      return node.error() << "attribute 'pads' must be smaller than the kernel";
    padded[2 + index] += dim.padBegin + dim.padEnd;
  }
  Shape resultShape = getResultShape(input.shape[0], input.shape[1], *window);
  if (failed(node.checkShape(resultShape)) || failed(node.checkShape(padded)))
    return failure();
  // The elements that the windows read, or count, are constants.
  if (isDilated && failed(node.checkConstantSize(ArrayRef(resultShape).drop_front(2))))
    return failure();
  return Pool{node.getBuilder().materializeChannelsLast(input), *window, resultShape};
}

/// The type of the result of a pool of `input`, an image in NHWC.
RankedTensorType getResultType(ImportBuilder &b, Value input, const Window &window) {
  ArrayRef<int64_t> shape = getShape(input);
  return b.getTensorType({shape[0], window.output[0], window.output[1], shape[3]});
}

Value emitAveragePool(ImportBuilder &b, Value input, const Window &window) {
  return tosa::AvgPool2dOp::create(b, getResultType(b, input, window), input, b.getZeroPoint(),
                                   b.getZeroPoint(), window.kernel, window.stride, window.getPads(),
                                   b.getF32Type());
}

Value emitMaxPool(ImportBuilder &b, Value input, const Window &window) {
  return tosa::MaxPool2dOp::create(b, getResultType(b, input, window), input, window.kernel,
                                   window.stride, window.getPads(),
                                   tosa::NanPropagationMode::PROPAGATE);
}

/// A pool is that of the last two dimensions, then of each other one: maxima,
/// sums, and how many elements of a window are no padding go by dimension.
/// `emit` pools an image in NHWC.
ImportedValue emitByDimensions(ImportBuilder &b, const Pool &pool,
                               llvm::function_ref<Value(Value, const Window &)> emit) {
  Value value = pool.input;
  size_t dims = pool.window.size();
  // Dimensions before `first` stay, those from `end` on are part of the channels.
  auto poolDims = [&](size_t first, size_t end, const Window &window) {
    ArrayRef<int64_t> shape = getShape(value);
    int64_t outer = *countElements(shape.take_front(1 + first));
    int64_t inner = *countElements(shape.drop_front(1 + end));
    int64_t rows = end - first == 2 ? shape[1 + first] : 1;
    Shape result(shape);
    result[end] = window.output[1];
    if (end - first == 2)
      result[1 + first] = window.output[0];
    value = b.reshape(value, {outer, rows, shape[end], inner});
    value = b.reshape(emit(value, window), result);
  };
  size_t first = dims > 1 ? dims - 2 : 0;
  poolDims(first, dims, Window::of(pool.window));
  for (size_t dim = first; dim-- > 0;)
    poolDims(dim, dim + 1, Window::of(WindowDim(), pool.window[dim]));
  return ImportedValue::computed(value, pool.resultShape,
                                 channelsLastOrder(pool.resultShape.size()));
}

//===----------------------------------------------------------------------===//
// Dilations
//===----------------------------------------------------------------------===//

bool isDilated(const Window &window) { return window.dilation != std::array<int64_t, 2>{1, 1}; }

/// TOSA's pools have no dilations: `combine` joins one slice of `input` (NHWC,
/// padded with `padding`) for each row of the window, then for each column.
Value emitDilated(ImportBuilder &b, Window window, Value input, float padding,
                  llvm::function_ref<Value(Value, Value)> combine) {
  input = dropUnreadBorder(b, input, window);
  std::array<int64_t, 4> pads = window.getPads();
  input = b.pad(input, {0, 0, pads[0], pads[1], pads[2], pads[3], 0, 0}, padding);
  auto takeTap = [&](Value value, int dim, int64_t tap) {
    Shape positions;
    for (int64_t i = 0; i < window.output[dim]; ++i)
      positions.push_back(tap * window.dilation[dim] + i * window.stride[dim]);
    return b.take(value, 1 + dim, positions);
  };
  for (int dim = 0; dim < 2; ++dim) {
    Value result = takeTap(input, dim, 0);
    for (int64_t tap = 1; tap < window.kernel[dim]; ++tap)
      result = combine(result, takeTap(input, dim, tap));
    input = result;
  }
  return input;
}

/// How many elements of a window at output position `position` are in the
/// operand of `size` elements; padding counts as well where `countPadding`.
int64_t countTaps(const Window &window, int dim, int64_t position, int64_t size,
                  bool countPadding) {
  int64_t begin = countPadding ? -window.padBegin[dim] : 0;
  int64_t end = size + (countPadding ? window.padEnd[dim] : 0), count = 0;
  for (int64_t tap = 0; tap < window.kernel[dim]; ++tap) {
    int64_t at = position * window.stride[dim] - window.padBegin[dim] + tap * window.dilation[dim];
    count += at >= begin && at < end;
  }
  return count;
}

Value emitDilatedAverage(ImportBuilder &b, const Window &window, Value input, bool countPadding) {
  Value sum = emitDilated(b, window, input, 0.0f,
                          [&](Value l, Value r) { return b.binary<tosa::AddOp>(l, r); });
  ArrayRef<int64_t> shape = getShape(input);
  SmallVector<float> factors;
  for (int64_t row = 0; row < window.output[0]; ++row)
    for (int64_t column = 0; column < window.output[1]; ++column) {
      int64_t count = countTaps(window, 0, row, shape[1], countPadding) *
                      countTaps(window, 1, column, shape[2], countPadding);
      factors.push_back(1.0f / static_cast<float>(std::max<int64_t>(count, 1)));
    }
  return b.mul(sum, b.createConstant({1, window.output[0], window.output[1], 1}, factors));
}

Value emitAverage(ImportBuilder &b, Value input, Window window, bool countPadding) {
  if (isDilated(window))
    return emitDilatedAverage(b, window, input, countPadding);
  if (countPadding) {
    // TOSA never counts padding. What `ceil_mode` adds past the padding is not
    // counted by ONNX either, and stays a matter of the pool.
    std::array<int64_t, 4> pads = window.getPads();
    input = b.pad(input, {0, 0, pads[0], pads[1], pads[2], pads[3], 0, 0}, 0.0f);
    window.padBegin = window.padEnd = {0, 0};
  }
  input = dropUnreadBorder(b, input, window);
  return emitAveragePool(b, input, window);
}

Value emitMax(ImportBuilder &b, Value input, Window window) {
  if (isDilated(window))
    return emitDilated(b, window, input, -std::numeric_limits<float>::infinity(),
                       [&](Value l, Value r) { return b.binary<tosa::MaximumOp>(l, r); });
  input = dropUnreadBorder(b, input, window);
  return emitMaxPool(b, input, window);
}

} // namespace

LogicalResult qopt::onnx_import::importMaxPool(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<int64_t> storageOrder = node.getInteger("storage_order", 0);
  // A maximum of quantized values is that of the real values: scales are positive.
  ImportedValue *input = node.getInput(0).isQuantized ? &node.getInput(0) : node.getDataInput(0);
  if (!input || failed(storageOrder))
    return failure();
  Type type = input->isQuantized ? Type(b.getF32Type()) : input->getElementType();
  ImportedValue real;
  if (isa<IntegerType>(type) && type.getIntOrFloatBitWidth() == 8) {
    real = emitElementwise(node, *input, [&](Value v) { return b.castTo(v, b.getF32Type()); });
    input = &real;
  } else if (!type.isF32()) {
    return node.error() << "operand 0 has type " << input->describeType()
                        << "; only float, int8 and uint8 are supported";
  }
  FailureOr<Pool> pool = readPool(node, *input);
  if (failed(pool))
    return failure();
  if (node.isOutputRead(1)) {
    FailureOr<Value> indices = emitMaxIndices(node, pool->input, pool->window, *storageOrder != 0);
    if (failed(indices))
      return failure();
    node.setOutput(ImportedValue::computed(*indices, pool->resultShape,
                                           channelsLastOrder(pool->resultShape.size())),
                   1);
  }
  ImportedValue result = emitByDimensions(
      b, *pool, [&](Value value, const Window &window) { return emitMax(b, value, window); });
  if (!type.isF32())
    result = emitElementwise(node, result, [&](Value v) { return b.castTo(v, type); });
  result.isQuantized = input->isQuantized;
  if (input->isQuantized)
    result.grid = input->grid;
  node.setOutput(std::move(result));
  return success();
}

LogicalResult qopt::onnx_import::importAveragePool(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<int64_t> countPadding = node.getInteger("count_include_pad", 0);
  if (!input || failed(countPadding))
    return failure();
  FailureOr<Pool> pool = readPool(node, *input);
  if (failed(pool))
    return failure();
  node.setOutput(emitByDimensions(b, *pool, [&](Value value, const Window &window) {
    return emitAverage(b, value, window, *countPadding != 0);
  }));
  return success();
}

ImportedValue qopt::onnx_import::emitGlobalPool(ImportBuilder &b, ImportedValue &input,
                                                bool isMax) {
  // A pool takes two spatial dimensions: more become one.
  Shape image = getImageShape(input.shape);
  while (image.size() > 4) {
    image[3] *= image.back();
    image.pop_back();
  }
  Shape resultShape(input.shape);
  std::fill(resultShape.begin() + 2, resultShape.end(), 1);
  Window window{{image[2], image[3]}, {1, 1}, {1, 1}, {0, 0}, {0, 0}, {1, 1}};
  Value operand = b.reshape(b.materializeChannelsLast(input), permute(image, channelsLastOrder(4)));
  Value value = isMax ? emitMaxPool(b, operand, window) : emitAveragePool(b, operand, window);
  return ImportedValue::computed(value, resultShape, channelsLastOrder(resultShape.size()));
}

LogicalResult qopt::onnx_import::importGlobalPool(NodeImporter &node) {
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  if (input->rank() < 3)
    return node.error() << "its operand has shape " << formatShape(input->shape)
                        << "; rank 3 or more expected";
  node.setOutput(emitGlobalPool(node.getBuilder(), *input, node.getOpType() == "GlobalMaxPool"));
  return success();
}
