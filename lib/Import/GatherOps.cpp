#include "EmptyOps.h"
#include "GatherIndices.h"
#include "Ops.h"
#include "Quantization.h"
#include "TensorElements.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

// Operators that read elements by index.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// The slices `indices`, computed and of any shape, of dimension `axis`.
Value emitSelection(ImportBuilder &b, Value value, int64_t axis, Value indices) {
  Shape shape(getShape(value));
  int64_t outer = *countElements(ArrayRef(shape).take_front(axis));
  int64_t inner = *countElements(ArrayRef(shape).drop_front(axis + 1));
  int64_t count = *countElements(getShape(indices));
  Value rows = b.reshape(value, {outer, shape[axis], inner});
  Value all = b.tile(b.reshape(indices, {1, count}), {outer, 1});
  Value result = tosa::GatherOp::create(b, getTypeLike(rows, {outer, count, inner}), rows, all);
  shape[axis] = count;
  return b.reshape(result, shape);
}

/// The elements at the row-major positions `offsets` plus, where there are
/// computed indices, `stride` times those.
Value emitElements(ImportBuilder &b, Value value, ArrayRef<int64_t> offsets, Value indices,
                   int64_t stride) {
  int64_t total = *countElements(getShape(value));
  auto count = static_cast<int64_t>(offsets.size());
  Value positions = emitPositions(b, offsets, indices, stride);
  Value elements = b.reshape(value, {1, total, 1});
  return tosa::GatherOp::create(b, getTypeLike(elements, {1, count, 1}), elements, positions);
}

} // namespace

Value qopt::onnx_import::emitGatherElements(ImportBuilder &b, Value value, Value indices,
                                            int64_t dim) {
  Shape shape(getShape(indices));
  Shape offsets = findOffsets(getShape(value), shape, dim);
  int64_t stride = computeStrides(getShape(value))[dim];
  return b.reshape(emitElements(b, value, offsets, indices, stride), shape);
}

/// One index, or a run of consecutive ones, is a slice; others are `tosa.gather`.
LogicalResult qopt::onnx_import::importGather(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue &operand = node.getInput(0);
  bool staysOnGrid = isOnGrid(operand);
  ImportedValue *input = staysOnGrid ? &operand : node.getDataInput(0);
  FailureOr<int64_t> axis = node.getInteger("axis", 0);
  if (!input || failed(axis))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();
  const ImportedValue &indices = node.getInput(1);
  Shape shape(ArrayRef(input->shape).take_front(*dim)), flat = input->shape;
  llvm::append_range(shape, indices.shape);
  llvm::append_range(shape, ArrayRef(input->shape).drop_front(*dim + 1));
  if (setEmptyOutput(node, *input, shape))
    return success();
  if (failed(node.checkShape(shape)))
    return failure();
  flat[*dim] = *countElements(indices.shape);

  Form form = b.getRegularForm(*input, node.prefersChannelsLast());
  int64_t position = invert(form.order)[*dim];
  if (indices.isConstant()) {
    FailureOr<Shape> constant = node.getIndices(1, input->shape[*dim], *dim);
    if (failed(constant))
      return failure();
    form.value = b.take(form.value, position, *constant);
  } else {
    Value computed = emitIndices(node, 1, input->shape[*dim]);
    if (!computed)
      return failure();
    form.value = emitSelection(b, form.value, position, computed);
  }
  ImportedValue result = ImportedValue::computed(form.value, flat, form.order);
  result = *result.reshaped(shape);
  if (staysOnGrid) {
    result.isQuantized = true;
    result.grid = operand.grid;
  }
  node.setOutput(std::move(result));
  return success();
}

LogicalResult qopt::onnx_import::importGatherElements(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getDataInput(0);
  FailureOr<int64_t> axis = node.getInteger("axis", 0);
  if (!input || failed(axis))
    return failure();
  FailureOr<int64_t> dim = node.normalizeAxis(*axis, input->rank());
  if (failed(dim))
    return failure();
  const ImportedValue &indices = node.getInput(1);
  if (indices.rank() != input->rank())
    return node.error() << "indices of shape " << formatShape(indices.shape)
                        << " do not fit an operand of shape " << formatShape(input->shape);
  for (auto [d, pair] : llvm::enumerate(llvm::zip_equal(indices.shape, input->shape)))
    if (static_cast<int64_t>(d) != *dim && std::get<0>(pair) > std::get<1>(pair))
      return node.error() << "indices of shape " << formatShape(indices.shape)
                          << " do not fit an operand of shape " << formatShape(input->shape);
  if (setEmptyOutput(node, *input, indices.shape))
    return success();
  if (failed(node.checkShape(indices.shape)) || failed(node.checkConstantSize(indices.shape)))
    return failure();

  Value data = b.materializeOriginal(*input), value;
  if (indices.isConstant()) {
    FailureOr<Shape> constant = node.getIndices(1, input->shape[*dim], *dim);
    if (failed(constant))
      return failure();
    Shape offsets = findOffsets(input->shape, indices.shape, *dim);
    int64_t stride = computeStrides(input->shape)[*dim];
    for (auto [offset, index] : llvm::zip_equal(offsets, *constant))
      offset += index * stride;
    value = emitElements(b, data, offsets, Value(), stride);
  } else {
    Value computed = emitIndices(node, 1, input->shape[*dim]);
    if (!computed)
      return failure();
    value = emitGatherElements(b, data, computed, *dim);
  }
  ImportedValue result =
      ImportedValue::computed(value, indices.shape, identityOrder(indices.rank()));
  node.setOutput(std::move(result));
  return success();
}

LogicalResult qopt::onnx_import::importGatherND(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue *input = node.getDataInput(0);
  const ImportedValue &indices = node.getInput(1);
  FailureOr<int64_t> batchDims = node.getInteger("batch_dims", 0);
  if (!input || failed(batchDims))
    return failure();
  int64_t rank = static_cast<int64_t>(input->rank());
  int64_t depth = indices.rank() == 0 ? 0 : indices.shape.back();
  if (*batchDims < 0 || indices.rank() == 0 || *batchDims >= static_cast<int64_t>(indices.rank()) ||
      depth < 1 || *batchDims + depth > rank ||
      ArrayRef(indices.shape).take_front(*batchDims) !=
          ArrayRef(input->shape).take_front(*batchDims))
    return node.error() << "indices of shape " << formatShape(indices.shape)
                        << " do not fit an operand of shape " << formatShape(input->shape);
  ArrayRef<int64_t> rest = ArrayRef(input->shape).drop_front(*batchDims + depth);
  RowGather gather{*countElements(ArrayRef(input->shape).take_front(*batchDims)),
                   ArrayRef(input->shape).slice(*batchDims, depth)};
  int64_t inner = *countElements(rest);
  Shape shape(ArrayRef(indices.shape).drop_back());
  llvm::append_range(shape, rest);
  if (setEmptyOutput(node, *input, shape))
    return success();
  if (failed(node.checkShape(shape)))
    return failure();
  Value table =
      b.reshape(b.materializeOriginal(*input), {1, *countElements(input->shape) / inner, inner});
  Value value;
  if (indices.isConstant()) {
    FailureOr<SmallVector<int32_t>> rows = readRows(node, gather);
    if (failed(rows))
      return failure();
    value = b.gatherRows(table, *rows);
  } else {
    Value rows = emitRows(node, gather);
    if (!rows)
      return failure();
    Shape taken{1, getShape(rows)[1], inner};
    value = tosa::GatherOp::create(b, getTypeLike(table, taken), table, rows);
  }
  node.setOutput(ImportedValue::computed(value, shape, identityOrder(shape.size())));
  return success();
}
