#include "IntegerProgram.h"

#include "AccumulatorForm.h"
#include "mlir/IR/Remarks.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "qopt/FakeQuantize/Grids.h"
#include "llvm/Support/FormatVariadic.h"

#define DEBUG_TYPE "qopt-integerize"

using namespace mlir;
using namespace qopt;

IntegerProgram::IntegerProgram(func::FuncOp func, qint::RescaleMode mode)
    : func(func), mode(mode), sixteenBitProgram(isSixteenBitProgram(func)),
      builder(func.getContext()) {}

void IntegerProgram::rewrite() {
  Block &body = func.front();
  Operation *terminator = body.getTerminator();
  SmallVector<Operation *> old;
  for (Operation &op : body.without_terminator())
    old.push_back(&op);
  builder.setInsertionPoint(terminator);

  // In program order, so that the recursion stays shallow and the new body
  // keeps the order of the old one.
  for (Operation *op : old)
    if (marksStored(op, sixteenBitProgram) && !isConstantValue(op->getResult(0)))
      (void)getStored(op->getResult(0));
  for (OpOperand &operand : terminator->getOpOperands())
    operand.set(getFloat(operand.get()));
  eraseOld(old);
}

/// Erases what is left of the old body, and new ops that nobody asked for.
void IntegerProgram::eraseOld(ArrayRef<Operation *> old) {
  llvm::SmallPtrSet<Operation *, 32> isOld(old.begin(), old.end());
  SmallVector<Operation *> all;
  for (Operation &op : func.front().without_terminator())
    all.push_back(&op);
  for (Operation *op : llvm::reverse(all)) {
    if (!op->use_empty() || !(isOld.contains(op) || isMemoryEffectFree(op)))
      continue;
    llvm::erase_if(islands, [&](const Island &island) { return island.op == op; });
    op->erase();
  }
}

LogicalResult IntegerProgram::refuse(Operation *op, const Twine &reason) {
  if (op)
    reasons.try_emplace(op, reason.str());
  return failure();
}

//===----------------------------------------------------------------------===//
// Stored values
//===----------------------------------------------------------------------===//

FailureOr<StoredValue> IntegerProgram::getStored(Value value) {
  if (auto it = storedValues.find(value); it != storedValues.end())
    return it->second;
  FailureOr<StoredValue> stored = failure();
  if (isConstantValue(value))
    stored = quantizeConstant(builder, value, {});
  else if (isStored(value))
    stored = buildStored(value);
  else if (auto op = value.getDefiningOp<QuantizableOpInterface>();
           op && !op.isPointwise() && op.getResultGrid(0) == ResultGrid::Shared)
    stored = buildShared(op);
  if (succeeded(stored))
    storedValues[value] = *stored;
  return stored;
}

/// A value with a grid of its own: by integers, or quantized behind float ops.
FailureOr<StoredValue> IntegerProgram::buildStored(Value value) {
  auto fakeQuant = value.getDefiningOp<calib::FakeQuantOp>();
  auto type = dyn_cast<quant::UniformQuantizedType>(fakeQuant.getGrid());
  quant::UniformQuantizedType grid = type ? toStoredGrid(type) : nullptr;
  if (!grid) {
    (void)refuse(fakeQuant, "activations are stored as bytes or signed words, on one grid");
    return failure();
  }
  Value input = skipUnstored(fakeQuant.getInput(), sixteenBitProgram);
  if (input.getDefiningOp()) {
    StoredCluster cluster =
        matchStoredCluster(input, [&](Value v) { return isStored(v); }, sixteenBitProgram);
    if (FailureOr<StoredValue> stored = buildCluster(cluster, grid); succeeded(stored))
      return stored;
    // The ops behind a root that has no such form stay in float for its reason.
    if (auto it = reasons.find(cluster.root); it != reasons.end() && cluster.chain) {
      std::string reason = it->second;
      for (Operation *op : cluster.chain->getOps())
        reasons.try_emplace(op, reason);
    }
  }
  return StoredValue{quantizeFloat(getFloat(input), grid), grid};
}

