#include "Broadcast.h"
#include "Ops.h"
#include "Window.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// A pool, its operand as N x C x H x W.
struct Pool {
  ImportedValue input;
  Window window;
  Shape resultShape;
};

bool isDilated(const Window &window) { return window.dilation != std::array<int64_t, 2>{1, 1}; }

FailureOr<Pool> readPool(NodeImporter &node, ImportedValue &input) {
  if (input.rank() != 3 && input.rank() != 4)
    return node.error() << "its operand has shape " << formatShape(input.shape)
                        << "; pools of one and of two dimensions are supported";
  FailureOr<Window> window = readWindow(node, input.shape, {}, /*allowCeilMode=*/true);
  if (failed(window))
    return failure();
  constexpr int64_t maxTaps = 1024;
  if (isDilated(*window) && window->kernel[0] * window->kernel[1] > maxTaps)
    return node.error() << "a dilated window has " << window->kernel[0] * window->kernel[1]
                        << " elements; at most " << maxTaps << " are supported";
  for (int dim = 0; dim < 2; ++dim) {
    if (std::max(window->padBegin[dim], window->padEnd[dim]) >= window->kernel[dim])
      if (window->padBegin[dim] + window->padEnd[dim] > 0)
        return node.error() << "attribute 'pads' must be smaller than the kernel";
  }
  Shape resultShape(input.shape);
  for (size_t dim = 2; dim < resultShape.size(); ++dim)
    resultShape[dim] = window->output[dim + 2 - resultShape.size()];
  // Before the copy below: all readers of the input share the transpose.
  node.getBuilder().materializeChannelsLast(input);
  FailureOr<ImportedValue> image = input.reshaped(getImageShape(input.shape));
  if (failed(image))
    return node.error() << "its operand has a grid along an axis that does not fit";
  if (failed(node.checkShape(resultShape)) ||
      failed(node.checkShape(getPaddedShape(image->shape, *window))))
    return failure();
  return Pool{*image, *window, resultShape};
}

RankedTensorType getResultType(ImportBuilder &b, const Pool &pool) {
  const auto &output = pool.window.output;
  return b.getTensorType({pool.input.shape[0], output[0], output[1], pool.input.shape[1]});
}

ImportedValue makeResult(const Pool &pool, Value value) {
  Shape image{pool.input.shape[0], pool.input.shape[1], pool.window.output[0],
              pool.window.output[1]};
  return *ImportedValue::computed(value, image, channelsLastOrder(4)).reshaped(pool.resultShape);
}

Value emitAveragePool(ImportBuilder &b, const Pool &pool, Value input) {
  return tosa::AvgPool2dOp::create(b, getResultType(b, pool), input, b.getZeroPoint(),
                                   b.getZeroPoint(), pool.window.kernel, pool.window.stride,
                                   pool.window.getPads(), b.getF32Type());
}

Value emitMaxPool(ImportBuilder &b, const Pool &pool, Value input) {
  return tosa::MaxPool2dOp::create(b, getResultType(b, pool), input, pool.window.kernel,
                                   pool.window.stride, pool.window.getPads(),
                                   tosa::NanPropagationMode::PROPAGATE);
}

//===----------------------------------------------------------------------===//
// Dilations
//===----------------------------------------------------------------------===//

/// TOSA's pools have no dilations: `combine` joins one slice of `input` (NHWC,
/// padded with `padding`) for each element of the window.
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
  Value result;
  for (int64_t row = 0; row < window.kernel[0]; ++row) {
    Value rows = takeTap(input, 0, row);
    for (int64_t column = 0; column < window.kernel[1]; ++column) {
      Value tap = takeTap(rows, 1, column);
      result = result ? combine(result, tap) : tap;
    }
  }
  return result;
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

Value emitDilatedAverage(ImportBuilder &b, const Pool &pool, Value input, bool countPadding) {
  const Window &window = pool.window;
  Value sum = emitDilated(b, window, input, 0.0f,
                          [&](Value l, Value r) { return b.binary<tosa::AddOp>(l, r); });
  SmallVector<float> factors;
  for (int64_t row = 0; row < window.output[0]; ++row)
    for (int64_t column = 0; column < window.output[1]; ++column) {
      int64_t count = countTaps(window, 0, row, pool.input.shape[2], countPadding) *
                      countTaps(window, 1, column, pool.input.shape[3], countPadding);
      factors.push_back(1.0f / static_cast<float>(std::max<int64_t>(count, 1)));
    }
  return b.mul(sum, b.createConstant({1, window.output[0], window.output[1], 1}, factors));
}

} // namespace

LogicalResult qopt::onnx_import::importMaxPool(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  if (node.isOutputRead(1))
    return node.error() << "its second result (the indices) is not supported";
  // The order of the indices.
  node.ignoreAttributes({"storage_order"});
  // A maximum of quantized values is that of the real values: scales are positive.
  ImportedValue *input = node.getInput(0).isQuantized ? &node.getInput(0) : node.getDataInput(0);
  if (!input)
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
  Value value = b.materializeChannelsLast(pool->input);
  if (isDilated(pool->window))
    value = emitDilated(b, pool->window, value, -std::numeric_limits<float>::infinity(),
                        [&](Value l, Value r) { return b.binary<tosa::MaximumOp>(l, r); });
  else
    value = emitMaxPool(b, *pool, dropUnreadBorder(b, value, pool->window));
  ImportedValue result = makeResult(*pool, b.castTo(value, type));
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
  Value value = b.materializeChannelsLast(pool->input);
  if (isDilated(pool->window)) {
    value = emitDilatedAverage(b, *pool, value, *countPadding != 0);
    node.setOutput(makeResult(*pool, value));
    return success();
  }
  if (*countPadding != 0) {
    // TOSA never counts padding. What `ceil_mode` adds past the padding is not
    // counted by ONNX either, and stays a matter of the pool.
    std::array<int64_t, 4> pads = pool->window.getPads();
    value = b.pad(value, {0, 0, pads[0], pads[1], pads[2], pads[3], 0, 0}, 0.0f);
    pool->window.padBegin = pool->window.padEnd = {0, 0};
  }
  value = dropUnreadBorder(b, value, pool->window);
  node.setOutput(makeResult(*pool, emitAveragePool(b, *pool, value)));
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
  b.materializeChannelsLast(input);
  Pool pool{*input.reshaped(image), window, resultShape};
  Value operand = b.materializeChannelsLast(pool.input);
  return makeResult(pool,
                    isMax ? emitMaxPool(b, pool, operand) : emitAveragePool(b, pool, operand));
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
