#ifndef QOPT_LIB_VECTORIZE_VECTORIZEMATMUL_H
#define QOPT_LIB_VECTORIZE_VECTORIZEMATMUL_H

#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Target/ISA.h"

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Emits the kernel of a product of bytes; the op itself stays.
llvm::LogicalResult vectorizeByteMatmul(mlir::PatternRewriter &rewriter,
                                        qint::ScheduledBatchMatmulOp op, const Target &target);

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_VECTORIZEMATMUL_H
