#include "StoragePlan.h"

using namespace mlir;
using namespace qopt;

namespace {

bool isFloatTensor(Value value) {
  auto type = dyn_cast<ShapedType>(value.getType());
  return type && isa<FloatType>(type.getElementType());
}

/// `value` past reshapes, transposes and the like.
Value skipMovement(Value value) {
  while (auto op = value.getDefiningOp<QuantizableOpInterface>()) {
    if (op.getDataMovement() == DataMovement::None)
      break;
    value = op->getOperand(0);
  }
  return value;
}

} // namespace

void StoragePlan::compute(bool edges) {
  integerEdges = edges;
  // What one reader wants in float and another one stored is known only at the
  // end: note it, and start again. The set only grows.
  size_t count;
  do {
    count = wantedInBothForms.size();
    walk();
    for (Value value : keptInFloat)
      if (stored.contains(value))
        wantedInBothForms.insert(value);
  } while (wantedInBothForms.size() != count);
}

void StoragePlan::walk() {
  stored.clear();
  keptInFloat.clear();
  visitedStored.clear();
  visitedFloat.clear();
  floatValues.clear();
  accumulators.clear();
  for (Value operand : func.front().getTerminator()->getOperands())
    wantFloat(operand);
  // A value stored for one consumer cuts the clusters of others: repeat until
  // the set stays as it is. It only grows.
  size_t count;
  do {
    count = stored.size();
    clusters.clear();
    for (size_t i = 0; i < stored.size(); ++i)
      addCluster(stored[i]);
  } while (stored.size() != count);
  for (auto &[value, cluster] : clusters)
    if (cluster.kind == StoredCluster::Kind::Accumulator)
      accumulators.insert(cluster.root);
}

bool StoragePlan::isStored(Value value) const {
  Operation *op = value.getDefiningOp();
  return stored.contains(value) || (op && marksStored(op, /*sixteenBitProgram=*/false));
}

bool StoragePlan::isFloat(Value value) {
  if (isStored(value) || isConstantValue(value))
    return false;
  Operation *op = value.getDefiningOp();
  if (!op) // arguments may be quantized
    return !isFloatTensor(value);
  if (auto it = floatValues.find(value); it != floatValues.end())
    return it->second;
  bool result = true;
  if (auto quantizable = dyn_cast<QuantizableOpInterface>(op)) {
    SmallVector<Value> sources = getDataSources(quantizable);
    llvm::erase_if(sources, isConstantValue);
    if (quantizable.isPointwise())
      result = llvm::any_of(sources, [&](Value v) { return isFloat(v); });
    else if (quantizable.getResultGrid(0) == ResultGrid::Shared)
      result = llvm::all_of(sources, [&](Value v) { return isFloat(v); });
    else
      result = false;
  }
  return floatValues[value] = result;
}

/// Ops between one argument and its first stored value that no table can do
/// (a mean per channel subtracted) are done before it is rounded: once, not
/// twice.
bool StoragePlan::isArgumentPreparation(const StoredCluster &cluster) const {
  if (cluster.kind != StoredCluster::Kind::Op ||
      !QuantizableOpInterface(cluster.root).isPointwise())
    return false;
  SmallVector<Value> sources = cluster.reads;
  llvm::erase_if(sources, isConstantValue);
  return sources.size() == 1 && isa<BlockArgument>(skipMovement(sources.front()));
}

/// A group such as a softmax that reads sums and feeds results only loses most if it works
/// on bytes: classes with like scores become equal.
bool StoragePlan::isFloatEdge(QuantizableOpInterface composite) {
  SmallVector<Value> sources;
  if (integerEdges || !composite.getComposite(sources))
    return false;
  for (Operation *user : composite->getUsers())
    if (!user->hasTrait<OpTrait::IsTerminator>() &&
        cast<ShapedType>(composite->getResult(0).getType()) &&
        !(isa<QuantizableOpInterface>(user) &&
          cast<QuantizableOpInterface>(user).getDataMovement() != DataMovement::None))
      return false;
  return llvm::all_of(sources, [](Value source) {
    auto op = skipMovement(source).getDefiningOp<QuantizableOpInterface>();
    return op && (op.isAccumulator() || op.hasFloatForm());
  });
}

void StoragePlan::wantStored(Value value) {
  if (isConstantValue(value) || !visitedStored.insert(value).second)
    return;
  auto op = value.getDefiningOp<QuantizableOpInterface>();
  bool isShared = op && !op.isPointwise() && op.getResultGrid(0) == ResultGrid::Shared;
  if (isShared && !isFloat(value)) {
    for (Value source : getDataSources(op))
      wantStored(source);
    return;
  }
  stored.insert(value);
}

void StoragePlan::wantFloat(Value value) {
  if (!isFloatTensor(value) || isConstantValue(value) || !visitedFloat.insert(value).second)
    return;
  Operation *op = value.getDefiningOp();
  if (!op)
    return;
  if (marksStored(op, /*sixteenBitProgram=*/false)) {
    wantStored(value);
    return;
  }
  auto quantizable = dyn_cast<QuantizableOpInterface>(op);
  if (!quantizable || isFloat(value) || isFloatEdge(quantizable)) {
    wantOperandsFloat(op);
    return;
  }
  if (wantedInBothForms.contains(value)) {
    wantStored(value);
    return;
  }
  if (quantizable.isAccumulator() || quantizable.hasFloatForm()) {
    // Read from the accumulator: more exact than any stored form.
    keptInFloat.insert(value);
    if (quantizable.isAccumulator())
      accumulators.insert(op);
    for (Value source : getDataSources(quantizable))
      wantStored(source);
    return;
  }
  bool isShared = quantizable.getResultGrid(0) == ResultGrid::Shared;
  bool isMoved = quantizable.getDataMovement() != DataMovement::None;
  if (isMoved || (!integerEdges && (quantizable.isPointwise() || isShared))) {
    keptInFloat.insert(value);
    wantOperandsFloat(op);
    return;
  }
  wantStored(value);
}

