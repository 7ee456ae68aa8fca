#include "GraphExporter.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/Constants.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/TypeSwitch.h"

#include <cmath>

// Elementwise operations and reductions.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_export;

namespace {

/// Operations that ONNX has under another name.
StringRef findName(Operation *op) {
  return llvm::StringSwitch<StringRef>(op->getName().getStringRef())
      .Case("tosa.add", "Add")
      .Case("tosa.sub", "Sub")
      .Case("tosa.mul", "Mul")
      .Case("tosa.intdiv", "Div")
      .Case("tosa.pow", "Pow")
      .Case("tosa.maximum", "Max")
      .Case("tosa.minimum", "Min")
      .Case("tosa.abs", "Abs")
      .Case("tosa.ceil", "Ceil")
      .Case("tosa.floor", "Floor")
      .Case("tosa.negate", "Neg")
      .Case("tosa.exp", "Exp")
      .Case("tosa.log", "Log")
      .Case("tosa.erf", "Erf")
      .Case("tosa.tanh", "Tanh")
      .Case("tosa.sigmoid", "Sigmoid")
      .Case("tosa.equal", "Equal")
      .Case("tosa.greater", "Greater")
      .Case("tosa.greater_equal", "GreaterOrEqual")
      .Case("tosa.logical_and", "And")
      .Case("tosa.logical_or", "Or")
      .Case("tosa.logical_xor", "Xor")
      .Case("tosa.logical_not", "Not")
      .Case("tosa.select", "Where")
      .Default("");
}

StringRef findReduction(Operation *op) {
  return llvm::StringSwitch<StringRef>(op->getName().getStringRef())
      .Case("tosa.reduce_sum", "ReduceSum")
      .Case("tosa.reduce_product", "ReduceProd")
      .Case("tosa.reduce_max", "ReduceMax")
      .Case("tosa.reduce_min", "ReduceMin")
      .Default("");
}

/// The operands that carry data: not the shift of a product, not zero points.
unsigned countOperands(Operation *op) {
  return isa<tosa::MulOp>(op) ? 2 : isa<tosa::NegateOp>(op) ? 1 : op->getNumOperands();
}

void exportReduction(GraphExporter &exporter, Operation *op, StringRef opType) {
  Layout layout = exporter.chooseLayout(op);
  int64_t axis = op->getAttrOfType<IntegerAttr>("axis").getInt();
  std::string axes = exporter.getWriter().addList("axes", arrangeAxis(axis, layout));
  std::string input = exporter.get(op->getOperand(0), layout);
  setAttribute(exporter.addNode(opType, {input, axes}, op, layout), "keepdims", 1);
}

LogicalResult exportClamp(GraphExporter &exporter, tosa::ClampOp op) {
  auto min = dyn_cast<FloatAttr>(op.getMinVal()), max = dyn_cast<FloatAttr>(op.getMaxVal());
  if (!min || !max)
    return op->emitOpError("clamps integers, for which ONNX has no form here");
  Layout layout = exporter.chooseLayout(op);
  OnnxWriter &writer = exporter.getWriter();
  std::string input = exporter.get(op.getInput(), layout);
  double low = min.getValueAsDouble(), high = max.getValueAsDouble();
  if (low == 0 && std::isinf(high)) {
    exporter.addNode("Relu", {input}, op, layout);
    return success();
  }
  auto bound = [&](double value) {
    return std::isinf(value) ? std::string()
                             : writer.addFloats("bound", {}, static_cast<float>(value));
  };
  std::string lowName = bound(low);
  exporter.addNode("Clip", {input, lowName, bound(high)}, op, layout);
  return success();
}

/// ONNX has no rsqrt; the importer writes a square root as its inverse.
void exportReciprocal(GraphExporter &exporter, Operation *op) {
  Layout layout = exporter.chooseLayout(op);
  Value input = op->getOperand(0);
  if (auto rsqrt = input.getDefiningOp<tosa::RsqrtOp>())
    exporter.addNode("Sqrt", {exporter.get(rsqrt.getInput1(), layout)}, op, layout);
  else
    exporter.addNode("Reciprocal", {exporter.get(input, layout)}, op, layout);
}

void exportRsqrt(GraphExporter &exporter, tosa::RsqrtOp op) {
  Layout layout = exporter.chooseLayout(op);
  std::string root = exporter.getWriter()
                         .addNode("Sqrt", {exporter.get(op.getInput1(), layout)}, op.getLoc())
                         .output(0);
  exporter.addNode("Reciprocal", {root}, op, layout);
}

/// exp(x - max(x)) / sum(exp(x - max(x))), as the importer writes a softmax.
bool exportSoftmax(GraphExporter &exporter, Operation *op) {
  auto reciprocal = op->getOperand(1).getDefiningOp<tosa::ReciprocalOp>();
  auto exp = op->getOperand(0).getDefiningOp<tosa::ExpOp>();
  auto sum =
      reciprocal ? reciprocal.getInput1().getDefiningOp<tosa::ReduceSumOp>() : tosa::ReduceSumOp();
  auto sub = exp ? exp.getInput1().getDefiningOp<tosa::SubOp>() : tosa::SubOp();
  if (!sum || !sub || sum.getInput() != exp.getOutput())
    return false;
  auto max = sub->getOperand(1).getDefiningOp<tosa::ReduceMaxOp>();
  if (!max || max.getInput() != sub->getOperand(0) || max.getAxis() != sum.getAxis())
    return false;
  Layout layout = exporter.chooseLayout(op);
  onnx::NodeProto &node =
      exporter.addNode("Softmax", {exporter.get(max.getInput(), layout)}, op, layout);
  setAttribute(node, "axis", arrangeAxis(sum.getAxis(), layout));
  return true;
}

void exportArgMax(GraphExporter &exporter, tosa::ArgMaxOp op) {
  OnnxWriter &writer = exporter.getWriter();
  onnx::NodeProto &node = writer.addNode("ArgMax", {exporter.get(op.getInput())}, op.getLoc());
  setAttribute(node, "axis", static_cast<int64_t>(op.getAxis()));
  setAttribute(node, "keepdims", int64_t(0));
  std::string wide = node.output(0);
  // ONNX counts in 64 bits, and so do most readers.
  for (Operation *user : op->getUsers())
    if (isa<tosa::CastOp>(user) && getElementTypeOrSelf(user->getResult(0).getType()).isInteger(64))
      exporter.set(user->getResult(0), Layout::Own, wide);
  setAttribute(exporter.addNode("Cast", {wide}, op), "to",
               getDataType(IntegerType::get(op.getContext(), 32)));
}

/// The float that the importer truncates before a cast: floor above 0, ceil below.
Value skipTruncation(Value value) {
  auto select = value.getDefiningOp<tosa::SelectOp>();
  if (!select)
    return Value();
  auto ceil = select->getOperand(1).getDefiningOp<tosa::CeilOp>();
  auto floor = select->getOperand(2).getDefiningOp<tosa::FloorOp>();
  return ceil && floor && ceil->getOperand(0) == floor->getOperand(0) ? floor->getOperand(0)
                                                                      : Value();
}

/// TOSA rounds floats to the nearest integer and saturates; ONNX truncates, and
/// leaves open what is out of range.
void exportCast(GraphExporter &exporter, tosa::CastOp op) {
  if (exporter.has(op.getOutput(), Layout::Own)) // An ArgMax.
    return;
  if (exportStoredIntegers(exporter, op))
    return;
  Layout layout = exporter.chooseLayout(op);
  OnnxWriter &writer = exporter.getWriter();
  Value input = op.getInput();
  Type from = getElementTypeOrSelf(input.getType()),
       to = getElementTypeOrSelf(op.getOutput().getType());
  std::string value;
  if (!from.isF32() || !isa<IntegerType>(to) || to.isInteger(1)) {
    value = exporter.get(input, layout);
  } else if (Value whole = skipTruncation(input)) {
    value = exporter.get(whole, layout);
  } else {
    value = writer.addNode("Round", {exporter.get(input, layout)}, op.getLoc()).output(0);
    unsigned width = to.getIntOrFloatBitWidth();
    if (width <= 16) {
      bool isSigned = !to.isUnsignedInteger();
      float low = isSigned ? -std::ldexp(1.0f, width - 1) : 0.0f;
      float high = std::ldexp(1.0f, isSigned ? width - 1 : width) - 1.0f;
      std::string lowName = writer.addFloats("bound", {}, low);
      value =
          writer.addNode("Clip", {value, lowName, writer.addFloats("bound", {}, high)}, op.getLoc())
              .output(0);
    }
  }
  setAttribute(exporter.addNode("Cast", {value}, op, layout), "to", getDataType(to));
}

} // namespace

