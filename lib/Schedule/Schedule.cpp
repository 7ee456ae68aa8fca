#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/Matchers.h"
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

bool hasBuffer(Type type, bool mayBeEmpty) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || !tensor.hasStaticShape() || (tensor.getNumElements() == 0 && !mayBeEmpty))
    return false;
  Type element = tensor.getElementType();
  return element.isF32() || (element.isInteger() && element.getIntOrFloatBitWidth() <= 64);
}

/// Refuses tensors that buffers cannot hold, and constants without values. Tensors
/// without elements come in and go out; nothing computes with them.
LogicalResult checkTensors(Operation *op, TypeRange types) {
  bool mayBeEmpty = isa<func::FuncOp, tensor::EmptyOp>(op);
  for (Type type : types)
    if (isa<ShapedType>(type) && !hasBuffer(type, mayBeEmpty))
      return op->emitError() << "cannot give " << type << " a buffer; shapes must be static and "
                             << "not empty (qopt-translate --input-shape), elements f32 or "
                             << "integers";
  DenseResourceElementsAttr resource;
  if (matchPattern(op, m_Constant(&resource)) && !resource.getRawHandle().getBlob())
    return op->emitError() << "the values of the constant are missing: resource '"
                           << resource.getRawHandle().getKey() << "' is not in the file";
  return success();
}

/// Refuses what cannot be scheduled, before anything is changed.
LogicalResult checkFunction(func::FuncOp function) {
  if (!function.getBody().hasOneBlock())
    return function.emitError("has control flow; only straight-line functions can be scheduled");
  for (Type type : llvm::concat<const Type>(function.getArgumentTypes(), function.getResultTypes()))
    if (!isa<TensorType>(type))
      return function.emitError() << "takes or returns " << type << ", which is no tensor; has it "
                                  << "been scheduled already?";
  if (failed(checkTensors(function, function.getArgumentTypes())) ||
      failed(checkTensors(function, function.getResultTypes())))
    return failure();
  for (Operation &op : function.getBody().front())
    if (failed(checkTensors(&op, op.getResultTypes())))
      return failure();
  return success();
}

/// Attributes of the new arguments: those of the inputs, then those of the
/// results, which become arguments.
SmallVector<Attribute> getArgumentAttributes(func::FuncOp function) {
  MLIRContext *context = function.getContext();
  SmallVector<Attribute> attributes;
  auto add = [&](ArrayRef<NamedAttribute> given, Type type, bool isOutput) {
    NamedAttrList list(given);
    Type element = getElementTypeOrSelf(type);
    if (BufferAssignment::getStoredType(element) != element)
      list.set("qopt.element_type", TypeAttr::get(element));
    if (auto tensor = cast<RankedTensorType>(type); tensor.getNumElements() == 0)
      list.set("qopt.shape", DenseI64ArrayAttr::get(context, tensor.getShape()));
    if (isOutput)
      list.set("qopt.output", UnitAttr::get(context));
    attributes.push_back(list.getDictionary(context));
  };
  for (auto [i, type] : llvm::enumerate(function.getArgumentTypes()))
    add(function_interface_impl::getArgAttrs(function, i), type, /*isOutput=*/false);
  for (auto [i, type] : llvm::enumerate(function.getResultTypes()))
    add(function_interface_impl::getResultAttrs(function, i), type, /*isOutput=*/true);
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
    if (op->hasTrait<OpTrait::ConstantLike>() || buffers.isScheduled(op))
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
