#include "LayerBias.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

LayerBias LayerBias::ofConstant(ImportBuilder &builder, ArrayRef<float> elements, StringRef name) {
  Location loc = builder.getLoc();
  if (!name.empty())
    builder.setLoc(NameLoc::get(builder.getStringAttr(name)));
  Value value = builder.createConstant({static_cast<int64_t>(elements.size())}, elements,
                                       name.empty() ? "bias" : name);
  builder.setLoc(loc);
  return {value, SmallVector<float>(elements)};
}

LayerBias LayerBias::zero(ImportBuilder &builder, int64_t channels) {
  return ofConstant(builder, SmallVector<float>(channels, 0.0f));
}

LayerBias LayerBias::scaled(ImportBuilder &builder, ArrayRef<double> factor,
                            ArrayRef<double> offset) const {
  SmallVector<float> changed(elements);
  for (auto [channel, value] : llvm::enumerate(changed))
    value = static_cast<float>((factor.empty() ? 1.0 : factor[channel]) * value + offset[channel]);
  return ofConstant(builder, changed);
}

FailureOr<LayerBias> qopt::onnx_import::readBias(NodeImporter &node, size_t index,
                                                 int64_t channels) {
  ImportBuilder &b = node.getBuilder();
  if (!node.hasInput(index))
    return LayerBias::zero(b, channels);
  ImportedValue *bias = node.getFloatInput(index, 1);
  if (!bias)
    return failure();
  if (bias->shape[0] != channels)
    return node.error() << "the bias has " << bias->shape[0] << " elements; " << channels
                        << " expected";
  if (!bias->isConstant())
    return LayerBias{b.materializeOriginal(*bias), {}};
  return LayerBias::ofConstant(b, readRounded(*bias), bias->name);
}

void qopt::onnx_import::setAbsorber(ImportBuilder &b, ImportedValue &result, int64_t channelDim,
                                    const ImportedValue &weights, const LayerBias &bias,
                                    LayerEmitter emit) {
  if (!weights.isConstant() || !bias.isConstant())
    return;
  auto absorb = [&b, weights, bias, emit = std::move(emit),
                 loc = b.getLoc()](ArrayRef<double> factor, ArrayRef<double> offset) {
    Location current = b.getLoc();
    b.setLoc(loc);
    ImportedValue changed = weights;
    if (!factor.empty())
      scaleRows(changed, factor);
    ImportedValue result = emit(changed, bias.scaled(b, factor, offset));
    b.setLoc(current);
    return result;
  };
  result.affine = std::make_shared<AffineAbsorber>(
      AffineAbsorber{channelDim, /*canScale=*/!weights.grid, std::move(absorb)});
}
