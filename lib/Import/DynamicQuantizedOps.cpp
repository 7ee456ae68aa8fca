#include "Ops.h"
#include "TensorElements.h"

// ONNX Runtime's recurrent layers with quantized weights.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// Operand `index`, one value for all weights, one per direction, or one per
/// column of each: the values, and how many of them belong to a direction.
FailureOr<SmallVector<double>> readParameter(NodeImporter &node, size_t index,
                                             ArrayRef<int64_t> weights) {
  const ImportedValue &operand = node.getInput(index);
  auto count = static_cast<int64_t>(countElements(operand.shape).value_or(0));
  if (!operand.isConstant() ||
      (count != 1 && count != weights[0] && count != weights[0] * weights[2]))
    return node.error() << "operand " << index << " has shape " << formatShape(operand.shape)
                        << " or is computed by the model; a constant for weights of shape "
                        << formatShape(weights) << " expected";
  return toDoubles(*operand.constant);
}

/// The weights `index` (directions x inputs x columns) as floats, in the standard's
/// order: directions x columns x inputs.
FailureOr<ImportedValue> dequantizeWeights(NodeImporter &node, size_t index, size_t scaleIndex) {
  const ImportedValue &operand = node.getInput(index);
  if (!operand.isConstant() || operand.rank() != 3 || !operand.getElementType().isInteger(8) ||
      !node.hasInput(scaleIndex))
    return node.error() << "operand " << index << " has type " << operand.describeType()
                        << " and shape " << formatShape(operand.shape)
                        << "; constant bytes of rank 3, with a scale, expected";
  ArrayRef<int64_t> shape = operand.shape;
  FailureOr<SmallVector<double>> scales = readParameter(node, scaleIndex, shape);
  FailureOr<SmallVector<double>> zeroPoints = SmallVector<double>{0.0};
  if (node.hasInput(scaleIndex + 1))
    zeroPoints = readParameter(node, scaleIndex + 1, shape);
  if (failed(scales) || failed(zeroPoints))
    return failure();
  auto pick = [&](ArrayRef<double> values, int64_t direction, int64_t column) {
    auto count = static_cast<int64_t>(values.size());
    return values[count == 1 ? 0 : count == shape[0] ? direction : direction * shape[2] + column];
  };
  SmallVector<double> integers = toDoubles(*operand.constant), floats(integers.size());
  for (int64_t d = 0; d < shape[0]; ++d)
    for (int64_t row = 0; row < shape[1]; ++row)
      for (int64_t column = 0; column < shape[2]; ++column)
        floats[(d * shape[2] + column) * shape[1] + row] =
            (integers[(d * shape[1] + row) * shape[2] + column] - pick(*zeroPoints, d, column)) *
            pick(*scales, d, column);
  ImportedValue result = ImportedValue::ofConstant(
      fromDoubles(node.getBuilder().getF32Type(), {shape[0], shape[2], shape[1]}, floats));
  result.name = operand.name;
  return result;
}

} // namespace

/// An LSTM with weights W and R in bytes. ONNX Runtime quantizes the input and the
/// state anew at each step; here they stay what they are.
LogicalResult qopt::onnx_import::importDynamicQuantizeLSTM(NodeImporter &node) {
  FailureOr<ImportedValue> input = dequantizeWeights(node, 1, 8);
  if (failed(input))
    return failure();
  FailureOr<ImportedValue> state = dequantizeWeights(node, 2, 10);
  if (failed(state))
    return failure();
  node.replaceInput(1, std::move(*input));
  node.replaceInput(2, std::move(*state));
  return importRecurrent(node);
}
