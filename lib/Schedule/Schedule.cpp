#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "qopt/Schedule/BufferAssignment.h"
#include "qopt/Schedule/Passes.h"

#define DEBUG_TYPE "qopt-schedule"

namespace qopt {
#define GEN_PASS_DEF_SCHEDULE
#include "qopt/Schedule/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// Refuses what buffers cannot hold, before anything is changed.
LogicalResult checkFunction(func::FuncOp function) {
  if (!function.getBody().hasOneBlock())
    return function.emitError("control flow cannot be scheduled; the function must have one block");
  auto isBuffer = [](Type type) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    return tensor && tensor.hasStaticShape() && tensor.getNumElements() > 0 &&
           tensor.getElementType().isIntOrFloat();
  };
  auto checkTypes = [&](Operation *op, TypeRange types) -> LogicalResult {
    for (Type type : types)
      if (isa<ShapedType>(type) && !isBuffer(type))
        return op->emitError() << "cannot give " << type << " a buffer; make all shapes static "
                               << "(--input-shape at import) and not empty";
    return success();
  };
  for (Type type : function.getFunctionType().getInputs())
    if (!isa<RankedTensorType>(type))
      return function.emitError() << "argument of type " << type << " is no tensor";
  for (Type type : function.getFunctionType().getResults())
    if (!isa<RankedTensorType>(type))
      return function.emitError() << "result of type " << type << " is no tensor";
  if (failed(checkTypes(function, function.getFunctionType().getInputs())) ||
      failed(checkTypes(function, function.getFunctionType().getResults())))
    return failure();
  for (Operation &op : function.getBody().front())
    if (failed(checkTypes(&op, op.getResultTypes())))
      return failure();
  return success();
}

/// Attributes of the new arguments: those of the inputs, then those of the
/// results, which become arguments.
SmallVector<Attribute> getArgumentAttributes(func::FuncOp function) {
  MLIRContext *context = function.getContext();
  SmallVector<Attribute> attributes;
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    attributes.push_back(
        DictionaryAttr::get(context, function_interface_impl::getArgAttrs(function, i)));
  for (unsigned i = 0; i < function.getNumResults(); ++i) {
    NamedAttrList list(function_interface_impl::getResultAttrs(function, i));
    list.set("qopt.output", UnitAttr::get(context));
    attributes.push_back(list.getDictionary(context));
  }
  return attributes;
}

LogicalResult scheduleFunction(func::FuncOp function, ConstantPool &constants,
                               qint::TargetAttr target) {
  if (failed(checkFunction(function)))
    return failure();
  Block &block = function.getBody().front();
  auto returnOp = cast<func::ReturnOp>(block.getTerminator());
  SmallVector<Attribute> attributes = getArgumentAttributes(function);
  unsigned inputs = block.getNumArguments();

  SmallVector<Operation *> tensorOps;
  for (Operation &op : block.without_terminator())
    tensorOps.push_back(&op);
  OpBuilder builder(returnOp);
  BufferAssignment buffers(builder, function, constants, target);
  for (Operation *op : tensorOps) {
    if (op->hasTrait<OpTrait::ConstantLike>())
      continue;
    auto schedulable = dyn_cast<SchedulableOpInterface>(op);
    if (!schedulable)
      return op->emitError() << "'" << op->getName() << "' cannot be scheduled; rewrite it as "
                             << "TOSA, linalg or qint ops, or implement SchedulableOpInterface "
                             << "for it";
    if (failed(schedulable.schedule(builder, buffers)))
      return failure();
  }
  buffers.finish(returnOp);

  // What is left of the tensors: nobody reads them any more.
  returnOp->setOperands({});
  for (Operation *op : llvm::reverse(tensorOps))
    op->erase();
  block.eraseArguments(0, inputs);
  // Views that only led to other views.
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
    if (isOpTriviallyDead(&op))
      op.erase();
  function.setType(FunctionType::get(function.getContext(), block.getArgumentTypes(), {}));
  function.removeResAttrsAttr();
  function.setArgAttrsAttr(ArrayAttr::get(function.getContext(), attributes));
  return success();
}

struct Schedule : qopt::impl::ScheduleBase<Schedule> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    auto target = module->getAttrOfType<qint::TargetAttr>(qint::kTargetAttrName);
    if (!target)
      target = qint::TargetAttr::get(module.getContext(), "generic", /*emulate=*/false);
    ConstantPool constants(module);
    for (auto function : llvm::make_early_inc_range(module.getOps<func::FuncOp>())) {
      if (function.isExternal())
        continue;
      if (failed(scheduleFunction(function, constants, target)))
        return signalPassFailure();
    }
  }
};

} // namespace
