#include "Ops.h"

#include "Broadcast.h"
#include "SliceParameters.h"
#include "TensorElements.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/StringSwitch.h"

#include <limits>

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

namespace {

/// Operand `index`, which must hold integers; all of them of one type.
ImportedValue *getIntegerInput(NodeImporter &node, size_t index) {
  ImportedValue *value = node.getDataInput(index);
  if (!value)
    return nullptr;
  if (value->isFloat() || value->getElementType().isInteger(1) ||
      value->getElementType() != node.getInput(0).getElementType())
    return node.error() << "operand " << index << " has type " << value->describeType()
                        << "; integers of one type expected",
           nullptr;
  return value;
}

Value emitBitwise(ImportBuilder &b, StringRef op, bool isLeft, Value lhs, Value rhs) {
  if (op == "BitwiseAnd")
    return b.binary<tosa::BitwiseAndOp>(lhs, rhs);
  if (op == "BitwiseOr")
    return b.binary<tosa::BitwiseOrOp>(lhs, rhs);
  if (op == "BitwiseXor")
    return b.binary<tosa::BitwiseXorOp>(lhs, rhs);
  if (isLeft)
    return b.binary<tosa::LogicalLeftShiftOp>(lhs, rhs);
  return b.shiftRight(lhs, rhs);
}

} // namespace

LogicalResult qopt::onnx_import::importBitwise(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  StringRef op = node.getOpType();
  ImportedValue *lhs = getIntegerInput(node, 0), *rhs = lhs ? getIntegerInput(node, 1) : nullptr;
  if (!rhs)
    return failure();
  bool isLeft = false;
  if (op == "BitShift") {
    FailureOr<StringRef> direction = node.getString("direction", "");
    if (failed(direction))
      return failure();
    if (*direction != "LEFT" && *direction != "RIGHT")
      return node.error() << "attribute 'direction' has the value '" << *direction
                          << "'; 'LEFT' or 'RIGHT' expected";
    isLeft = *direction == "LEFT";
  }
  FailureOr<ImportedValue> result = emitElementwise(
      node, *lhs, *rhs, [&](Value l, Value r) { return emitBitwise(b, op, isLeft, l, r); });
  if (failed(result))
    return failure();
  node.setOutput(std::move(*result));
  return success();
}

LogicalResult qopt::onnx_import::importBitwiseNot(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = getIntegerInput(node, 0);
  if (!input)
    return failure();
  // -1 - x
  node.setOutput(emitElementwise(
      node, *input, [&](Value v) { return b.binary<tosa::SubOp>(b.createScalarLike(-1, v), v); }));
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
  if (failed(node.checkConstantSize({rows, columns})))
    return failure();
  int64_t diagonal = std::clamp(offset->front(), -maxElements, maxElements);
  SmallVector<bool> isKept;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t column = 0; column < columns; ++column)
      isKept.push_back(*isUpper ? column - row >= diagonal : column - row <= diagonal);
  return isKept;
}

/// The triangle of a computed diagonal: columns less rows are compared with it.
static FailureOr<ImportedValue> importComputedTriangle(NodeImporter &node) {
  Shape shape = node.getInput(0).shape;
  FailureOr<int64_t> isUpper = node.getInteger("upper", 1);
  ImportedValue *diagonal = node.getDataInput(1);
  if (failed(isUpper) || !diagonal)
    return failure();
  if (shape.size() < 2 || diagonal->isFloat() || countElements(diagonal->shape) != 1)
    return node.error() << "its operand has shape " << formatShape(shape) << " and its diagonal "
                        << formatShape(diagonal->shape) << "; rank 2 or more and one integer "
                        << "expected";
  int64_t rows = shape[shape.size() - 2], columns = shape.back();
  if (failed(node.checkConstantSize({rows, columns})))
    return failure();
  Shape differences;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t column = 0; column < columns; ++column)
      differences.push_back(column - row);
  ImportedValue difference = ImportedValue::ofConstant(
      fromIntegers(diagonal->getElementType(), {rows, columns}, differences));
  ImportBuilder &b = node.getBuilder();
  ImportedValue scalar = *diagonal->reshaped({});
  return emitElementwise(node, difference, scalar, [&](Value d, Value k) {
    return *isUpper ? b.compare<tosa::GreaterEqualOp>(d, k) : b.compare<tosa::GreaterEqualOp>(k, d);
  });
}

