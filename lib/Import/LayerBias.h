#ifndef QOPT_LIB_IMPORT_LAYERBIAS_H
#define QOPT_LIB_IMPORT_LAYERBIAS_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// The bias of a convolution or matrix product of some number of channels.
struct LayerBias {
  mlir::Value value;
  /// Of a constant bias, which an absent one is too; otherwise empty.
  llvm::SmallVector<float> elements;

  bool isConstant() const { return !elements.empty(); }

  /// Located at `name`, if it has one.
  static LayerBias ofConstant(ImportBuilder &builder, llvm::ArrayRef<float> elements,
                              llvm::StringRef name = "");
  static LayerBias zero(ImportBuilder &builder, int64_t channels);

  /// Constant biases: factor[c] * bias[c] + offset[c]; no factor if it is empty.
  LayerBias scaled(ImportBuilder &builder, llvm::ArrayRef<double> factor,
                   llvm::ArrayRef<double> offset) const;
};

/// The optional bias operand `index`, of `channels` elements.
llvm::FailureOr<LayerBias> readBias(NodeImporter &node, size_t index, int64_t channels);

/// Emits a layer with the given weights, whose rows are channels, and bias.
using LayerEmitter = std::function<ImportedValue(const ImportedValue &weights, LayerBias bias)>;

/// Lets `result`, a layer of constant weights and bias, take an affine step that
/// follows: `emit` computes it once more.
void setAbsorber(ImportBuilder &builder, ImportedValue &result, int64_t channelDim,
                 const ImportedValue &weights, const LayerBias &bias, LayerEmitter emit);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_LAYERBIAS_H
