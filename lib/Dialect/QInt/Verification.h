// Checks that several ops of the qint dialect share. Each reports at `op` and
// quotes the values that disagree. `what` names an operand or attribute.

#ifndef QOPT_LIB_DIALECT_QINT_VERIFICATION_H
#define QOPT_LIB_DIALECT_QINT_VERIFICATION_H

#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/IR/TypeUtilities.h"

namespace qopt::qint {

/// Smallest and largest stored integer of an element type.
struct StorageBounds {
  int64_t min;
  int64_t max;
};

/// Bounds of `type`, which is read as unsigned where it is `ui8`, and where it
/// is a signless `i8` of the scheduled or vector level (a stored activation).
StorageBounds storageBounds(mlir::Type type);

/// What a rescale turns an accumulator into.
struct RescaleOutput {
  mlir::Type type;
  int64_t zeroPoint;
  int64_t clampMin;
  int64_t clampMax;
};

/// `actual` equals `expected`.
llvm::LogicalResult verifyShape(mlir::Operation *op, llvm::StringRef what,
                                llvm::ArrayRef<int64_t> actual, llvm::ArrayRef<int64_t> expected);

/// `type` has `rank` dimensions.
llvm::LogicalResult verifyRank(mlir::Operation *op, llvm::StringRef what, mlir::ShapedType type,
                               int64_t rank);

/// `values` has `count` entries, none below `least`.
llvm::LogicalResult verifyEntries(mlir::Operation *op, llvm::StringRef what,
                                  llvm::ArrayRef<int64_t> values, size_t count, int64_t least);

/// `value` lies in [`min`, `max`].
llvm::LogicalResult verifyInterval(mlir::Operation *op, llvm::StringRef what, int64_t value,
                                   int64_t min, int64_t max);

/// `zeroPoint` lies inside the bounds of `type`.
llvm::LogicalResult verifyZeroPoint(mlir::Operation *op, llvm::StringRef what, mlir::Type type,
                                    int64_t zeroPoint);

/// Both shapes broadcast to that of the result; all have one rank.
llvm::LogicalResult verifyBroadcast(mlir::Operation *op, mlir::ShapedType lhs, mlir::ShapedType rhs,
                                    mlir::ShapedType result);

/// The clamp is not empty, lies with the zero point inside the output's type,
/// and within 256 steps of the zero point where `mode` is `fixed16` (which is
/// what makes its 16-bit saturation invisible).
llvm::LogicalResult verifyClamp(mlir::Operation *op, const RescaleOutput &output,
                                std::optional<RescaleMode> mode);

/// `rescale` can turn `accumulator` into `output.type`, and the clamp holds.
llvm::LogicalResult verifyRescale(mlir::Operation *op, RescaleAttr rescale, mlir::Type accumulator,
                                  const RescaleOutput &output);

/// Operands and geometry of a pool, of the tensor or the scheduled level.
struct PoolGeometry {
  mlir::ShapedType input;
  mlir::ShapedType result;
  llvm::ArrayRef<int64_t> kernel;
  llvm::ArrayRef<int64_t> stride;
  llvm::ArrayRef<int64_t> pad;
};

/// `geometry` is well-formed, and the result has the shape that follows, and the input's
/// element type, or i32 if it holds `sums`.
llvm::LogicalResult verifyPool(mlir::Operation *op, const PoolGeometry &geometry,
                               bool sums = false);

/// `rescale` serves every number of positions that a window of the mean can
/// have, and turns their sum into the result; without one the sum is the result.
llvm::LogicalResult verifyMean(mlir::Operation *op, const PoolGeometry &geometry,
                               std::optional<RescaleAttr> rescale, int64_t inputZeroPoint,
                               const RescaleOutput &output);

/// Number of positions at which a window fits, rounded down; 0 or less where
/// it fits nowhere.
int64_t outputSize(int64_t input, int64_t padding, int64_t kernel, int64_t stride,
                   int64_t dilation = 1);

} // namespace qopt::qint

#endif // QOPT_LIB_DIALECT_QINT_VERIFICATION_H
