#include "qopt/Reference/Evaluator.h"

#include "Kernel.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

namespace {

/// A value is known by its slot; ops that only pass a value on share one.
using Slot = unsigned;

constexpr Slot kNoSlot = ~0u;

struct Step {
  /// Empty for an observation, which calls the observer on its operand.
  Kernel kernel;
  calib::ObserveOp observe;
  SmallVector<Slot> operands;
  Slot result = kNoSlot;
  RankedTensorType resultType;
  /// Slots that no later step reads.
  SmallVector<Slot> dead;
};

} // namespace

struct Evaluator::Plan {
  func::FuncOp function;
  std::vector<Step> steps;
  /// By slot; null where the value is not constant or no step reads it.
  std::vector<std::shared_ptr<const Tensor>> constants;
  SmallVector<Slot> results;
  Slot slotCount = 0;
};

/// Turns the ops of a function into steps.
class Evaluator::Planner {
public:
  explicit Planner(func::FuncOp function) : plan(std::make_shared<Plan>()) {
    plan->function = function;
  }

  FailureOr<std::shared_ptr<const Plan>> run();

private:
  LogicalResult addOp(Operation &op);
  void addConstant(Value value, Tensor tensor);
  SmallVector<Slot> getSlots(ValueRange values) const;
  void findConstantsAndLastUses();

  std::shared_ptr<Plan> plan;
  Constants constants;
  DenseMap<Value, Slot> slots;
};

FailureOr<std::shared_ptr<const Evaluator::Plan>> Evaluator::Planner::run() {
  func::FuncOp function = plan->function;
  if (!function.getBody().hasOneBlock())
    return refuse(function) << "its body must be one block of tensor ops";
  for (BlockArgument argument : function.getArguments()) {
    if (failed(checkTensorType(function, argument.getType(), /*mayBeEmpty=*/true)))
      return failure();
    slots[argument] = plan->slotCount++;
  }
  for (Operation &op : function.getBody().front().without_terminator())
    if (failed(addOp(op)))
      return failure();
  Operation *terminator = function.getBody().front().getTerminator();
  for (Value result : terminator->getOperands())
    if (failed(checkTensorType(terminator, result.getType(), /*mayBeEmpty=*/true)))
      return failure();
  plan->results = getSlots(terminator->getOperands());
  findConstantsAndLastUses();
  return std::shared_ptr<const Plan>(plan);
}

LogicalResult Evaluator::Planner::addOp(Operation &op) {
  // Whoever reads a shape looks for its constant.
  if (isa<tosa::ConstShapeOp>(op))
    return success();
  const KernelRegistry::Prepare *prepare = KernelRegistry::get().lookup(&op);
  if (!prepare || op.getNumResults() != 1)
    return refuse(&op) << "the reference evaluator does not know this op; rewrite it in terms of "
                          "`tosa`, `calib` or `qint` tensor ops";
  for (Value operand : op.getOperands())
    if (!isa<tosa::shapeType>(operand.getType()) && failed(checkTensorType(&op, operand.getType())))
      return failure();
  Value result = op.getResult(0);
  if (failed(checkTensorType(&op, result.getType(), /*mayBeEmpty=*/isa<tensor::EmptyOp>(op))))
    return failure();
  for (NamedAttribute attribute : op.getAttrs())
    if (auto values = dyn_cast<DenseI64ArrayAttr>(attribute.getValue());
        values && failed(checkMagnitudes(&op, values.asArrayRef())))
      return failure();
  FailureOr<Kernel> kernel = (*prepare)(&op, constants);
  if (failed(kernel))
    return failure();

  auto observe = dyn_cast<calib::ObserveOp>(op);
  if (!*kernel) {
    slots[result] = slots.lookup(op.getOperand(0));
    if (std::shared_ptr<const Tensor> constant = constants.lookup(op.getOperand(0)))
      constants.insert(result, constant);
    if (!observe)
      return success();
  }
  Step step;
  step.kernel = std::move(*kernel);
  step.operands = getSlots(op.getOperands());
  if (observe) {
    step.observe = observe;
    plan->steps.push_back(std::move(step));
    return success();
  }

  step.resultType = getTensorType(result);
  step.result = slots[result] = plan->slotCount++;
  bool isConstant = llvm::all_of(op.getOperands(), [&](Value operand) {
    return isa<tosa::shapeType>(operand.getType()) || constants.lookup(operand);
  });
  if (!isConstant) {
    plan->steps.push_back(std::move(step));
    return success();
  }
  SmallVector<const Tensor *> operands = llvm::map_to_vector(
      op.getOperands(), [&](Value operand) { return constants.lookup(operand).get(); });
  auto tensor = std::make_shared<Tensor>(step.resultType);
  step.kernel(operands, *tensor);
  constants.insert(result, std::move(tensor));
  return success();
}

