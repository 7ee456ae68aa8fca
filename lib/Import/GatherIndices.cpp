#include "GatherIndices.h"

#include "TensorElements.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

Value qopt::onnx_import::emitIndices(NodeImporter &node, size_t index, int64_t size) {
  ImportBuilder &b = node.getBuilder();
  ImportedValue &indices = node.getInput(index);
  Type type = indices.getElementType();
  if (indices.isQuantized || (!type.isInteger(32) && !type.isInteger(64)))
    return node.error() << "its indices have type " << indices.describeType()
                        << "; int32 or int64 expected",
           nullptr;
  Value value = b.materializeOriginal(indices);
  Value fromEnd = b.binary<tosa::AddOp>(value, b.createScalarLike(size, value));
  Value isNegative = b.compare<tosa::GreaterOp>(b.createScalarLike(0, value), value);
  return b.select(isNegative, fromEnd, value);
}

Shape qopt::onnx_import::findOffsets(ArrayRef<int64_t> shape, ArrayRef<int64_t> indices,
                                     int64_t dim) {
  Shape strides = computeStrides(shape), own = computeStrides(indices), offsets;
  for (int64_t i = 0, count = *countElements(indices); i < count; ++i) {
    int64_t offset = 0;
    for (size_t d = 0; d < own.size(); ++d)
      if (static_cast<int64_t>(d) != dim)
        offset += i / own[d] % indices[d] * strides[d];
    offsets.push_back(offset);
  }
  return offsets;
}

Value qopt::onnx_import::emitPositions(ImportBuilder &b, ArrayRef<int64_t> offsets, Value indices,
                                       int64_t stride) {
  auto count = static_cast<int64_t>(offsets.size());
  Value positions =
      b.createIndices({1, count}, SmallVector<int32_t>(offsets.begin(), offsets.end()));
  if (!indices)
    return positions;
  indices = b.castTo(b.reshape(indices, {1, count}), b.getI32Type());
  return b.binary<tosa::AddOp>(
      b.mul(indices, b.createScalarLike(static_cast<double>(stride), indices)), positions);
}

FailureOr<SmallVector<int32_t>> qopt::onnx_import::readRows(NodeImporter &node,
                                                            const RowGather &gather) {
  std::optional<Shape> positions = toIntegers(*node.getInput(1).constant);
  if (!positions)
    return node.error() << "its indices have type " << node.getInput(1).describeType()
                        << "; integers expected";
  size_t depth = gather.indexed.size();
  auto perTable = static_cast<int64_t>(positions->size() / depth) / gather.outer;
  SmallVector<int32_t> rows;
  for (size_t i = 0; i < positions->size(); i += depth) {
    int64_t row = static_cast<int64_t>(i / depth) / perTable;
    for (auto [size, position] :
         llvm::zip_equal(gather.indexed, ArrayRef(*positions).slice(i, depth))) {
      if (position < -size || position >= size)
        return node.error() << "index " << position << " is out of range for size " << size;
      row = row * size + (position < 0 ? position + size : position);
    }
    rows.push_back(static_cast<int32_t>(row));
  }
  return rows;
}

Value qopt::onnx_import::emitRows(NodeImporter &node, const RowGather &gather) {
  ImportBuilder &b = node.getBuilder();
  auto depth = static_cast<int64_t>(gather.indexed.size());
  int64_t count = *countElements(node.getInput(1).shape) / depth;
  SmallVector<int32_t> tables;
  for (int64_t i = 0; i < count; ++i)
    tables.push_back(static_cast<int32_t>(i / (count / gather.outer)));
  Value rows = b.createIndices({1, count}, tables);
  for (auto [place, size] : llvm::enumerate(gather.indexed)) {
    Value indices = emitIndices(node, 1, size);
    if (!indices)
      return Value();
    Value column =
        b.slice(b.reshape(indices, {count, depth}), {0, static_cast<int64_t>(place)}, {count, 1});
    column = b.castTo(b.reshape(column, {1, count}), b.getI32Type());
    rows = b.binary<tosa::AddOp>(b.mul(rows, b.createScalarLike(static_cast<double>(size), rows)),
                                 column);
  }
  return rows;
}
