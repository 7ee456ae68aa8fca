#ifndef QOPT_LIB_SCHEDULE_MODELS_TOSA_H
#define QOPT_LIB_SCHEDULE_MODELS_TOSA_H

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

// What the models of TOSA ops check alike.
namespace qopt::schedule {

/// Integer forms of TOSA ops carry zero points and shifts, float ones zeros:
/// reports those of `values` that are not a constant 0.
mlir::LogicalResult checkZeroPoints(mlir::Operation *op, mlir::ValueRange values);

/// Only NaN propagation is compiled.
mlir::LogicalResult checkNaNMode(mlir::Operation *op, mlir::tosa::NanPropagationMode mode);

/// The constant `tosa.shape` in `value`, or an error at `op`.
mlir::FailureOr<llvm::SmallVector<int64_t>> readShape(mlir::Operation *op, mlir::Value value);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_TOSA_H
