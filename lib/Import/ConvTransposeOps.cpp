#include "Convolution.h"
#include "Ops.h"
#include "TensorElements.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// What a ConvTranspose does along dimension `dim` of its operand. The first
/// `padBegin` and last `padEnd` elements of the full result are cut; negative pads
/// extend it.
LogicalResult readResultSize(NodeImporter &node, int64_t input, int64_t outputPadding,
                             std::optional<int64_t> outputSize, StringRef autoPad,
                             WindowDim &window, size_t dim) {
  int64_t full = (input - 1) * window.stride + window.getExtent();
  bool isSame = autoPad == "SAME_UPPER" || autoPad == "SAME_LOWER";
  if (!outputSize && isSame)
    outputSize = input * window.stride;
  if (outputSize) {
    int64_t total = full + outputPadding - *outputSize;
    int64_t half = std::max<int64_t>(total, 0) / 2;
    window.padBegin = autoPad == "SAME_UPPER" ? half : std::max<int64_t>(total, 0) - half;
    window.padEnd = full - window.padBegin - *outputSize;
    window.output = *outputSize;
  } else {
    if (autoPad == "VALID")
      window.padBegin = window.padEnd = 0;
    window.padEnd -= outputPadding;
    window.output = full - window.padBegin - window.padEnd;
  }
  if (window.output >= 1 && window.output <= maxElements)
    return success();
  return node.error() << "its result would have " << window.output << " elements along dimension "
                      << dim;
}

FailureOr<SmallVector<WindowDim>>
readTransposedWindow(NodeImporter &node, ArrayRef<int64_t> inputShape, ArrayRef<int64_t> kernel) {
  size_t dims = kernel.size();
  FailureOr<Shape> outputPadding = node.getIntegerList("output_padding", Shape(dims, 0), dims);
  FailureOr<Shape> outputShape = node.getIntegerList("output_shape", {});
  FailureOr<WindowAttributes> attributes =
      readWindowAttributes(node, dims, kernel, /*allowCeilMode=*/false);
  if (failed(outputPadding) || failed(outputShape) || failed(attributes))
    return failure();
  // Some exporters give the batch and the channels too.
  if (outputShape->size() == dims + 2)
    outputShape->erase(outputShape->begin(), outputShape->begin() + 2);
  if (!outputShape->empty() && outputShape->size() != dims)
    return node.error() << "attribute 'output_shape' has " << outputShape->size() << " elements; "
                        << dims << " expected";
  SmallVector<WindowDim> window(dims);
  for (auto [i, dim] : llvm::enumerate(window)) {
    dim = {attributes->kernel[i], attributes->strides[i], attributes->dilations[i],
           attributes->pads[i], attributes->pads[dims + i]};
    int64_t extra = (*outputPadding)[i];
    std::optional<int64_t> size;
    if (!outputShape->empty())
      size = (*outputShape)[i];
    if (extra < 0 || extra > maxElements || (size && (*size < 1 || *size > maxElements)))
      return node.error() << "attribute '" << (size ? "output_shape" : "output_padding")
                          << "' has an element out of range";
    if (failed(
            readResultSize(node, inputShape[2 + i], extra, size, attributes->autoPad, dim, 2 + i)))
      return failure();
  }
  return window;
}

/// TOSA's padding of a transposed convolution, the shape of its result (NHWC), and where in
/// it that of the model starts.
struct TransposedPadding {
  std::array<int64_t, 4> pads;
  Shape full, start;
};

/// TOSA's pads reach to less than a window; the rest is cut afterwards.
TransposedPadding planPadding(const Convolution &conv) {
  const Window &window = conv.window;
  TransposedPadding padding{{}, {conv.input.shape[0], 0, 0, conv.getOutputChannels()}, Shape(4, 0)};
  for (int dim = 0; dim < 2; ++dim) {
    int64_t limit = 1 - window.kernel[dim];
    int64_t begin = padding.pads[2 * dim] = std::max(-window.padBegin[dim], limit);
    int64_t end = padding.pads[2 * dim + 1] = std::max(-window.padEnd[dim], limit);
    padding.full[1 + dim] =
        (conv.input.shape[2 + dim] - 1) * window.stride[dim] + window.kernel[dim] + begin + end;
    padding.start[1 + dim] = begin + window.padBegin[dim];
  }
  return padding;
}

/// N x OH x OW x O by `tosa.transpose_conv2d`. `conv.weights` is O x C x H x W.
Value emitUngrouped(ImportBuilder &b, Convolution &conv) {
  TransposedPadding padding = planPadding(conv);
  Value weights = b.materialize(conv.weights, {0, 2, 3, 1});
  Value input = b.materializeChannelsLast(conv.input);
  Value result = tosa::TransposeConv2DOp::create(
      b, b.getTensorType(padding.full), input, weights, conv.bias.value, b.getZeroPoint(),
      b.getZeroPoint(), padding.pads, conv.window.stride, b.getF32Type());
  return b.slice(result, padding.start, permute(conv.getOutputShape(), channelsLastOrder(4)));
}

