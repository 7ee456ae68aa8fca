#include "EmptyOps.h"

#include "Broadcast.h"
#include "Ops.h"
#include "TensorElements.h"

#include "llvm/ADT/StringSwitch.h"

#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

ImportedValue qopt::onnx_import::makeEmpty(Type elementType, ArrayRef<int64_t> shape) {
  return ImportedValue::ofConstant(
      std::make_shared<Tensor>(RankedTensorType::get(shape, getProgramType(elementType))));
}

/// The element type of the operand as the program has it, also if it is quantized.
static Type getDataType(const ImportedValue &value) {
  return value.isQuantized ? Type(value.grid->storageType) : value.getElementType();
}

bool qopt::onnx_import::setEmptyOutput(NodeImporter &node, const ImportedValue &like,
                                       ArrayRef<int64_t> shape, size_t index) {
  if (!isEmpty(shape))
    return false;
  node.setOutput(makeEmpty(getDataType(like), shape), index);
  return true;
}

namespace {

/// How the result of an operator follows from the shapes of its operands.
enum class Rule {
  None,
  SameShape,
  Predicate,
  Broadcast,
  Comparison,
  Selection,
  Product,
  Reduction
};

Rule findRule(StringRef op) {
  return llvm::StringSwitch<Rule>(op)
      .Cases({"Relu", "Sigmoid", "Tanh", "Exp", "Log", "Erf", "Abs", "Neg", "Floor", "Ceil"},
             Rule::SameShape)
      .Cases({"Sqrt", "Reciprocal", "Sin", "Cos", "Softplus", "HardSwish", "Sign", "Round"},
             Rule::SameShape)
      .Cases({"Softsign", "Mish", "HardSigmoid", "Selu", "Celu", "LeakyRelu", "Elu", "Gelu"},
             Rule::SameShape)
      .Cases({"Clip", "Softmax", "LogSoftmax", "CumSum", "Trilu", "LayerNormalization"},
             Rule::SameShape)
      .Cases({"Not", "IsNaN", "IsInf"}, Rule::Predicate)
      .Cases({"Add", "Sub", "Mul", "Div", "Pow", "Mod", "Min", "Max", "Sum", "Mean"},
             Rule::Broadcast)
      .Case("PRelu", Rule::Broadcast)
      .Cases({"Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual"}, Rule::Comparison)
      .Cases({"And", "Or", "Xor"}, Rule::Comparison)
      .Case("Where", Rule::Selection)
      .Case("MatMul", Rule::Product)
      .Cases({"ReduceMean", "ReduceSum", "ReduceMax", "ReduceMin", "ReduceProd"}, Rule::Reduction)
      .Cases({"ReduceL1", "ReduceL2", "ReduceSumSquare", "ReduceLogSum", "ReduceLogSumExp"},
             Rule::Reduction)
      .Default(Rule::None);
}

/// All attributes, which cannot matter where there are no elements.
void ignoreAllAttributes(NodeImporter &node) {
  for (const onnx::AttributeProto &attribute : node.getProto().attribute())
    node.ignoreAttributes({attribute.name()});
}

FailureOr<Shape> broadcastAll(NodeImporter &node) {
  Shape shape;
  for (size_t index = 0; index < node.getNumInputs(); ++index) {
    if (failed(node.requireInput(index)))
      return failure();
    const Shape &other = node.getInput(index).shape;
    std::optional<Shape> wider = broadcastShapes(shape, other);
    if (!wider)
      return node.error() << "operands of shape " << formatShape(shape) << " and "
                          << formatShape(other) << " cannot be broadcast";
    shape = *wider;
  }
  return shape;
}

LogicalResult setBroadcast(NodeImporter &node, Type type) {
  FailureOr<Shape> shape = broadcastAll(node);
  if (failed(shape))
    return failure();
  ignoreAllAttributes(node);
  node.setOutput(makeEmpty(type, *shape));
  return success();
}

/// Sums of no products are 0.
LogicalResult setProduct(NodeImporter &node) {
  Shape lhs = node.getInput(0).shape, rhs = node.getInput(1).shape;
  auto misfit = [&] {
    return node.error() << "operands of shape " << formatShape(lhs) << " and " << formatShape(rhs)
                        << " cannot be multiplied";
  };
  if (lhs.empty() || rhs.empty())
    return misfit();
  bool isRow = lhs.size() == 1, isColumn = rhs.size() == 1;
  if (isRow)
    lhs.insert(lhs.begin(), 1);
  if (isColumn)
    rhs.push_back(1);
  std::optional<Shape> shape =
      broadcastShapes(ArrayRef(lhs).drop_back(2), ArrayRef(rhs).drop_back(2));
  if (!shape || lhs.back() != rhs[rhs.size() - 2])
    return misfit();
  if (!isRow)
    shape->push_back(lhs[lhs.size() - 2]);
  if (!isColumn)
    shape->push_back(rhs.back());
  if (failed(node.checkConstantSize(*shape)))
    return failure();
  Shape zeros(*countElements(*shape), 0);
  Type type = getProgramType(getDataType(node.getInput(0)));
  node.setOutput(ImportedValue::ofConstant(fromIntegers(type, *shape, zeros)));
  return success();
}

/// What a reduction gives for no elements of type `type`.
double getNeutralElement(StringRef op, Type type) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  auto limit = [&](bool isLeast) -> double {
    if (isa<FloatType>(type))
      return isLeast ? -infinity : infinity;
    if (type.isInteger(1))
      return isLeast ? 0 : 1;
    // Beyond the range of the type, which the conversion to it goes to the end of.
    unsigned width = type.getIntOrFloatBitWidth();
    if (type.isUnsignedInteger())
      return isLeast ? 0 : std::ldexp(1.0, static_cast<int>(width)) - 1;
    return isLeast ? -std::ldexp(1.0, static_cast<int>(width) - 1)
                   : std::ldexp(1.0, static_cast<int>(width) - 1) - 1;
  };
  return llvm::StringSwitch<double>(op)
      .Case("ReduceProd", 1)
      .Case("ReduceMax", limit(/*isLeast=*/true))
      .Case("ReduceMin", limit(/*isLeast=*/false))
      .Case("ReduceMean", std::numeric_limits<double>::quiet_NaN())
      .Cases({"ReduceLogSum", "ReduceLogSumExp"}, -infinity)
      .Default(0);
}

