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

namespace {

/// The ops behind a convolution whose work its kernel can do, and the reshapes
/// between them.
struct FusedOps {
  SmallVector<Operation *> ops;
  Value addend;
  tosa::ClampOp clamp;
};

} // namespace

/// The other operand of the addition of `value`, if it has the shape of the sum
/// and is there when `convolution` runs.
static Value getAddend(tosa::AddOp add, Value value, Operation *convolution) {
  Value addend = add.getInput1() == value ? add.getInput2() : add.getInput1();
  Operation *producer = addend.getDefiningOp();
  bool isEarlier = !producer || producer->isBeforeInBlock(convolution);
  return isEarlier && addend.getType() == add.getType() ? addend : Value();
}

static bool isView(OpOperand &use) {
  auto schedulable = dyn_cast<SchedulableOpInterface>(use.getOwner());
  return schedulable && schedulable.getOperandPlacement(use.getOperandNumber()).kind ==
                            OperandPlacement::Kind::View;
}

/// Follows the only users of `result` and of what becomes of it.
static FusedOps findFusedOps(Value result) {
  FusedOps fused;
  Operation *convolution = result.getDefiningOp();
  SmallVector<Operation *> path;
  while (result.hasOneUse() && !fused.clamp) {
    OpOperand &use = *result.getUses().begin();
    Operation *user = use.getOwner();
    path.push_back(user);
    if (auto add = dyn_cast<tosa::AddOp>(user); add && !fused.addend)
      fused.addend = getAddend(add, result, convolution);
    else if (auto clamp = dyn_cast<tosa::ClampOp>(user);
             clamp && clamp.getNanMode() == tosa::NanPropagationMode::PROPAGATE)
      fused.clamp = clamp;
    else if (!isView(use))
      break;
    if (isa<tosa::AddOp>(user) && !fused.addend)
      break;
    // Reshapes at the end are no work.
    if (isa<tosa::AddOp, tosa::ClampOp>(user))
      fused.ops = path;
    result = user->getResult(0);
  }
  return fused;
}

FloatOutput schedule::getFloatOutput(OpBuilder &builder, BufferAssignment &buffers, Value result) {
  FusedOps fused = findFusedOps(result);
  if (fused.ops.empty())
    return {buffers.write(result), {}, {}, {}};
  auto viewOf = [&](Value memref) {
    return createReshapedView(builder, result.getLoc(), memref,
                              cast<ShapedType>(result.getType()).getShape());
  };
  FloatOutput output;
  output.residual = fused.addend ? viewOf(buffers.read(fused.addend)) : Value();
  output.buffer = viewOf(buffers.write(fused.ops.back()->getResult(0)));
  if (!output.buffer || (fused.addend && !output.residual))
    return {buffers.write(result), {}, {}, {}};
  for (Operation *op : fused.ops)
    buffers.markScheduled(op);
  if (fused.clamp) {
    output.min = cast<FloatAttr>(fused.clamp.getMinVal());
    output.max = cast<FloatAttr>(fused.clamp.getMaxVal());
  }
  // Infinite bounds bound nothing.
  for (FloatAttr *bound : {&output.min, &output.max})
    if (*bound && bound->getValue().isInfinity())
      *bound = {};
  return output;
}

/// `pack` packs the weights.
static void createConv2D(OpBuilder &builder, BufferAssignment &buffers, Convolution convolution,
                         function_ref<Value(const ConvolutionPacking &)> pack, ArrayRef<float> bias,
                         const FloatOutput &output) {
  Location loc = convolution.loc;
  Type f32 = builder.getF32Type();
  convolution.flatten(builder);
  TileChoice tile = convolution.chooseTile(getISA(buffers));
  ConvolutionPacking packing = convolution.getPacking(tile.columns);
  packing.doubledChannels = tile.doubledChannels;
  Value packedWeights = pack(packing);
  std::vector<float> packedBias =
      packChannels<float>(bias, packing.groups, packing.outputs, packing.columns, 0.0f);
  Value biasValue =
      buffers.constant<float>(loc, "bias", packedBias, {packing.packedChannels()}, f32);
  auto scheduled = qint::ScheduledConv2DOp::create(
      builder, loc, convolution.input, packedWeights, biasValue, Value(), Value(), Value(), Value(),
      convolution.residual, convolution.output, convolution.kernel, convolution.stride,
      convolution.dilation, getTileAttr(loc.getContext(), tile), /*signed_input=*/false,
      qint::RescaleModeAttr(),
      /*residual_zero_point=*/0, /*residual_multiplier=*/0, /*residual_shift=*/0,
      /*fraction_bits=*/5, /*output_zero_point=*/0, /*clamp_min=*/0, /*clamp_max=*/0, output.min,
      output.max, /*exact_shifts=*/false);
  scheduled.setGroups(convolution.groups);
  scheduled.setDoubledChannels(tile.doubledChannels);
}

void schedule::createFloatConv2D(OpBuilder &builder, BufferAssignment &buffers,
                                 Convolution convolution, ArrayRef<float> weights,
                                 ArrayRef<float> bias, const FloatOutput &output) {
  auto pack = [&](const ConvolutionPacking &packing) {
    return buffers.constant<float>(convolution.loc, "weights", packWeights<float>(weights, packing),
                                   packing.weightShape(), builder.getF32Type());
  };
  createConv2D(builder, buffers, convolution, pack, bias, output);
}

void schedule::createFloatConv2D(OpBuilder &builder, BufferAssignment &buffers,
                                 Convolution convolution, BoxWeights<float> &weights,
                                 const ConvolutionBox &box, ArrayRef<float> bias,
                                 const FloatOutput &output) {
  weights.prepare(convolution, box);
  auto pack = [&](const ConvolutionPacking &packing) {
    return weights.pack<float>(builder, buffers, convolution.loc, packing, box,
                               builder.getF32Type());
  };
  createConv2D(builder, buffers, convolution, pack, bias, output);
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
      Value(), convolution.residual, convolution.output, convolution.kernel, convolution.stride,
      convolution.dilation, tile, /*signed_input=*/false, qint::RescaleModeAttr(),
      /*residual_zero_point=*/0, /*residual_multiplier=*/0, /*residual_shift=*/0,
      /*fraction_bits=*/5, /*output_zero_point=*/0, /*clamp_min=*/0, /*clamp_max=*/0, output.min,
      output.max, /*exact_shifts=*/false);
}
