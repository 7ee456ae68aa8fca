#ifndef QOPT_LIB_LOWERTOLLVM_LOWERTABLES_H
#define QOPT_LIB_LOWERTOLLVM_LOWERTABLES_H

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/PatternMatch.h"

// Tables of 256 entries. Those of a model are constants, and so is all that is
// made of them before an index comes in: LLVM computes it.

namespace qopt {

/// Reads 256 bytes at the bytes of a vector.
using ByteLookup = mlir::Value (*)(mlir::ImplicitLocOpBuilder &builder, mlir::Value table,
                                   mlir::Value index);

/// Lowers `qint.vector.lookup` of bytes in pieces of `mostLanes`, or of less, down
/// to `fewestLanes`, where a vector is short.
void addLowerByteLookupPattern(mlir::RewritePatternSet &patterns, int64_t fewestLanes,
                               int64_t mostLanes, ByteLookup lookup, mlir::PatternBenefit benefit);

/// Reads base and slope of segments, vectors of i16, in a function's buffer.
using SegmentLookup = std::pair<mlir::Value, mlir::Value> (*)(mlir::ImplicitLocOpBuilder &builder,
                                                              mlir::Value function,
                                                              mlir::Value segment);

/// Lowers `qint.vector.epilogue` to plain arithmetic around `lookup`.
void addLowerEpiloguePattern(mlir::RewritePatternSet &patterns, SegmentLookup lookup,
                             mlir::PatternBenefit benefit);

/// Lanes [offset, offset + lanes) of a table in one row.
mlir::Value loadLanes(mlir::ImplicitLocOpBuilder &builder, mlir::Value row, int64_t offset,
                      int64_t lanes);

/// A function's buffer [256][2] as one row of words.
mlir::Value flattenFunction(mlir::ImplicitLocOpBuilder &builder, mlir::Value function);

/// Column `first` of a matrix with `pitch` columns that fills a vector.
mlir::Value takeColumn(mlir::ImplicitLocOpBuilder &builder, mlir::Value vector, int64_t first,
                       int64_t pitch);

/// Pieces of `vector` of `lanes` lanes; the last may end in poison.
llvm::SmallVector<mlir::Value> cutLanes(mlir::ImplicitLocOpBuilder &builder, mlir::Value vector,
                                        int64_t lanes);

/// The entries of a function, `offset` added to the bases, as four tables of bytes,
/// each in registers of `lanes` bytes.
using BytePlanes = std::array<llvm::SmallVector<mlir::Value>, 4>;
BytePlanes splitFunction(mlir::ImplicitLocOpBuilder &builder, mlir::Value function, int64_t lanes,
                         int64_t offset = 0);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_LOWERTABLES_H
