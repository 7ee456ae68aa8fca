#include "FoldConstants.h"

#include "Broadcast.h"
#include "SliceParameters.h"
#include "TensorElements.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

Type elementType(const ImportedValue &value) { return value.constant->getType().getElementType(); }

LogicalResult requireSameType(NodeImporter &node, const ImportedValue &lhs,
                              const ImportedValue &rhs) {
  if (elementType(lhs) == elementType(rhs))
    return success();
  return node.error() << "its operands have the types " << lhs.describeType() << " and "
                      << rhs.describeType() << "; the same type expected";
}

void setConstant(NodeImporter &node, ConstantData data) {
  node.setOutput(ImportedValue::ofConstant(std::move(data)));
}

/// `value` broadcast to `shape`.
ConstantData broadcastConstant(const ImportedValue &value, ArrayRef<int64_t> shape) {
  Shape strides(shape.size(), 0), own = computeStrides(value.shape);
  size_t offset = shape.size() - value.rank();
  for (auto [dim, size] : llvm::enumerate(value.shape))
    strides[offset + dim] = size == 1 ? 0 : own[dim];
  return copyStrided(*value.constant, shape, 0, strides);
}

/// The shape that all operands broadcast to.
FailureOr<Shape> broadcastOperands(NodeImporter &node) {
  Shape shape;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    std::optional<Shape> wider = broadcastShapes(shape, node.getInput(index).shape);
    if (!wider)
      return node.error() << "operands of shape " << formatShape(shape) << " and "
                          << formatShape(node.getInput(index).shape) << " cannot be broadcast";
    shape = *wider;
  }
  if (failed(node.checkConstantSize(shape)))
    return failure();
  return shape;
}

//===----------------------------------------------------------------------===//
// Element by element
//===----------------------------------------------------------------------===//

// Integers wrap, as in every framework; signed overflow is not defined in C++.
int64_t wrap(uint64_t value) { return static_cast<int64_t>(value); }

/// Rounds towards zero, as ONNX does for integers; x / 0 is 0.
int64_t divide(int64_t a, int64_t b) {
  return b == 0 ? 0 : b == -1 ? wrap(-static_cast<uint64_t>(a)) : a / b;
}

