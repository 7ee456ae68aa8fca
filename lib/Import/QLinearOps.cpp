#include "Convolution.h"
#include "Ops.h"
#include "Quantization.h"

#include "Broadcast.h"
#include "TensorElements.h"

// Operators on quantized tensors: what they stand for is computed in between a
// dequantization and a quantization, as a model with QuantizeLinear and
// DequantizeLinear writes it.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

LogicalResult setQuantized(NodeImporter &node, FailureOr<ImportedValue> result,
                           const GridOperands &operands) {
  if (failed(result))
    return failure();
  Type storage = node.getInput(operands.zeroPoint).getElementType();
  FailureOr<ImportedValue> quantized = quantizeValue(node, *result, operands, storage);
  if (failed(quantized))
    return failure();
  node.setOutput(std::move(*quantized));
  return success();
}

/// The bias of a QLinearConv: integers in steps of input scale * weight scale.
FailureOr<LayerBias> readQuantizedBias(NodeImporter &node, int64_t channels) {
  ImportBuilder &b = node.getBuilder();
  if (!node.hasInput(8))
    return LayerBias::zero(b, channels);
  ImportedValue *bias = node.getDataInput(8);
  ImportedValue *inputScale = node.getFloatInput(1), *weightScale = node.getFloatInput(4);
  if (!bias || !inputScale || !weightScale)
    return failure();
  if (!bias->getElementType().isInteger(32) || bias->shape != Shape{channels})
    return node.error() << "the bias has type " << bias->describeType() << " and shape "
                        << formatShape(bias->shape) << "; int32 and " << channels
                        << " elements expected";
  if (bias->isConstant() && inputScale->isConstant() && weightScale->isConstant()) {
    SmallVector<double> steps = toDoubles(*weightScale->constant);
    double scale = toDoubles(*inputScale->constant).front();
    SmallVector<float> values;
    for (auto [channel, q] : llvm::enumerate(*toIntegers(*bias->constant)))
      values.push_back(static_cast<float>(static_cast<double>(q) *
                                          (scale * steps[steps.size() == 1 ? 0 : channel])));
    return LayerBias::ofConstant(b, values, bias->name);
  }
  auto mul = [&](Value l, Value r) { return b.mul(l, r); };
  ImportedValue real =
      emitElementwise(node, *bias, [&](Value v) { return b.castTo(v, b.getF32Type()); });
  FailureOr<ImportedValue> scaled = emitElementwise(node, real, *inputScale, mul);
  if (succeeded(scaled))
    scaled = emitElementwise(node, *scaled, *weightScale, mul);
  if (failed(scaled))
    return failure();
  return LayerBias{b.materializeOriginal(*scaled), {}};
}

} // namespace

LogicalResult qopt::onnx_import::importQLinearConv(NodeImporter &node) {
  FailureOr<ImportedValue> input = dequantizeOperand(node, 0, {1, 2});
  FailureOr<ImportedValue> weights = dequantizeOperand(node, 3, {4, 5, /*axis=*/0});
  if (failed(input) || failed(weights))
    return failure();
  return setQuantized(node, importConvolution(node, *input, *weights, readQuantizedBias), {6, 7});
}

LogicalResult qopt::onnx_import::importQLinearMatMul(NodeImporter &node) {
  // A list of scales counts the rows of the left and the columns of the right.
  auto lastAxis = [&](size_t index, int64_t fromEnd) {
    return std::max<int64_t>(static_cast<int64_t>(node.getInput(index).rank()) - fromEnd, 0);
  };
  FailureOr<ImportedValue> lhs = dequantizeOperand(node, 0, {1, 2, lastAxis(0, 2)});
  FailureOr<ImportedValue> rhs = dequantizeOperand(node, 3, {4, 5, lastAxis(3, 1)});
  if (failed(lhs) || failed(rhs))
    return failure();
  return setQuantized(node, importProduct(node, *lhs, *rhs), {6, 7});
}
