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

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_TRANSPOSE_H