Value IntegerProgram::quantizeFloat(Value real, quant::UniformQuantizedType grid) {
  auto type = cast<RankedTensorType>(real.getType()).clone(getStorageElementType(grid));
  StoredRange range = getStoredRange(grid);
  return qint::QuantizeOp::create(builder, real.getLoc(), type, real,
                                  APFloat(static_cast<float>(grid.getScale())), range.zeroPoint,
                                  range.clampMin, range.clampMax);
}

/// The stored form of what `op` reads.
FailureOr<StoredValue> IntegerProgram::getOperand(QuantizableOpInterface op, Value value) {
  FailureOr<StoredValue> stored = getStored(value);
  if (failed(stored))
    return refuse(op, "an operand of it is on no grid");
  return stored;
}

/// The result of an op that shares its operands' grid, without one of its own.
FailureOr<StoredValue> IntegerProgram::buildShared(QuantizableOpInterface op) {
  quant::UniformQuantizedType grid;
  for (Value source : getDataSources(op)) {
    if (isConstantValue(source))
      continue;
    FailureOr<StoredValue> stored = getOperand(op, source);
    if (failed(stored))
      return failure();
    if (grid && grid != stored->grid)
      return refuse(op, "its operands are on different grids, and its result on none");
    grid = stored->grid;
  }
  if (!grid)
    return failure();
  StoredCluster cluster;
  cluster.kind = StoredCluster::Kind::Op;
  cluster.root = op;
  if (FailureOr<StoredValue> stored = buildCluster(cluster, grid); succeeded(stored))
    return stored;
  // In float, and back to the grid that it shares.
  Value result = op->getResult(0);
  return StoredValue{quantizeFloat(cloneFloat(op, result), grid), grid};
}

//===----------------------------------------------------------------------===//
// Clusters
//===----------------------------------------------------------------------===//

FailureOr<StoredValue> IntegerProgram::buildCluster(const StoredCluster &cluster,
                                                    quant::UniformQuantizedType grid) {
  FailureOr<Value> integers = failure();
  switch (cluster.kind) {
  case StoredCluster::Kind::Float:
    return refuse(cluster.culprit, cluster.reason);
  case StoredCluster::Kind::Op:
    integers = buildOp(cluster, grid);
    break;
  case StoredCluster::Kind::Accumulator:
    integers = buildAccumulator(cluster, grid);
    break;
  case StoredCluster::Kind::Table:
    integers = buildTable(cluster, grid);
    break;
  }
  if (cluster.branch && succeeded(integers)) {
    // Reshapes between the accumulator and the addition.
    auto type = cast<RankedTensorType>(integers->getType());
    auto shape = cast<ShapedType>(cluster.core.getType()).getShape();
    if (type.getShape() != shape)
      integers =
          builder.createOrFold<qint::ReshapeOp>(integers->getLoc(), type.clone(shape), *integers);
  }
  for (Operation *movement : cluster.movements)
    if (succeeded(integers))
      integers = move(*integers, movement, grid);
  if (failed(integers))
    return failure();
  return StoredValue{*integers, grid};
}

FailureOr<Value> IntegerProgram::move(Value integers, Operation *movement,
                                      quant::UniformQuantizedType grid) {
  IntegerBuilder integerBuilder(builder, movement->getLoc());
  integerBuilder.operands.resize(movement->getNumOperands());
  integerBuilder.operands[0] = {integers, grid};
  integerBuilder.resultGrid = grid;
  integerBuilder.epilogue.resultElementType = getStorageElementType(grid);
  auto op = cast<QuantizableOpInterface>(movement);
  FailureOr<Value> result = op.buildInteger(integerBuilder);
  if (failed(result))
    return refuse(movement, integerBuilder.failureReason);
  return result;
}

