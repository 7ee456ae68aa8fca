#ifndef QOPT_LIB_VECTORIZE_BYTEMATMUL_H
#define QOPT_LIB_VECTORIZE_BYTEMATMUL_H

#include "KernelBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"

namespace qopt {

/// A product of two variable matrices of bytes. A panel of the right one is
/// brought into groups of four k in the scratch buffer, as packing does with
/// constant weights, then all rows are multiplied by it:
///
///   sum (a - za)(b - zb) = sum a' b' + (z - za) sum b' + (y - zb) sum (a - za)
///
/// with a' = a - z and b' = b - y. Byte dot products take b' = b - 128, and
/// a' = a - 128 where both operands are signed, else a' = a. Others take words,
/// where b' = b - zb needs no second correction.
struct ByteMatmul {
  ByteMatmul(KernelBuilder &builder, qint::ScheduledBatchMatmulOp op);

  /// Bytes of the reduction that are multiplied at a time.
  static constexpr int64_t kGroup = 4;

  int64_t extent() const { return lhs.shape[2]; }
  /// Whole groups of the reduction, and what is left behind them.
  int64_t wholeSteps() const { return extent() / kGroup; }
  int64_t tail() const { return extent() % kGroup; }
  /// Registers of the packed matrix for one of columns and one step: bytes, or
  /// words of the even and of the odd k.
  int64_t parts() const { return hasByteDot ? 1 : 2; }
  int64_t registerBytes() const { return kGroup * lanes; }
  int64_t stepBytes(int64_t vectors) const { return vectors * parts() * registerBytes(); }
  /// The constant factors of the sums.
  int64_t columnFactor() const { return lhsShift - lhsZeroPoint; }
  int64_t rowFactor() const { return rhsShift - rhsZeroPoint; }

  FlatBuffer lhs, rhs, output, scratch;
  int64_t lanes;
  bool hasByteDot, isSigned;
  int64_t lhsZeroPoint, rhsZeroPoint;
  /// z and y.
  int64_t lhsShift, rhsShift;
  /// Where the terms of columns and of rows lie behind the panel.
  int64_t columnTerms, rowTerms;
};

/// `count` bytes, and `padding` in the lanes behind them.
mlir::Value loadBytes(KernelBuilder &builder, const FlatBuffer &buffer, mlir::Value offset,
                      int64_t count, int64_t size, int64_t padding);

/// Packs `columns` columns of the right matrix from offset `rhsPanel` on, and
/// computes the terms of the columns.
void packRightMatrix(KernelBuilder &builder, const ByteMatmul &matmul, mlir::Value rhsPanel,
                     int64_t columns);

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_BYTEMATMUL_H
