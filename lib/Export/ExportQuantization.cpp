#include "GraphExporter.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_export;

namespace {

/// True if `value` is a constant of nothing but `expected`.
bool isConstant(Value value, float expected) {
  FailureOr<SmallVector<float>> values = readFloatConstant(value);
  return succeeded(values) && llvm::all_of(*values, [=](float v) { return v == expected; });
}

/// The integers of a grid that the importer dequantizes: (f32(q) - zero_point) *
/// scale. Null if `value` is something else.
Value findIntegers(Value value, const GridParameters &grid) {
  auto mul = value.getDefiningOp<tosa::MulOp>();
  if (!mul || grid.axis || !isConstant(mul->getOperand(1), grid.scales[0]))
    return Value();
  value = mul->getOperand(0);
  auto sub = value.getDefiningOp<tosa::SubOp>();
  if (!sub || !isConstant(sub->getOperand(1), static_cast<float>(grid.zeroPoints[0])))
    return Value();
  auto cast = sub->getOperand(0).getDefiningOp<tosa::CastOp>();
  if (!cast)
    return Value();
  auto type = dyn_cast<IntegerType>(getElementTypeOrSelf(cast.getInput().getType()));
  return type && type.getWidth() == grid.type.getWidth() && type.isUnsigned() != grid.isSigned
             ? cast.getInput()
             : Value();
}

/// QuantizeLinear and DequantizeLinear. ONNX uses all integers of a type: where
/// the grid does not, what is past its ends is clipped first.
void exportFakeQuant(GraphExporter &exporter, calib::FakeQuantOp op) {
  OnnxWriter &writer = exporter.getWriter();
  Layout layout = exporter.chooseLayout(op);
  GridParameters grid(cast<quant::QuantizedType>(op.getGrid()));
  if (grid.axis)
    grid.axis = arrangeAxis(*grid.axis, layout);
  StringRef hint = getName(op.getLoc());
  if (Value integers = findIntegers(op.getInput(), grid)) {
    Layout own = exporter.has(integers, layout) ? layout : Layout::Own;
    std::string value = exporter.get(integers, own);
    auto [scale, zeroPoint] = grid.write(writer, hint);
    exporter.addNode("DequantizeLinear", {value, scale, zeroPoint}, op, own);
    exporter.setStored(op.getResult(), own, value);
    return;
  }
  std::string value = exporter.get(op.getInput(), layout);
  if (!grid.isFullRange() && !grid.axis) {
    auto bound = [&](int64_t q) {
      return writer.addFloats("bound", {},
                              static_cast<float>(q - grid.zeroPoints[0]) * grid.scales[0]);
    };
    value =
        writer.addNode("Clip", {value, bound(grid.min), bound(grid.max)}, op.getLoc()).output(0);
  }
  auto [scale, zeroPoint] = grid.write(writer, hint);
  onnx::NodeProto &quantize =
      writer.addNode("QuantizeLinear", {value, scale, zeroPoint}, op.getLoc());
  value = quantize.output(0);
  exporter.setStored(op.getResult(), layout, value);
  if (grid.axis)
    setAttribute(quantize, "axis", *grid.axis);
  onnx::NodeProto &dequantize =
      exporter.addNode("DequantizeLinear", {value, scale, zeroPoint}, op, layout);
  if (grid.axis)
    setAttribute(dequantize, "axis", *grid.axis);
}

} // namespace

bool qopt::onnx_export::exportStoredIntegers(GraphExporter &exporter, tosa::CastOp op) {
  auto add = op.getInput().getDefiningOp<tosa::AddOp>();
  auto mul = add ? add->getOperand(0).getDefiningOp<tosa::MulOp>() : tosa::MulOp();
  auto fakeQuant =
      mul ? mul->getOperand(0).getDefiningOp<calib::FakeQuantOp>() : calib::FakeQuantOp();
  if (!fakeQuant)
    return false;
  GridParameters grid(cast<quant::QuantizedType>(fakeQuant.getGrid()));
  auto type = dyn_cast<IntegerType>(getElementTypeOrSelf(op.getOutput().getType()));
  if (grid.axis || !type || type.getWidth() != grid.type.getWidth() ||
      type.isUnsigned() == grid.isSigned ||
      !isConstant(mul->getOperand(1), 1.0f / grid.scales[0]) ||
      !isConstant(add->getOperand(1), static_cast<float>(grid.zeroPoints[0])))
    return false;
  for (Layout layout : {Layout::Image, Layout::Own}) {
    std::string name = exporter.getStored(fakeQuant.getResult(), layout);
    if (name.empty())
      continue;
    exporter.set(op.getOutput(), layout, name);
    return true;
  }
  return false;
}

FailureOr<bool> qopt::onnx_export::exportQuantization(GraphExporter &exporter, Operation *op) {
  auto fakeQuant = dyn_cast<calib::FakeQuantOp>(op);
  if (!fakeQuant) {
    if (isa<calib::ObserveOp, calib::AnnotateOp>(op))
      return op->emitOpError("has no grid yet; calibrate the program and run qopt-fake-quantize "
                             "before it is exported");
    return false;
  }
  // Constants are written where they are read, in the order that is wanted.
  if (findConstant(fakeQuant.getResult()))
    return true;
  GridParameters grid(cast<quant::QuantizedType>(fakeQuant.getGrid()));
  if (!llvm::is_contained({4u, 8u, 16u}, grid.type.getWidth()))
    return op->emitOpError("is on a grid of ")
           << grid.type.getWidth() << " bits, which ONNX does not have";
  if (!grid.isFullRange() && grid.axis)
    return op->emitOpError(
        "is on a grid per axis that leaves out integers of its type, which ONNX does not have");
  exportFakeQuant(exporter, fakeQuant);
  return true;
}
