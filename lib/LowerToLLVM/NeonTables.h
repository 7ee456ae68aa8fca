#ifndef QOPT_LIB_LOWERTOLLVM_NEONTABLES_H
#define QOPT_LIB_LOWERTOLLVM_NEONTABLES_H

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Lowers `qint.vector.lookup` of bytes and `qint.vector.epilogue` with the table
/// lookups of NEON.
void addLowerNeonTablePatterns(mlir::RewritePatternSet &patterns, mlir::PatternBenefit benefit);

} // namespace qopt

#endif // QOPT_LIB_LOWERTOLLVM_NEONTABLES_H
