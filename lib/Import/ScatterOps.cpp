#include "EmptyOps.h"
#include "GatherIndices.h"
#include "Ops.h"
#include "TensorElements.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/StringSwitch.h"

#include <cstring>
#include <limits>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

enum class Reduction { None, Add, Mul, Min, Max };

/// ScatterND and ScatterElements: rows of `inner` elements of the operand that become,
/// or are combined with, those of the updates.
struct Scatter {
  ImportedValue *data = nullptr, *updates = nullptr;
  Reduction reduction = Reduction::None;
  int64_t inner = 1;
  /// The row of each row of the updates, where known.
  SmallVector<int64_t> rows;
  /// The same, computed (i32, 1 x count).
  Value computedRows;

  int64_t countRows() const { return *countElements(data->shape) / inner; }
  int64_t countUpdates() const { return *countElements(updates->shape) / inner; }
};

FailureOr<Scatter> readScatter(NodeImporter &node) {
  Scatter scatter;
  FailureOr<StringRef> name = node.getString("reduction", "none");
  if (failed(name))
    return failure();
  auto reduction = llvm::StringSwitch<std::optional<Reduction>>(*name)
                       .Case("none", Reduction::None)
                       .Case("add", Reduction::Add)
                       .Case("mul", Reduction::Mul)
                       .Case("min", Reduction::Min)
                       .Case("max", Reduction::Max)
                       .Default(std::nullopt);
  if (!reduction)
    return node.error() << "attribute 'reduction' has the value '" << *name
                        << "', which is not supported";
  scatter.reduction = *reduction;
  scatter.data = node.getDataInput(0);
  scatter.updates = scatter.data ? node.getDataInput(2) : nullptr;
  if (!scatter.updates)
    return failure();
  Type type = scatter.data->getElementType();
  if (type != scatter.updates->getElementType())
    return node.error() << "its operands have the types " << scatter.data->describeType() << " and "
                        << scatter.updates->describeType() << "; the same type expected";
  if (type.isInteger(1) && scatter.reduction != Reduction::None)
    return node.error() << "operand 0 has type bool; numbers expected";
  return scatter;
}

/// The rows of a ScatterND: the indices (… x depth) name one each.
LogicalResult readRows(NodeImporter &node, Scatter &scatter) {
  const ImportedValue &indices = node.getInput(1);
  int64_t depth = indices.rank() == 0 ? 0 : indices.shape.back();
  ArrayRef<int64_t> shape = scatter.data->shape;
  if (depth < 1 || depth > static_cast<int64_t>(shape.size()))
    return node.error() << "indices of type " << indices.describeType() << " and shape "
                        << formatShape(indices.shape) << " do not fit an operand of shape "
                        << formatShape(shape);
  Shape expected(ArrayRef(indices.shape).drop_back());
  llvm::append_range(expected, shape.drop_front(depth));
  if (scatter.updates->shape != expected)
    return node.error() << "updates of shape " << formatShape(scatter.updates->shape)
                        << " do not fit; " << formatShape(expected) << " expected";
  scatter.inner = *countElements(shape.drop_front(depth));
  RowGather gather{1, shape.take_front(depth)};
  if (!indices.isConstant()) {
    scatter.computedRows = emitRows(node, gather);
    return success(static_cast<bool>(scatter.computedRows));
  }
  FailureOr<SmallVector<int32_t>> rows = readRows(node, gather);
  if (succeeded(rows))
    scatter.rows.assign(rows->begin(), rows->end());
  return rows;
}

