#include "Models/FloatConvolution.h"
#include "Models/Registration.h"
#include "Models/Tosa.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

ArrayRef<int64_t> getShape(Value tensor) { return cast<ShapedType>(tensor.getType()).getShape(); }

FloatAttr getZero(Operation *op) { return FloatAttr::get(Float32Type::get(op->getContext()), 0.0); }

/// What the constants of a TOSA convolution must be.
struct FloatConstants {
  SmallVector<float> weights, bias;
};

template <typename Op> FailureOr<FloatConstants> readConstants(Op op) {
  if (!getElementTypeOrSelf(op.getInput()).isF32())
    return op.emitError() << "computes on " << getElementTypeOrSelf(op.getInput())
                          << "; only f32 is compiled, use qint ops for quantized values";
  if (failed(checkZeroPoints(op, {op.getInputZp(), op.getWeightZp()})))
    return failure();
  FailureOr<SmallVector<float>> weights = readFloats(op, op.getWeight(), "weight");
  if (failed(weights))
    return failure();
  FailureOr<SmallVector<float>> bias = readFloats(op, op.getBias(), "bias");
  if (failed(bias))
    return failure();
  return FloatConstants{std::move(*weights), std::move(*bias)};
}

/// `tosa.conv2d` and `tosa.depthwise_conv2d`.
template <typename Op, bool isDepthwise>
struct ConvolutionModel
    : SchedulableOpInterface::ExternalModel<ConvolutionModel<Op, isDepthwise>, Op> {
  OperandPlacement getOperandPlacement(Operation *op, unsigned index) const {
    return index == 0 ? getImageHalo(cast<Op>(op).getPad(), getZero(op)) : OperandPlacement();
  }

  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<Op>(operation);
    FailureOr<FloatConstants> constants = readConstants(op);
    if (failed(constants))
      return failure();
    Convolution convolution(op);
    convolution.input = buffers.readPlaced(op.getInputMutable());
    FloatOutput output = getFloatOutput(builder, buffers, op.getOutput());
    convolution.output = output.buffer;
    convolution.residual = output.residual;
    llvm::append_range(convolution.kernel, getShape(op.getWeight()).slice(isDepthwise ? 0 : 1, 2));
    llvm::append_range(convolution.stride, op.getStride());
    llvm::append_range(convolution.dilation, op.getDilation());
    auto create = isDepthwise ? createFloatDepthwiseConv2D : createConv2D;
    create(builder, buffers, convolution, constants->weights, constants->bias, output);
    return success();
  }

  static void createConv2D(OpBuilder &builder, BufferAssignment &buffers,
                           const Convolution &convolution, ArrayRef<float> weights,
                           ArrayRef<float> bias, const FloatOutput &output) {
    createFloatConv2D(builder, buffers, convolution, weights, bias, output);
  }
};

//===----------------------------------------------------------------------===//
// transpose_conv2d
//===----------------------------------------------------------------------===//

/// Output positions `phase`, `phase + stride`, … of a transposed convolution
/// along one dimension: a convolution of stride 1 with the kernel taps
/// `lastTap`, `lastTap - stride`, …, whose first window starts `pad` before the
/// input.
struct StridePhase {
  StridePhase(int64_t phase, int64_t stride, int64_t outputSize, int64_t kernelSize, int64_t outPad)
      : phase(phase), stride(stride), outputs(llvm::divideCeil(outputSize - phase, stride)) {
    // Output o takes input[(o - outPad - tap) / stride] for each tap for which
    // the division leaves no rest.
    int64_t firstTap = llvm::mod(phase - outPad, stride);
    taps = firstTap < kernelSize ? (kernelSize - 1 - firstTap) / stride + 1 : 0;
    lastTap = firstTap + (taps - 1) * stride;
    pad = (outPad + lastTap - phase) / stride;
  }

  /// Elements that the windows take from behind the input.
  int64_t padBehind(int64_t inputSize) const { return outputs + taps - 1 - pad - inputSize; }

  int64_t phase, stride, outputs, taps, lastTap, pad;
};

SmallVector<StridePhase> getPhases(tosa::TransposeConv2DOp op, unsigned dimension) {
  int64_t stride = op.getStride()[dimension], outPad = op.getOutPad()[2 * dimension];
  int64_t outputSize = getShape(op.getOutput())[dimension + 1];
  int64_t kernelSize = getShape(op.getWeight())[dimension + 1];
  SmallVector<StridePhase> phases;
  for (int64_t phase = 0; phase < std::min(stride, outputSize); ++phase)
    phases.emplace_back(phase, stride, outputSize, kernelSize, outPad);
  return phases;
}

