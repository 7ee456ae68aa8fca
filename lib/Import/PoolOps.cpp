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

FailureOr<Pool> readPool(NodeImporter &node, ImportedValue &input) {
  if (input.rank() != 3 && input.rank() != 4)
    return node.error() << "its operand has shape " << formatShape(input.shape)
                        << "; pools of one and of two dimensions are supported";
  FailureOr<Window> window = readWindow(node, input.shape, {}, /*allowCeilMode=*/true);
  if (failed(window))
    return failure();
  for (int dim = 0; dim < 2; ++dim) {
    if (window->dilation[dim] != 1)
      return node.error() << "attribute 'dilations' is not 1, which is not supported for pools";
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

} // namespace

LogicalResult qopt::onnx_import::importMaxPool(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  if (node.isOutputRead(1))
    return node.error() << "its second result (the indices) is not supported";
  // The order of the indices.
  node.ignoreAttributes({"storage_order"});
  // A maximum of quantized values is that of the real values: scales are positive.
  ImportedValue *input = node.getInput(0).isQuantized ? &node.getInput(0) : node.getFloatInput(0);
  if (!input)
    return failure();
  FailureOr<Pool> pool = readPool(node, *input);
  if (failed(pool))
    return failure();
  Value value = dropUnreadBorder(b, b.materializeChannelsLast(pool->input), pool->window);
  ImportedValue result = makeResult(*pool, emitMaxPool(b, *pool, value));
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
