#include "FoldConstants.h"

#include "Broadcast.h"
#include "SliceParameters.h"
#include "TensorElements.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

Type qopt::onnx_import::elementType(const ImportedValue &value) {
  return value.constant->getType().getElementType();
}

LogicalResult qopt::onnx_import::requireSameType(NodeImporter &node, const ImportedValue &lhs,
                                                 const ImportedValue &rhs) {
  if (elementType(lhs) == elementType(rhs))
    return success();
  return node.error() << "its operands have the types " << lhs.describeType() << " and "
                      << rhs.describeType() << "; the same type expected";
}

void qopt::onnx_import::setConstant(NodeImporter &node, ConstantData data) {
  node.setOutput(ImportedValue::ofConstant(std::move(data)));
}

ConstantData qopt::onnx_import::broadcastConstant(const ImportedValue &value,
                                                  ArrayRef<int64_t> shape) {
  Shape strides(shape.size(), 0), own = computeStrides(value.shape);
  size_t offset = shape.size() - value.rank();
  for (auto [dim, size] : llvm::enumerate(value.shape))
    strides[offset + dim] = size == 1 ? 0 : own[dim];
  return copyStrided(*value.constant, shape, 0, strides);
}

namespace {

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
  // The exponent of a Pow may be of another type.
  if (failed(isFmod) || (node.getOpType() != "Pow" && failed(requireSameType(node, lhs, rhs))))
    return failure();
  bool isInteger = function.onIntegers && isa<IntegerType>(elementType(lhs));
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
    auto isNegative = [](int64_t value) { return value < 0; };
    bool isUnsigned = elementType(lhs).isUnsignedInteger(64); // Read as i64: from 2^63 on
    if (isUnsigned && (llvm::any_of(result, isNegative) || llvm::any_of(other, isNegative)))
      return false;
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
                      .Case("Round", [](double a) { return std::nearbyint(a); })
                      .Case("Reciprocal", [](double a) { return 1 / a; })
                      .Case("Exp", [](double a) { return std::exp(a); })
                      .Case("Log", [](double a) { return std::log(a); })
                      .Case("Sin", [](double a) { return std::sin(a); })
                      .Case("Cos", [](double a) { return std::cos(a); })
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
// All elements at once
//===----------------------------------------------------------------------===//

/// Reductions of lists of integers, such as shapes.
FailureOr<bool> foldReduce(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  std::optional<Shape> values = toIntegers(*input.constant);
  FailureOr<int64_t> keepDims = node.getInteger("keepdims", 1);
  FailureOr<int64_t> isNoop = node.getInteger("noop_with_empty_axes", 0);
  if (failed(keepDims) || failed(isNoop))
    return failure();
  if (!values || values->empty() || input.rank() > 1 || *isNoop != 0)
    return false;
  node.ignoreAttributes({"axes"});
  IntegerFunction combine = findPairFunction(llvm::StringSwitch<StringRef>(node.getOpType())
                                                 .Case("ReduceProd", "Mul")
                                                 .Case("ReduceSum", "Add")
                                                 .Case("ReduceMax", "Max")
                                                 .Case("ReduceMin", "Min"))
                                ->onIntegers;
  int64_t result = values->front();
  for (int64_t value : llvm::drop_begin(*values))
    result = combine(result, value);
  Shape shape(*keepDims ? input.rank() : 0, 1);
  setConstant(node, fromIntegers(elementType(input), shape, result));
  return true;
}

/// The positions of all elements that are not 0, one column each.
FailureOr<bool> foldNonZero(NodeImporter &node) {
  const ImportedValue &input = node.getInput(0);
  Shape strides = computeStrides(input.shape);
  std::vector<int64_t> found;
  for (auto [index, value] : llvm::enumerate(toDoubles(*input.constant)))
    if (value != 0)
      found.push_back(index);
  Shape positions;
  for (auto [stride, size] : llvm::zip_equal(strides, input.shape))
    for (int64_t index : found)
      positions.push_back(index / stride % size);
  Shape shape{static_cast<int64_t>(input.rank()), static_cast<int64_t>(found.size())};
  setConstant(node, fromIntegers(node.getBuilder().getI64Type(), shape, positions));
  return true;
}

} // namespace

FailureOr<bool> qopt::onnx_import::foldConstants(NodeImporter &node) {
  bool isComplete = true;
  // Parts of weights are on the grid of the whole.
  bool keepsGrid = node.getOpType() == "Slice" || node.getOpType() == "Split";
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    if (!node.hasInput(index)) {
      isComplete = false;
      continue;
    }
    const ImportedValue &input = node.getInput(index);
    if (!input.isConstant() || input.isQuantized || (input.grid && !keepsGrid))
      return false;
  }
  // Operators on any number of operands need each; their import says which is missing.
  if (!isComplete && (findPairFunction(node.getOpType()) || node.getOpType() == "Concat"))
    return false;
  if (const PairFunction *function = findPairFunction(node.getOpType()))
    return foldPair(node, *function);
  auto fold = llvm::StringSwitch<FailureOr<bool> (*)(NodeImporter &)>(node.getOpType())
                  .Cases({"Neg", "Abs", "Not", "Floor", "Ceil", "Sqrt", "Round", "Reciprocal",
                          "Exp", "Log", "Sin", "Cos"},
                         foldUnary)
                  .Case("Where", foldWhere)
                  .Case("Concat", foldConcat)
                  .Case("Gather", foldGather)
                  .Case("Slice", foldSlice)
                  .Case("Expand", foldExpand)
                  .Case("Range", foldRange)
                  .Case("Split", foldSplit)
                  .Case("Tile", foldTile)
                  .Case("Trilu", foldTrilu)
                  .Case("NonZero", foldNonZero)
                  .Cases({"ReduceProd", "ReduceSum", "ReduceMax", "ReduceMin"}, foldReduce)
                  .Default(nullptr);
  return fold ? fold(node) : false;
}
