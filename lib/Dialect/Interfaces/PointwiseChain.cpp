#include "mlir/IR/Matchers.h"
#include "qopt/Dialect/Interfaces/StoredCluster.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Shape of a tensor value.
ArrayRef<int64_t> shapeOf(Value value) { return cast<ShapedType>(value.getType()).getShape(); }

/// The ops between two values, found from the end; each after its operands.
class ChainWalk {
public:
  ChainWalk(Value from, llvm::function_ref<bool(Value)> isStored, bool sixteenBitProgram)
      : from(from), isStored(isStored), sixteenBitProgram(sixteenBitProgram) {}

  /// Collects what computes `value` from `from`. False if anything else does.
  bool visit(Value value) {
    if (value == from || getSplatConstant(value))
      return true;
    Operation *op = value.getDefiningOp();
    if (!op || isConstantValue(value) || isStored(value))
      return false;
    if (ops.contains(op))
      return true;
    if (skipUnstored(value, sixteenBitProgram) != value) {
      if (!visit(op->getOperand(0)))
        return false;
      rearranged[value] = rearranged.lookup(op->getOperand(0));
    } else if (auto quantizable = dyn_cast<QuantizableOpInterface>(op)) {
      if (!visitOperands(quantizable))
        return false;
    } else {
      return false;
    }
    ops.insert(op);
    return true;
  }

  llvm::SetVector<Operation *> ops;

private:
  bool visitOperands(QuantizableOpInterface op) {
    Value result = op->getResult(0);
    if (op.getDataMovement() != DataMovement::None) {
      if (!visit(op->getOperand(0)))
        return false;
      rearranged[result] = op.getDataMovement() == DataMovement::Rearrange
                               ? op.getOperation()
                               : rearranged.lookup(op->getOperand(0));
      return true;
    }
    if (!op.isPointwise() || op->getNumResults() != 1)
      return false;
    for (OpOperand &operand : op->getOpOperands()) {
      if (op.getOperandRole(operand.getOperandNumber()) != OperandRole::Data)
        continue;
      if (!visit(operand.get()))
        return false;
      if (getSplatConstant(operand.get()))
        continue;
      // A broadcast operand is no function of the element at its own position,
      // nor are operands that were rearranged differently.
      Operation *rearrangement = rearranged.lookup(operand.get());
      auto [it, isFirst] = rearranged.try_emplace(result, rearrangement);
      if (shapeOf(operand.get()) != shapeOf(result) || it->second != rearrangement)
        return false;
    }
    return true;
  }

  Value from;
  llvm::function_ref<bool(Value)> isStored;
  bool sixteenBitProgram;
  /// The last op on the way to a value that puts elements to other places.
  llvm::DenseMap<Value, Operation *> rearranged;
};

} // namespace

FailureOr<PointwiseChain> PointwiseChain::create(Value from, Value to,
                                                 llvm::function_ref<bool(Value)> isStored,
                                                 bool sixteenBitProgram) {
  ChainWalk walk(from, isStored, sixteenBitProgram);
  if (!walk.visit(to) || (to != from && walk.ops.empty()))
    return failure();

  PointwiseChain chain;
  chain.from = from;
  chain.to = to;
  chain.ops = walk.ops.takeVector();
  chain.initial.push_back(0.0);
  llvm::DenseMap<Value, unsigned> slotOf = {{from, 0}};
  for (Operation *op : chain.ops) {
    auto quantizable = dyn_cast<QuantizableOpInterface>(op);
    if (!quantizable || quantizable.getDataMovement() != DataMovement::None) {
      slotOf[op->getResult(0)] = slotOf.lookup(op->getOperand(0));
      continue;
    }
    Step step = {quantizable, {}, 0};
    for (OpOperand &operand : op->getOpOperands()) {
      unsigned slot = 0;
      if (quantizable.getOperandRole(operand.getOperandNumber()) == OperandRole::Data) {
        auto [it, isNew] = slotOf.try_emplace(operand.get(), chain.initial.size());
        if (isNew) // a constant: everything else has been computed
          chain.initial.push_back(*getSplatConstant(operand.get()));
        slot = it->second;
      }
      step.slots.push_back(slot);
    }
    step.resultSlot = chain.initial.size();
    slotOf[op->getResult(0)] = step.resultSlot;
    chain.initial.push_back(0.0);
    chain.steps.push_back(std::move(step));
  }
  chain.resultSlot = slotOf.lookup(to);
  return chain;
}

std::optional<double> PointwiseChain::evaluate(double x) const {
  SmallVector<double> slots(initial);
  slots[0] = x;
  SmallVector<double, 3> operands;
  for (const Step &step : steps) {
    operands.clear();
    for (unsigned slot : step.slots)
      operands.push_back(slots[slot]);
    std::optional<double> value =
        const_cast<Step &>(step).op.evaluatePointwise(ArrayRef<double>(operands));
    if (!value)
      return std::nullopt;
    slots[step.resultSlot] = *value;
  }
  return slots[resultSlot];
}

std::optional<ClampBounds> PointwiseChain::getClampBounds() const {
  ClampBounds bounds;
  for (const Step &step : steps) {
    auto op = const_cast<Step &>(step).op;
    if (op.getPointwiseKind() != PointwiseKind::Clamp)
      return std::nullopt;
    bounds = bounds.then(op.getClampBounds());
  }
  return bounds;
}

bool PointwiseChain::isPrivate() const {
  auto isInside = [&](Operation *user) { return llvm::is_contained(ops, user); };
  if (from != to && !llvm::all_of(from.getUsers(), isInside))
    return false;
  return llvm::all_of(ops, [&](Operation *op) {
    return op->getResult(0) == to || llvm::all_of(op->getUsers(), isInside);
  });
}

SmallVector<Operation *> PointwiseChain::getMovements() const {
  SmallVector<Operation *> movements;
  Value value = to;
  while (value != from) {
    Operation *op = value.getDefiningOp();
    auto quantizable = dyn_cast<QuantizableOpInterface>(op);
    if (quantizable && quantizable.getDataMovement() != DataMovement::None)
      movements.push_back(op);
    Value next;
    for (Value operand : op->getOperands())
      if (!next && (operand == from || llvm::is_contained(ops, operand.getDefiningOp())))
        next = operand;
    value = next;
  }
  std::reverse(movements.begin(), movements.end());
  return movements;
}
