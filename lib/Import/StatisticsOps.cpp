#include "Ops.h"

#include "Broadcast.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

// Normalizations by statistics of the operand itself.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

Value emitMean(ImportBuilder &b, Value value, ArrayRef<int64_t> axes) {
  double count = 1;
  for (int64_t axis : axes) {
    count *= static_cast<double>(getShape(value)[axis]);
    if (getShape(value)[axis] != 1)
      value = b.reduce<tosa::ReduceSumOp>(value, axis);
  }
  return b.scale(value, 1.0 / count);
}

/// 1 / sqrt(mean of the squares + epsilon)
Value emitInverseRoot(ImportBuilder &b, Value value, ArrayRef<int64_t> axes, float epsilon) {
  Value squares = emitMean(b, b.mul(value, value), axes);
  return b.unary<tosa::RsqrtOp>(b.shift(squares, epsilon));
}

/// A value, its mean taken off, and 1 / sqrt(variance + epsilon).
struct Centered {
  Value mean, centered, inverse;

  Value normalize(ImportBuilder &b) const { return b.mul(centered, inverse); }
};

Centered emitCentered(ImportBuilder &b, Value value, ArrayRef<int64_t> axes, float epsilon) {
  Centered result;
  result.mean = emitMean(b, value, axes);
  result.centered = b.binary<tosa::SubOp>(value, result.mean);
  result.inverse = emitInverseRoot(b, result.centered, axes, epsilon);
  return result;
}

/// result * operand `factorIndex` + operand `offsetIndex`, which have the elements of
/// `shape`, or fewer that are broadcast to it; the offset is optional.
LogicalResult applyAffine(NodeImporter &node, ImportedValue &result, size_t factorIndex,
                          size_t offsetIndex, ArrayRef<int64_t> shape) {
  ImportBuilder &b = node.getBuilder();
  for (size_t index : {factorIndex, offsetIndex}) {
    if (!node.hasInput(index))
      continue;
    ImportedValue *operand = node.getFloatInput(index);
    if (!operand)
      return failure();
    FailureOr<ImportedValue> placed = *operand;
    if (countElements(operand->shape) == countElements(shape))
      placed = operand->reshaped(shape);
    else if (broadcastShapes(operand->shape, shape) != Shape(shape))
      return node.error() << "operand " << index << " has shape " << formatShape(operand->shape)
                          << "; " << formatShape(shape) << " expected";
    FailureOr<ImportedValue> changed =
        emitElementwise(node, result, *placed, [&](Value l, Value r) -> Value {
          return index == factorIndex ? b.mul(l, r) : b.binary<tosa::AddOp>(l, r);
        });
    if (failed(changed))
      return failure();
    result = std::move(*changed);
  }
  return success();
}

/// 1 x C x 1 x …, the shape of a parameter per channel.
Shape getChannelShape(ArrayRef<int64_t> shape) {
  Shape channels(shape.size(), 1);
  channels[1] = shape[1];
  return channels;
}

} // namespace

/// Also of the root mean square alone: RMSNormalization, SimplifiedLayerNormalization.
LogicalResult qopt::onnx_import::importLayerNormalization(NodeImporter &node) {
  bool isCentered = node.getOpType() == "LayerNormalization";
  node.ignoreAttributes({"stash_type"}); // everything is f32
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<int64_t> axis = node.getInteger("axis", -1);
  FailureOr<float> epsilon = node.getFloat("epsilon", 1e-5f);
  if (!input || failed(axis) || failed(epsilon))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();
  Shape shape = input->shape, reduced = shape, parameter = shape;
  std::fill(reduced.begin() + *dim, reduced.end(), 1);
  std::fill(parameter.begin(), parameter.begin() + *dim, 1);
  // All dimensions from `axis` on are one.
  int64_t outer = *countElements(ArrayRef(shape).take_front(*dim));
  ImportedValue operand = *input->reshaped({outer, *countElements(shape) / outer});
  Value value = b.materializeOriginal(operand);
  Centered statistics = isCentered ? emitCentered(b, value, {1}, *epsilon)
                                   : Centered{{}, value, emitInverseRoot(b, value, {1}, *epsilon)};
  auto make = [](Value value, ArrayRef<int64_t> flat, ArrayRef<int64_t> full) {
    return *ImportedValue::computed(value, flat, identityOrder(2)).reshaped(full);
  };
  ImportedValue result = make(statistics.normalize(b), operand.shape, shape);
  if (failed(applyAffine(node, result, 1, 2, parameter)))
    return failure();
  node.setOutput(std::move(result));
  if (isCentered)
    node.setOutput(make(statistics.mean, {outer, 1}, reduced), 1);
  node.setOutput(make(statistics.inverse, {outer, 1}, reduced), isCentered ? 2 : 1);
  return success();
}