/// The sign of the result is that of the divisor.
int64_t modulo(int64_t a, int64_t b) {
  if (b == 0 || b == -1)
    return 0;
  int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

using IntegerFunction = int64_t (*)(int64_t, int64_t);
using FloatFunction = double (*)(double, double);

struct PairFunction {
  IntegerFunction onIntegers;
  FloatFunction onFloats;
  bool isComparison = false;
};

const PairFunction *findPairFunction(StringRef op) {
  static const llvm::StringMap<PairFunction> functions = {
      {"Add",
       {[](int64_t a, int64_t b) { return wrap(uint64_t(a) + uint64_t(b)); },
        [](double a, double b) { return a + b; }}},
      {"Sub",
       {[](int64_t a, int64_t b) { return wrap(uint64_t(a) - uint64_t(b)); },
        [](double a, double b) { return a - b; }}},
      {"Mul",
       {[](int64_t a, int64_t b) { return wrap(uint64_t(a) * uint64_t(b)); },
        [](double a, double b) { return a * b; }}},
      {"Div", {divide, [](double a, double b) { return a / b; }}},
      {"Mod", {modulo, nullptr}},
      {"Min",
       {[](int64_t a, int64_t b) { return std::min(a, b); },
        [](double a, double b) { return std::min(a, b); }}},
      {"Max",
       {[](int64_t a, int64_t b) { return std::max(a, b); },
        [](double a, double b) { return std::max(a, b); }}},
      {"Equal",
       {[](int64_t a, int64_t b) { return int64_t(a == b); },
        [](double a, double b) { return double(a == b); }, true}},
      {"Less",
       {[](int64_t a, int64_t b) { return int64_t(a < b); },
        [](double a, double b) { return double(a < b); }, true}},
      {"Greater",
       {[](int64_t a, int64_t b) { return int64_t(a > b); },
        [](double a, double b) { return double(a > b); }, true}},
      {"LessOrEqual",
       {[](int64_t a, int64_t b) { return int64_t(a <= b); },
        [](double a, double b) { return double(a <= b); }, true}},
      {"GreaterOrEqual",
       {[](int64_t a, int64_t b) { return int64_t(a >= b); },
        [](double a, double b) { return double(a >= b); }, true}},
      {"Xor", {[](int64_t a, int64_t b) { return int64_t((a != 0) != (b != 0)); }, nullptr, true}},
      {"Pow", {nullptr, [](double a, double b) { return std::pow(a, b); }}},
      {"And", {[](int64_t a, int64_t b) { return int64_t(a && b); }, nullptr, true}},
      {"Or", {[](int64_t a, int64_t b) { return int64_t(a || b); }, nullptr, true}},
  };
  auto it = functions.find(op);
  return it == functions.end() ? nullptr : &it->second;
}

FailureOr<bool> foldPair(NodeImporter &node, const PairFunction &function) {
  if (node.getNumInputs() != 2)
    return false;
  ImportedValue &lhs = node.getInput(0), &rhs = node.getInput(1);
  FailureOr<int64_t> isFmod = node.getInteger("fmod", 0);
  if (failed(isFmod) || failed(requireSameType(node, lhs, rhs)))
    return failure();
  bool isInteger = isa<IntegerType>(elementType(lhs));
  // In double and rounded once: exact for f32.
  if (*isFmod != 0 || (isInteger ? !function.onIntegers : !function.onFloats))
    return false;
  FailureOr<Shape> shape = broadcastOperands(node);
  if (failed(shape))
    return failure();
  ConstantData a = broadcastConstant(lhs, *shape), b = broadcastConstant(rhs, *shape);
  Type type = function.isComparison ? node.getBuilder().getI1Type() : elementType(lhs);
  if (isInteger) {
    Shape result = *toIntegers(*a), other = *toIntegers(*b);
    for (auto [value, operand] : llvm::zip_equal(result, other))
      value = function.onIntegers(value, operand);
    setConstant(node, fromIntegers(type, *shape, result));
  } else {
    SmallVector<double> result = toDoubles(*a), other = toDoubles(*b);
    for (auto [value, operand] : llvm::zip_equal(result, other))
      value = function.onFloats(value, operand);
    setConstant(node, fromDoubles(type, *shape, result));
  }
  return true;
}

FailureOr<bool> foldUnary(NodeImporter &node) {
  ImportedValue &input = node.getInput(0);
  StringRef op = node.getOpType();
  if (std::optional<Shape> integers = toIntegers(*input.constant)) {
    auto function = llvm::StringSwitch<int64_t (*)(int64_t)>(op)
                        .Case("Neg", [](int64_t a) { return wrap(-uint64_t(a)); })
                        .Case("Abs", [](int64_t a) { return a < 0 ? wrap(-uint64_t(a)) : a; })
                        .Case("Not", [](int64_t a) { return int64_t(a == 0); })
                        .Default(nullptr);
    if (!function)
      return false;
    for (int64_t &value : *integers)
      value = function(value);
    setConstant(node, fromIntegers(elementType(input), input.shape, *integers));
    return true;
  }
  auto function = llvm::StringSwitch<double (*)(double)>(op)
                      .Case("Neg", [](double a) { return -a; })
                      .Case("Abs", [](double a) { return std::fabs(a); })
                      .Case("Floor", [](double a) { return std::floor(a); })
                      .Case("Ceil", [](double a) { return std::ceil(a); })
                      .Case("Sqrt", [](double a) { return std::sqrt(a); })
                      .Default(nullptr);
  if (!function)
    return false;
  SmallVector<double> values = toDoubles(*input.constant);
  for (double &value : values)
    value = function(value);
  setConstant(node, fromDoubles(elementType(input), input.shape, values));
  return true;
}

FailureOr<bool> foldWhere(NodeImporter &node) {
  ImportedValue &lhs = node.getInput(1), &rhs = node.getInput(2);
  std::optional<Shape> condition = toIntegers(*node.getInput(0).constant);
  if (!condition)
    return node.error() << "its condition has type " << node.getInput(0).describeType()
                        << "; bool expected";
  if (failed(requireSameType(node, lhs, rhs)))
    return failure();
  FailureOr<Shape> shape = broadcastOperands(node);
  if (failed(shape))
    return failure();
  Shape picks = *toIntegers(*broadcastConstant(node.getInput(0), *shape));
  ConstantData other = broadcastConstant(rhs, *shape);
  auto result = std::make_shared<Tensor>(*broadcastConstant(lhs, *shape));
  size_t width = Tensor::elementBytes(elementType(lhs));
  for (auto [index, pick] : llvm::enumerate(picks))
    if (pick == 0)
      std::memcpy(result->data() + index * width, other->data() + index * width, width);
  setConstant(node, std::move(result));
  return true;
}

//===----------------------------------------------------------------------===//
// Copies
//===----------------------------------------------------------------------===//

FailureOr<bool> foldConcat(NodeImporter &node) {
  const ImportedValue &first = node.getInput(0);
  FailureOr<int64_t> axis = node.getInteger("axis", 1);
  if (failed(axis))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, first.rank());
  if (failed(dim))
    return failure();
  Shape shape = first.shape;
  shape[*dim] = 0;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    const ImportedValue &operand = node.getInput(index);
    Shape expected = first.shape;
    if (operand.rank() == first.rank())
      expected[*dim] = operand.shape[*dim];
    if (operand.shape != expected)
      return node.error() << "operands of shape " << formatShape(first.shape) << " and "
                          << formatShape(operand.shape) << " cannot be joined at dimension "
                          << *dim;
    if (failed(requireSameType(node, first, operand)))
      return failure();
    shape[*dim] += operand.shape[*dim];
  }
  if (failed(node.checkConstantSize(shape)))
    return failure();

  Type type = elementType(first);
  auto result = std::make_shared<Tensor>(RankedTensorType::get(shape, type));
  int64_t outer = *countElements(ArrayRef(shape).take_front(*dim));
  char *to = result->data();
  for (int64_t row = 0; row < outer; ++row)
    for (size_t index = 0; index < node.getNumInputs(); ++index) {
      const Tensor &operand = *node.getInput(index).constant;
      size_t bytes = operand.getSizeInBytes() / outer;
      to = std::copy_n(operand.data() + row * bytes, bytes, to);
    }
  setConstant(node, std::move(result));
  return true;
}

