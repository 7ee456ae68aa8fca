#ifndef QOPT_FAKEQUANTIZE_PATTERNS_H
#define QOPT_FAKEQUANTIZE_PATTERNS_H

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Drops `calib.fake_quant` ops whose input is on their grid already.
void populateSimplifyFakeQuantPatterns(mlir::RewritePatternSet &patterns,
                                       mlir::PatternBenefit benefit = 1);

} // namespace qopt

#endif // QOPT_FAKEQUANTIZE_PATTERNS_H
