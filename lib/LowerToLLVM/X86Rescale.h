#ifndef QOPT_LIB_LOWERTOLLVM_X86RESCALE_H
#define QOPT_LIB_LOWERTOLLVM_X86RESCALE_H

#include "X86Tables.h"

namespace qopt {

/// Lowers `qint.vector.rescale` in `fixed16` to bytes and `qint.vector.epilogue`
/// by x86's saturating pack instructions. `widths` are the lanes of i32 that
/// registers have, descending; vectors of fewer than 8 lanes are left to the
/// generic lowering.
void addLowerX86RescalePatterns(mlir::RewritePatternSet &patterns, llvm::ArrayRef<int64_t> widths,
                                const Target &target, FunctionEmitter emitFunction,
                                mlir::PatternBenefit benefit);

/// The same with AVX-512 BW's tables, and `qint.vector.lookup`.
void addLowerAvx512RescalePatterns(mlir::RewritePatternSet &patterns, const Target &target,
                                   mlir::PatternBenefit benefit);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_X86RESCALE_H
