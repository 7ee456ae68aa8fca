#include "qopt/Dialect/Interfaces/StoredCluster.h"

#include "mlir/IR/Matchers.h"
#include "qopt/Support/Constants.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace qopt;

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

bool qopt::marksStored(Operation *op, bool sixteenBitProgram) {
  if (auto observe = dyn_cast<calib::ObserveOp>(op))
    return !observe.getEpilogue() && !observe.getMeanOnly();
  if (auto annotate = dyn_cast<calib::AnnotateOp>(op))
    return !annotate.getEpilogue() && !annotate.getMeanOnly();
  auto fakeQuant = dyn_cast<calib::FakeQuantOp>(op);
  if (!fakeQuant)
    return false;
  auto grid = cast<quant::QuantizedType>(fakeQuant.getGrid());
  return sixteenBitProgram || grid.getStorageTypeIntegralWidth() <= 8;
}

Value qopt::skipUnstored(Value value, bool sixteenBitProgram) {
  while (Operation *op = value.getDefiningOp()) {
    if (!isa<calib::ObserveOp, calib::AnnotateOp, calib::FakeQuantOp>(op) ||
        marksStored(op, sixteenBitProgram))
      break;
    value = op->getOperand(0);
  }
  return value;
}

bool qopt::isConstantValue(Value value) {
  while (Operation *op = value.getDefiningOp()) {
    auto quantizable = dyn_cast<QuantizableOpInterface>(op);
    if (!isa<calib::FakeQuantOp>(op) &&
        !(quantizable && quantizable.getDataMovement() != DataMovement::None))
      return matchPattern(op, m_Constant());
    value = op->getOperand(0);
  }
  return false;
}

std::optional<double> qopt::getSplatConstant(Value value) {
  if (auto fakeQuant = value.getDefiningOp<calib::FakeQuantOp>()) {
    std::optional<double> real = getSplatConstant(fakeQuant.getInput());
    auto grid = dyn_cast<quant::UniformQuantizedType>(fakeQuant.getGrid());
    if (!real || !grid)
      return std::nullopt;
    StoredRange range = {static_cast<int32_t>(grid.getZeroPoint()),
                         static_cast<int32_t>(grid.getStorageTypeMin()),
                         static_cast<int32_t>(grid.getStorageTypeMax())};
    float scale = static_cast<float>(grid.getScale());
    return dequantize(quantize(static_cast<float>(*real), scale, range), scale, range.zeroPoint);
  }
  ElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || elements.getNumElements() == 0)
    return std::nullopt;
  if (!elements.isSplat() && elements.getNumElements() != 1)
    return std::nullopt;
  if (FailureOr<SmallVector<float>> floats = readFloatElements(elements); succeeded(floats))
    return floats->front();
  if (FailureOr<SmallVector<int64_t>> integers = readIntegerElements(elements); succeeded(integers))
    return static_cast<double>(integers->front());
  return std::nullopt;
}

bool qopt::isSixteenBitProgram(Operation *func) {
  bool hasBytes = false, hasWords = false;
  func->walk([&](calib::FakeQuantOp op) {
    if (isConstantValue(op.getInput()))
      return;
    bool wide = cast<quant::QuantizedType>(op.getGrid()).getStorageTypeIntegralWidth() > 8;
    (wide ? hasWords : hasBytes) = true;
  });
  return hasWords && !hasBytes;
}

SmallVector<Value> qopt::getDataSources(QuantizableOpInterface op) {
  SmallVector<Value> sources;
  if (op.getComposite(sources))
    return sources;
  for (OpOperand &operand : op->getOpOperands())
    if (op.getOperandRole(operand.getOperandNumber()) == OperandRole::Data)
      sources.push_back(operand.get());
  return sources;
}

//===----------------------------------------------------------------------===//
// Clusters
//===----------------------------------------------------------------------===//

namespace {

class ClusterMatcher {
public:
  ClusterMatcher(Value result, llvm::function_ref<bool(Value)> isStoredValue,
                 bool sixteenBitProgram)
      : result(result), isStoredValue(isStoredValue), sixteenBitProgram(sixteenBitProgram) {}

  StoredCluster match();

private:
  void visit(Value value);
  bool continuesThrough(Value movement);
  bool isStoredOrShared(Value value);
  StoredCluster matchFunction(Value source, PointwiseChain chain);
  StoredCluster matchCore(Value core, PointwiseChain tail);
  bool fuseResidual(StoredCluster &cluster, Operation *add, Value branch, Value residual);
  FailureOr<PointwiseChain> chainBetween(Value from, Value to) {
    return PointwiseChain::create(
        from, to, [&](Value value) { return isStored(value); }, sixteenBitProgram);
  }

