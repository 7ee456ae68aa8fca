#include "Convolution.h"
#include "Ops.h"
#include "Quantization.h"

#include "Broadcast.h"
#include "TensorElements.h"

#include <vector>

// Operators on quantized tensors: what they stand for is computed in between a
// dequantization and a quantization, as a model with QuantizeLinear and
// DequantizeLinear writes it.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

LogicalResult setQuantized(NodeImporter &node, FailureOr<ImportedValue> result,
                           const GridOperands &operands, Type storage) {
  if (failed(result))
    return failure();
  FailureOr<ImportedValue> quantized = quantizeValue(node, *result, operands, storage);
  if (failed(quantized))
    return failure();
  node.setOutput(std::move(*quantized));
  return success();
}

/// The type of the integers of operand `index`.
Type getStorage(NodeImporter &node, size_t index) {
  const ImportedValue &value = node.getInput(index);
  return value.isQuantized ? Type(value.grid->storageType) : value.getElementType();
}

/// The bias of a QLinearConv: integers in steps of input scale * weight scale.
FailureOr<LayerBias> readConvBias(NodeImporter &node, int64_t channels) {
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
  return setQuantized(node, importConvolution(node, *input, *weights, readConvBias), {6, 7},
                      getStorage(node, 7));
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
  return setQuantized(node, importProduct(node, *lhs, *rhs), {6, 7}, getStorage(node, 7));
}

//===----------------------------------------------------------------------===//
// ONNX Runtime's operators on quantized tensors
//===----------------------------------------------------------------------===//

namespace {

/// Scales, and values, that must not be left out.
LogicalResult requireOperands(NodeImporter &node, ArrayRef<size_t> indices) {
  for (size_t index : indices)
    if (failed(node.requireInput(index)))
      return failure();
  return success();
}

/// QLinearX is X.
StringRef getRealOp(NodeImporter &node) {
  StringRef op = node.getOpType();
  op.consume_front("QLinear");
  return op;
}

LogicalResult requireChannelsFirst(NodeImporter &node) {
  FailureOr<int64_t> channelsLast = node.getInteger("channels_last", 0);
  if (failed(channelsLast))
    return failure();
  return *channelsLast == 0 ? success()
                            : LogicalResult(node.error() << "attribute 'channels_last' is not 0, "
                                                         << "which is not supported");
}

} // namespace

LogicalResult qopt::onnx_import::importQLinearUnary(NodeImporter &node) {
  if (failed(requireOperands(node, {0, 1, 3})) || failed(requireChannelsFirst(node)))
    return failure();
  if (node.getOpType() == "QLinearSoftmax") {
    FailureOr<int64_t> opset = node.getInteger("opset", node.getOpset());
    if (failed(opset))
      return failure();
    if ((*opset < 13) != (node.getOpset() < 13))
      return node.error() << "attribute 'opset' is " << *opset << " in a model of opset "
                          << node.getOpset() << ", which defines another softmax";
  }
  FailureOr<ImportedValue> input = dequantizeOperand(node, 0, {1, 2});
  if (failed(input))
    return failure();
  return setQuantized(node, node.computeAs(getRealOp(node), *input), {3, 4}, getStorage(node, 0));
}

LogicalResult qopt::onnx_import::importQLinearBinary(NodeImporter &node) {
  if (failed(requireOperands(node, {0, 1, 3, 4, 6})))
    return failure();
  FailureOr<ImportedValue> lhs = dequantizeOperand(node, 0, {1, 2});
  FailureOr<ImportedValue> rhs = dequantizeOperand(node, 3, {4, 5});
  if (failed(lhs) || failed(rhs))
    return failure();
  ImportedValue operands[] = {*lhs, *rhs};
  return setQuantized(node, node.computeAs(getRealOp(node), operands), {6, 7}, getStorage(node, 0));
}

/// A bool for each element, two values, and the grid of the result.
LogicalResult qopt::onnx_import::importQLinearWhere(NodeImporter &node) {
  if (failed(requireOperands(node, {0, 1, 2, 4, 5, 7})))
    return failure();
  FailureOr<ImportedValue> lhs = dequantizeOperand(node, 1, {2, 3});
  FailureOr<ImportedValue> rhs = dequantizeOperand(node, 4, {5, 6});
  if (failed(lhs) || failed(rhs))
    return failure();
  ImportedValue operands[] = {node.getInput(0), *lhs, *rhs};
  return setQuantized(node, node.computeAs("Where", operands), {7, 8}, getStorage(node, 1));
}

/// The scale and zero point of the result, and then three operands for each value.
LogicalResult qopt::onnx_import::importQLinearConcat(NodeImporter &node) {
  if (failed(requireOperands(node, {0, 1})))
    return failure();
  if (node.getNumInputs() % 3 != 2 || node.getNumInputs() < 5)
    return node.error() << "has " << node.getNumInputs()
                        << " operands; two and three for each value expected";
  std::vector<ImportedValue> operands;
  for (size_t index = 2; index < node.getNumInputs(); index += 3) {
    if (failed(requireOperands(node, {index, index + 1})))
      return failure();
    FailureOr<ImportedValue> operand = dequantizeOperand(node, index, {index + 1, index + 2});
    if (failed(operand))
      return failure();
    operands.push_back(std::move(*operand));
  }
  return setQuantized(node, node.computeAs("Concat", operands), {0, 1}, getStorage(node, 1));
}

/// A Gemm with a bias in steps of alpha * left scale * right scale. Without a
/// scale for it, the result is float.
LogicalResult qopt::onnx_import::importQGemm(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<float> alpha = node.getFloat("alpha", 1.0f);
  FailureOr<int64_t> transB = node.getInteger("transB", 0);
  if (failed(alpha) || failed(transB) || failed(requireOperands(node, {0, 1, 3, 4})))
    return failure();
  FailureOr<ImportedValue> lhs = dequantizeOperand(node, 0, {1, 2});
  FailureOr<ImportedValue> rhs = dequantizeOperand(node, 3, {4, 5, *transB != 0 ? 0 : 1});
  if (failed(lhs) || failed(rhs))
    return failure();
  std::vector<ImportedValue> operands{*lhs, *rhs};
  if (node.hasInput(6)) {
    const ImportedValue &bias = node.getInput(6);
    FailureOr<SmallVector<float>> lhsScale = node.getFloats(1, "the left scale");
    FailureOr<SmallVector<float>> rhsScale = node.getFloats(4, "the right scale");
    if (failed(lhsScale) || failed(rhsScale))
      return failure();
    if (!bias.isConstant() || !bias.getElementType().isInteger(32) || lhsScale->size() != 1 ||
        rhsScale->empty() || *countElements(bias.shape) % rhsScale->size() != 0)
      return node.error() << "the bias has type " << bias.describeType() << " and shape "
                          << formatShape(bias.shape) << "; constant int32 expected";
    SmallVector<double> values = toDoubles(*bias.constant);
    for (auto [index, value] : llvm::enumerate(values))
      value *=
          static_cast<double>(*alpha) * lhsScale->front() * (*rhsScale)[index % rhsScale->size()];
    operands.push_back(ImportedValue::ofConstant(fromDoubles(b.getF32Type(), bias.shape, values)));
    operands.back().name = bias.name;
  }
  FailureOr<ImportedValue> result = node.computeAs("Gemm", operands);
  if (failed(result) || node.hasInput(7))
    return setQuantized(node, result, {7, 8}, getStorage(node, 0));
  node.setOutput(std::move(*result));
  return success();
}