FailureOr<bool> foldGather(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0), &indices = node.getInput(1);
  FailureOr<int64_t> axis = node.getInteger("axis", 0);
  if (failed(axis))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input.rank());
  if (failed(dim))
    return failure();
  std::optional<Shape> positions = toIntegers(*indices.constant);
  if (!positions)
    return node.error() << "its indices have type " << indices.describeType()
                        << "; integers expected";
  int64_t size = input.shape[*dim];
  for (int64_t &position : *positions) {
    if (position < -size || position >= size)
      return node.error() << "index " << position << " is out of range for dimension " << *dim
                          << " of size " << size;
    position += position < 0 ? size : 0;
  }
  Shape shape(ArrayRef(input.shape).take_front(*dim));
  llvm::append_range(shape, indices.shape);
  llvm::append_range(shape, ArrayRef(input.shape).drop_front(*dim + 1));
  if (failed(node.checkConstantSize(shape)))
    return failure();

  Type type = elementType(input);
  auto result = std::make_shared<Tensor>(RankedTensorType::get(shape, type));
  int64_t outer = *countElements(ArrayRef(input.shape).take_front(*dim));
  size_t bytes =
      *countElements(ArrayRef(input.shape).drop_front(*dim + 1)) * Tensor::elementBytes(type);
  char *to = result->data();
  for (int64_t row = 0; row < outer; ++row)
    for (int64_t position : *positions)
      to = std::copy_n(input.constant->data() + (row * size + position) * bytes, bytes, to);
  setConstant(node, std::move(result));
  return true;
}