namespace {

/// `input` normalized in groups of channels, over all spatial dimensions.
ImportedValue emitGroupNormalized(ImportBuilder &b, ImportedValue &input, int64_t groups,
                                  float epsilon) {
  Shape order = channelsLastOrder(input.rank());
  Value value = b.materialize(input, order);
  int64_t batch = input.shape[0], channels = input.shape[1];
  int64_t positions = *countElements(input.shape) / (batch * channels);
  Value grouped = b.reshape(value, {batch, positions, groups, channels / groups});
  Centered statistics = emitCentered(b, grouped, {1, 3}, epsilon);
  Value result = b.reshape(statistics.normalize(b), getShape(value));
  return ImportedValue::computed(result, input.shape, order);
}

/// The operand of a normalization of N x C x spatial dimensions.
ImportedValue *getImageInput(NodeImporter &node) {
  ImportedValue *input = node.getFloatInput(0);
  if (input && input->rank() < 2)
    return node.error() << "its operand has shape " << formatShape(input->shape)
                        << "; rank 2 or more expected",
           nullptr;
  return input;
}

} // namespace

LogicalResult qopt::onnx_import::importInstanceNormalization(NodeImporter &node) {
  ImportedValue *input = getImageInput(node);
  FailureOr<float> epsilon = node.getFloat("epsilon", 1e-5f);
  if (!input || failed(epsilon))
    return failure();
  ImportedValue result = emitGroupNormalized(node.getBuilder(), *input, input->shape[1], *epsilon);
  if (failed(applyAffine(node, result, 1, 2, getChannelShape(input->shape))))
    return failure();
  node.setOutput(std::move(result));
  return success();
}

LogicalResult qopt::onnx_import::importGroupNormalization(NodeImporter &node) {
  node.ignoreAttributes({"stash_type"});
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = getImageInput(node);
  FailureOr<float> epsilon = node.getFloat("epsilon", 1e-5f);
  FailureOr<int64_t> groups = node.getInteger("num_groups", 0);
  if (!input || failed(epsilon) || failed(groups))
    return failure();
  int64_t channels = input->shape[1];
  if (*groups < 1 || channels % *groups != 0)
    return node.error() << "attribute 'num_groups' is " << *groups << ", which does not divide "
                        << channels << " channels";
  ImportedValue result = emitGroupNormalized(b, *input, *groups, *epsilon);
  if (node.getOpset() >= 21) {
    if (failed(applyAffine(node, result, 1, 2, getChannelShape(input->shape))))
      return failure();
    node.setOutput(std::move(result));
    return success();
  }
  // Before, factor and offset were given per group.
  Shape split{input->shape[0], *groups, channels / *groups}, parameter{1, *groups, 1};
  llvm::append_range(split, ArrayRef(input->shape).drop_front(2));
  parameter.resize(split.size(), 1);
  ImportedValue grouped = *result.reshaped(split);
  if (failed(applyAffine(node, grouped, 1, 2, parameter)))
    return failure();
  node.setOutput(*grouped.reshaped(input->shape));
  return success();
}