struct TransposeConv2DModel
    : SchedulableOpInterface::ExternalModel<TransposeConv2DModel, tosa::TransposeConv2DOp> {
  /// The halo that serves all phases.
  OperandPlacement getOperandPlacement(Operation *op, unsigned index) const {
    if (index != 0)
      return {};
    auto transpose = cast<tosa::TransposeConv2DOp>(op);
    SmallVector<int64_t> low(4, 0), high(4, 0);
    for (unsigned dimension : {0u, 1u}) {
      int64_t inputSize = getShape(transpose.getInput())[dimension + 1];
      for (const StridePhase &phase : getPhases(transpose, dimension)) {
        low[dimension + 1] = std::max(low[dimension + 1], phase.pad);
        high[dimension + 1] = std::max(high[dimension + 1], phase.padBehind(inputSize));
      }
    }
    return OperandPlacement::halo(low, high, getZero(op));
  }

  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::TransposeConv2DOp>(operation);
    FailureOr<FloatConstants> constants = readConstants(op);
    if (failed(constants))
      return failure();
    Value input = buffers.readPlaced(op.getInputMutable());
    FloatOutput output{buffers.write(op.getOutput()), {}, {}, {}};
    for (const StridePhase &y : getPhases(op, 0))
      for (const StridePhase &x : getPhases(op, 1))
        schedulePhase(op, builder, buffers, *constants, input, output, y, x);
    return success();
  }

  void schedulePhase(tosa::TransposeConv2DOp op, OpBuilder &builder, BufferAssignment &buffers,
                     const FloatConstants &constants, Value input, const FloatOutput &output,
                     const StridePhase &y, const StridePhase &x) const {
    Convolution convolution(op);
    convolution.output = getPhaseOutput(op, builder, output.buffer, y, x);
    if (y.taps == 0 || x.taps == 0) {
      // The kernel is smaller than the stride: no input reaches these positions.
      Value bias = buffers.constant<float>(op.getLoc(), "bias", constants.bias,
                                           {1, 1, 1, static_cast<int64_t>(constants.bias.size())},
                                           builder.getF32Type());
      buffers.generic(op.getLoc(), {bias}, convolution.output,
                      [](OpBuilder &, Location, ValueRange scalars) { return scalars[0]; });
      return;
    }
    SmallVector<int64_t> low = getOperandPlacement(op, 0).low;
    ArrayRef<int64_t> image = getShape(op.getInput());
    convolution.input =
        createBox(builder, op.getLoc(), input, {0, low[1] - y.pad, low[2] - x.pad, 0},
                  {image[0], y.outputs + y.taps - 1, x.outputs + x.taps - 1, image[3]});
    convolution.kernel = {y.taps, x.taps};
    convolution.stride = convolution.dilation = {1, 1};
    FloatOutput phaseOutput{convolution.output, {}, output.min, output.max};
    createFloatConv2D(builder, buffers, convolution, getPhaseWeights(op, constants.weights, y, x),
                      constants.bias, phaseOutput);
  }

  static Value getPhaseOutput(tosa::TransposeConv2DOp op, OpBuilder &builder, Value output,
                              const StridePhase &y, const StridePhase &x) {
    StridedLayout layout = StridedLayout::of(cast<MemRefType>(output.getType()));
    layout.offset += y.phase * layout.strides[1] + x.phase * layout.strides[2];
    layout.sizes[1] = y.outputs;
    layout.sizes[2] = x.outputs;
    layout.strides[1] *= y.stride;
    layout.strides[2] *= x.stride;
    return createView(builder, op.getLoc(), output, layout);
  }

  /// The taps of one phase, last first.
  static std::vector<float> getPhaseWeights(tosa::TransposeConv2DOp op, ArrayRef<float> weights,
                                            const StridePhase &y, const StridePhase &x) {
    ArrayRef<int64_t> shape = getShape(op.getWeight());
    std::vector<float> taps;
    for (int64_t n = 0; n < shape[0]; ++n)
      for (int64_t i = 0; i < y.taps; ++i)
        for (int64_t j = 0; j < x.taps; ++j) {
          int64_t row = y.lastTap - i * y.stride, column = x.lastTap - j * x.stride;
          int64_t pixel = (n * shape[1] + row) * shape[2] + column;
          llvm::append_range(taps, weights.slice(pixel * shape[3], shape[3]));
        }
    return taps;
  }
};

} // namespace

void schedule::attachTosaConvolutionModels(MLIRContext &context) {
  tosa::Conv2DOp::attachInterface<ConvolutionModel<tosa::Conv2DOp, false>>(context);
  tosa::DepthwiseConv2DOp::attachInterface<ConvolutionModel<tosa::DepthwiseConv2DOp, true>>(
      context);
  tosa::TransposeConv2DOp::attachInterface<TransposeConv2DModel>(context);
}
