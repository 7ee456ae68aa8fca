#include "Ops.h"

#include "Broadcast.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// A batch normalization in inference: factor[c] * x + offset[c].
struct Affine {
  SmallVector<double> factor;
  SmallVector<double> offset;
};

FailureOr<Affine> readBatchNormalization(NodeImporter &node, int64_t channels) {
  FailureOr<float> epsilon = node.getFloat("epsilon", 1e-5f);
  FailureOr<int64_t> training = node.getInteger("training_mode", 0);
  FailureOr<int64_t> spatial = node.getInteger("spatial", 1);
  if (failed(epsilon) || failed(training) || failed(spatial))
    return failure();
  if (*training != 0 || *spatial != 1)
    return node.error() << "attribute '" << (*training ? "training_mode" : "spatial")
                        << "' has a value for training; export the model for inference";
  constexpr StringRef names[] = {"the scale", "the bias", "the mean", "the variance"};
  SmallVector<float> parameters[4];
  for (auto [index, name] : llvm::enumerate(names)) {
    FailureOr<SmallVector<float>> values = node.getFloats(index + 1, name);
    if (failed(values))
      return failure();
    if (static_cast<int64_t>(values->size()) != channels)
      return node.error() << name << " has " << values->size() << " elements; " << channels
                          << " expected";
    parameters[index] = *values;
  }
  Affine affine;
  for (auto [scale, bias, mean, variance] :
       llvm::zip_equal(parameters[0], parameters[1], parameters[2], parameters[3])) {
    double stabilized = static_cast<double>(variance) + *epsilon;
    if (!(stabilized > 0))
      return node.error() << "the variance " << variance << " is negative";
    affine.factor.push_back(scale / std::sqrt(stabilized));
    affine.offset.push_back(bias - mean * affine.factor.back());
  }
  return affine;
}

/// `values`, one per channel, broadcast over values of rank `rank`.
ImportedValue makeChannelConstant(ImportBuilder &b, ArrayRef<double> values, size_t rank) {
  Shape shape(rank, 1);
  shape[1] = values.size();
  auto tensor = std::make_shared<Tensor>(b.getTensorType(shape));
  llvm::copy(values, tensor->as<float>().begin());
  return ImportedValue::ofConstant(std::move(tensor));
}

/// exp(x - max) / sum(exp(x - max)) over dimension `dim`, or its logarithm.
Value emitSoftmax(ImportBuilder &b, Value value, int64_t dim, bool isLog) {
  Value max = b.reduce<tosa::ReduceMaxOp>(value, dim);
  Value shifted = b.binary<tosa::SubOp>(value, max);
  Value exp = b.unary<tosa::ExpOp>(shifted);
  Value sum = b.reduce<tosa::ReduceSumOp>(exp, dim);
  return isLog ? b.binary<tosa::SubOp>(shifted, b.unary<tosa::LogOp>(sum))
               : b.mul(exp, b.unary<tosa::ReciprocalOp>(sum));
}

} // namespace

LogicalResult qopt::onnx_import::importBatchNormalization(NodeImporter &node) {
  node.ignoreAttributes({"momentum"});
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  if (input->rank() < 2)
    return node.error() << "its operand has shape " << formatShape(input->shape)
                        << "; rank 2 or more expected";
  for (size_t index = 1; index < node.getNumOutputs(); ++index)
    if (node.isOutputRead(index))
      return node.error() << "result " << index
                          << ", which is for training, is read; export the model for inference";
  FailureOr<Affine> affine = readBatchNormalization(node, input->shape[1]);
  if (failed(affine))
    return failure();
  if (input->affine && input->affine->channelDim == 1 && input->affine->canScale &&
      node.isOnlyReader(0)) {
    node.setOutput(input->affine->absorb(affine->factor, affine->offset));
    return success();
  }
  ImportedValue factor = makeChannelConstant(b, affine->factor, input->rank());
  ImportedValue offset = makeChannelConstant(b, affine->offset, input->rank());
  FailureOr<ImportedValue> scaled =
      emitElementwise(node, *input, factor, [&](Value l, Value r) { return b.mul(l, r); });
  if (failed(scaled))
    return failure();
  FailureOr<ImportedValue> result = emitElementwise(
      node, *scaled, offset, [&](Value l, Value r) { return b.binary<tosa::AddOp>(l, r); });
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}

