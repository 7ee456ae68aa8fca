#include "Ops.h"
#include "TensorElements.h"

#include "llvm/ADT/Sequence.h"

#include <cstring>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// ScatterND at known places: rows of `inner` elements that take another value.
struct Scatter {
  ImportedValue *data, *updates;
  int64_t inner;
  SmallVector<int64_t> rows;
};

/// The rows that the indices (…x depth) name.
LogicalResult readRows(NodeImporter &node, Scatter &scatter) {
  const ImportedValue &indices = node.getInput(1);
  if (!indices.isConstant() || indices.isQuantized)
    return node.error() << "its indices are computed by the model; only constants are supported";
  std::optional<Shape> positions = toIntegers(*indices.constant);
  int64_t depth = indices.rank() == 0 ? 0 : indices.shape.back();
  ArrayRef<int64_t> shape = scatter.data->shape;
  if (!positions || depth < 1 || depth > static_cast<int64_t>(shape.size()))
    return node.error() << "indices of type " << indices.describeType() << " and shape "
                        << formatShape(indices.shape) << " do not fit an operand of shape "
                        << formatShape(shape);
  Shape expected(ArrayRef(indices.shape).drop_back());
  llvm::append_range(expected, shape.drop_front(depth));
  if (scatter.updates->shape != expected)
    return node.error() << "updates of shape " << formatShape(scatter.updates->shape)
                        << " do not fit; " << formatShape(expected) << " expected";
  scatter.inner = *countElements(shape.drop_front(depth));
  for (size_t i = 0; i < positions->size(); i += depth) {
    int64_t row = 0;
    for (auto [size, position] :
         llvm::zip_equal(shape.take_front(depth), ArrayRef(*positions).slice(i, depth))) {
      if (position < -size || position >= size)
        return node.error() << "index " << position << " is out of range for size " << size;
      row = row * size + (position < 0 ? position + size : position);
    }
    scatter.rows.push_back(row);
  }
  return success();
}

ImportedValue foldScatter(const Scatter &scatter) {
  auto tensor = std::make_shared<Tensor>(*scatter.data->constant);
  size_t bytes = scatter.inner * Tensor::elementBytes(scatter.data->getElementType());
  for (auto [index, row] : llvm::enumerate(scatter.rows))
    std::memcpy(tensor->data() + row * bytes, scatter.updates->constant->data() + index * bytes,
                bytes);
  ImportedValue result = ImportedValue::ofConstant(std::move(tensor));
  result.shape = scatter.data->shape;
  return result;
}

} // namespace

/// Each row of the result is a row of the operand or of the updates.
LogicalResult qopt::onnx_import::importScatterND(NodeImporter &node) {
  ImportBuilder &b = node.getBuilder();
  Scatter scatter;
  scatter.data = node.getDataInput(0);
  scatter.updates = node.getDataInput(2);
  FailureOr<StringRef> reduction = node.getString("reduction", "none");
  if (!scatter.data || !scatter.updates || failed(reduction))
    return failure();
  if (*reduction != "none")
    return node.error() << "attribute 'reduction' has the value '" << *reduction
                        << "', which is not supported";
  if (scatter.data->getElementType() != scatter.updates->getElementType())
    return node.error() << "its operands have the types " << scatter.data->describeType() << " and "
                        << scatter.updates->describeType() << "; the same type expected";
  if (failed(readRows(node, scatter)))
    return failure();
  if (scatter.data->isConstant() && scatter.updates->isConstant()) {
    node.setOutput(foldScatter(scatter));
    return success();
  }
  Shape shape = scatter.data->shape;
  int64_t count = *countElements(shape) / scatter.inner;
  auto updated = static_cast<int64_t>(scatter.rows.size());
  if (failed(node.checkShape({count + updated, scatter.inner})) ||
      failed(node.checkConstantSize({count})))
    return failure();
  auto sources = llvm::to_vector(llvm::seq<int32_t>(0, static_cast<int32_t>(count)));
  for (auto [index, row] : llvm::enumerate(scatter.rows))
    sources[row] = static_cast<int32_t>(count + index);
  auto asRows = [&](ImportedValue &value, int64_t rows) {
    return b.reshape(b.materializeOriginal(value), {1, rows, scatter.inner});
  };
  Value all = b.concat({asRows(*scatter.data, count), asRows(*scatter.updates, updated)}, 1);
  node.setOutput(
      ImportedValue::computed(b.gatherRows(all, sources), shape, identityOrder(shape.size())));
  return success();
}
