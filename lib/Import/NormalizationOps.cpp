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

/// (x - mean) * scale / sqrt(variance + epsilon) + bias of computed parameters.
LogicalResult importComputedParameters(NodeImporter &node, ImportedValue &input) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<float> epsilon = node.getFloat("epsilon", 1e-5f);
  FailureOr<int64_t> training = node.getInteger("training_mode", 0);
  if (failed(epsilon) || failed(training))
    return failure();
  if (*training != 0)
    return node.error() << "attribute 'training_mode' has a value for training; export the model "
                        << "for inference";
  Shape shape(input.rank(), 1);
  shape[1] = input.shape[1];
  std::array<ImportedValue, 4> parameters;
  for (auto [index, parameter] : llvm::enumerate(parameters)) {
    ImportedValue *operand = node.getFloatInput(index + 1, 1);
    if (!operand)
      return failure();
    if (operand->shape[0] != shape[1])
      return node.error() << "operand " << index + 1 << " has " << operand->shape[0]
                          << " elements; " << shape[1] << " expected";
    parameter = *operand->reshaped(shape);
  }
  auto &[scale, bias, mean, variance] = parameters;
  auto mul = [&](Value l, Value r) { return b.mul(l, r); };
  ImportedValue factor = emitElementwise(node, variance, [&](Value v) {
    return b.unary<tosa::RsqrtOp>(b.binary<tosa::AddOp>(v, b.createScalarLike(*epsilon, v)));
  });
  FailureOr<ImportedValue> result = emitElementwise(node, factor, scale, mul);
  if (succeeded(result))
    factor = *result;
  result = emitElementwise(node, input, mean,
                           [&](Value l, Value r) { return b.binary<tosa::SubOp>(l, r); });
  if (succeeded(result))
    result = emitElementwise(node, *result, factor, mul);
  if (succeeded(result))
    result = emitElementwise(node, *result, bias,
                             [&](Value l, Value r) { return b.binary<tosa::AddOp>(l, r); });
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
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
  for (size_t index = 1; index < 5; ++index)
    if (!node.getInput(index).isConstant())
      return importComputedParameters(node, *input);
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
