#include "Ops.h"

#include "Broadcast.h"
#include "SliceParameters.h"
#include "TensorElements.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/StringSwitch.h"

// Comparisons, operators on bool, and selection.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

using BinaryFunction = Value (*)(ImportBuilder &, Value, Value);

template <typename OpTy> Value emitCompare(ImportBuilder &b, Value lhs, Value rhs) {
  return b.compare<OpTy>(lhs, rhs);
}
/// For a < b: b > a.
template <typename OpTy> Value emitSwapped(ImportBuilder &b, Value lhs, Value rhs) {
  return b.compare<OpTy>(rhs, lhs);
}

BinaryFunction findFunction(StringRef op) {
  return llvm::StringSwitch<BinaryFunction>(op)
      .Case("Equal", emitCompare<tosa::EqualOp>)
      .Case("Greater", emitCompare<tosa::GreaterOp>)
      .Case("GreaterOrEqual", emitCompare<tosa::GreaterEqualOp>)
      .Case("Less", emitSwapped<tosa::GreaterOp>)
      .Case("LessOrEqual", emitSwapped<tosa::GreaterEqualOp>)
      .Case("And", emitCompare<tosa::LogicalAndOp>)
      .Case("Or", emitCompare<tosa::LogicalOrOp>)
      .Case("Xor", emitCompare<tosa::LogicalXorOp>)
      .Default(nullptr);
}

/// Operand `index`, which must hold bools.
ImportedValue *getBoolInput(NodeImporter &node, size_t index) {
  ImportedValue *value = node.getDataInput(index);
  if (value && !value->getElementType().isInteger(1))
    return node.error() << "operand " << index << " has type " << value->describeType()
                        << "; bool expected",
           nullptr;
  return value;
}

} // namespace

LogicalResult qopt::onnx_import::importLogic(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  StringRef op = node.getOpType();
  bool isOnBools = op == "And" || op == "Or" || op == "Xor";
  ImportedValue *lhs = isOnBools ? getBoolInput(node, 0) : node.getDataInput(0);
  ImportedValue *rhs = isOnBools ? getBoolInput(node, 1) : node.getDataInput(1);
  if (!lhs || !rhs)
    return failure();
  if (lhs->getElementType() != rhs->getElementType())
    return node.error() << "its operands have the types " << lhs->describeType() << " and "
                        << rhs->describeType() << "; the same type expected";
  FailureOr<ImportedValue> result =
      emitElementwise(node, *lhs, *rhs, [&, function = findFunction(op)](Value l, Value r) {
        return function(b, l, r);
      });
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}

LogicalResult qopt::onnx_import::importNot(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = getBoolInput(node, 0);
  if (!input)
    return failure();
  node.setOutput(
      emitElementwise(node, *input, [&](Value v) { return b.unary<tosa::LogicalNotOp>(v); }));
  return success();
}

FailureOr<SmallVector<bool>> qopt::onnx_import::readTriangle(NodeImporter &node,
                                                             ArrayRef<int64_t> shape) {
  FailureOr<int64_t> isUpper = node.getInteger("upper", 1);
  FailureOr<Shape> offset = Shape{0};
  if (node.hasInput(1))
    offset = node.getIntegers(1, "the diagonal");
  if (failed(isUpper) || failed(offset))
    return failure();
  if (shape.size() < 2 || offset->size() != 1)
    return node.error() << "its operand has shape " << formatShape(shape) << " and its diagonal "
                        << offset->size() << " elements; rank 2 or more and one expected";
  int64_t rows = shape[shape.size() - 2], columns = shape.back();
  int64_t diagonal = std::clamp(offset->front(), -maxElements, maxElements);
  SmallVector<bool> isKept;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t column = 0; column < columns; ++column)
      isKept.push_back(*isUpper ? column - row >= diagonal : column - row <= diagonal);
  return isKept;
}

/// One of the triangles of matrices; 0 elsewhere.
LogicalResult qopt::onnx_import::importTrilu(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getDataInput(0);
  if (!input)
    return failure();
  FailureOr<SmallVector<bool>> isKept = readTriangle(node, input->shape);
  if (failed(isKept))
    return failure();
  Shape mask(input->rank(), 1), kept(isKept->begin(), isKept->end());
  std::copy(input->shape.end() - 2, input->shape.end(), mask.end() - 2);
  ImportedValue condition = ImportedValue::ofConstant(fromIntegers(b.getI1Type(), mask, kept));
  FailureOr<ImportedValue> result = emitElementwise(node, condition, *input, [&](Value c, Value v) {
    return b.select(c, v, b.createScalarLike(0, v));
  });
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}

LogicalResult qopt::onnx_import::importWhere(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *condition = getBoolInput(node, 0);
  ImportedValue *lhs = condition ? node.getDataInput(1) : nullptr;
  ImportedValue *rhs = lhs ? node.getDataInput(2) : nullptr;
  if (!rhs)
    return failure();
  if (lhs->getElementType() != rhs->getElementType())
    return node.error() << "its operands have the types " << lhs->describeType() << " and "
                        << rhs->describeType() << "; the same type expected";
  FailureOr<ImportedValue> result = emitElementwise(
      node, *condition, *lhs, *rhs, [&](Value c, Value l, Value r) { return b.select(c, l, r); });
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}