/// The rows of a ScatterElements, which are elements.
LogicalResult readElements(NodeImporter &node, Scatter &scatter) {
  const ImportedValue &indices = node.getInput(1);
  ArrayRef<int64_t> shape = scatter.data->shape;
  FailureOr<int64_t> dim = node.getAxis(0, shape.size());
  if (failed(dim))
    return failure();
  bool fits = indices.rank() == shape.size() && indices.shape == scatter.updates->shape;
  for (size_t d = 0; fits && d < shape.size(); ++d)
    fits = static_cast<int64_t>(d) == *dim || indices.shape[d] <= shape[d];
  if (!fits)
    return node.error() << "indices of shape " << formatShape(indices.shape) << " and updates of "
                        << "shape " << formatShape(scatter.updates->shape)
                        << " do not fit an operand of shape " << formatShape(shape);
  if (failed(node.checkConstantSize(indices.shape)))
    return failure();
  int64_t stride = computeStrides(shape)[*dim];
  scatter.rows = findOffsets(shape, indices.shape, *dim);
  if (!indices.isConstant()) {
    Value computed = emitIndices(node, 1, shape[*dim]);
    if (!computed)
      return failure();
    scatter.computedRows = emitPositions(node.getBuilder(), scatter.rows, computed, stride);
    return success();
  }
  FailureOr<Shape> constant = node.getIndices(1, shape[*dim], *dim);
  if (failed(constant))
    return failure();
  for (auto [row, index] : llvm::zip_equal(scatter.rows, *constant))
    row += index * stride;
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

/// `value` as rows of the scatter (1 x count x inner).
Value asRows(ImportBuilder &b, ImportedValue &value, int64_t inner) {
  return b.reshape(b.materializeOriginal(value), {1, *countElements(value.shape) / inner, inner});
}

//===----------------------------------------------------------------------===//
// Known rows
//===----------------------------------------------------------------------===//

/// The last of several updates of a row counts.
Value replaceRows(ImportBuilder &b, const Scatter &scatter, Value data, Value updates) {
  auto count = static_cast<int32_t>(scatter.countRows());
  auto sources = llvm::to_vector(llvm::seq<int32_t>(0, count));
  for (auto [index, row] : llvm::enumerate(scatter.rows))
    sources[row] = count + static_cast<int32_t>(index);
  return b.gatherRows(b.concat({data, updates}, 1), sources);
}

Value combine(ImportBuilder &b, Reduction reduction, Value lhs, Value rhs) {
  switch (reduction) {
  case Reduction::Add:
    return b.binary<tosa::AddOp>(lhs, rhs);
  case Reduction::Mul:
    return b.mul(lhs, rhs);
  case Reduction::Min:
    return b.binary<tosa::MinimumOp>(lhs, rhs);
  default:
    return b.binary<tosa::MaximumOp>(lhs, rhs);
  }
}

/// Round after round, each row is combined with its next update: rows without one take
/// the value they have.
FailureOr<Value> combineRows(NodeImporter &node, const Scatter &scatter, Value data,
                             Value updates) {
  ImportBuilder &b = node.getBuilder();
  constexpr size_t maxRounds = 1024;
  SmallVector<SmallVector<int64_t>> rounds; // of each round, the update of each row, or -1
  SmallVector<int32_t> counts(scatter.countRows(), 0);
  for (auto [index, row] : llvm::enumerate(scatter.rows)) {
    auto round = static_cast<size_t>(counts[row]++);
    if (round >= maxRounds || failed(node.checkConstantSize({counts[row], scatter.countRows()})))
      return node.error() << "its indices name a row more than " << maxRounds << " times";
    if (round == rounds.size())
      rounds.emplace_back(scatter.countRows(), -1);
    rounds[round][row] = static_cast<int64_t>(index);
  }
  auto count = static_cast<int32_t>(scatter.countRows());
  for (ArrayRef<int64_t> round : rounds) {
    Value combined = combine(b, scatter.reduction, data,
                             b.gatherRows(updates, llvm::map_to_vector(round, [](int64_t update) {
                                            return std::max<int32_t>(update, 0);
                                          })));
    SmallVector<int32_t> sources;
    for (auto [row, update] : llvm::enumerate(round))
      sources.push_back(static_cast<int32_t>(row) + (update < 0 ? 0 : count));
    data = b.gatherRows(b.concat({data, combined}, 1), sources);
  }
  return data;
}

//===----------------------------------------------------------------------===//
// Computed rows
//===----------------------------------------------------------------------===//

/// Which update (rows, of the result) is of which row (columns, of the operand).
Value emitMatches(ImportBuilder &b, const Scatter &scatter) {
  int64_t updates = scatter.countUpdates(), rows = scatter.countRows();
  auto ids = llvm::to_vector(llvm::seq<int32_t>(0, static_cast<int32_t>(rows)));
  return b.compare<tosa::EqualOp>(b.reshape(scatter.computedRows, {updates, 1}),
                                  b.createIndices({1, rows}, ids));
}

/// The last update of each row, or the row itself, is gathered.
Value replaceComputedRows(ImportBuilder &b, const Scatter &scatter, Value data, Value updates) {
  int64_t count = scatter.countUpdates(), rows = scatter.countRows();
  auto first = static_cast<int32_t>(rows);
  Value places = b.createIndices(
      {count, 1}, llvm::to_vector(llvm::seq<int32_t>(first, first + static_cast<int32_t>(count))));
  Value own = b.createIndices({1, rows}, llvm::to_vector(llvm::seq<int32_t>(0, first)));
  Value sources =
      b.reduce<tosa::ReduceMaxOp>(b.select(emitMatches(b, scatter), places, own), /*axis=*/0);
  Value all = b.concat({data, updates}, 1);
  return tosa::GatherOp::create(b, data.getType(), all, sources);
}

/// A sum of updates for each row: a product with the matches as 0 and 1.
Value addComputedRows(ImportBuilder &b, const Scatter &scatter, Value data, Value updates) {
  int64_t count = scatter.countUpdates(), rows = scatter.countRows();
  Value matches = b.castTo(b.transpose(emitMatches(b, scatter), {1, 0}), b.getF32Type());
  Value sums = tosa::MatMulOp::create(b, getTypeLike(updates, {1, rows, scatter.inner}),
                                      b.reshape(matches, {1, rows, count}), updates,
                                      b.getZeroPoint(), b.getZeroPoint());
  return b.binary<tosa::AddOp>(data, sums);
}

/// What leaves any number as it is.
std::optional<double> getNeutralElement(Reduction reduction, Type type) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (reduction == Reduction::Mul)
    return 1;
  if (!isa<FloatType>(type))
    return std::nullopt;
  return reduction == Reduction::Min ? infinity : -infinity;
}

