#ifndef QOPT_LOWERTOLLVM_PATTERNS_H
#define QOPT_LOWERTOLLVM_PATTERNS_H

#include "qopt/Target/ISA.h"

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Lowerings of all `qint.vector` ops to plain `arith`, `vector` and `memref`
/// ops, correct for every target of LLVM.
void populateLowerGenericPatterns(mlir::RewritePatternSet &patterns,
                                  mlir::PatternBenefit benefit = 1);

// Lowerings of some of the ops to intrinsics of one instruction set; the same
// bits out.
void populateLowerAmxPatterns(mlir::RewritePatternSet &patterns, mlir::PatternBenefit benefit);
void populateLowerAvx2Patterns(mlir::RewritePatternSet &patterns, const Target &target,
                               mlir::PatternBenefit benefit);
void populateLowerAvxVnniPatterns(mlir::RewritePatternSet &patterns, const Target &target,
                                  mlir::PatternBenefit benefit);
void populateLowerAvx512BwPatterns(mlir::RewritePatternSet &patterns, const Target &target,
                                   mlir::PatternBenefit benefit);
void populateLowerAvx512VnniPatterns(mlir::RewritePatternSet &patterns, const Target &target,
                                     mlir::PatternBenefit benefit);
void populateLowerNeonPatterns(mlir::RewritePatternSet &patterns, mlir::PatternBenefit benefit);
void populateLowerNeonDotPatterns(mlir::RewritePatternSet &patterns, mlir::PatternBenefit benefit);

/// `llvm.intr.fma` of f32 as f64 arithmetic, and `llvm.intr.roundeven`, `floor`,
/// `ceil` and `trunc` of f32 as f32 arithmetic: the same bits, for CPUs that
/// would call the C library instead.
void populateLowerFmaPatterns(mlir::RewritePatternSet &patterns);
void populateLowerRoundingPatterns(mlir::RewritePatternSet &patterns);

/// The generic lowerings, and those of the target's instruction set where its
/// vector ops are not emulated.
void populateLowerVectorOpsPatterns(mlir::RewritePatternSet &patterns, const Target &target);

} // namespace qopt

#endif // QOPT_LOWERTOLLVM_PATTERNS_H
