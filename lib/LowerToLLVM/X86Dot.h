#ifndef QOPT_LIB_LOWERTOLLVM_X86DOT_H
#define QOPT_LIB_LOWERTOLLVM_X86DOT_H

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Value.h"

// Dot products that several of the x86 instruction sets share. Accumulators
// have 4, 8 or 16 lanes of i32.

namespace qopt {

/// accumulator + pmaddwd(lhs, rhs): products of word pairs.
mlir::Value emitX86Words(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                         mlir::Value lhs, mlir::Value rhs);

/// Bytes widened to words, even and odd ones apart, multiplied by pmaddwd:
/// exact, unlike pmaddubsw, whose sums saturate at 16 bits.
mlir::Value emitX86UnsignedBytes(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                                 mlir::Value lhs, mlir::Value rhs);
mlir::Value emitX86SignedBytes(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                               mlir::Value lhs, mlir::Value rhs);

/// accumulator + pmaddubsw(lhs, rhs) in i16, where neither the sum of a pair nor
/// the result overflows.
mlir::Value emitX86BytePairs(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                             mlir::Value lhs, mlir::Value rhs);

/// The VNNI instructions vpdpbusd and vpdpwssd.
mlir::Value emitVnniUnsignedBytes(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                                  mlir::Value lhs, mlir::Value rhs);
mlir::Value emitVnniSignedBytes(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                                mlir::Value lhs, mlir::Value rhs);
mlir::Value emitVnniWords(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                          mlir::Value lhs, mlir::Value rhs);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_X86DOT_H
