#include "Models/FloatConvolution.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Schedule/MemRefViews.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

FailureOr<SmallVector<float>> schedule::readFloats(Operation *op, Value value, StringRef what) {
  FailureOr<SmallVector<float>> floats = readFloatConstant(value);
  if (failed(floats))
    return op->emitError() << what << " must be constant f32 values to be packed; the product of "
                           << "two variable tensors is tosa.matmul";
  return floats;
}

/// The f32 clamp that is the only user of `result`, seen through the ops in
/// `reshapes`.
static tosa::ClampOp findClamp(Value result, SmallVectorImpl<Operation *> &reshapes) {
  while (result.hasOneUse()) {
    OpOperand &use = *result.getUses().begin();
    Operation *user = use.getOwner();
    if (auto clamp = dyn_cast<tosa::ClampOp>(user)) {
      bool propagates = clamp.getNanMode() == tosa::NanPropagationMode::PROPAGATE;
      return propagates ? clamp : nullptr;
    }
    auto schedulable = dyn_cast<SchedulableOpInterface>(user);
    if (!schedulable || schedulable.getOperandPlacement(use.getOperandNumber()).kind !=
                            OperandPlacement::Kind::View)
      return nullptr;
    reshapes.push_back(user);
    result = user->getResult(0);
  }
  return nullptr;
}

FloatOutput schedule::getFloatOutput(OpBuilder &builder, BufferAssignment &buffers, Value result) {
  SmallVector<Operation *> reshapes;
  if (tosa::ClampOp clamp = findClamp(result, reshapes)) {
    Value buffer = createReshapedView(builder, result.getLoc(), buffers.write(clamp.getOutput()),
                                      cast<ShapedType>(result.getType()).getShape());
    if (buffer) {
      for (Operation *reshape : reshapes)
        buffers.markScheduled(reshape);
      buffers.markScheduled(clamp);
      FloatOutput output{buffer, cast<FloatAttr>(clamp.getMinVal()),
                         cast<FloatAttr>(clamp.getMaxVal())};
      // Infinite bounds bound nothing.
      if (output.min.getValue().isInfinity())
        output.min = {};
      if (output.max.getValue().isInfinity())
        output.max = {};
      return output;
    }
  }
  return {buffers.write(result), {}, {}};
}

void schedule::createFloatConv2D(OpBuilder &builder, BufferAssignment &buffers,
                                 Convolution convolution, ArrayRef<float> weights,
                                 ArrayRef<float> bias, const FloatOutput &output) {
  Location loc = convolution.loc;
  Type f32 = builder.getF32Type();
  convolution.flatten(builder);
  qint::TileAttr tile = convolution.chooseTile(getISA(buffers));
  ConvolutionPacking packing = convolution.getPacking(tile.getColumns());
  Value packedWeights = buffers.constant<float>(
      loc, "weights", packWeights<float>(weights, packing), packing.weightShape(), f32);
  std::vector<float> packedBias =
      packChannels<float>(bias, packing.groups, packing.outputs, packing.columns, 0.0f);
  Value biasValue =
      buffers.constant<float>(loc, "bias", packedBias, {packing.packedChannels()}, f32);
  auto scheduled = qint::ScheduledConv2DOp::create(
      builder, loc, convolution.input, packedWeights, biasValue, Value(), Value(), Value(), Value(),
      Value(), convolution.output, convolution.kernel, convolution.stride, convolution.dilation,
      tile, /*signed_input=*/false, qint::RescaleModeAttr(),
      /*residual_zero_point=*/0, /*residual_multiplier=*/0, /*residual_shift=*/0,
      /*fraction_bits=*/5, /*output_zero_point=*/0, /*clamp_min=*/0, /*clamp_max=*/0, output.min,
      output.max);
  scheduled.setGroups(convolution.groups);
}

void schedule::createFloatDepthwiseConv2D(OpBuilder &builder, BufferAssignment &buffers,
                                          const Convolution &convolution, ArrayRef<float> weights,
                                          ArrayRef<float> bias, const FloatOutput &output) {
  Location loc = convolution.loc;
  Type f32 = builder.getF32Type();
  qint::TileAttr tile = convolution.chooseDepthwiseTile(getISA(buffers));
  int64_t outputs = convolution.getOutputType().getDimSize(3);
  int64_t taps = convolution.kernel[0] * convolution.kernel[1];
  std::vector<float> packed =
      packDepthwiseWeights<float>(weights, taps, outputs, tile.getColumns());
  auto width = static_cast<int64_t>(packed.size()) / taps;
  Value packedWeights = buffers.constant<float>(
      loc, "weights", packed, {convolution.kernel[0], convolution.kernel[1], width}, f32);
  Value packedBias = buffers.constant<float>(
      loc, "bias", packChannels<float>(bias, 1, outputs, tile.getColumns(), 0.0f), {width}, f32);
  qint::ScheduledDepthwiseConv2DOp::create(
      builder, loc, convolution.input, packedWeights, packedBias, Value(), Value(), Value(),
      Value(), Value(), convolution.output, convolution.kernel, convolution.stride,
      convolution.dilation, tile, /*signed_input=*/false, qint::RescaleModeAttr(),
      /*residual_zero_point=*/0, /*residual_multiplier=*/0, /*residual_shift=*/0,
      /*fraction_bits=*/5, /*output_zero_point=*/0, /*clamp_min=*/0, /*clamp_max=*/0, output.min,
      output.max);
}
