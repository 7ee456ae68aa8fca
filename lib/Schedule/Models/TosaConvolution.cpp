#include "Models/ConvolutionBoxes.h"
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
    return index == 0 ? getBoxes(cast<Op>(op)).getPlacement(getZero(op)) : OperandPlacement();
  }

  static ArrayRef<int64_t> getKernel(Op op) {
    return getShape(op.getWeight()).slice(isDepthwise ? 0 : 1, 2);
  }

  static ConvolutionBoxes getBoxes(Op op) {
    return ConvolutionBoxes(getShape(op.getInput()), getShape(op.getOutput()), getKernel(op),
                            op.getStride(), op.getDilation(), op.getPad(),
                            cast<ShapedType>(op.getWeight().getType()).getNumElements());
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
    llvm::append_range(convolution.kernel, getKernel(op));
    llvm::append_range(convolution.stride, op.getStride());
    llvm::append_range(convolution.dilation, op.getDilation());
    int64_t filters = isDepthwise ? 1 : getShape(op.getWeight())[0];
    ConvolutionBoxes boxes = getBoxes(op);
    BoxWeights<float> weights(boxes, constants->weights, filters);
    for (const ConvolutionBox &box : boxes.list()) {
      Convolution part = boxes.cut(builder, convolution, box);
      if (isDepthwise)
        createFloatDepthwiseConv2D(builder, buffers, part, weights.take(box), constants->bias,
                                   output);
      else
        createFloatConv2D(builder, buffers, part, weights, box, constants->bias, output);
    }
    return success();
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
    return index == 0 ? getHalo(cast<tosa::TransposeConv2DOp>(op)) : OperandPlacement();
  }

  static OperandPlacement getHalo(tosa::TransposeConv2DOp transpose) {
    SmallVector<int64_t> low(4, 0), high(4, 0);
    for (unsigned dimension : {0u, 1u}) {
      int64_t inputSize = getShape(transpose.getInput())[dimension + 1];
      for (const StridePhase &phase : getPhases(transpose, dimension)) {
        low[dimension + 1] = std::max(low[dimension + 1], phase.pad);
        high[dimension + 1] = std::max(high[dimension + 1], phase.padBehind(inputSize));
      }
    }
    return OperandPlacement::halo(low, high, getZero(transpose));
  }

  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<tosa::TransposeConv2DOp>(operation);
    FailureOr<FloatConstants> constants = readConstants(op);
    if (failed(constants))
      return failure();
    Value input = buffers.readPlaced(op.getInputMutable());
    SmallVector<StridePhase> rows = getPhases(op, 0), columns = getPhases(op, 1);
    auto hasTaps = [](const StridePhase &phase) { return phase.taps != 0; };
    FloatOutput output{buffers.write(op.getOutput()), {}, {}, {}};
    if (llvm::all_of(rows, hasTaps) && llvm::all_of(columns, hasTaps))
      output = getFloatOutput(builder, buffers, op.getOutput());
    unsigned together = canJoin(op, columns, output) ? columns.size() : 1;
    for (const StridePhase &y : rows)
      for (size_t x = 0; x < columns.size(); x += together)
        schedulePhases(op, builder, buffers, *constants, input, output, y,
                       ArrayRef(columns).slice(x, together));
    return success();
  }

  /// Whether the phases of a row see the same windows, and write pixels that lie
  /// next to each other: they are the channels of one convolution then.
  static bool canJoin(tosa::TransposeConv2DOp op, ArrayRef<StridePhase> phases,
                      const FloatOutput &output) {
    auto hasNeighbours = [](Value buffer) {
      StridedLayout layout = StridedLayout::of(cast<MemRefType>(buffer.getType()));
      return layout.strides[2] == layout.sizes[3] && layout.strides[3] == 1;
    };
    const StridePhase &first = phases.front();
    return static_cast<int64_t>(phases.size()) == first.stride && hasNeighbours(output.buffer) &&
           (!output.residual || hasNeighbours(output.residual)) &&
           llvm::all_of(phases, [&](const StridePhase &phase) {
             return phase.outputs == first.outputs && phase.taps == first.taps && phase.taps != 0 &&
                    phase.pad == first.pad;
           });
  }

  /// Schedules one phase of the rows, and one or all of the columns.
  static void schedulePhases(tosa::TransposeConv2DOp op, OpBuilder &builder,
                             BufferAssignment &buffers, const FloatConstants &constants,
                             Value input, const FloatOutput &output, const StridePhase &y,
                             ArrayRef<StridePhase> columns) {
    const StridePhase &x = columns.front();
    Convolution convolution(op);
    convolution.output = getPhaseView(op, builder, output.buffer, y, columns);
    if (y.taps == 0 || x.taps == 0) {
      // The kernel is smaller than the stride: no input reaches these positions.
      Value bias = buffers.constant<float>(op.getLoc(), "bias", constants.bias,
                                           {1, 1, 1, static_cast<int64_t>(constants.bias.size())},
                                           builder.getF32Type());
      buffers.generic(op.getLoc(), {bias}, convolution.output,
                      [](OpBuilder &, Location, ValueRange scalars) { return scalars[0]; });
      return;
    }
    SmallVector<int64_t> low = getHalo(op).low;
    ArrayRef<int64_t> image = getShape(op.getInput());
    convolution.input =
        createBox(builder, op.getLoc(), input, {0, low[1] - y.pad, low[2] - x.pad, 0},
                  {image[0], y.outputs + y.taps - 1, x.outputs + x.taps - 1, image[3]});
    if (output.residual)
      convolution.residual = getPhaseView(op, builder, output.residual, y, columns);
    convolution.kernel = {y.taps, x.taps};
    convolution.stride = convolution.dilation = {1, 1};
    std::vector<float> weights, bias;
    for (const StridePhase &phase : columns) {
      llvm::append_range(weights, getPhaseWeights(op, constants.weights, y, phase));
      llvm::append_range(bias, constants.bias);
    }
    if (constants.bias.size() == 1)
      bias.resize(1);
    createFloatConv2D(builder, buffers, convolution, weights, bias, output);
  }

  /// The positions of phases in a buffer of the output's shape; those of joined
  /// columns as channels of one.
  static Value getPhaseView(tosa::TransposeConv2DOp op, OpBuilder &builder, Value buffer,
                            const StridePhase &y, ArrayRef<StridePhase> columns) {
    const StridePhase &x = columns.front();
    StridedLayout layout = StridedLayout::of(cast<MemRefType>(buffer.getType()));
    layout.offset += y.phase * layout.strides[1] + x.phase * layout.strides[2];
    layout.sizes[1] = y.outputs;
    layout.sizes[2] = x.outputs;
    layout.sizes[3] *= static_cast<int64_t>(columns.size());
    layout.strides[1] *= y.stride;
    layout.strides[2] *= x.stride;
    return createView(builder, op.getLoc(), buffer, layout);
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