FailureOr<Value> IntegerProgram::buildOp(const StoredCluster &cluster,
                                         quant::UniformQuantizedType grid) {
  QuantizableOpInterface op = cluster.root;
  ResultGrid resultGrid = op.getResultGrid(0);
  SmallVector<Value> composite;
  bool isComposite = op.getComposite(composite);
  IntegerBuilder integerBuilder(builder, op->getLoc());
  integerBuilder.operands.resize(op->getNumOperands());
  auto fill = [&](unsigned index, Value source) -> LogicalResult {
    FailureOr<StoredValue> operand = getOperand(op, source);
    // Constants beside activations take the shared grid.
    if (resultGrid == ResultGrid::Shared && isConstantValue(source))
      operand = quantizeConstant(builder, source, grid);
    else if (succeeded(operand) && resultGrid == ResultGrid::Shared)
      operand = regrid(builder, op->getLoc(), *operand, grid, {}, mode);
    if (failed(operand))
      return failure();
    integerBuilder.operands[index] = *operand;
    return success();
  };
  if (isComposite) {
    for (auto [index, source] : llvm::enumerate(composite))
      if (failed(fill(index, source)))
        return failure();
  } else {
    for (OpOperand &operand : op->getOpOperands())
      if (op.getOperandRole(operand.getOperandNumber()) == OperandRole::Data &&
          failed(fill(operand.getOperandNumber(), operand.get())))
        return failure();
  }

  // Fixed grids are part of the op; another one is reached by a table.
  quant::UniformQuantizedType own =
      resultGrid == ResultGrid::Fixed ? toStoredGrid(getUnitGrid(builder.getContext())) : grid;
  Epilogue &epilogue = integerBuilder.epilogue;
  std::tie(epilogue.clampMin, epilogue.clampMax) = getStoredBounds(own, cluster.bounds);
  epilogue.outputZeroPoint = static_cast<int32_t>(own.getZeroPoint());
  epilogue.resultElementType = getStorageElementType(own);
  integerBuilder.resultGrid = own;
  integerBuilder.rescaleMode = mode;
  FailureOr<Value> result = op.buildInteger(integerBuilder);
  if (failed(result))
    return refuse(op, integerBuilder.failureReason);
  FailureOr<StoredValue> regridded = regrid(builder, op->getLoc(), {*result, own}, grid, {}, mode);
  return regridded->integers;
}

FailureOr<Value> IntegerProgram::buildAccumulator(const StoredCluster &cluster,
                                                  quant::UniformQuantizedType grid) {
  QuantizableOpInterface op = cluster.root;
  FailureOr<StoredValue> input = getOperand(op, getDataSources(op).front());
  if (failed(input))
    return failure();
  std::optional<StoredValue> residual;
  if (cluster.residual) {
    ArrayRef<int64_t> shape = cast<ShapedType>(cluster.core.getType()).getShape();
    FailureOr<StoredValue> stored = isConstantValue(cluster.residual)
                                        ? quantizeConstant(builder, cluster.residual, {}, shape)
                                        : getStored(cluster.residual);
    if (failed(stored))
      return refuse(cluster.core.getDefiningOp(), "an operand of it is on no grid");
    residual = *stored;
    // The accumulator may have another shape than the sum.
    auto type = cast<RankedTensorType>(stored->integers.getType());
    ArrayRef<int64_t> ownShape = cast<ShapedType>(cluster.source.getType()).getShape();
    if (type.getShape() != ownShape)
      residual->integers = builder.createOrFold<qint::ReshapeOp>(op->getLoc(), type.clone(ownShape),
                                                                 stored->integers);
  }
  AccumulatorForm form(builder, op, *input, mode);
  FailureOr<Value> result = form.buildStored(cluster, grid, residual ? &*residual : nullptr);
  if (failed(result))
    return refuse(op, form.getReason());
  if (std::optional<double> error = form.getFunctionError())
    remark::analysis(op->getLoc(), remark::RemarkOpts::name("function").category(DEBUG_TYPE))
        << llvm::formatv("the function behind '{0}' is at most {1:F3} output steps off",
                         op->getName().getStringRef(), *error)
               .str();
  return result;
}

FailureOr<Value> IntegerProgram::buildTable(const StoredCluster &cluster,
                                            quant::UniformQuantizedType grid) {
  FailureOr<StoredValue> source = getStored(cluster.source);
  Operation *op = cluster.result.getDefiningOp();
  if (failed(source))
    return refuse(op, "an operand of it is on no grid");
  FailureOr<StoredValue> result = failure();
  if (std::optional<ClampBounds> bounds = cluster.chain->getClampBounds())
    result = regrid(builder, op->getLoc(), *source, grid, *bounds, mode);
  else if (source->grid.getStorageTypeIntegralWidth() == 8)
    result = applyTable(builder, op->getLoc(), *source, grid,
                        [&](double x) { return cluster.chain->evaluate(x); });
  if (failed(result))
    return refuse(op, "has no scalar form to make a table from");
  return result->integers;
}

