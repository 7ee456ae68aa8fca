#ifndef QOPT_LIB_IMPORT_CONVOLUTION_H
#define QOPT_LIB_IMPORT_CONVOLUTION_H

#include "LayerBias.h"
#include "Window.h"

namespace qopt::onnx_import {

/// A Conv of two spatial dimensions. `weights` is O x C/groups x H x W.
struct Convolution {
  ImportedValue input;
  ImportedValue weights;
  LayerBias bias;
  int64_t groups;
  Window window;

  int64_t getInputChannels() const { return input.shape[1]; }
  int64_t getOutputChannels() const { return weights.shape[0]; }
  Shape getOutputShape() const {
    return {input.shape[0], getOutputChannels(), window.output[0], window.output[1]};
  }
};

/// What the windows of dimension 1 of `input` (N x D x H x W x C) read, as
/// channels: N * OD x H x W x groups * KD * C/groups. A convolution of three
/// dimensions is one of two on it.
mlir::Value foldDepth(ImportBuilder &builder, mlir::Value input, const WindowDim &depth,
                      int64_t groups);

/// Reports operands that make `foldDepth` too large.
llvm::LogicalResult checkDepth(NodeImporter &node, llvm::ArrayRef<int64_t> inputShape,
                               const WindowDim &depth);

/// True if the weights are constants, up to their order and grid.
bool areConstantWeights(mlir::Value weights);

/// The convolution of `input` (NHWC) as a matrix product, for `weights` (O x KH x
/// KW x C/groups) that are no constants.
mlir::Value emitWindowProduct(ImportBuilder &builder, mlir::Value input, mlir::Value weights,
                              mlir::Value bias, const Window &window, int64_t groups);

/// Reports operands that make it too large; `image` is N x C x H x W.
llvm::LogicalResult checkWindows(NodeImporter &node, const ImportedValue &image,
                                 const Window &window);

/// Emits the convolution; if its weights are constant, lets it take a batch
/// normalization or a bias that follows.
ImportedValue emitConvolution(ImportBuilder &builder, const Convolution &conv,
                              llvm::ArrayRef<int64_t> resultShape);

using BiasReader = llvm::function_ref<llvm::FailureOr<LayerBias>(NodeImporter &, int64_t channels)>;

/// The convolution that the attributes of `node` describe, of the given operands.
llvm::FailureOr<ImportedValue> importConvolution(NodeImporter &node, ImportedValue &input,
                                                 ImportedValue &weights, BiasReader readBias);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_CONVOLUTION_H