ImportedValue emitWithAbsorption(ImportBuilder &b, const Convolution &conv,
                                 ArrayRef<int64_t> resultShape) {
  Convolution copy = conv;
  Value value = emitUngrouped(b, copy);
  ImportedValue result =
      ImportedValue::computed(value, resultShape, channelsLastOrder(resultShape.size()));
  setAbsorber(b, result, /*channelDim=*/1, conv.weights, conv.bias,
              [&b, conv, shape = result.shape](const ImportedValue &weights, LayerBias bias) {
                Convolution changed = conv;
                changed.weights = weights;
                changed.bias = std::move(bias);
                return emitWithAbsorption(b, changed, shape);
              });
  return result;
}

//===----------------------------------------------------------------------===//
// Groups and dilations
//===----------------------------------------------------------------------===//

/// `weights` (C x O/groups x H x W) as O x C/groups x H x W, turned around.
ImportedValue turnWeights(ImportBuilder &b, ImportedValue &weights, int64_t groups) {
  int64_t channels = weights.shape[0] / groups, filters = weights.shape[1];
  int64_t height = weights.shape[2], width = weights.shape[3], plane = height * width;
  Shape shape{groups * filters, channels, height, width};
  if (!weights.isConstant()) {
    Value value =
        b.reshape(b.materializeOriginal(weights), {groups, channels, filters, height, width});
    value = b.reverse(b.reverse(b.transpose(value, {0, 2, 1, 3, 4}), 3), 4);
    return ImportedValue::computed(b.reshape(value, shape), shape, identityOrder(4));
  }
  ConstantData turned =
      copyStrided(*weights.constant, {groups, filters, channels, height, width}, plane - 1,
                  {channels * filters * plane, plane, filters * plane, -width, -1});
  ImportedValue result = weights;
  result.constant = std::move(turned);
  result.forms.clear();
  result.shape = shape;
  return result;
}

/// `input` (NHWC) with `stride - 1` zeros behind each element.
Value insertZeros(ImportBuilder &b, Value input, const std::array<int64_t, 2> &stride) {
  Shape shape(getShape(input));
  Value split = b.reshape(input, {shape[0], shape[1], 1, shape[2], 1, shape[3]});
  split = b.pad(split, {0, 0, 0, 0, 0, stride[0] - 1, 0, 0, 0, stride[1] - 1, 0, 0}, 0.0f);
  return b.reshape(split, {shape[0], shape[1] * stride[0], shape[2] * stride[1], shape[3]});
}

/// TOSA has neither groups, dilations nor computed weights here: an ordinary convolution of the
/// input with zeros between its elements, by weights turned around.
Convolution makeOrdinary(ImportBuilder &b, Convolution conv) {
  Window &window = conv.window;
  Value input = insertZeros(b, b.materializeChannelsLast(conv.input), window.stride);
  Shape start(4, 0), size(getShape(input));
  for (int dim = 0; dim < 2; ++dim) {
    int64_t begin = window.getExtent(dim) - 1 - window.padBegin[dim];
    start[1 + dim] = std::max<int64_t>(-begin, 0);
    size[1 + dim] -= start[1 + dim];
    window.padBegin[dim] = std::max<int64_t>(begin, 0);
    window.padEnd[dim] = 0; // follows from the size of the result
    window.stride[dim] = 1;
  }
  input = b.slice(input, start, size);
  conv.input = ImportedValue::computed(input, permute(size, {0, 3, 1, 2}), channelsLastOrder(4));
  return conv;
}

//===----------------------------------------------------------------------===//
// Depth
//===----------------------------------------------------------------------===//

/// `weights` (C x O/groups x KD x H x W) as those of what `foldDepth` makes of the
/// input: groups * KD * C/groups x O/groups x H x W, the depth turned around.
ImportedValue foldDepthOfWeights(ImportBuilder &b, ImportedValue &weights, int64_t groups) {
  int64_t channels = weights.shape[0] / groups, filters = weights.shape[1];
  int64_t depth = weights.shape[2], plane = weights.shape[3] * weights.shape[4];
  Shape shape{weights.shape[0] * depth, filters, weights.shape[3], weights.shape[4]};
  if (!weights.isConstant()) {
    Value value =
        b.reshape(b.materializeOriginal(weights), {groups, channels, filters, depth, plane});
    value = b.reverse(b.transpose(value, {0, 3, 1, 2, 4}), 1);
    return ImportedValue::computed(b.reshape(value, shape), shape, identityOrder(4));
  }
  int64_t row = filters * depth * plane;
  ImportedValue result = weights;
  result.constant =
      copyStrided(*weights.constant, {groups, depth, channels, filters, plane}, (depth - 1) * plane,
                  {channels * row, -plane, row, depth * plane, 1});
  result.forms.clear();
  result.shape = shape;
  return result;
}

