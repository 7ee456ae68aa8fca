#include "Convolution.h"
#include "Ops.h"
#include "TensorElements.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// What a ConvTranspose does along one dimension. The first `padBegin` and last
/// `padEnd` elements of the full result are cut; negative pads extend it.
LogicalResult readResultSize(NodeImporter &node, int64_t input, int64_t outputPadding,
                             std::optional<int64_t> outputSize, StringRef autoPad, Window &window,
                             int dim) {
  int64_t stride = window.stride[dim];
  int64_t full = (input - 1) * stride + window.getExtent(dim);
  int64_t &begin = window.padBegin[dim], &end = window.padEnd[dim], &output = window.output[dim];
  bool isSame = autoPad == "SAME_UPPER" || autoPad == "SAME_LOWER";
  if (!outputSize && isSame)
    outputSize = input * stride;
  if (outputSize) {
    int64_t total = full + outputPadding - *outputSize;
    int64_t half = std::max<int64_t>(total, 0) / 2;
    begin = autoPad == "SAME_UPPER" ? half : std::max<int64_t>(total, 0) - half;
    end = full - begin - *outputSize;
    output = *outputSize;
  } else {
    if (autoPad == "VALID")
      begin = end = 0;
    end -= outputPadding;
    output = full - begin - end;
  }
  if (output >= 1 && output <= maxElements)
    return success();
  return node.error() << "its result would have " << output << " elements along the "
                      << (dim == 0 ? "height" : "width");
}

FailureOr<Window> readTransposedWindow(NodeImporter &node, ArrayRef<int64_t> inputShape,
                                       ArrayRef<int64_t> kernel) {
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
  Window window{{1, 1}, {1, 1}, {1, 1}, {0, 0}, {0, 0}, {1, 1}};
  for (size_t i = 0; i < dims; ++i) {
    int dim = static_cast<int>(2 - dims + i);
    window.kernel[dim] = attributes->kernel[i];
    window.stride[dim] = attributes->strides[i];
    window.dilation[dim] = attributes->dilations[i];
    window.padBegin[dim] = attributes->pads[i];
    window.padEnd[dim] = attributes->pads[dims + i];
    int64_t extra = (*outputPadding)[i];
    std::optional<int64_t> size;
    if (!outputShape->empty())
      size = (*outputShape)[i];
    if (extra < 0 || extra > maxElements || (size && (*size < 1 || *size > maxElements)))
      return node.error() << "attribute '" << (size ? "output_shape" : "output_padding")
                          << "' has an element out of range";
    if (failed(
            readResultSize(node, inputShape[2 + i], extra, size, attributes->autoPad, window, dim)))
      return failure();
  }
  return window;
}

/// N x OH x OW x O by `tosa.transpose_conv2d`. `conv.weights` is O x C x H x W.
Value emitUngrouped(ImportBuilder &b, Convolution &conv) {
  const Window &window = conv.window;
  std::array<int64_t, 4> pads;
  Shape full{conv.input.shape[0], 0, 0, conv.getOutputChannels()}, start(4, 0);
  for (int dim = 0; dim < 2; ++dim) {
    // TOSA's pads reach to less than a window; the rest is cut afterwards.
    int64_t limit = 1 - window.kernel[dim];
    int64_t begin = pads[2 * dim] = std::max(-window.padBegin[dim], limit);
    int64_t end = pads[2 * dim + 1] = std::max(-window.padEnd[dim], limit);
    full[1 + dim] =
        (conv.input.shape[2 + dim] - 1) * window.stride[dim] + window.kernel[dim] + begin + end;
    start[1 + dim] = begin + window.padBegin[dim];
  }
  Value weights = b.materialize(conv.weights, {0, 2, 3, 1});
  Value input = b.materializeChannelsLast(conv.input);
  Value result = tosa::TransposeConv2DOp::create(
      b, b.getTensorType(full), input, weights, conv.bias.value, b.getZeroPoint(), b.getZeroPoint(),
      pads, window.stride, b.getF32Type());
  return b.slice(result, start, permute(conv.getOutputShape(), channelsLastOrder(4)));
}

ImportedValue emitWithAbsorption(ImportBuilder &b, const Convolution &conv,
                                 ArrayRef<int64_t> resultShape) {
  Convolution copy = conv;
  Value value = emitUngrouped(b, copy);
  ImportedValue result =
      *ImportedValue::computed(value, conv.getOutputShape(), channelsLastOrder(4))
           .reshaped(resultShape);
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

/// TOSA has neither groups nor dilations here: an ordinary convolution of the
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

} // namespace

LogicalResult qopt::onnx_import::importConvTranspose(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0), *weights = node.getWeights(1);
  FailureOr<int64_t> group = node.getInteger("group", 1);
  if (!input || !weights || failed(group))
    return failure();
  if (input->rank() != 3 && input->rank() != 4)
    return node.error() << "its input has shape " << formatShape(input->shape)
                        << "; convolutions of one and of two dimensions are supported";
  if (weights->rank() != input->rank() || *group < 1 || input->shape[1] % *group != 0 ||
      weights->shape[0] != input->shape[1])
    return node.error() << "weights of shape " << formatShape(weights->shape)
                        << " do not fit an input of shape " << formatShape(input->shape) << " in "
                        << *group << " groups";
  FailureOr<Window> window =
      readTransposedWindow(node, input->shape, ArrayRef(weights->shape).drop_front(2));
  if (failed(window))
    return failure();
  Shape resultShape(input->shape);
  resultShape[1] = weights->shape[1] * *group;
  for (size_t dim = 2; dim < resultShape.size(); ++dim)
    resultShape[dim] = window->output[dim + 2 - resultShape.size()];
  if (failed(node.checkShape(resultShape)))
    return failure();
  FailureOr<LayerBias> bias = readBias(node, 2, resultShape[1]);
  if (failed(bias))
    return failure();

  // Before the copies below: all readers of the input share the transpose.
  b.materializeChannelsLast(*input);
  FailureOr<ImportedValue> image = input->reshaped(getImageShape(input->shape));
  FailureOr<ImportedValue> filters = weights->reshaped(getImageShape(weights->shape));
  if (failed(image) || failed(filters))
    return node.error() << "an operand has a grid along an axis that does not fit";
  if (*group == 1 && window->dilation == std::array<int64_t, 2>{1, 1}) {
    ImportedValue rows = b.transposed(*filters, {1, 0, 2, 3});
    node.setOutput(emitWithAbsorption(b, {*image, rows, *bias, 1, *window}, resultShape));
    return success();
  }
  if (filters->grid && filters->grid->axis >= 0)
    return node.error() << "with groups or dilations its weights must be on no grid per channel";
  if (failed(node.checkShape({image->shape[0], image->shape[1], image->shape[2] * window->stride[0],
                              image->shape[3] * window->stride[1]})))
    return failure();
  Convolution conv =
      makeOrdinary(b, {*image, turnWeights(b, *filters, *group), *bias, *group, *window});
  node.setOutput(emitConvolution(b, conv, resultShape));
  return success();
}
