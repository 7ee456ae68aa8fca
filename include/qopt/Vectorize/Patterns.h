#ifndef QOPT_VECTORIZE_PATTERNS_H
#define QOPT_VECTORIZE_PATTERNS_H

#include "qopt/Target/ISA.h"

#include "mlir/IR/PatternMatch.h"

namespace qopt {

/// Patterns that turn linalg ops on memrefs into loops over vectors: those
/// whose iterators are all parallel; others become loops over scalars.
void populateVectorizeLinalgPatterns(mlir::RewritePatternSet &patterns, const Target &target);

/// `qint.scheduled.conv2d`, `depthwise_conv2d` and `winograd_conv2d`.
void populateVectorizeConvolutionPatterns(mlir::RewritePatternSet &patterns, const Target &target);

/// `qint.scheduled.batch_matmul`.
void populateVectorizeMatmulPatterns(mlir::RewritePatternSet &patterns, const Target &target);

/// `qint.scheduled.pool2d` and `qint.scheduled.reduce`.
void populateVectorizePoolPatterns(mlir::RewritePatternSet &patterns, const Target &target);
void populateVectorizeReducePatterns(mlir::RewritePatternSet &patterns, const Target &target);

/// `qint.scheduled.tick`.
void populateVectorizeTickPatterns(mlir::RewritePatternSet &patterns);

/// All of the above.
void populateVectorizePatterns(mlir::RewritePatternSet &patterns, const Target &target);

} // namespace qopt

#endif // QOPT_VECTORIZE_PATTERNS_H