/// The product, the minimum or the maximum of the updates of each row.
FailureOr<Value> reduceComputedRows(NodeImporter &node, const Scatter &scatter, Value data,
                                    Value updates) {
  ImportBuilder &b = node.getBuilder();
  int64_t count = scatter.countUpdates(), rows = scatter.countRows();
  std::optional<double> neutral =
      getNeutralElement(scatter.reduction, getElementTypeOrSelf(updates));
  if (!neutral)
    return node.error() << "its indices are computed by the model; of computed indices, only "
                        << "'none' and 'mul', and others of floats, are supported as 'reduction'";
  if (failed(node.checkConstantSize({count, rows, scatter.inner})))
    return failure();
  Value matches = b.reshape(emitMatches(b, scatter), {count, rows, 1});
  Value terms = b.reshape(updates, {count, 1, scatter.inner});
  terms = b.select(matches, terms, b.createScalarLike(*neutral, terms));
  Value reduced = scatter.reduction == Reduction::Mul   ? emitProduct(b, terms, {0})
                  : scatter.reduction == Reduction::Min ? b.reduce<tosa::ReduceMinOp>(terms, 0)
                                                        : b.reduce<tosa::ReduceMaxOp>(terms, 0);
  return combine(b, scatter.reduction, data, b.reshape(reduced, {1, rows, scatter.inner}));
}

FailureOr<Value> emitComputed(NodeImporter &node, const Scatter &scatter, Value data,
                              Value updates) {
  if (failed(node.checkConstantSize({scatter.countUpdates(), scatter.countRows()})))
    return failure();
  ImportBuilder &b = node.getBuilder();
  if (scatter.reduction == Reduction::None)
    return replaceComputedRows(b, scatter, data, updates);
  if (scatter.reduction == Reduction::Add && scatter.data->isFloat())
    return addComputedRows(b, scatter, data, updates);
  return reduceComputedRows(node, scatter, data, updates);
}

} // namespace

LogicalResult qopt::onnx_import::importScatter(NodeImporter &node) {
  // No index, or no elements: the operand stays as it is.
  if (isEmpty(node.getInput(2).shape)) {
    node.ignoreAttributes({"axis", "reduction"});
    node.setOutput(node.getInput(0));
    return success();
  }
  FailureOr<Scatter> scatter = readScatter(node);
  if (failed(scatter) || failed(node.getOpType() == "ScatterND" ? readRows(node, *scatter)
                                                                : readElements(node, *scatter)))
    return failure();
  bool isComputed = static_cast<bool>(scatter->computedRows);
  if (scatter->data->isConstant() && scatter->updates->isConstant() && !isComputed &&
      scatter->reduction == Reduction::None) {
    node.setOutput(foldScatter(*scatter));
    return success();
  }
  int64_t rows = scatter->countRows();
  int64_t gathered = rows + std::max(rows, scatter->countUpdates());
  if (failed(node.checkConstantSize({rows})) || failed(node.checkShape({gathered, scatter->inner})))
    return failure();
  ImportBuilder &b = node.getBuilder();
  Value data = asRows(b, *scatter->data, scatter->inner);
  Value updates = asRows(b, *scatter->updates, scatter->inner);
  FailureOr<Value> result = isComputed ? emitComputed(node, *scatter, data, updates)
                            : scatter->reduction == Reduction::None
                                ? replaceRows(b, *scatter, data, updates)
                                : combineRows(node, *scatter, data, updates);
  if (failed(result))
    return failure();
  const Shape &shape = scatter->data->shape;
  node.setOutput(ImportedValue::computed(*result, shape, identityOrder(shape.size())));
  return success();
}
