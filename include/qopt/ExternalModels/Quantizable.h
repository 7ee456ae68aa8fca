#ifndef QOPT_EXTERNALMODELS_QUANTIZABLE_H
#define QOPT_EXTERNALMODELS_QUANTIZABLE_H

#include "mlir/IR/DialectRegistry.h"

namespace qopt {

// External models of QuantizableOpInterface, by family of ops. A dialect gets
// its models when it is loaded.

/// tosa.add, clamp, sigmoid, …: ops that work element by element.
void registerPointwiseQuantizableModels(mlir::DialectRegistry &registry);
/// tosa.conv2d, depthwise_conv2d, and linalg.conv_2d_nhwgc_gfhwc for groups.
void registerConvolutionQuantizableModels(mlir::DialectRegistry &registry);
/// tosa.transpose_conv2d.
void registerTransposeConvolutionQuantizableModels(mlir::DialectRegistry &registry);
/// tosa.max_pool2d, avg_pool2d, and matmul of two activations.
void registerReductionQuantizableModels(mlir::DialectRegistry &registry);
/// tosa.reshape, transpose, slice, pad, concat, tile, resize.
void registerDataMovementQuantizableModels(mlir::DialectRegistry &registry);

/// All of the above.
void registerQuantizableModels(mlir::DialectRegistry &registry);

} // namespace qopt

#endif // QOPT_EXTERNALMODELS_QUANTIZABLE_H