LogicalResult qopt::onnx_import::importSoftmax(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  bool isFlattened = node.getOpset() < 13;
  FailureOr<int64_t> axis = node.getInteger("axis", isFlattened ? 1 : -1);
  if (!input || failed(axis))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();

  Shape shape = input->shape;
  // Before opset 13 all dimensions from `axis` on were one.
  ImportedValue operand = *input;
  if (isFlattened) {
    int64_t outer = *countElements(ArrayRef(shape).take_front(*dim));
    operand = *input->reshaped({outer, *countElements(shape) / outer});
    dim = 1;
  }
  Form form = b.getRegularForm(operand, !isFlattened && node.prefersChannelsLast());
  Value value =
      emitSoftmax(b, form.value, invert(form.order)[*dim], node.getOpType() == "LogSoftmax");
  node.setOutput(*ImportedValue::computed(value, operand.shape, form.order).reshaped(shape));
  return success();
}

namespace {

/// The dimensions to reduce; the axes moved from attribute to operand in opset
/// 13 (ReduceSum) and 18 (the others).
FailureOr<Shape> readReducedAxes(NodeImporter &node, size_t rank) {
  FailureOr<int64_t> noop = node.getInteger("noop_with_empty_axes", 0);
  bool isOperand = node.getOpset() >= (node.getOpType() == "ReduceSum" ? 13 : 18);
  FailureOr<Shape> given = !isOperand         ? node.getIntegerList("axes", {})
                           : node.hasInput(1) ? node.getIntegers(1, "the list of axes")
                                              : Shape();
  if (failed(given) || failed(noop))
    return failure();
  FailureOr<Shape> axes = node.normalizeAxes(*given, rank);
  if (succeeded(axes) && axes->empty() && *noop == 0)
    return identityOrder(rank);
  return axes;
}

Value emitReduction(NodeImporter &node, Value value, ArrayRef<int64_t> dims) {
  ImportBuilder &b = node.getBuilder();
  double count = 1;
  for (int64_t dim : dims) {
    count *= getShape(value)[dim];
    value = node.getOpType() == "ReduceMax" ? b.reduce<tosa::ReduceMaxOp>(value, dim)
                                            : b.reduce<tosa::ReduceSumOp>(value, dim);
  }
  if (node.getOpType() != "ReduceMean" || count == 1)
    return value;
  return b.mul(value, b.createScalar(static_cast<float>(1.0 / count), getShape(value).size()));
}

} // namespace

LogicalResult qopt::onnx_import::importReduce(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<int64_t> keepDims = node.getInteger("keepdims", 1);
  if (!input || failed(keepDims))
    return failure();
  FailureOr<Shape> axes = readReducedAxes(node, input->rank());
  if (failed(axes))
    return failure();
  Shape kept = input->shape, dropped;
  for (auto [dim, size] : llvm::enumerate(kept)) {
    if (llvm::is_contained(*axes, static_cast<int64_t>(dim)))
      size = 1;
    else
      dropped.push_back(size);
  }

  ImportedValue result;
  llvm::sort(*axes);
  if (node.getOpType() == "ReduceMean" && input->rank() == 4 && *axes == Shape{2, 3}) {
    result = emitGlobalPool(b, *input, /*isMax=*/false);
  } else {
    Form form = b.getRegularForm(*input, node.prefersChannelsLast());
    Value value = emitReduction(node, form.value, permute(invert(form.order), *axes));
    result = ImportedValue::computed(value, kept, form.order);
  }
  node.setOutput(*result.reshaped(*keepDims ? kept : dropped));
  return success();
}
