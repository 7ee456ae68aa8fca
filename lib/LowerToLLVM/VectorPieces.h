#ifndef QOPT_LIB_LOWERTOLLVM_VECTORPIECES_H
#define QOPT_LIB_LOWERTOLLVM_VECTORPIECES_H

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Value.h"

// One-dimensional vectors cut into the widths that intrinsics have.

namespace qopt {

/// Lanes [offset, offset + lanes) of a vector; those behind its end are poison.
mlir::Value takeLanes(mlir::ImplicitLocOpBuilder &builder, mlir::Value vector, int64_t offset,
                      int64_t lanes);

/// Vectors joined end to end, cut to the first `lanes` lanes.
mlir::Value joinLanes(mlir::ImplicitLocOpBuilder &builder, llvm::ArrayRef<mlir::Value> vectors,
                      int64_t lanes);

/// lhs0 rhs0 lhs1 rhs1 … selected by `mask`; -1 is a lane that nobody reads.
mlir::Value shuffleLanes(mlir::ImplicitLocOpBuilder &builder, mlir::Value lhs, mlir::Value rhs,
                         llvm::ArrayRef<int64_t> mask);

/// Calls an intrinsic of LLVM that has one result.
mlir::Value callIntrinsic(mlir::ImplicitLocOpBuilder &builder, llvm::StringRef name,
                          mlir::Type result, mlir::ValueRange operands);

/// Reads a vector as one of the same bits with other elements.
mlir::Value bitcastLanes(mlir::ImplicitLocOpBuilder &builder, mlir::Value vector,
                         mlir::Type elementType);

/// An integer in every lane.
mlir::Value splatLanes(mlir::ImplicitLocOpBuilder &builder, mlir::Type type, int64_t value);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_VECTORPIECES_H
