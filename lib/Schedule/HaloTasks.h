#ifndef QOPT_LIB_SCHEDULE_HALOTASKS_H
#define QOPT_LIB_SCHEDULE_HALOTASKS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/MemRefViews.h"

namespace qopt {

/// Whether `op` is more than a view, a constant or an allocation.
bool doesWork(mlir::Operation *op);

/// The fills that are nearest in front of `op`, with nothing but them in between.
llvm::SmallVector<mlir::linalg::FillOp> findFills(mlir::Operation *op);

/// The steps of the outermost dimension of `layout` that begin at the elements [begin,
/// end) of its memory.
StridedLayout takeSteps(const StridedLayout &layout, int64_t begin, int64_t end);

/// Lets `tasks`, the parts of one op, fill the halo around what they write, where the ops
/// right in front of them do so: each task takes what lies around its own rows or in its
/// own channels. Its core reads that in the next layer, and finds it in its caches.
void shareHalos(qint::TaskParallelOp tasks);

} // namespace qopt

#endif // QOPT_LIB_SCHEDULE_HALOTASKS_H
