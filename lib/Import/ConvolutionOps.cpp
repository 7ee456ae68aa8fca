#include "Convolution.h"
#include "Ops.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// N x OH x OW x O, the type of the result.
RankedTensorType getResultType(ImportBuilder &b, const Convolution &conv) {
  return b.getTensorType(permute(conv.getOutputShape(), channelsLastOrder(4)));
}

/// The operand as NHWC. A Pad with zeros before the convolution becomes padding
/// of the convolution itself.
Value materializeInput(ImportBuilder &b, Convolution &conv) {
  Value input = b.materializeChannelsLast(conv.input);
  auto pad = input.getDefiningOp<tosa::PadOp>();
  if (!pad || pad.getPadConst() != b.getZeroPoint())
    return input;
  FailureOr<SmallVector<int64_t>> padding = readIntegerConstant(pad.getPadding());
  if (failed(padding) || padding->size() != 8 || (*padding)[0] + (*padding)[1] != 0 ||
      (*padding)[6] + (*padding)[7] != 0)
    return input;
  for (int dim = 0; dim < 2; ++dim) {
    conv.window.padBegin[dim] += (*padding)[2 + 2 * dim];
    conv.window.padEnd[dim] += (*padding)[3 + 2 * dim];
  }
  return pad.getInput1();
}

Value emitConv2d(ImportBuilder &b, Convolution &conv) {
  Value weights = b.materialize(conv.weights, {0, 2, 3, 1});
  Value input = dropUnreadBorder(b, materializeInput(b, conv), conv.window);
  return tosa::Conv2DOp::create(b, getResultType(b, conv), input, weights, conv.bias.value,
                                b.getZeroPoint(), b.getZeroPoint(), conv.window.getPads(),
                                conv.window.stride, conv.window.dilation, b.getF32Type());
}

/// One group per input channel: TOSA's weights are H x W x C x multiplier, where
/// output channel c * multiplier + m is that of ONNX.
Value emitDepthwise(ImportBuilder &b, Convolution &conv) {
  // A grid per output channel has no axis in H x W x C x M: it stays on H x W x O.
  Value weights = b.materialize(conv.weights, {2, 3, 0, 1});
  const auto &kernel = conv.window.kernel;
  int64_t channels = conv.getInputChannels();
  weights =
      b.reshape(weights, {kernel[0], kernel[1], channels, conv.getOutputChannels() / channels});
  Value input = dropUnreadBorder(b, materializeInput(b, conv), conv.window);
  return tosa::DepthwiseConv2DOp::create(b, getResultType(b, conv), input, weights, conv.bias.value,
                                         b.getZeroPoint(), b.getZeroPoint(), conv.window.getPads(),
                                         conv.window.stride, conv.window.dilation, b.getF32Type());
}

/// TOSA has no other groups; linalg has them as a dimension of its own, without
/// padding and bias.
Value emitGrouped(ImportBuilder &b, Convolution &conv) {
  Window &window = conv.window;
  int64_t groups = conv.groups, channels = conv.getInputChannels() / groups;
  int64_t filters = conv.getOutputChannels() / groups;
  Shape out = conv.getOutputShape();

  Value weights = b.materialize(conv.weights, {0, 2, 3, 1});
  weights = b.reshape(weights, {groups, filters, window.kernel[0], window.kernel[1], channels});
  Value input = dropUnreadBorder(b, materializeInput(b, conv), window);
  std::array<int64_t, 4> pads = window.getPads();
  input = b.pad(input, {0, 0, pads[0], pads[1], pads[2], pads[3], 0, 0}, 0.0f);
  ArrayRef<int64_t> padded = getShape(input);
  input = b.reshape(input, {padded[0], padded[1], padded[2], groups, channels});

  RankedTensorType type = b.getTensorType({out[0], out[2], out[3], groups, filters});
  Value bias = b.reshape(conv.bias.value, {groups, filters});
  Value empty = tensor::EmptyOp::create(b, type.getShape(), type.getElementType());
  Value init = linalg::BroadcastOp::create(b, bias, empty, b.getDenseI64ArrayAttr({0, 1, 2}))
                   .getResult()
                   .front();
  Value result = linalg::Conv2DNhwgcGfhwcOp::create(
                     b, TypeRange(type), ValueRange{input, weights}, ValueRange(init),
                     b.getI64TensorAttr(window.stride), b.getI64TensorAttr(window.dilation))
                     .getResult(0);
  return b.reshape(result, getResultType(b, conv).getShape());
}