/// One of the triangles of matrices; 0 elsewhere.
LogicalResult qopt::onnx_import::importTrilu(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getDataInput(0);
  if (!input)
    return failure();
  FailureOr<ImportedValue> condition = ImportedValue();
  if (node.hasInput(1) && !node.getInput(1).isConstant()) {
    condition = importComputedTriangle(node);
  } else {
    FailureOr<SmallVector<bool>> isKept = readTriangle(node, input->shape);
    if (failed(isKept))
      return failure();
    Shape mask(input->rank(), 1), kept(isKept->begin(), isKept->end());
    std::copy(input->shape.end() - 2, input->shape.end(), mask.end() - 2);
    condition = ImportedValue::ofConstant(fromIntegers(b.getI1Type(), mask, kept));
  }
  if (failed(condition))
    return failure();
  FailureOr<ImportedValue> result =
      emitElementwise(node, *condition, *input,
                      [&](Value c, Value v) { return b.select(c, v, b.createScalarLike(0, v)); });
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

LogicalResult qopt::onnx_import::importIsInf(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<int64_t> negative = node.getInteger("detect_negative", 1);
  FailureOr<int64_t> positive = node.getInteger("detect_positive", 1);
  if (!input || failed(negative) || failed(positive))
    return failure();
  constexpr double infinity = std::numeric_limits<double>::infinity();
  node.setOutput(emitElementwise(node, *input, [&](Value v) -> Value {
    auto equals = [&](double bound) {
      return b.compare<tosa::EqualOp>(v, b.createScalarLike(bound, v));
    };
    Value isHigh = equals(*positive != 0 ? infinity : -infinity);
    if ((*positive != 0) != (*negative != 0))
      return isHigh;
    Value isLow = equals(-infinity);
    return *positive != 0 ? b.compare<tosa::LogicalOrOp>(isHigh, isLow)
                          : b.compare<tosa::LogicalXorOp>(isHigh, isLow); // Neither: nowhere.
  }));
  return success();
}

namespace {

/// 0, 1, …, along dimension `axis`, with the element type and the rank of `like`.
Value createPositions(ImportBuilder &b, Value like, int64_t axis, int64_t count) {
  Shape shape(getShape(like).size(), 1), values;
  shape[axis] = count;
  for (int64_t i = 0; i < count; ++i)
    values.push_back(i);
  ImportedValue positions =
      ImportedValue::ofConstant(fromIntegers(getElementTypeOrSelf(like), shape, values));
  return b.materializeOriginal(positions);
}

} // namespace

/// Where the position equals the index; negative indices count from the end.
LogicalResult qopt::onnx_import::importOneHot(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *indices = node.getDataInput(0), *values = node.getDataInput(2);
  FailureOr<int64_t> axis = node.getInteger("axis", -1);
  if (!indices || !values || failed(axis))
    return failure();
  const ImportedValue &operand = node.getInput(1);
  if (!operand.isConstant() || operand.shape.size() > 1 || countElements(operand.shape) != 1)
    return node.error() << "the depth has shape " << formatShape(operand.shape)
                        << " or is computed by the model; a constant of one element expected";
  // The standard allows floats, too.
  ConstantData whole = fromDoubles(b.getI64Type(), {1}, toDoubles(*operand.constant));
  int64_t depth = whole->as<int64_t>()[0];
  Shape shape = indices->shape;
  auto rank = static_cast<int64_t>(shape.size()) + 1;
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, rank);
  if (failed(dim))
    return failure();
  if (countElements(values->shape) != 2)
    return node.error() << "its values have shape " << formatShape(values->shape)
                        << "; two elements expected";
  shape.insert(shape.begin() + *dim, depth);
  if (failed(node.checkShape(shape)) || failed(node.checkConstantSize({depth})))
    return failure();
  shape[*dim] = 1;
  Value place = b.reshape(b.materializeOriginal(*indices), shape);
  Value size = b.createScalarLike(static_cast<double>(depth), place);
  Value isNegative = b.compare<tosa::GreaterOp>(b.createScalarLike(0, place), place);
  place = b.select(isNegative, b.binary<tosa::AddOp>(place, size), place);
  shape[*dim] = depth;
  Value isHot = b.compare<tosa::EqualOp>(createPositions(b, place, *dim, depth), place);
  Value pair = b.reshape(b.materializeOriginal(*values), {2});
  auto pick = [&](int64_t index) { return b.reshape(b.slice(pair, {index}, {1}), Shape(rank, 1)); };
  node.setOutput(ImportedValue::computed(b.select(isHot, pick(1), pick(0)), shape,
                                         identityOrder(shape.size())));
  return success();
}

/// 1 at the first maximum, 0 elsewhere.
LogicalResult qopt::onnx_import::importHardmax(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  FailureOr<FlattenedInput> flattened = flattenBehindAxis(node);
  if (failed(flattened))
    return failure();
  int64_t dim = flattened->dim;
  Shape shape = flattened->input.shape, full = node.getInput(0).shape;
  Value value = b.materializeOriginal(flattened->input);
  Shape dropped = shape, kept = shape;
  dropped.erase(dropped.begin() + dim);
  kept[dim] = 1;
  Value index = tosa::ArgMaxOp::create(b, RankedTensorType::get(dropped, b.getI32Type()), value,
                                       static_cast<uint32_t>(dim));
  index = b.reshape(index, kept);
  Value isFirst = b.compare<tosa::EqualOp>(createPositions(b, index, dim, shape[dim]), index);
  Value result = b.reshape(b.castTo(isFirst, b.getF32Type()), full);
  node.setOutput(ImportedValue::computed(result, full, identityOrder(full.size())));
  return success();
}
