#include "Models/Partition.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;

void schedule::restrict(MutableOperandRange operands, unsigned dimension, int64_t begin,
                        int64_t end) {
  for (OpOperand &operand : operands) {
    OpBuilder builder(operand.getOwner());
    SmallVector<int64_t> sizes(getShape(operand.get())), offsets(sizes.size(), 0);
    offsets[dimension] = begin;
    sizes[dimension] = end - begin;
    operand.set(createBox(builder, operand.getOwner()->getLoc(), operand.get(), offsets, sizes));
  }
}

void schedule::giveOwnScratch(MutableOperandRange operands) {
  for (OpOperand &scratch : operands) {
    Operation *op = scratch.getOwner();
    auto tasks = op->getParentOfType<qint::TaskParallelOp>();
    if (!tasks)
      return;
    OpBuilder builder(tasks);
    scratch.set(
        memref::AllocOp::create(builder, op->getLoc(), cast<MemRefType>(scratch.get().getType())));
  }
}
