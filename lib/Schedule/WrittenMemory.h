#ifndef QOPT_LIB_SCHEDULE_WRITTENMEMORY_H
#define QOPT_LIB_SCHEDULE_WRITTENMEMORY_H

#include "mlir/IR/Operation.h"
#include "mlir/IR/Value.h"
#include "llvm/ADT/DenseMap.h"

namespace qopt {

/// Which task wrote each part of memory last. Task i of every list runs on one
/// core, whose caches hold that; what a task reads of the others' has to come from
/// their cores.
class WrittenMemory {
public:
  /// Records that `op` ran as number `task` of its list. Ops of no list run where
  /// the first tasks do.
  void recordWrites(mlir::Operation *op, unsigned task);

  /// The bytes of other tasks that `op` would read as number `task`.
  int64_t countForeignBytes(mlir::Operation *op, unsigned task) const;

private:
  /// The writers of each block of bytes of a memory: 0 for nobody, else the
  /// task's number plus one.
  llvm::DenseMap<mlir::Value, llvm::SmallVector<unsigned, 0>> writers;
};

} // namespace qopt

#endif // QOPT_LIB_SCHEDULE_WRITTENMEMORY_H
