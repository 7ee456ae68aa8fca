#ifndef QOPT_LIB_VECTORIZE_VECTORIZECONVOLUTION_H
#define QOPT_LIB_VECTORIZE_VECTORIZECONVOLUTION_H

#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Target/ISA.h"

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Emit the kernel of a scheduled convolution in front of it. All layouts are
/// static, and the tile's columns fill whole registers of accumulators.
mlir::LogicalResult vectorizeConv2D(mlir::PatternRewriter &rewriter, qint::ScheduledConv2DOp op,
                                    const Target &target);
mlir::LogicalResult vectorizeDepthwise(mlir::PatternRewriter &rewriter,
                                       qint::ScheduledDepthwiseConv2DOp op, const Target &target);

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_VECTORIZECONVOLUTION_H