LogicalResult qopt::onnx_import::importMeanVarianceNormalization(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<Shape> given = node.getIntegerList("axes", {0, 2, 3});
  if (!input || failed(given))
    return failure();
  FailureOr<Shape> axes = node.normalizeAxes(*given, input->rank());
  if (failed(axes))
    return failure();
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  // (x - mean) / (sqrt(variance) + 1e-9)
  Shape stored = permute(invert(form.order), *axes);
  Value centered = b.binary<tosa::SubOp>(form.value, emitMean(b, form.value, stored));
  Value variance = emitMean(b, b.mul(centered, centered), stored);
  Value root = b.sqrt(variance);
  Value stable = b.binary<tosa::AddOp>(root, b.createScalarLike(1e-9, root));
  Value value = b.mul(centered, b.unary<tosa::ReciprocalOp>(stable));
  node.setOutput(ImportedValue::computed(value, input->shape, form.order));
  return success();
}

LogicalResult qopt::onnx_import::importLpNormalization(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<int64_t> axis = node.getInteger("axis", -1), p = node.getInteger("p", 2);
  if (!input || failed(axis) || failed(p))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();
  if (*p != 1 && *p != 2)
    return node.error() << "attribute 'p' is " << *p << "; 1 or 2 expected";
  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  Value parts = *p == 1 ? b.unary<tosa::AbsOp>(form.value) : b.mul(form.value, form.value);
  Value sum = b.reduce<tosa::ReduceSumOp>(parts, invert(form.order)[*dim]);
  Value norm = *p == 1 ? sum : b.sqrt(sum);
  // A vector of zeros stays one.
  Value zero = b.createScalarLike(0, norm);
  Value inverse =
      b.select(b.compare<tosa::EqualOp>(norm, zero), zero, b.unary<tosa::ReciprocalOp>(norm));
  Value value = b.mul(form.value, inverse);
  node.setOutput(ImportedValue::computed(value, input->shape, form.order));
  return success();
}

/// x * (bias + alpha / size * sum of the squares of `size` channels)^-beta, the
/// sum as a 1x1 convolution: it quantizes like any other.
LogicalResult qopt::onnx_import::importLRN(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = getImageInput(node);
  FailureOr<int64_t> size = node.getInteger("size", 0);
  FailureOr<float> alpha = node.getFloat("alpha", 1e-4f), beta = node.getFloat("beta", 0.75f);
  FailureOr<float> bias = node.getFloat("bias", 1.0f);
  if (!input || failed(size) || failed(alpha) || failed(beta) || failed(bias))
    return failure();
  if (*size < 1)
    return node.error() << "attribute 'size' is " << *size << "; at least 1 expected";
  int64_t channels = input->shape[1];
  if (failed(node.checkConstantSize({channels, channels})))
    return failure();
  SmallVector<float> weights(channels * channels, 0.0f);
  int64_t before = (*size - 1) / 2, after = *size - 1 - before;
  for (int64_t c = 0; c < channels; ++c)
    for (int64_t i = std::max<int64_t>(c - before, 0); i <= std::min(c + after, channels - 1); ++i)
      weights[c * channels + i] = *alpha / static_cast<float>(*size);

  Shape order = channelsLastOrder(input->rank());
  Value value = b.materialize(*input, order);
  Shape rows{1, 1, *countElements(input->shape) / channels, channels};
  Value squares = b.reshape(b.mul(value, value), rows);
  std::array<int64_t, 2> ones{1, 1};
  Value sums = tosa::Conv2DOp::create(
      b, b.getTensorType(rows), squares, b.createConstant({channels, 1, 1, channels}, weights),
      b.createConstant({channels}, SmallVector<float>(channels, *bias)), b.getZeroPoint(),
      b.getZeroPoint(), std::array<int64_t, 4>{0, 0, 0, 0}, ones, ones, b.getF32Type());
  Value gate = b.binary<tosa::PowOp>(sums, b.createScalar(-*beta, 4));
  Value result = b.mul(value, b.reshape(gate, getShape(value)));
  node.setOutput(ImportedValue::computed(result, input->shape, order));
  return success();
}