FailureOr<bool> qopt::onnx_export::exportPointwise(GraphExporter &exporter, Operation *op) {
  if (isa<tosa::MulOp>(op) && exportSoftmax(exporter, op))
    return true;
  if (StringRef opType = findName(op); !opType.empty()) {
    Layout layout = exporter.chooseLayout(op);
    SmallVector<std::string> operands;
    for (Value operand : op->getOperands().take_front(countOperands(op)))
      operands.push_back(exporter.get(operand, layout));
    exporter.addNode(opType, operands, op, layout);
    return true;
  }
  if (StringRef opType = findReduction(op); !opType.empty()) {
    exportReduction(exporter, op, opType);
    return true;
  }
  if (auto clamp = dyn_cast<tosa::ClampOp>(op)) {
    if (failed(exportClamp(exporter, clamp)))
      return failure();
    return true;
  }
  if (isa<tosa::ReciprocalOp>(op))
    exportReciprocal(exporter, op);
  else if (auto rsqrt = dyn_cast<tosa::RsqrtOp>(op))
    exportRsqrt(exporter, rsqrt);
  else if (auto argMax = dyn_cast<tosa::ArgMaxOp>(op))
    exportArgMax(exporter, argMax);
  else if (auto cast = dyn_cast<tosa::CastOp>(op))
    exportCast(exporter, cast);
  else
    return false;
  return true;
}
