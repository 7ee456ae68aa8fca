#include "Ops.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// exp(x - max) / sum(exp(x - max)) over dimension `dim`, or its logarithm.
Value emitSoftmax(ImportBuilder &b, Value value, int64_t dim, bool isLog) {
  Value max = b.reduce<tosa::ReduceMaxOp>(value, dim);
  Value shifted = b.binary<tosa::SubOp>(value, max);
  Value exp = b.unary<tosa::ExpOp>(shifted);
  Value sum = b.reduce<tosa::ReduceSumOp>(exp, dim);
  return isLog ? b.binary<tosa::SubOp>(shifted, b.unary<tosa::LogOp>(sum))
               : b.mul(exp, b.unary<tosa::ReciprocalOp>(sum));
}

} // namespace

LogicalResult qopt::onnx_import::importSoftmax(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  bool isFlattened = node.getOpset() < 13;
  FailureOr<int64_t> axis = node.getInteger("axis", isFlattened ? 1 : -1);
  if (!input || failed(axis))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();

  Shape shape = input->shape;
  // Before opset 13 all dimensions from `axis` on were one.
  ImportedValue operand = *input;
  if (isFlattened) {
    int64_t outer = *countElements(ArrayRef(shape).take_front(*dim));
    operand = *input->reshaped({outer, *countElements(shape) / outer});
    dim = 1;
  }
  Form form = b.getRegularForm(operand, !isFlattened && node.prefersChannelsLast());
  Value value =
      emitSoftmax(b, form.value, invert(form.order)[*dim], node.getOpType() == "LogSoftmax");
  node.setOutput(*ImportedValue::computed(value, operand.shape, form.order).reshaped(shape));
  return success();
}

namespace {

/// The dimensions to reduce; the axes moved from attribute to operand in opset
/// 13 (ReduceSum) and 18 (the others).
FailureOr<Shape> readReducedAxes(NodeImporter &node, size_t rank) {
  FailureOr<int64_t> noop = node.getInteger("noop_with_empty_axes", 0);
  bool isOperand = node.getOpset() >= (node.getOpType() == "ReduceSum" ? 13 : 18);
  FailureOr<Shape> given = !isOperand         ? node.getIntegerList("axes", {})
                           : node.hasInput(1) ? node.getIntegers(1, "the list of axes")
                                              : Shape();
  if (failed(given) || failed(noop))
    return failure();
  FailureOr<Shape> axes = node.normalizeAxes(*given, rank);
  if (succeeded(axes) && axes->empty() && *noop == 0)
    return identityOrder(rank);
  return axes;
}

Value emitReduction(NodeImporter &node, Value value, ArrayRef<int64_t> dims) {
  ImportBuilder &b = node.getBuilder();
  double count = 1;
  for (int64_t dim : dims) {
    count *= getShape(value)[dim];
    value = node.getOpType() == "ReduceMax" ? b.reduce<tosa::ReduceMaxOp>(value, dim)
                                            : b.reduce<tosa::ReduceSumOp>(value, dim);
  }
  if (node.getOpType() != "ReduceMean" || count == 1)
    return value;
  return b.mul(value, b.createScalar(static_cast<float>(1.0 / count), getShape(value).size()));
}

} // namespace

LogicalResult qopt::onnx_import::importReduce(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getFloatInput(0);
  FailureOr<int64_t> keepDims = node.getInteger("keepdims", 1);
  if (!input || failed(keepDims))
    return failure();
  FailureOr<Shape> axes = readReducedAxes(node, input->rank());
  if (failed(axes))
    return failure();
  Shape kept = input->shape, dropped;
  for (auto [dim, size] : llvm::enumerate(kept)) {
    if (llvm::is_contained(*axes, static_cast<int64_t>(dim)))
      size = 1;
    else
      dropped.push_back(size);
  }

  ImportedValue result;
  llvm::sort(*axes);
  if (node.getOpType() == "ReduceMean" && input->rank() == 4 && *axes == Shape{2, 3}) {
    result = emitGlobalPool(b, *input, /*isMax=*/false);
  } else {
    Form form = b.getRegularForm(*input, node.prefersChannelsLast());
    Value value = emitReduction(node, form.value, permute(invert(form.order), *axes));
    result = ImportedValue::computed(value, kept, form.order);
  }
  node.setOutput(*result.reshaped(*keepDims ? kept : dropped));
  return success();
}