ImportedValue emit(ImportBuilder &b, Convolution conv, ArrayRef<int64_t> resultShape) {
  bool isDepthwise = conv.groups > 1 && conv.groups == conv.getInputChannels();
  Value value;
  if (!conv.weights.isConstant()) {
    Value weights = b.materialize(conv.weights, {0, 2, 3, 1});
    Value input = materializeInput(b, conv);
    value = emitWindowProduct(b, input, weights, conv.bias.value, conv.window, conv.groups);
  } else {
    value = conv.groups == 1 ? emitConv2d(b, conv)
            : isDepthwise    ? emitDepthwise(b, conv)
                             : emitGrouped(b, conv);
  }
  return ImportedValue::computed(value, resultShape, channelsLastOrder(resultShape.size()));
}

/// The operands of a convolution of three dimensions as those of one of two.
LogicalResult foldOperandDepth(NodeImporter &node, ImportedValue &input, ImportedValue &weights,
                               const WindowDim &depth, int64_t groups) {
  if (failed(checkDepth(node, input.shape, depth)))
    return failure();
  ImportBuilder &b = node.getBuilder();
  Value folded = foldDepth(b, b.materializeChannelsLast(input), depth, groups);
  input = ImportedValue::computed(folded, permute(getShape(folded), {0, 3, 1, 2}),
                                  channelsLastOrder(4));
  ArrayRef<int64_t> shape = weights.shape;
  FailureOr<ImportedValue> filters =
      b.transposed(weights, {0, 2, 1, 3, 4})
          .reshaped({shape[0], shape[2] * shape[1], shape[3], shape[4]});
  if (failed(filters))
    return node.error() << "its weights have a grid along an axis that does not fit";
  weights = *filters;
  return success();
}

} // namespace

ImportedValue qopt::onnx_import::emitConvolution(ImportBuilder &b, const Convolution &conv,
                                                 ArrayRef<int64_t> resultShape) {
  ImportedValue result = emit(b, conv, resultShape);
  setAbsorber(b, result, /*channelDim=*/1, conv.weights, conv.bias,
              [&b, conv, shape = result.shape](const ImportedValue &weights, LayerBias bias) {
                Convolution changed = conv;
                changed.weights = weights;
                changed.bias = std::move(bias);
                return emitConvolution(b, changed, shape);
              });
  return result;
}

Value qopt::onnx_import::foldDepth(ImportBuilder &b, Value input, const WindowDim &depth,
                                   int64_t groups) {
  Shape shape(getShape(input));
  int64_t last = (depth.output - 1) * depth.stride + depth.getExtent() - 1 - depth.padBegin;
  int64_t before = std::max<int64_t>(depth.padBegin, 0);
  int64_t after = std::max<int64_t>(last + 1 - shape[1], 0);
  input = b.pad(input, {0, 0, before, after, 0, 0, 0, 0, 0, 0}, 0.0f);
  int64_t batches = shape[0] * depth.output, channels = shape[4] / groups;
  SmallVector<Value> taps;
  for (int64_t tap = 0; tap < depth.kernel; ++tap) {
    Shape positions;
    for (int64_t i = 0; i < depth.output; ++i)
      positions.push_back(before - depth.padBegin + i * depth.stride + tap * depth.dilation);
    Value slice = b.take(input, 1, positions);
    taps.push_back(b.reshape(slice, {batches, shape[2], shape[3], groups, channels}));
  }
  return b.reshape(b.concat(taps, 4), {batches, shape[2], shape[3], depth.kernel * shape[4]});
}

