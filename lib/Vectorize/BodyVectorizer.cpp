#include "BodyVectorizer.h"

#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace qopt;

void BodyVectorizer::cloneBody(Block &body) {
  for (Operation &op : body.without_terminator()) {
    if (auto indexOp = dyn_cast<linalg::IndexOp>(op))
      mapping.map(indexOp.getResult(), getIndex(indexOp.getDim()));
    else if (isRowLoad(op))
      cloneRowLoad(cast<memref::LoadOp>(op));
    else if (isUniform(op))
      builder.clone(op, mapping);
    else if (OpTrait::hasElementwiseMappableTraits(&op) ||
             isa<qint::VectorLookupOp, qint::VectorRescaleOp>(op))
      cloneAsVector(op);
    else
      cloneForEachLane(op);
  }
}

/// The index of each lane, or the one of all.
Value BodyVectorizer::getIndex(unsigned dimension) {
  Value index = indices[dimension];
  if (dimension != vectorDim)
    return index;
  Value first = builder.broadcast(index, lanes);
  return builder.add(first, vector::StepOp::create(builder, cast<VectorType>(first.getType())));
}

/// Whether the lanes of a load lie next to each other: a row of a gather.
bool BodyVectorizer::isRowLoad(Operation &op) {
  auto load = dyn_cast<memref::LoadOp>(op);
  if (!load || load.getIndices().empty() || !hasStaticLayout(load.getMemRef()) ||
      load.getMemRefType().getStridesAndOffset().first.back() != 1)
    return false;
  auto last = load.getIndices().back().getDefiningOp<linalg::IndexOp>();
  return last && last.getDim() == vectorDim &&
         llvm::none_of(load.getIndices().drop_back(),
                       [&](Value index) { return isa<VectorType>(lookup(index).getType()); });
}

void BodyVectorizer::cloneRowLoad(memref::LoadOp load) {
  FlatBuffer buffer = builder.flatten(lookup(load.getMemRef()));
  Value offset = indices[vectorDim];
  for (auto [index, stride] : llvm::zip(load.getIndices().drop_back(), buffer.strides))
    offset = builder.add(offset, builder.mul(lookup(index), stride));
  mapping.map(load.getResult(), builder.load(buffer, offset, lanes));
}

Value BodyVectorizer::getVector(Value original) {
  Value value = lookup(original);
  if (isa<VectorType, MemRefType>(value.getType()))
    return value;
  return builder.broadcast(value, lanes);
}

/// The values that an op and its regions read from outside of it.
static SetVector<Value> getReadValues(Operation &op) {
  SetVector<Value> values(op.operand_begin(), op.operand_end());
  getUsedValuesDefinedAbove(op.getRegions(), values);
  return values;
}

bool BodyVectorizer::isUniform(Operation &op) {
  return llvm::none_of(getReadValues(op),
                       [&](Value value) { return isa<VectorType>(lookup(value).getType()); });
}

void BodyVectorizer::cloneAsVector(Operation &op) {
  OperationState state(op.getLoc(), op.getName());
  for (Value operand : op.getOperands())
    state.operands.push_back(getVector(operand));
  for (Type type : op.getResultTypes())
    state.types.push_back(builder.vectorType(lanes, type));
  state.attributes = llvm::to_vector(op.getDiscardableAttrs());
  state.propertiesAttr = op.getPropertiesAsAttribute();
  Operation *clone = builder.create(state);
  mapping.map(op.getResults(), clone->getResults());
}

void BodyVectorizer::cloneForEachLane(Operation &op) {
  SmallVector<SmallVector<Value>> results(op.getNumResults());
  for (int64_t lane = 0; lane < lanes; ++lane) {
    IRMapping laneMapping = mapping;
    for (Value value : getReadValues(op))
      if (Value vector = lookup(value); isa<VectorType>(vector.getType()))
        laneMapping.map(value, vector::ExtractOp::create(builder, vector, lane));
    Operation *clone = builder.clone(op, laneMapping);
    for (auto [list, result] : llvm::zip_equal(results, clone->getResults()))
      list.push_back(result);
  }
  for (auto [original, list] : llvm::zip_equal(op.getResults(), results))
    mapping.map(original, vector::FromElementsOp::create(
                              builder, builder.vectorType(lanes, original.getType()), list));
}
