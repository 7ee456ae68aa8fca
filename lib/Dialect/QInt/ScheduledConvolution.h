// Checks that the scheduled ops share; those of convolutions name the constraints of
// `qint.scheduled.conv2d`.

#ifndef QOPT_LIB_DIALECT_QINT_SCHEDULEDCONVOLUTION_H
#define QOPT_LIB_DIALECT_QINT_SCHEDULEDCONVOLUTION_H

#include "Verification.h"

#include "qopt/Dialect/QInt/QInt.h"

namespace qopt::qint {

/// What convolutions differ in: how channels are packed.
struct PackedChannels {
  /// One of these shapes is that of the weights.
  llvm::SmallVector<llvm::SmallVector<int64_t>, 2> weightShapes;
  int64_t count;
};

/// All buffers have static shapes.
llvm::LogicalResult verifyStatic(mlir::Operation *op);

/// The input covers all positions of the output; the residual has its shape.
template <typename Op>
llvm::LogicalResult verifyPositions(Op op, llvm::ArrayRef<int64_t> kernel,
                                    llvm::ArrayRef<int64_t> stride,
                                    llvm::ArrayRef<int64_t> dilation);

/// Weights and what there is one of per channel have the shapes of `packed`.
template <typename Op> llvm::LogicalResult verifyPacking(Op op, const PackedChannels &packed);

/// What a rescale in `mode` from `accumulator` may store.
llvm::LogicalResult verifyModeResult(mlir::Operation *op, RescaleMode mode, mlir::Type accumulator,
                                     const RescaleOutput &output);

/// From the accumulator to what is stored.
template <typename Op> llvm::LogicalResult verifyScheduledEpilogue(Op op);

} // namespace qopt::qint

#endif // QOPT_LIB_DIALECT_QINT_SCHEDULEDCONVOLUTION_H
