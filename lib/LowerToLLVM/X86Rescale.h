#ifndef QOPT_LIB_LOWERTOLLVM_X86RESCALE_H
#define QOPT_LIB_LOWERTOLLVM_X86RESCALE_H

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Lowers `qint.vector.rescale` in `fixed16` to bytes by x86's saturating pack
/// instructions. `widths` are the lanes of i32 that registers have, descending;
/// vectors of fewer than 16 lanes are left to the generic lowering.
void addLowerX86RescalePattern(mlir::RewritePatternSet &patterns, llvm::ArrayRef<int64_t> widths,
                               mlir::PatternBenefit benefit);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_X86RESCALE_H