LogicalResult qopt::onnx_import::checkDepth(NodeImporter &node, ArrayRef<int64_t> inputShape,
                                            const WindowDim &depth) {
  if (depth.kernel > maxTaps)
    return node.error() << "its kernel has " << depth.kernel
                        << " elements along the depth; at most " << maxTaps << " are supported";
  Shape padded(inputShape), folded(inputShape);
  padded[2] += std::max<int64_t>(depth.padBegin, 0) + std::max<int64_t>(depth.padEnd, 0);
  folded[1] *= depth.kernel;
  folded[2] = depth.output;
  return success(succeeded(node.checkShape(padded)) && succeeded(node.checkShape(folded)));
}

LogicalResult qopt::onnx_import::checkWindows(NodeImporter &node, const ImportedValue &image,
                                              const Window &window) {
  int64_t taps = window.kernel[0] * window.kernel[1];
  if (taps > maxTaps)
    return node.error() << "its weights are computed by the model and have " << taps
                        << " elements for each channel; at most " << maxTaps << " are supported";
  return node.checkShape(
      {image.shape[0], image.shape[1], taps, window.output[0], window.output[1]});
}

FailureOr<ImportedValue> qopt::onnx_import::importConvolution(NodeImporter &node,
                                                              ImportedValue &inputValue,
                                                              ImportedValue &weightsValue,
                                                              BiasReader readBias) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = &inputValue, *weights = &weightsValue;
  if (input->rank() < 3 || input->rank() > 5)
    return node.error() << "its input has shape " << formatShape(input->shape)
                        << "; convolutions of one to three dimensions are supported";
  FailureOr<int64_t> group = node.getInteger("group", 1);
  if (failed(group))
    return failure();
  int64_t channels = input->shape[1];
  if (weights->rank() != input->rank() || *group < 1 || channels % *group != 0 ||
      weights->shape[0] % *group != 0 || weights->shape[1] != channels / *group)
    return node.error() << "weights of shape " << formatShape(weights->shape)
                        << " do not fit an input of shape " << formatShape(input->shape) << " in "
                        << *group << " groups";
  FailureOr<SmallVector<WindowDim>> dims = readWindow(
      node, input->shape, ArrayRef(weights->shape).drop_front(2), /*allowCeilMode=*/false);
  if (failed(dims))
    return failure();
  Window window = Window::of(*dims);
  Shape resultShape = getResultShape(input->shape[0], weights->shape[0], *dims);
  if (failed(node.checkShape(resultShape)))
    return failure();
  // Before the copies below: all readers of the input share the transpose.
  b.materializeChannelsLast(*input);
  ImportedValue image = *input, filters = *weights;
  if (input->rank() == 5 && failed(foldOperandDepth(node, image, filters, dims->front(), *group)))
    return failure();
  FailureOr<ImportedValue> wide = image.reshaped(getImageShape(image.shape));
  FailureOr<ImportedValue> high = filters.reshaped(getImageShape(filters.shape));
  if (failed(wide) || failed(high))
    return node.error() << "an operand has a grid along an axis that does not fit";
  if (failed(node.checkShape(getPaddedShape(wide->shape, window))) ||
      (!high->isConstant() && failed(checkWindows(node, *wide, window))))
    return failure();

  FailureOr<LayerBias> bias = readBias(node, weights->shape[0]);
  if (failed(bias))
    return failure();
  return emitConvolution(b, {*wide, *high, *bias, *group, window}, resultShape);
}

LogicalResult qopt::onnx_import::importConv(NodeImporter &node) {
  ImportedValue *input = node.getFloatInput(0), *weights = node.getWeights(1);
  if (!input || !weights)
    return failure();
  FailureOr<ImportedValue> result =
      importConvolution(node, *input, *weights, [](NodeImporter &node, int64_t channels) {
        return readBias(node, 2, channels);
      });
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}
