#ifndef QOPT_LIB_SCHEDULE_MODELS_FLOATCONVOLUTION_H
#define QOPT_LIB_SCHEDULE_MODELS_FLOATCONVOLUTION_H

#include "Models/ConvolutionBoxes.h"

namespace qopt::schedule {

/// Where the result of a float convolution goes, and what becomes of it on the
/// way: a `tosa.add` of a tensor that is there already, and then a `tosa.clamp`,
/// each the only user of what it takes, perhaps behind reshapes, are done by the
/// kernel.
struct FloatOutput {
  /// The output, and the addend or null.
  mlir::Value buffer, residual;
  mlir::FloatAttr min, max;
};

/// The output of the op with the result `result`, of the shape of `result`.
FloatOutput getFloatOutput(mlir::OpBuilder &builder, BufferAssignment &buffers, mlir::Value result);

/// The constant `value` in f32, or an error at `op`; `what` names the operand.
mlir::FailureOr<llvm::SmallVector<float>> readFloats(mlir::Operation *op, mlir::Value value,
                                                     llvm::StringRef what);

/// Emits the scheduled convolution; `weights` is [N][KH][KW][C], `bias` has one
/// entry per channel or one for all.
void createFloatConv2D(mlir::OpBuilder &builder, BufferAssignment &buffers, Convolution convolution,
                       llvm::ArrayRef<float> weights, llvm::ArrayRef<float> bias,
                       const FloatOutput &output);

/// The same on a box of a convolution.
void createFloatConv2D(mlir::OpBuilder &builder, BufferAssignment &buffers, Convolution convolution,
                       BoxWeights<float> &weights, const ConvolutionBox &box,
                       llvm::ArrayRef<float> bias, const FloatOutput &output);

/// The same for each channel by itself; `weights` is [KH][KW][N].
void createFloatDepthwiseConv2D(mlir::OpBuilder &builder, BufferAssignment &buffers,
                                const Convolution &convolution, llvm::ArrayRef<float> weights,
                                llvm::ArrayRef<float> bias, const FloatOutput &output);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_FLOATCONVOLUTION_H
