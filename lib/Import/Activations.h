#ifndef QOPT_LIB_IMPORT_ACTIVATIONS_H
#define QOPT_LIB_IMPORT_ACTIVATIONS_H

#include "ImportBuilder.h"

// Activation functions of floats, of operators of their own and of recurrent layers.

namespace qopt::onnx_import {

mlir::Value emitRelu(ImportBuilder &b, mlir::Value value);

/// x, or alpha x below 0; `alpha` is finite.
mlir::Value emitLeakyRelu(ImportBuilder &b, mlir::Value value, float alpha);

/// x above `alpha`, else 0
mlir::Value emitThresholdedRelu(ImportBuilder &b, mlir::Value value, float alpha);

/// max(x, 0) + alpha * (exp(min(x, 0)) - 1)
mlir::Value emitElu(ImportBuilder &b, mlir::Value value, float alpha);

/// clamp(alpha x + beta, 0, 1)
mlir::Value emitHardSigmoid(ImportBuilder &b, mlir::Value value, float alpha, float beta);

/// max(x, 0) + log(1 + exp(-|x|)), which does not overflow.
mlir::Value emitSoftplus(ImportBuilder &b, mlir::Value value);

/// x / (1 + |x|)
mlir::Value emitSoftsign(ImportBuilder &b, mlir::Value value);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_ACTIVATIONS_H
