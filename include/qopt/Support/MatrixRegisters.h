#ifndef QOPT_SUPPORT_MATRIXREGISTERS_H
#define QOPT_SUPPORT_MATRIXREGISTERS_H

#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <cstdint>

namespace qopt {

// The matrix registers of x86 (AMX): eight, each of up to 16 rows of up to 64
// bytes.
inline constexpr int64_t kMatrixRegisters = 8, kMatrixRows = 16, kMatrixRowBytes = 64;
/// Bytes of a register, and of all of them.
inline constexpr int64_t kMatrixBytes = kMatrixRows * kMatrixRowBytes;
inline constexpr int64_t kMatrixFileBytes = kMatrixRegisters * kMatrixBytes;
/// Columns of i32 in an accumulator, and the steps of four bytes that one row of
/// the left factor holds.
inline constexpr int64_t kMatrixColumns = 16, kMatrixSteps = 16;
/// Accumulators of a tile, which leave two registers for either factor, and the rows
/// in all of them.
inline constexpr int64_t kMatrixAccumulators = 4,
                         kMaxMatrixTile = kMatrixAccumulators * kMatrixRows;

/// Steps of a reduction in chunks that fill a row of the left factor as far as equal
/// ones can. The last one may be shorter.
struct MatrixChunks {
  int64_t count, steps, lastSteps;

  explicit MatrixChunks(int64_t reduction)
      : count(llvm::divideCeil(reduction, kMatrixSteps)), steps(llvm::divideCeil(reduction, count)),
        lastSteps(reduction - (count - 1) * steps) {}

  bool areEqual() const { return lastSteps == steps; }
  /// How many have `steps`.
  int64_t equal() const { return areEqual() ? count : count - 1; }
};

/// Numbers of registers: accumulators for `groups` of rows by `vectors` of columns
/// come first, then the factors of whole chunks, then those of a shorter last one.
struct MatrixRegisterPlan {
  int64_t lhs, lhsCount, rhs, rhsCount;
  int64_t lastLhs, lastRhs;
  /// There are not too many accumulators.
  bool fits;

  MatrixRegisterPlan(int64_t groups, int64_t vectors, const MatrixChunks &chunks) {
    fits = groups * vectors <= kMatrixAccumulators;
    int64_t free = kMatrixRegisters - groups * vectors - (chunks.areEqual() ? 0 : 2);
    lhs = groups * vectors;
    lhsCount = std::max<int64_t>(1, std::min(free - 1, groups));
    rhs = lhs + lhsCount;
    rhsCount = std::max<int64_t>(1, std::min(free - lhsCount, vectors));
    lastLhs = rhs + rhsCount;
    lastRhs = lastLhs + 1;
  }
};

/// Groups of up to 16 rows that lie inside of a line, in a tile of whole lines of
/// `width` rows or of a part of one.
inline int64_t countMatrixGroups(int64_t rows, int64_t width) {
  return llvm::divideCeil(rows, width) * llvm::divideCeil(std::min(rows, width), kMatrixRows);
}

} // namespace qopt

#endif // QOPT_SUPPORT_MATRIXREGISTERS_H
