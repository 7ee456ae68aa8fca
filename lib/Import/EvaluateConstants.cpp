#include "FoldConstants.h"

#include "mlir/Analysis/SliceAnalysis.h"
#include "qopt/Reference/Evaluator.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

/// Constants of more elements are left to the program.
static constexpr int64_t maxEvaluated = int64_t(1) << 24;

static bool isLarge(Value value) {
  auto type = dyn_cast<ShapedType>(value.getType());
  return type && type.getNumElements() > maxEvaluated;
}

/// The operations that compute `value` from constants, in order; nothing if it
/// depends on an input, is made of a large value, or has a grid, which a constant would lose.
static std::optional<llvm::SetVector<Operation *>> findOperations(Value value) {
  llvm::SetVector<Operation *> operations;
  BackwardSliceOptions options;
  options.inclusive = true;
  options.omitBlockArguments = true;
  if (failed(getBackwardSlice(value, &operations, options)))
    return std::nullopt;
  for (Operation *op : operations) {
    bool readsInput =
        llvm::any_of(op->getOperands(), [](Value operand) { return isa<BlockArgument>(operand); });
    if (readsInput || isa<calib::FakeQuantOp>(op) || llvm::any_of(op->getResults(), isLarge))
      return std::nullopt;
  }
  return operations;
}

void qopt::onnx_import::evaluateConstant(ImportBuilder &b, ImportedValue &value) {
  if (value.isConstant() || value.isQuantized ||
      countElements(value.shape).value_or(maxElements) > maxEvaluated)
    return;
  Value result = b.materializeOriginal(value);
  auto operations = findOperations(result);
  if (isa<BlockArgument>(result) || !operations)
    return;
  OwningOpRef<func::FuncOp> function = func::FuncOp::create(
      b.getLoc(), "constant", b.getFunctionType({}, TypeRange{result.getType()}));
  OpBuilder body(function->getContext());
  body.setInsertionPointToStart(function->addEntryBlock());
  IRMapping mapping;
  for (Operation *op : *operations)
    body.clone(*op, mapping);
  func::ReturnOp::create(body, b.getLoc(), mapping.lookup(result));
  FailureOr<Evaluator> evaluator = Evaluator::create(*function);
  if (failed(evaluator))
    return;
  FailureOr<SmallVector<Tensor>> results = evaluator->run({});
  if (failed(results))
    return;
  std::string name = std::move(value.name);
  value = ImportedValue::ofConstant(std::make_shared<Tensor>(std::move(results->front())));
  value.name = std::move(name);
}
