#ifndef QOPT_LIB_LOWERTOLLVM_LOWERMATRIX_H
#define QOPT_LIB_LOWERTOLLVM_LOWERMATRIX_H

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Lowers `qint.vector.matrix_…` to loops over registers that are kept in memory.
void addGenericMatrixPatterns(mlir::RewritePatternSet &patterns, mlir::PatternBenefit benefit);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_LOWERMATRIX_H