FailureOr<bool> foldSlice(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<SliceParameters> slice = readSlice(node, input.shape);
  if (failed(slice))
    return failure();
  Shape strides = computeStrides(input.shape);
  int64_t offset = 0;
  for (auto [stride, start, step] : llvm::zip_equal(strides, slice->start, slice->step)) {
    offset += start * stride;
    stride *= step;
  }
  setConstant(node, copyStrided(*input.constant, slice->size, offset, strides));
  return true;
}

FailureOr<bool> foldExpand(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<Shape> target = node.getIntegers(1, "the shape");
  if (failed(target))
    return failure();
  std::optional<Shape> shape = broadcastShapes(input.shape, *target);
  if (!shape)
    return node.error() << "an operand of shape " << formatShape(input.shape)
                        << " cannot be expanded to " << formatShape(*target);
  if (failed(node.checkConstantSize(*shape)))
    return failure();
  setConstant(node, broadcastConstant(input, *shape));
  return true;
}

FailureOr<bool> foldRange(NodeImporter &node) {
  SmallVector<int64_t> bounds;
  for (size_t index = 0; index < 3; ++index) {
    std::optional<Shape> value = toIntegers(*node.getInput(index).constant);
    if (!value || value->size() != 1)
      return node.error() << "operand " << index << " must be an integer";
    bounds.push_back(std::clamp(value->front(), -maxElements, maxElements));
  }
  auto [start, limit, delta] = std::tuple(bounds[0], bounds[1], bounds[2]);
  if (delta == 0)
    return node.error() << "its step is 0";
  int64_t span = delta > 0 ? limit - start : start - limit, step = std::abs(delta);
  Shape shape{std::max<int64_t>((span + step - 1) / step, 0)};
  if (failed(node.checkConstantSize(shape)))
    return failure();
  Shape values;
  for (int64_t index = 0; index < shape.front(); ++index)
    values.push_back(start + index * delta);
  setConstant(node, fromIntegers(elementType(node.getInput(0)), shape, values));
  return true;
}

FailureOr<bool> foldReduceProd(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  FailureOr<int64_t> keepDims = node.getInteger("keepdims", 1);
  std::optional<Shape> values = toIntegers(*input.constant);
  if (failed(keepDims))
    return failure();
  if (!values || input.rank() > 1)
    return false;
  node.ignoreAttributes({"axes", "noop_with_empty_axes"});
  uint64_t product = 1;
  for (int64_t value : *values)
    product *= static_cast<uint64_t>(value);
  Shape shape(*keepDims ? input.rank() : 0, 1);
  setConstant(node, fromIntegers(elementType(input), shape, wrap(product)));
  return true;
}

} // namespace

FailureOr<bool> qopt::onnx_import::foldConstants(NodeImporter &node) {
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    if (!node.hasInput(index))
      continue;
    const ImportedValue &input = node.getInput(index);
    if (!input.isConstant() || input.grid || input.isQuantized)
      return false;
  }
  if (const PairFunction *function = findPairFunction(node.getOpType()))
    return foldPair(node, *function);
  auto fold = llvm::StringSwitch<FailureOr<bool> (*)(NodeImporter &)>(node.getOpType())
                  .Cases({"Neg", "Abs", "Not", "Floor", "Ceil", "Sqrt"}, foldUnary)
                  .Case("Where", foldWhere)
                  .Case("Concat", foldConcat)
                  .Case("Gather", foldGather)
                  .Case("Slice", foldSlice)
                  .Case("Expand", foldExpand)
                  .Case("Range", foldRange)
                  .Case("ReduceProd", foldReduceProd)
                  .Default(nullptr);
  return fold ? fold(node) : false;
}