SmallVector<Slot> Evaluator::Planner::getSlots(ValueRange values) const {
  return llvm::map_to_vector(values, [&](Value value) {
    auto it = slots.find(value);
    return it == slots.end() ? kNoSlot : it->second;
  });
}

void Evaluator::Planner::findConstantsAndLastUses() {
  std::vector<std::shared_ptr<const Tensor>> known(plan->slotCount);
  for (auto [value, slot] : slots)
    known[slot] = constants.lookup(value);

  plan->constants.resize(plan->slotCount);
  std::vector<bool> live(plan->slotCount);
  auto use = [&](Slot slot) {
    plan->constants[slot] = known[slot];
    bool isLastUse = !live[slot];
    live[slot] = true;
    return isLastUse;
  };
  for (Slot slot : plan->results)
    use(slot);
  for (Step &step : llvm::reverse(plan->steps)) {
    if (step.result != kNoSlot && !live[step.result])
      step.dead.push_back(step.result);
    for (Slot slot : step.operands)
      if (slot != kNoSlot && use(slot))
        step.dead.push_back(slot);
  }
}

FailureOr<Evaluator> Evaluator::create(func::FuncOp function) {
  FailureOr<std::shared_ptr<const Plan>> plan = Planner(function).run();
  if (failed(plan))
    return failure();
  return Evaluator(std::move(*plan));
}

FailureOr<SmallVector<Tensor>> Evaluator::run(ArrayRef<Tensor> inputs, Observer observer) const {
  func::FuncOp function = plan->function;
  if (inputs.size() != function.getNumArguments())
    return function.emitError() << "expects " << function.getNumArguments() << " inputs but got "
                                << inputs.size();
  // `values` is what steps read: inputs, constants, or what `owned` holds.
  std::vector<const Tensor *> values(plan->slotCount);
  std::vector<Tensor> owned(plan->slotCount);
  for (auto [slot, constant] : llvm::enumerate(plan->constants))
    values[slot] = constant.get();
  for (auto [index, input, type] : llvm::enumerate(inputs, function.getArgumentTypes())) {
    if (input.getType() != type)
      return function.emitError() << "input " << index << " must be a " << type << " but is a "
                                  << input.getType();
    values[index] = &input;
  }

  for (const Step &step : plan->steps) {
    SmallVector<const Tensor *> operands = llvm::map_to_vector(
        step.operands, [&](Slot slot) { return slot == kNoSlot ? nullptr : values[slot]; });
    if (step.kernel) {
      owned[step.result] = Tensor(step.resultType);
      values[step.result] = &owned[step.result];
      step.kernel(operands, owned[step.result]);
    } else if (observer) {
      observer(step.observe, *operands.front());
    }
    for (Slot slot : step.dead)
      owned[slot] = Tensor();
  }
  return llvm::map_to_vector(plan->results, [&](Slot slot) { return *values[slot]; });
}

SmallVector<RankedTensorType> Evaluator::getInputTypes() const {
  func::FuncOp function = plan->function;
  return llvm::map_to_vector(function.getArgumentTypes(),
                             [](Type type) { return cast<RankedTensorType>(type); });
}

SmallVector<RankedTensorType> Evaluator::getOutputTypes() const {
  func::FuncOp function = plan->function;
  return llvm::map_to_vector(function.getResultTypes(),
                             [](Type type) { return cast<RankedTensorType>(type); });
}
