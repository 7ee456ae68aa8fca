#include "Ops.h"

#include "Broadcast.h"
#include "TensorElements.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

// Operators that make constants.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

LogicalResult qopt::onnx_import::importConstant(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  Type f32 = b.getF32Type(), i64 = b.getI64Type();
  ConstantData data;
  if (node.hasAttribute("value")) {
    data = node.getTensor("value");
    if (!data)
      return failure();
  } else if (node.hasAttribute("value_float")) {
    FailureOr<float> value = node.getFloat("value_float", 0.0f);
    if (failed(value))
      return failure();
    data = fromDoubles(f32, {}, {*value});
  } else if (node.hasAttribute("value_int")) {
    FailureOr<int64_t> value = node.getInteger("value_int", 0);
    if (failed(value))
      return failure();
    data = fromIntegers(i64, {}, *value);
  } else if (node.hasAttribute("value_floats")) {
    FailureOr<SmallVector<float>> values = node.getFloatList("value_floats");
    if (failed(values))
      return failure();
    data = fromDoubles(f32, {static_cast<int64_t>(values->size())},
                       SmallVector<double>(values->begin(), values->end()));
  } else if (node.hasAttribute("value_ints")) {
    FailureOr<Shape> values = node.getIntegerList("value_ints", {});
    if (failed(values))
      return failure();
    data = fromIntegers(i64, {static_cast<int64_t>(values->size())}, *values);
  } else {
    return node.error() << "has no value of a supported kind: one of 'value', 'value_float', "
                        << "'value_floats', 'value_int' and 'value_ints' expected";
  }
  node.setOutput(ImportedValue::ofConstant(std::move(data)));
  return success();
}

LogicalResult qopt::onnx_import::importConstantOfShape(NodeImporter &node) {
  FailureOr<Shape> shape = node.getIntegers(0, "the shape");
  if (failed(shape) || failed(node.checkConstantSize(*shape)))
    return failure();
  ConstantData value = fromDoubles(node.getBuilder().getF32Type(), {1}, {0.0});
  if (node.hasAttribute("value") && !(value = node.getTensor("value")))
    return failure();
  if (value->getNumElements() != 1)
    return node.error() << "attribute 'value' has " << value->getNumElements()
                        << " elements; one expected";
  node.setOutput(
      ImportedValue::ofConstant(copyStrided(*value, *shape, 0, Shape(shape->size(), 0))));
  return success();
}

LogicalResult qopt::onnx_import::importShape(NodeImporter &node) {
  Shape shape = node.getInput(0).shape;
  Type i64 = node.getBuilder().getI64Type();
  auto rank = static_cast<int64_t>(shape.size());
  if (node.getOpType() == "Size") {
    node.setOutput(ImportedValue::ofConstant(fromIntegers(i64, {}, *countElements(shape))));
    return success();
  }
  FailureOr<int64_t> start = node.getInteger("start", 0), end = node.getInteger("end", rank);
  if (failed(start) || failed(end))
    return failure();
  auto place = [rank](int64_t position) {
    position = std::clamp(position, -rank, rank);
    return position < 0 ? position + rank : position;
  };
  int64_t from = place(*start), to = std::max(place(*end), from);
  ArrayRef<int64_t> part = ArrayRef(shape).slice(from, to - from);
  node.setOutput(ImportedValue::ofConstant(fromIntegers(i64, {to - from}, part)));
  return success();
}

namespace {

bool isFloatToInteger(Value from, Type to) {
  return getElementTypeOrSelf(from).isF32() && isa<IntegerType>(to) && !to.isInteger(1);
}

/// `tosa.cast` rounds to nearest, ONNX towards zero.
Value emitTruncate(ImportBuilder &b, Value value) {
  Value isNegative = b.compare<tosa::GreaterOp>(b.createScalarLike(0, value), value);
  return b.select(isNegative, b.unary<tosa::CeilOp>(value), b.unary<tosa::FloorOp>(value));
}

} // namespace

/// The first operand with elements of type `type`.
static LogicalResult importCastTo(NodeImporter &node, Type type) {
  // About 8-bit floats only.
  node.ignoreAttributes({"saturate", "round_mode"});
  ImportedValue &input = node.getInput(0);
  if (input.isConstant() && !input.grid) {
    std::optional<Shape> integers = toIntegers(*input.constant);
    node.setOutput(ImportedValue::ofConstant(
        integers ? fromIntegers(type, input.shape, *integers)
                 : fromDoubles(type, input.shape, toDoubles(*input.constant))));
    return success();
  }
  ImportedValue *value = node.getDataInput(0);
  if (!value)
    return failure();
  type = getProgramType(type);
  if (type == value->getElementType()) {
    node.setOutput(*value);
    return success();
  }
  if (type.isInteger(4))
    return node.error() << "a cast to " << getElementTypeName(type)
                        << " is supported on constants only; quantize with QuantizeLinear";
  ImportBuilder &b = node.getBuilder();
  node.setOutput(emitElementwise(node, *value, [&](Value from) {
    return b.castTo(isFloatToInteger(from, type) ? emitTruncate(b, from) : from, type);
  }));
  return success();
}

LogicalResult qopt::onnx_import::importCast(NodeImporter &node) {
  FailureOr<int64_t> to = node.getInteger("to", 0);
  if (failed(to))
    return failure();
  Type type = getElementType(*to, node.getBuilder().getContext());
  if (!type)
    return node.error() << "attribute 'to' has the value " << *to
                        << ", which is no supported element type";
  return importCastTo(node, type);
}

LogicalResult qopt::onnx_import::importCastLike(NodeImporter &node) {
  const ImportedValue &like = node.getInput(1);
  return importCastTo(node,
                      like.isQuantized ? Type(like.grid->storageType) : like.getElementType());
}

/// Other types for the same bits: of constants any, of what is computed integers, with
/// or without a sign.
LogicalResult qopt::onnx_import::importBitCast(NodeImporter &node) {
  FailureOr<int64_t> to = node.getInteger("to", 0);
  if (failed(to))
    return failure();
  Type type = getElementType(*to, node.getBuilder().getContext());
  ImportedValue &input = node.getInput(0);
  Type from = input.getElementType();
  // A bool is stored as a byte.
  auto width = [](Type t) { return std::max(t.getIntOrFloatBitWidth(), 8u); };
  if (!type || input.isQuantized || from.isInteger(4) || type.isInteger(4) || type.isInteger(1) ||
      width(from) != width(type))
    return node.error() << "elements of type " << input.describeType() << " cannot be read as type "
                        << *to << " of the standard; types of as many bits, 8 or more, expected";
  if (input.isConstant() && !input.grid) {
    auto bits = std::make_shared<Tensor>(RankedTensorType::get(input.shape, type));
    std::copy_n(input.constant->data(), bits->getSizeInBytes(), bits->data());
    node.setOutput(ImportedValue::ofConstant(std::move(bits)));
    return success();
  }
  ImportedValue *value = node.getDataInput(0);
  if (!value)
    return failure();
  if (value->isFloat() || isa<FloatType>(type))
    return node.error() << "the bits of floats that the model computes have no operation in "
                        << "programs; export the model without it, or cut it off before this node";
  ImportBuilder &b = node.getBuilder();
  node.setOutput(emitElementwise(node, *value, [&](Value v) { return b.castTo(v, type); }));
  return success();
}

LogicalResult qopt::onnx_import::importConstantOnly(NodeImporter &node) {
  return node.error() << "is supported on constants only, but its operands are computed by the "
                      << "model; simplify the model (for example with onnx-simplifier) before "
                      << "importing it";
}
