#ifndef QOPT_OBSERVE_PATTERNS_H
#define QOPT_OBSERVE_PATTERNS_H

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Folds multiplications and additions by constants into the weights and bias of
/// the convolution before them, and turns `tosa.matmul` by a constant into a
/// convolution, which has weights and a bias.
void populateFoldAffinePatterns(mlir::RewritePatternSet &patterns,
                                mlir::PatternBenefit benefit = 1);

/// Takes kernel rows and columns away that lie in the padding for all outputs.
void populateTrimKernelsPatterns(mlir::RewritePatternSet &patterns,
                                 mlir::PatternBenefit benefit = 1);

} // namespace qopt

#endif // QOPT_OBSERVE_PATTERNS_H
