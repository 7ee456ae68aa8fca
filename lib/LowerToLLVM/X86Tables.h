#ifndef QOPT_LIB_LOWERTOLLVM_X86TABLES_H
#define QOPT_LIB_LOWERTOLLVM_X86TABLES_H

#include "qopt/Target/ISA.h"

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/PatternMatch.h"

// Tables of 256 entries on x86. Gathers are not used: they are slow on AMD and,
// against data sampling, on many CPUs of Intel.

namespace qopt {

/// f(x) + `offset` of registers of words x, limited to [-2^14, 2^14); the function a
/// buffer [256][2]. With an offset other than 0 all sums fit 16 bits.
using FunctionEmitter = llvm::SmallVector<mlir::Value> (*)(mlir::ImplicitLocOpBuilder &builder,
                                                           mlir::Value function,
                                                           llvm::ArrayRef<mlir::Value> arguments,
                                                           int64_t offset);

/// Reads base and slope of a lane together, as scalars, from the cache.
llvm::SmallVector<mlir::Value> emitFunctionByReads(mlir::ImplicitLocOpBuilder &builder,
                                                   mlir::Value function,
                                                   llvm::ArrayRef<mlir::Value> arguments,
                                                   int64_t offset);

/// Keeps the tables in registers: words, by vpermi2w of AVX-512 BW, or the four bytes of an
/// entry in turn.
FunctionEmitter getAvx512FunctionEmitter(BytePermutes bytePermutes);

/// Lowers `qint.vector.lookup` of bytes by shuffles of 16 bytes (pshufb) in
/// registers of `bits`, or by vpermi2b.
void addLowerX86ShuffleLookupPattern(mlir::RewritePatternSet &patterns, int64_t bits,
                                     mlir::PatternBenefit benefit);
void addLowerX86PermuteLookupPattern(mlir::RewritePatternSet &patterns,
                                     mlir::PatternBenefit benefit);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_X86TABLES_H
