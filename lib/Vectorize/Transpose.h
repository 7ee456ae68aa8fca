#ifndef QOPT_LIB_VECTORIZE_TRANSPOSE_H
#define QOPT_LIB_VECTORIZE_TRANSPOSE_H

#include "KernelBuilder.h"

namespace qopt {

/// Rows of a square matrix to its columns; their number is a power of two.
KernelBuilder::Values transpose(KernelBuilder &builder, mlir::ValueRange rows);

/// Equal vectors a, b, c, … to those that hold a0 b0 c0 … a1 b1 c1 … one behind
/// the other.
KernelBuilder::Values interleave(KernelBuilder &builder, mlir::ValueRange vectors);

/// The inverse of `interleave`.
KernelBuilder::Values deinterleave(KernelBuilder &builder, mlir::ValueRange vectors);

/// The same in each 128 bits of the rows, which hold as many elements as there are rows.
KernelBuilder::Values transposeGroups(KernelBuilder &builder, mlir::ValueRange rows);

/// Of each 128 bits of `lhs` and `rhs` in turn, `size` elements at a time, the lower or the
/// upper half: what x86's punpck and ARM's zip instructions do.
mlir::Value unpack(KernelBuilder &builder, mlir::Value lhs, mlir::Value rhs, int64_t size,
                   bool isUpper);

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_TRANSPOSE_H
