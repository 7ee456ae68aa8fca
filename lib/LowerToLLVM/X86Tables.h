#ifndef QOPT_LIB_LOWERTOLLVM_X86TABLES_H
#define QOPT_LIB_LOWERTOLLVM_X86TABLES_H

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/PatternMatch.h"

// Tables of 256 entries on x86. Gathers are not used: they are slow on AMD and,
// against data sampling, on many CPUs of Intel.

namespace qopt {

/// p = f(position - 2^14) of registers of words, the function a buffer [256][2].
/// Positions lie in [0, 2^15).
using FunctionEmitter = llvm::SmallVector<mlir::Value> (*)(mlir::ImplicitLocOpBuilder &builder,
                                                           mlir::Value function,
                                                           llvm::ArrayRef<mlir::Value> positions);

/// Reads base and slope of a lane together, as scalars, from the cache.
llvm::SmallVector<mlir::Value> emitFunctionByReads(mlir::ImplicitLocOpBuilder &builder,
                                                   mlir::Value function,
                                                   llvm::ArrayRef<mlir::Value> positions);

/// Keeps the tables in registers: vpermi2w of AVX-512 BW.
llvm::SmallVector<mlir::Value> emitFunctionByWords(mlir::ImplicitLocOpBuilder &builder,
                                                   mlir::Value function,
                                                   llvm::ArrayRef<mlir::Value> positions);

/// The four bytes of an entry in turn: vpermi2b of AVX-512 VBMI.
llvm::SmallVector<mlir::Value> emitFunctionByBytes(mlir::ImplicitLocOpBuilder &builder,
                                                   mlir::Value function,
                                                   llvm::ArrayRef<mlir::Value> positions);

/// Lowers `qint.vector.lookup` of bytes by shuffles of 16 bytes (pshufb) in
/// registers of `bits`, or by vpermi2b.
void addLowerX86ShuffleLookupPattern(mlir::RewritePatternSet &patterns, int64_t bits,
                                     mlir::PatternBenefit benefit);
void addLowerX86PermuteLookupPattern(mlir::RewritePatternSet &patterns,
                                     mlir::PatternBenefit benefit);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_X86TABLES_H