  StoredCluster make(StoredCluster::Kind kind, Value source) {
    StoredCluster cluster;
    cluster.kind = kind;
    cluster.result = result;
    cluster.source = cluster.core = source;
    return cluster;
  }

  StoredCluster makeFloat(Operation *culprit, const Twine &reason) {
    StoredCluster cluster = make(StoredCluster::Kind::Float, result);
    cluster.leaves.assign(leaves.begin(), leaves.end());
    cluster.culprit = culprit;
    cluster.reason = reason.str();
    return cluster;
  }

  /// `result` is what the cluster is to compute: not there yet.
  bool isStored(Value value) { return value != result && isStoredValue(value); }

  Value result;
  llvm::function_ref<bool(Value)> isStoredValue;
  bool sixteenBitProgram;
  /// Results of the ops of the cluster, each after its operands.
  llvm::SetVector<Value> cone;
  /// What the cone is computed from, constants with equal elements excepted.
  llvm::SetVector<Value> leaves;
};

/// True if the cluster goes on behind the data movement that gives `value`:
/// what moves is not stored yet.
bool ClusterMatcher::continuesThrough(Value value) {
  while (true) {
    value = skipUnstored(value, sixteenBitProgram);
    auto op = value.getDefiningOp<QuantizableOpInterface>();
    if (!op || isStored(value))
      return false;
    if (op.getDataMovement() == DataMovement::None)
      return op.isPointwise() || op.isAccumulator();
    value = op->getOperand(0);
  }
}

void ClusterMatcher::visit(Value value) {
  if (cone.contains(value) || getSplatConstant(value))
    return;
  Operation *op = value.getDefiningOp();
  bool stops = isStored(value) || !op || isConstantValue(value);
  auto quantizable = dyn_cast_or_null<QuantizableOpInterface>(op);
  if (!stops && skipUnstored(value, sixteenBitProgram) != value) {
    visit(op->getOperand(0));
  } else if (!stops && quantizable && quantizable.isPointwise() && op->getNumResults() == 1) {
    for (OpOperand &operand : op->getOpOperands())
      if (quantizable.getOperandRole(operand.getOperandNumber()) == OperandRole::Data)
        visit(operand.get());
  } else if (!stops && quantizable && quantizable.getDataMovement() != DataMovement::None &&
             continuesThrough(value)) {
    visit(op->getOperand(0));
  } else {
    leaves.insert(value);
    return;
  }
  cone.insert(value);
}

/// True if the integers of `value` follow from stored values without rounding.
bool ClusterMatcher::isStoredOrShared(Value value) {
  if (isStored(value) || !value.getDefiningOp())
    return true;
  auto op = value.getDefiningOp<QuantizableOpInterface>();
  return op && !op.isPointwise() && op.getResultGrid(0) == ResultGrid::Shared;
}

StoredCluster ClusterMatcher::match() {
  visit(result);
  if (leaves.empty())
    return makeFloat(result.getDefiningOp(), "depends on constants only");
  if (leaves.size() == 1)
    if (FailureOr<PointwiseChain> chain = chainBetween(leaves.front(), result); succeeded(chain))
      return matchFunction(leaves.front(), std::move(*chain));
  // The first value that all the rest is a function of.
  for (Value core : cone)
    if (FailureOr<PointwiseChain> tail = chainBetween(core, result); succeeded(tail))
      return matchCore(core, std::move(*tail));
  return makeFloat(result.getDefiningOp(), "has no integer form");
}

/// The one leaf is `source`: what follows is a function of it.
StoredCluster ClusterMatcher::matchFunction(Value source, PointwiseChain chain) {
  std::optional<ClampBounds> bounds = chain.getClampBounds();
  auto op = source.getDefiningOp<QuantizableOpInterface>();
  if (!isStoredOrShared(source) && !op)
    return makeFloat(source.getDefiningOp(), "has no integer form");

  // Tables and functions in the epilogue have 8-bit results.
  if (sixteenBitProgram && !bounds)
    return makeFloat(result.getDefiningOp(), "functions have no 16-bit integer form");

  bool isOwn = op && !isStored(source) && chain.isPrivate();
  if (isOwn && op.isAccumulator()) {
    StoredCluster cluster = make(StoredCluster::Kind::Accumulator, source);
    cluster.root = op;
    cluster.reads = getDataSources(op);
    cluster.movements = chain.getMovements();
    cluster.chain = std::move(chain);
    return cluster;
  }
  bool hasOwnBounds = op && op.getResultGrid(0) == ResultGrid::Calibrated;
  if (isOwn && bounds && (hasOwnBounds || chain.getOps().empty())) {
    StoredCluster cluster = make(StoredCluster::Kind::Op, source);
    cluster.root = op;
    cluster.bounds = *bounds;
    cluster.reads = getDataSources(op);
    cluster.movements = chain.getMovements();
    return cluster;
  }
  StoredCluster cluster = make(StoredCluster::Kind::Table, source);
  cluster.reads.push_back(source);
  cluster.movements = chain.getMovements();
  cluster.chain = std::move(chain);
  return cluster;
}

/// `core` combines several leaves; `tail` is the function behind it.
StoredCluster ClusterMatcher::matchCore(Value core, PointwiseChain tail) {
  std::optional<ClampBounds> bounds = tail.getClampBounds();
  auto op = core.getDefiningOp<QuantizableOpInterface>();
  PointwiseKind kind = op ? op.getPointwiseKind() : PointwiseKind::Other;
  if (kind != PointwiseKind::Add && kind != PointwiseKind::Subtract &&
      kind != PointwiseKind::Multiply)
    return makeFloat(core.getDefiningOp(), "has no integer form on two stored operands");
  if (core != result && (!bounds || !tail.isPrivate())) {
    // The sum is stored, what follows is a table of it.
    if (sixteenBitProgram && !bounds)
      return makeFloat(result.getDefiningOp(), "functions have no 16-bit integer form");
    StoredCluster cluster = make(StoredCluster::Kind::Table, core);
    cluster.reads.push_back(core);
    cluster.movements = tail.getMovements();
    cluster.chain = std::move(tail);
    return cluster;
  }

  StoredCluster cluster = make(StoredCluster::Kind::Op, core);
  cluster.bounds = *bounds;
  cluster.movements = tail.getMovements();
  SmallVector<Value> operands = getDataSources(op);
  // The operand that is computed last: the other one is complete by then.
  auto isLater = [](Value a, Value b) {
    Operation *first = a.getDefiningOp(), *second = b.getDefiningOp();
    return first && (!second || second->isBeforeInBlock(first));
  };
  unsigned later = operands.size() == 2 && isLater(operands[1], operands[0]) ? 1 : 0;
  if (kind == PointwiseKind::Add && !sixteenBitProgram)
    for (unsigned i : {later, 1 - later})
      if (fuseResidual(cluster, op, operands[i], operands[1 - i]))
        return cluster;
  cluster.root = op;
  cluster.reads = operands;
  return cluster;
}

/// Makes `add` part of the epilogue of the accumulator that `branch` comes from.
bool ClusterMatcher::fuseResidual(StoredCluster &cluster, Operation *add, Value branch,
                                  Value residual) {
  auto shapeOf = [](Value value) { return cast<ShapedType>(value.getType()).getShape(); };
  if (!branch.hasOneUse() || isStored(branch) || shapeOf(branch) != shapeOf(add->getResult(0)) ||
      (shapeOf(residual) != shapeOf(branch) && !isConstantValue(residual)))
    return false;
  for (Value leaf : leaves) {
    auto op = leaf.getDefiningOp<QuantizableOpInterface>();
    if (!op || !op.isAccumulator() || isStored(leaf))
      continue;
    FailureOr<PointwiseChain> chain = chainBetween(leaf, branch);
    if (failed(chain) || !chain->isPrivate())
      continue;
    if (llvm::any_of(chain->getMovements(), [](Operation *movement) {
          return cast<QuantizableOpInterface>(movement).getDataMovement() != DataMovement::Reshape;
        }))
      continue;
    cluster.kind = StoredCluster::Kind::Accumulator;
    cluster.root = op;
    cluster.source = leaf;
    cluster.branch = branch;
    cluster.residual = residual;
    cluster.reads = getDataSources(op);
    cluster.reads.push_back(residual);
    cluster.chain = std::move(*chain);
    return true;
  }
  return false;
}

} // namespace

StoredCluster qopt::matchStoredCluster(Value result, llvm::function_ref<bool(Value)> isStored,
                                       bool sixteenBitProgram) {
  return ClusterMatcher(result, isStored, sixteenBitProgram).match();
}