/// The operands of a ConvTranspose of three dimensions as those of one of two:
/// along the depth an ordinary convolution of the input with zeros in between.
LogicalResult foldTransposedDepth(NodeImporter &node, ImportedValue &input, ImportedValue &weights,
                                  WindowDim depth, int64_t groups) {
  if (weights.grid && weights.grid->axis >= 0)
    return node.error() << "with three dimensions its weights must be on no grid per channel";
  Shape spread(input.shape);
  spread[2] *= depth.stride;
  if (failed(node.checkShape(spread)))
    return failure();
  ImportBuilder &b = node.getBuilder();
  Value value = b.materializeChannelsLast(input);
  Shape shape(getShape(value));
  value = b.reshape(value, {shape[0], shape[1], shape[2] * shape[3], shape[4]});
  value = insertZeros(b, value, {depth.stride, 1});
  value = b.reshape(value, {shape[0], shape[1] * depth.stride, shape[2], shape[3], shape[4]});
  depth.padBegin = depth.getExtent() - 1 - depth.padBegin;
  depth.padEnd = 0; // follows from the size of the result
  depth.stride = 1;
  if (failed(checkDepth(node, spread, depth)))
    return failure();
  value = foldDepth(b, value, depth, groups);
  input =
      ImportedValue::computed(value, permute(getShape(value), {0, 3, 1, 2}), channelsLastOrder(4));
  weights = foldDepthOfWeights(b, weights, groups);
  return success();
}

} // namespace

LogicalResult qopt::onnx_import::importConvTranspose(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0), *weights = node.getWeights(1);
  FailureOr<int64_t> group = node.getInteger("group", 1);
  if (!input || !weights || failed(group))
    return failure();
  if (input->rank() < 3 || input->rank() > 5)
    return node.error() << "its input has shape " << formatShape(input->shape)
                        << "; convolutions of one to three dimensions are supported";
  if (weights->rank() != input->rank() || *group < 1 || input->shape[1] % *group != 0 ||
      weights->shape[0] != input->shape[1])
    return node.error() << "weights of shape " << formatShape(weights->shape)
                        << " do not fit an input of shape " << formatShape(input->shape) << " in "
                        << *group << " groups";
  FailureOr<SmallVector<WindowDim>> dims =
      readTransposedWindow(node, input->shape, ArrayRef(weights->shape).drop_front(2));
  if (failed(dims))
    return failure();
  Window window = Window::of(*dims);
  Shape resultShape = getResultShape(input->shape[0], weights->shape[1] * *group, *dims);
  if (failed(node.checkShape(resultShape)))
    return failure();
  FailureOr<LayerBias> bias = readBias(node, 2, resultShape[1]);
  if (failed(bias))
    return failure();

  // Before the copies below: all readers of the input share the transpose.
  b.materializeChannelsLast(*input);
  ImportedValue image = *input, filters = *weights;
  if (input->rank() == 5 && failed(foldTransposedDepth(node, image, filters, (*dims)[0], *group)))
    return failure();
  FailureOr<ImportedValue> wide = image.reshaped(getImageShape(image.shape));
  FailureOr<ImportedValue> high = filters.reshaped(getImageShape(filters.shape));
  if (failed(wide) || failed(high))
    return node.error() << "an operand has a grid along an axis that does not fit";
  bool isPlain = *group == 1 && window.dilation == std::array<int64_t, 2>{1, 1};
  if (isPlain && high->isConstant()) {
    Convolution conv{*wide, b.transposed(*high, {1, 0, 2, 3}), *bias, 1, window};
    if (failed(node.checkShape(planPadding(conv).full)))
      return failure();
    node.setOutput(emitWithAbsorption(b, conv, resultShape));
    return success();
  }
  if (high->grid && high->grid->axis >= 0)
    return node.error() << "with groups or dilations its weights must be on no grid per channel";
  if (failed(node.checkShape({wide->shape[0], wide->shape[1], wide->shape[2] * window.stride[0],
                              wide->shape[3] * window.stride[1]})))
    return failure();
  for (int dim = 0; dim < 2; ++dim)
    if (window.padBegin[dim] - window.getExtent(dim) + 1 >=
        wide->shape[2 + dim] * window.stride[dim])
      return node.error() << "attribute 'pads' begins with " << window.padBegin[dim]
                          << ", which leaves nothing of the result but its output padding";
  Convolution conv = makeOrdinary(b, {*wide, turnWeights(b, *high, *group), *bias, *group, window});
  node.setOutput(emitConvolution(b, conv, resultShape));
  return success();
}