//===----------------------------------------------------------------------===//
// Float values
//===----------------------------------------------------------------------===//

Value IntegerProgram::getFloat(Value value) {
  if (auto it = floatValues.find(value); it != floatValues.end())
    return it->second;
  Value result = buildFloat(value);
  floatValues[value] = result;
  return result;
}

Value IntegerProgram::buildFloat(Value value) {
  Operation *op = value.getDefiningOp();
  if (!op)
    return value;
  if (isConstantValue(value)) {
    // Weights of ops that stay in float are snapped as everything else was.
    bool isSnapped = false;
    for (Value v = value; Operation *def = v.getDefiningOp(); v = def->getOperand(0)) {
      isSnapped |= isa<calib::FakeQuantOp>(def);
      if (def->getNumOperands() == 0)
        break;
    }
    FailureOr<Value> snapped = isSnapped ? snapConstant(builder, value) : FailureOr<Value>();
    return isSnapped && succeeded(snapped) ? *snapped : value;
  }
  if (skipUnstored(value, sixteenBitProgram) != value)
    return getFloat(skipUnstored(value, sixteenBitProgram));
  auto quantizable = dyn_cast<QuantizableOpInterface>(op);
  bool isShared = quantizable && !quantizable.isPointwise() && op->getNumResults() == 1 &&
                  quantizable.getResultGrid(0) == ResultGrid::Shared;
  if (isStored(value) || isShared) {
    if (FailureOr<StoredValue> stored = getStored(value); succeeded(stored))
      return qint::DequantizeOp::create(builder, value.getLoc(), value.getType(), stored->integers,
                                        stored->scale(), stored->zeroPoint());
    if (isStored(value)) // a grid that nothing can be stored on
      return getFloat(op->getOperand(0));
  }
  if (quantizable && quantizable.isAccumulator()) {
    if (FailureOr<StoredValue> input = getOperand(quantizable, getDataSources(quantizable).front());
        succeeded(input)) {
      AccumulatorForm form(builder, quantizable, *input, mode);
      if (FailureOr<Value> real = form.buildFloat(); succeeded(real))
        return *real;
      (void)refuse(op, form.getReason());
    }
  }
  if (quantizable && quantizable.hasFloatForm())
    if (FailureOr<Value> real = buildFloatForm(quantizable); succeeded(real))
      return *real;
  return cloneFloat(op, value);
}

/// The sums of an op on stored operands, read in float.
FailureOr<Value> IntegerProgram::buildFloatForm(QuantizableOpInterface op) {
  IntegerBuilder integerBuilder(builder, op->getLoc());
  integerBuilder.operands.resize(op->getNumOperands());
  for (OpOperand &operand : op->getOpOperands()) {
    if (op.getOperandRole(operand.getOperandNumber()) != OperandRole::Data)
      continue;
    FailureOr<StoredValue> stored = getOperand(op, operand.get());
    if (failed(stored))
      return failure();
    integerBuilder.operands[operand.getOperandNumber()] = *stored;
  }
  FailureOr<Value> real = op.buildFloat(integerBuilder);
  if (failed(real))
    return refuse(op, integerBuilder.failureReason);
  return real;
}

/// `op` as it is, on operands in float.
Value IntegerProgram::cloneFloat(Operation *op, Value value) {
  IRMapping mapping;
  op->walk([&](Operation *inner) {
    for (Value operand : inner->getOperands())
      if (operand.getParentBlock() == op->getBlock())
        mapping.map(operand, getFloat(operand));
  });
  Operation *clone = builder.clone(*op, mapping);
  for (auto [from, to] : llvm::zip_equal(op->getResults(), clone->getResults()))
    floatValues[from] = to;
  auto quantizable = dyn_cast<QuantizableOpInterface>(op);
  if (!quantizable || quantizable.getDataMovement() == DataMovement::None) {
    auto it = reasons.find(op);
    bool isRefused = it != reasons.end();
    auto kept = op->getAttrOfType<StringAttr>(kKeptInFloatAttrName);
    islands.push_back({clone,
                       kept          ? kept.str()
                       : isRefused   ? it->second
                       : quantizable ? "its operands are computed in float"
                                     : "has no integer form",
                       isRefused});
  }
  return floatValues.lookup(value);
}
