#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntTaskOps.cpp.inc"

void TaskParallelOp::build(OpBuilder &builder, OperationState &state, unsigned count) {
  for (unsigned i = 0; i < count; ++i)
    state.addRegion()->emplaceBlock();
}

LogicalResult TaskParallelOp::verify() {
  // (C1)
  if (getTasks().size() < 2)
    return emitOpError() << "has " << getTasks().size() << " tasks but must have two or more";
  for (Region &task : getTasks())
    if (task.front().empty())
      return emitOpError() << "has a task without work";
  // (C2)
  WalkResult result = walk([&](TaskParallelOp inner) {
    return inner == *this ? WalkResult::advance() : WalkResult::interrupt();
  });
  if (result.wasInterrupted())
    return emitOpError("holds a 'qint.task.parallel'; tasks do not nest");
  return success();
}

MemRefType qint::getBufferAtOffsetZero(MemRefType type) {
  auto [strides, offset] = type.getStridesAndOffset();
  MemRefLayoutAttrInterface layout;
  int64_t expected = 1;
  for (auto [size, stride] : llvm::reverse(llvm::zip_equal(type.getShape(), strides))) {
    if (stride != expected)
      layout = StridedLayoutAttr::get(type.getContext(), 0, strides);
    expected *= size;
  }
  return MemRefType::get(type.getShape(), type.getElementType(), layout, type.getMemorySpace());
}

LogicalResult TaskCallOp::verify() {
  // (C2)
  for (Type type : getBuffers().getTypes()) {
    auto buffer = dyn_cast<MemRefType>(type);
    SmallVector<int64_t> strides;
    int64_t offset;
    if (!buffer || !buffer.hasStaticShape() ||
        failed(buffer.getStridesAndOffset(strides, offset)) || ShapedType::isDynamic(offset) ||
        llvm::any_of(strides, ShapedType::isDynamic))
      return emitOpError() << "buffer " << type
                           << " must have a static shape, static strides and a static offset";
  }
  return success();
}

LogicalResult TaskCallOp::verifySymbolUses(SymbolTableCollection &symbols) {
  // (C1)
  Operation *symbol = symbols.lookupNearestSymbolFrom(*this, getCalleeAttr());
  if (!symbol)
    return emitOpError() << "callee " << getCalleeAttr() << " is not in the module";
  // The conversion to the LLVM dialect turns the function before the call.
  auto callee = dyn_cast<func::FuncOp>(symbol);
  if (!callee)
    return success();
  FunctionType type = callee.getFunctionType();
  if (type.getNumInputs() != getBuffers().size() || type.getNumResults() != 0)
    return emitOpError() << "callee " << getCalleeAttr() << " of type " << type << " must take "
                         << getBuffers().size() << " buffers and return nothing";
  // (C2)
  for (auto [buffer, input] : llvm::zip_equal(getBuffers().getTypes(), type.getInputs()))
    if (MemRefType expected = getBufferAtOffsetZero(cast<MemRefType>(buffer)); input != expected)
      return emitOpError() << "argument of type " << input << " must have type " << expected
                           << " to take " << buffer;
  return success();
}
