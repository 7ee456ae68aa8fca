#include "Broadcast.h"
#include "Ops.h"
#include "Quantization.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// The storage type of a QuantizeLinear without zero point: uint8, or since
/// opset 21 `output_dtype`.
FailureOr<Type> getDefaultStorage(NodeImporter &node) {
  FailureOr<int64_t> dtype = node.getInteger("output_dtype", 0);
  if (failed(dtype))
    return failure();
  if (*dtype == 0)
    return Type(IntegerType::get(node.getBuilder().getContext(), 8, IntegerType::Unsigned));
  Type type = getElementType(*dtype, node.getBuilder().getContext());
  if (!type)
    return node.error() << "attribute 'output_dtype' is " << *dtype
                        << ", which is no integer type of up to 16 bits";
  return type;
}

FailureOr<GridOperands> readOperands(NodeImporter &node) {
  FailureOr<int64_t> axis = node.getInteger("axis", 1);
  FailureOr<int64_t> blockSize = node.getInteger("block_size", 0);
  if (failed(axis) || failed(blockSize))
    return failure();
  if (*blockSize < 0)
    return node.error() << "attribute 'block_size' is " << *blockSize << ", which is negative";
  return GridOperands{1, 2, *axis, *blockSize};
}

} // namespace

LogicalResult qopt::onnx_import::importQuantizeLinear(NodeImporter &node) {
  // About floats of other widths only.
  node.ignoreAttributes({"saturate", "precision"});
  ImportBuilder &b = node.getBuilder();
  FailureOr<Type> storage = getDefaultStorage(node);
  FailureOr<GridOperands> operands = readOperands(node);
  if (failed(storage) || failed(operands))
    return failure();
  ImportedValue *input = &node.getInput(0);
  ImportedValue converted;
  if (!input->isQuantized && input->getElementType().isInteger(32)) {
    converted = emitElementwise(node, *input, [&](Value v) { return b.castTo(v, b.getF32Type()); });
    input = &converted;
  } else if (!(input = node.getFloatInput(0))) {
    return failure();
  }
  FailureOr<ImportedValue> result = quantizeValue(node, *input, *operands, *storage);
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}

LogicalResult qopt::onnx_import::importDequantizeLinear(NodeImporter &node) {
  // A float type; programs compute in f32.
  node.ignoreAttributes({"output_dtype"});
  FailureOr<GridOperands> operands = readOperands(node);
  if (failed(operands))
    return failure();
  FailureOr<ImportedValue> result = dequantizeOperand(node, 0, *operands);
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}

/// scale = (max - min) / 255 of the range of all elements and 0; the zero point
/// is where 0 falls.
LogicalResult qopt::onnx_import::importDynamicQuantizeLinear(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  if (!input)
    return failure();
  Form form = b.getAnyForm(*input, node.prefersChannelsLast());
  Value flat = b.reshape(form.value, {1, *countElements(input->shape)});
  Value zero = b.createScalar(0.0f, 2);
  Value max = b.binary<tosa::MaximumOp>(b.reduce<tosa::ReduceMaxOp>(flat, 1), zero);
  Value min = b.binary<tosa::MinimumOp>(b.reduce<tosa::ReduceMinOp>(flat, 1), zero);
  Value range = b.binary<tosa::SubOp>(max, min);
  // Nothing but zeros has the scale 1.
  Value isEmpty = b.compare<tosa::EqualOp>(range, zero);
  Value scale =
      b.select(isEmpty, b.createScalar(1.0f, 2), emitQuotient(b, range, b.createScalar(255.0f, 2)));
  Value center = emitQuotient(b, b.binary<tosa::SubOp>(zero, min), scale);
  Type storage = b.getIntegerType(8, /*isSigned=*/false);
  Value zeroPoint = b.castTo(center, storage);

  auto scalar = [](Value value) {
    return *ImportedValue::computed(value, {1, 1}, {0, 1}).reshaped({});
  };
  ImportedValue scaleValue = scalar(scale);
  ImportedValue real = scalar(b.castTo(zeroPoint, b.getF32Type()));
  FailureOr<ImportedValue> result = emitQuantize(node, *input, scaleValue, &real, storage);
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result), 0);
  node.setOutput(std::move(scaleValue), 1);
  node.setOutput(scalar(zeroPoint), 2);
  return success();
}
