#include "Ops.h"

#include "Broadcast.h"
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