LogicalResult setReduction(NodeImporter &node) {
  FailureOr<ReducedShape> reduced = readReducedShape(node, node.getInput(0).shape);
  if (failed(reduced))
    return failure();
  const Shape &shape = reduced->result;
  if (failed(node.checkConstantSize(shape)))
    return failure();
  Type type = getProgramType(getDataType(node.getInput(0)));
  SmallVector<double> values(*countElements(shape), getNeutralElement(node.getOpType(), type));
  node.setOutput(ImportedValue::ofConstant(fromDoubles(type, shape, values)));
  return success();
}

LogicalResult importByRule(NodeImporter &node, Rule rule) {
  Type i1 = node.getBuilder().getI1Type(), type = getDataType(node.getInput(0));
  switch (rule) {
  case Rule::SameShape:
  case Rule::Predicate:
    ignoreAllAttributes(node);
    node.setOutput(makeEmpty(rule == Rule::Predicate ? i1 : type, node.getInput(0).shape));
    return success();
  case Rule::Broadcast:
    return setBroadcast(node, type);
  case Rule::Comparison:
    return setBroadcast(node, i1);
  case Rule::Selection:
    return setBroadcast(node, getDataType(node.getInput(1)));
  case Rule::Product:
    return setProduct(node);
  default:
    return setReduction(node);
  }
}

} // namespace

FailureOr<bool> qopt::onnx_import::importEmptyOperands(NodeImporter &node) {
  Rule rule = findRule(node.getOpType());
  if (rule == Rule::None)
    return false;
  // Further operands of the others are parameters: axes, bounds.
  bool hasManyOperands = rule != Rule::SameShape && rule != Rule::Reduction;
  size_t count = hasManyOperands ? node.getNumInputs() : 1;
  bool isAnyEmpty = false;
  for (size_t index = 0; index < count; ++index)
    isAnyEmpty |= node.hasInput(index) && isEmpty(node.getInput(index).shape);
  if (!isAnyEmpty)
    return false;
  if (failed(importByRule(node, rule)))
    return failure();
  return true;
}
