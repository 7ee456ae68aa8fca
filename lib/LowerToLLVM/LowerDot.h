#ifndef QOPT_LIB_LOWERTOLLVM_LOWERDOT_H
#define QOPT_LIB_LOWERTOLLVM_LOWERDOT_H

#include "VectorPieces.h"
#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// How an instruction set multiplies groups of bytes or words and adds them to
/// lanes of i32, or pairs of bytes to lanes of i16. Vectors have one of `widths`
/// lanes of i32.
struct DotEmitter {
  /// Lanes that the instructions come in, descending.
  llvm::ArrayRef<int64_t> widths;
  /// Unsigned by signed bytes.
  mlir::Value (*unsignedBytes)(mlir::ImplicitLocOpBuilder &, mlir::Value accumulator,
                               mlir::Value lhs, mlir::Value rhs);
  /// Signed by signed bytes.
  mlir::Value (*signedBytes)(mlir::ImplicitLocOpBuilder &, mlir::Value accumulator, mlir::Value lhs,
                             mlir::Value rhs);
  /// Signed words.
  mlir::Value (*words)(mlir::ImplicitLocOpBuilder &, mlir::Value accumulator, mlir::Value lhs,
                       mlir::Value rhs);
  /// Pairs of unsigned by signed bytes into i16, where neither the sum of a pair
  /// nor the result overflows; null where kernels have no use for it.
  mlir::Value (*pairs)(mlir::ImplicitLocOpBuilder &, mlir::Value accumulator, mlir::Value lhs,
                       mlir::Value rhs) = nullptr;
};

/// Lowers `qint.vector.dot` by an emitter, in pieces where vectors have other
/// widths than the instructions.
void addLowerDotPattern(mlir::RewritePatternSet &patterns, const DotEmitter &emitter,
                        mlir::PatternBenefit benefit);

/// `qint.vector.dot` in plain vector arithmetic; `lhs` is read as unsigned or as
/// signed.
mlir::Value emitGenericDot(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                           mlir::Value lhs, mlir::Value rhs, bool isUnsigned);

/// Each byte with its top bit flipped: unsigned v becomes signed v - 128, and
/// the other way round.
mlir::Value flipTopBits(mlir::ImplicitLocOpBuilder &builder, mlir::Value bytes);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_LOWERDOT_H