void StoragePlan::wantOperandsFloat(Operation *op) {
  auto quantizable = dyn_cast<QuantizableOpInterface>(op);
  SmallVector<Value> sources;
  if (quantizable && quantizable.getComposite(sources)) {
    for (Value source : sources)
      wantFloat(source);
    return;
  }
  op->walk([&](Operation *inner) {
    for (Value operand : inner->getOperands())
      if (operand.getParentBlock() == op->getBlock())
        wantFloat(operand);
  });
}

bool qopt::isBetterReadInFloat(Value value) {
  while (auto op = skipMovement(value).getDefiningOp<QuantizableOpInterface>()) {
    if (op.hasFloatForm())
      return true;
    if (!op.isPointwise())
      return false;
    SmallVector<Value> sources = getDataSources(op);
    llvm::erase_if(sources, [](Value source) { return getSplatConstant(source).has_value(); });
    if (sources.size() != 1)
      return sources.size() > 1;
    value = sources.front();
  }
  return false;
}

/// A softmax of the scores of an attention.
bool StoragePlan::isFloatSoftmax(const StoredCluster &cluster) const {
  SmallVector<Value> sources;
  return !integerEdges && cluster.kind == StoredCluster::Kind::Op &&
         QuantizableOpInterface(cluster.root).getComposite(sources) &&
         llvm::any_of(sources, isBetterReadInFloat);
}

/// A function that is flat on both sides (tanh, sigmoid), but no clamp.
static bool saturates(const PointwiseChain &chain) {
  if (chain.getClampBounds())
    return false;
  for (double side : {-1.0, 1.0}) {
    std::optional<double> far = chain.evaluate(side * 1e4), farther = chain.evaluate(side * 1e6);
    if (!far || !farther || !(std::fabs(*far - *farther) < 1e-6))
      return false;
  }
  return true;
}

/// A function that is much steeper beside 0 than over [0, 1] or [-1, 0] as a whole (a
/// square root, a logarithm, a reciprocal).
static bool isSteepAtZero(const PointwiseChain &chain) {
  constexpr double beside = 1e-4, ratio = 16;
  std::optional<double> atZero = chain.evaluate(0.0);
  for (double side : {-1.0, 1.0}) {
    std::optional<double> near = chain.evaluate(side * beside), far = chain.evaluate(side);
    if (!atZero || !near || !far || !std::isfinite(*far) || !std::isfinite(*near))
      continue;
    if (!(std::fabs(*near - *atZero) <= ratio * beside * std::fabs(*far - *atZero)) &&
        *far != *atZero)
      return true;
  }
  return false;
}

/// A function of a sum, difference or product of two values, of which bytes would leave
/// too few steps where it changes: one that saturates, of a sum (the gates and cells of a
/// recurrent layer), because the whole range of the sum decides on the steps, and not the
/// short part where the function rises; one that is steep at 0 (the magnitudes of a
/// spectrum), because all that is below a step has the same result.
bool StoragePlan::isSensitiveFunction(const StoredCluster &cluster) const {
  if (integerEdges || cluster.kind != StoredCluster::Kind::Table)
    return false;
  auto op = skipMovement(cluster.source).getDefiningOp<QuantizableOpInterface>();
  if (!op || !op.isPointwise())
    return false;
  PointwiseKind kind = op.getPointwiseKind();
  bool isSum = kind == PointwiseKind::Add || kind == PointwiseKind::Subtract;
  if (!(isSum && saturates(*cluster.chain)) &&
      !((isSum || kind == PointwiseKind::Multiply) && isSteepAtZero(*cluster.chain)))
    return false;
  return llvm::none_of(getDataSources(op), isConstantValue);
}

/// Pointwise ops of float values only (the end of a layer norm): what they are
/// computed from is not rounded first.
bool StoragePlan::isComputedFromFloats(const StoredCluster &cluster) {
  bool isPointwise = cluster.kind == StoredCluster::Kind::Table ||
                     (cluster.kind == StoredCluster::Kind::Op &&
                      QuantizableOpInterface(cluster.root).isPointwise());
  SmallVector<Value> sources = cluster.reads;
  llvm::erase_if(sources, isConstantValue);
  return isPointwise && !sources.empty() &&
         llvm::all_of(sources, [&](Value read) { return isFloat(read); });
}

/// States what `value`, which is stored, is computed from.
void StoragePlan::addCluster(Value value) {
  Operation *op = value.getDefiningOp();
  if (!op)
    return;
  Value input = marksStored(op, /*sixteenBitProgram=*/false) ? op->getOperand(0) : value;
  if (!input.getDefiningOp() || isConstantValue(input))
    return;
  StoredCluster cluster =
      matchStoredCluster(input, [&](Value v) { return isStored(v); }, /*sixteenBitProgram=*/false);
  bool readsFloat =
      isFloatSoftmax(cluster) || isSensitiveFunction(cluster) || isComputedFromFloats(cluster);
  if (cluster.kind == StoredCluster::Kind::Float || readsFloat) {
    for (Value leaf : readsFloat ? cluster.reads : cluster.leaves)
      wantFloat(leaf);
    if (cluster.leaves.empty() && !readsFloat)
      wantOperandsFloat(input.getDefiningOp());
    return;
  }
  // The grid that the model gives a rearranged argument is the argument's own.
  if (input != value && isa<BlockArgument>(skipMovement(input)))
    return;
  if (isArgumentPreparation(cluster))
    return;
  for (Value read : cluster.reads)
    wantStored(read);
  clusters[value] = std::move(cluster);
}
