#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"
#include "qopt/ExternalModels/Quantizable.h"
#include "qopt/Support/Constants.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace qopt;

namespace {

/// One spatial dimension of a transposed convolution of stride s, as an ordinary
/// convolution.
///
/// Output position o = s * q + r - start reads input position i through tap
/// k = o - padLow - s * i. The outputs of one phase r (0 <= r < s) are thus a
/// convolution of stride 1 with the taps r, r + s, r + 2s, … in reverse order:
/// all phases together are one convolution with s times as many channels, whose
/// results q are spread out afterwards.
struct SubpixelDimension {
  SubpixelDimension(int64_t input, int64_t output, int64_t kernel, int64_t stride, int64_t outPad)
      : stride(stride), kernel(kernel), taps((kernel + stride - 1) / stride) {
    // The first and the last q; further out than needed where pads were negative.
    int64_t first = std::min(llvm::divideFloorSigned(-outPad, stride), taps - 1);
    int64_t last = std::max(llvm::divideFloorSigned(output - 1 - outPad, stride), input - 1);
    padLow = taps - 1 - first;
    padHigh = last - (input - 1);
    count = last - first + 1;
    start = -outPad - first * stride;
  }

  /// The tap of the transposed kernel at `position` of phase `phase`; none where
  /// the phase has fewer taps than others.
  std::optional<int64_t> getTap(int64_t phase, int64_t position) const {
    int64_t tap = phase + (taps - 1 - position) * stride;
    return tap < kernel ? std::optional<int64_t>(tap) : std::nullopt;
  }

  int64_t stride, kernel;
  int64_t taps; ///< of each phase
  int64_t padLow, padHigh;
  int64_t count; ///< positions q
  int64_t start; ///< the first of count * stride positions that is an output
};

/// The geometry of one `tosa.transpose_conv2d`.
struct Geometry {
  explicit Geometry(tosa::TransposeConv2DOp op)
      : weight(op.getWeight().getType().getShape()), output(op.getOutput().getType().getShape()),
        y(op.getInput().getType().getShape()[1], output[1], weight[1], op.getStride()[0],
          op.getOutPad()[0]),
        x(op.getInput().getType().getShape()[2], output[2], weight[2], op.getStride()[1],
          op.getOutPad()[2]) {}

  int64_t phases() const { return y.stride * x.stride; }
  /// [B, Q, Q', phases * N] and what it is unfolded to.
  SmallVector<int64_t> foldedShape() const {
    return {output[0], y.count, x.count, phases() * output[3]};
  }
  SmallVector<int64_t> phaseShape() const {
    return {output[0], y.count, x.count, y.stride, x.stride, output[3]};
  }
  SmallVector<int64_t> interleavedShape() const {
    return {output[0], y.count, y.stride, x.count, x.stride, output[3]};
  }
  SmallVector<int64_t> spreadShape() const {
    return {output[0], y.count * y.stride, x.count * x.stride, output[3]};
  }

  ArrayRef<int64_t> weight, output;
  SubpixelDimension y, x;
};

Value reshape(IntegerBuilder &b, Value value, ArrayRef<int64_t> shape) {
  return b.builder.createOrFold<qint::ReshapeOp>(
      b.loc, cast<RankedTensorType>(value.getType()).clone(shape), value);
}

Value transpose(IntegerBuilder &b, Value value, ArrayRef<int64_t> shape) {
  return b.builder.createOrFold<qint::TransposeOp>(
      b.loc, cast<RankedTensorType>(value.getType()).clone(shape), value,
      ArrayRef<int64_t>{0, 1, 3, 2, 4, 5});
}

/// Results of the phases to their places.
Value spread(IntegerBuilder &b, Value folded, const Geometry &g) {
  Value spread = reshape(b, transpose(b, reshape(b, folded, g.phaseShape()), g.interleavedShape()),
                         g.spreadShape());
  auto type = cast<RankedTensorType>(spread.getType());
  if (type.getShape() == g.output)
    return spread;
  return b.builder.createOrFold<qint::SliceOp>(b.loc, type.clone(g.output), spread,
                                               ArrayRef<int64_t>{0, g.y.start, g.x.start, 0});
}

/// The inverse: positions that are no outputs take `value`.
Value gather(IntegerBuilder &b, Value tensor, const Geometry &g, int32_t value) {
  SmallVector<int64_t> low = {0, g.y.start, g.x.start, 0}, high, full = g.spreadShape();
  for (size_t d = 0; d < 4; ++d)
    high.push_back(full[d] - g.output[d] - low[d]);
  auto type = cast<RankedTensorType>(tensor.getType());
  Value padded =
      b.builder.createOrFold<qint::PadOp>(b.loc, type.clone(full), tensor, low, high, value);
  return reshape(b, transpose(b, reshape(b, padded, g.interleavedShape()), g.phaseShape()),
                 g.foldedShape());
}

struct TransposeConv2DModel
    : QuantizableOpInterface::ExternalModel<TransposeConv2DModel, tosa::TransposeConv2DOp> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    constexpr OperandRole roles[] = {OperandRole::Data, OperandRole::Weight, OperandRole::Bias};
    return index < 3 ? roles[index] : OperandRole::Parameter;
  }
  bool isAccumulator(Operation *) const { return true; }
  OpOperand *getBiasOperand(Operation *op) const { return &op->getOpOperand(2); }
  WeightLayout getWeightLayout(Operation *op) const;
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const;
};

WeightLayout TransposeConv2DModel::getWeightLayout(Operation *op) const {
  auto conv = cast<tosa::TransposeConv2DOp>(op);
  ArrayRef<int64_t> input = conv.getInput().getType().getShape();
  Geometry g(conv);
  // A tap is at work in one output position for each input position.
  auto shares = [&](int64_t inputSize, int64_t outputSize, int64_t kernel, int64_t stride,
                    int64_t outPad) {
    SmallVector<double> result;
    for (int64_t tap = 0; tap < kernel; ++tap) {
      int64_t inside = 0;
      for (int64_t i = 0; i < inputSize; ++i) {
        int64_t position = i * stride + outPad + tap;
        inside += position >= 0 && position < outputSize;
      }
      result.push_back(static_cast<double>(inside) / static_cast<double>(outputSize));
    }
    return result;
  };
  WeightLayout layout;
  layout.outputStrides = {1, 0, 0, 0};
  layout.inputStrides = {0, 0, 0, 1};
  layout.insideShares = {
      {},
      shares(input[1], g.output[1], g.weight[1], conv.getStride()[0], conv.getOutPad()[0]),
      shares(input[2], g.output[2], g.weight[2], conv.getStride()[1], conv.getOutPad()[2]),
      {}};
  layout.outputChannels = g.output[3];
  return layout;
}

/// The weights of all phases: [phases * N, taps, taps', C].
FailureOr<Value> foldWeights(IntegerBuilder &b, Value weights, const Geometry &g) {
  FailureOr<SmallVector<int64_t>> values = readIntegerConstant(weights);
  if (failed(values))
    return failure();
  int64_t channels = g.weight[3];
  SmallVector<char> folded;
  for (int64_t phase = 0; phase < g.phases(); ++phase)
    for (int64_t n = 0; n < g.weight[0]; ++n)
      for (int64_t i = 0; i < g.y.taps; ++i)
        for (int64_t j = 0; j < g.x.taps; ++j) {
          std::optional<int64_t> ky = g.y.getTap(phase / g.x.stride, i);
          std::optional<int64_t> kx = g.x.getTap(phase % g.x.stride, j);
          for (int64_t c = 0; c < channels; ++c)
            folded.push_back(
                ky && kx
                    ? static_cast<char>(
                          (*values)[((n * g.weight[1] + *ky) * g.weight[2] + *kx) * channels + c])
                    : 0);
        }
  auto type = RankedTensorType::get({g.phases() * g.weight[0], g.y.taps, g.x.taps, channels},
                                    b.builder.getI8Type());
  return arith::ConstantOp::create(b.builder, weights.getLoc(),
                                   cast<TypedAttr>(makeElements(type, folded)))
      .getResult();
}

/// `values`, one per channel, once for each phase.
template <typename T> SmallVector<T> repeat(ArrayRef<T> values, int64_t times) {
  SmallVector<T> result;
  for (int64_t i = 0; i < times; ++i)
    llvm::append_range(result, values);
  return result;
}

qint::RescaleAttr repeatRescale(qint::RescaleAttr rescale, int64_t times) {
  if (!rescale || rescale.size() == 1)
    return rescale;
  MLIRContext *context = rescale.getContext();
  if (rescale.getMode() == qint::RescaleMode::Float32)
    return qint::RescaleAttr::get(
        context, rescale.getMode(), {}, {},
        DenseF32ArrayAttr::get(context, repeat(rescale.getScales().asArrayRef(), times)));
  return qint::RescaleAttr::get(context, rescale.getMode(), repeat(rescale.getMultipliers(), times),
                                repeat(rescale.getShifts(), times), {});
}

FailureOr<Value> TransposeConv2DModel::buildInteger(Operation *op, IntegerBuilder &b) const {
  auto conv = cast<tosa::TransposeConv2DOp>(op);
  Geometry g(conv);
  const Epilogue &e = b.epilogue;
  FailureOr<Value> weights = foldWeights(b, b.operand(1).integers, g);
  FailureOr<SmallVector<int64_t>> bias = readIntegerConstant(b.operand(2).integers);
  if (failed(weights) || failed(bias))
    return b.fail("its weights or its bias are no constants");
  SmallVector<int64_t> allBias = repeat(ArrayRef<int64_t>(*bias), g.phases());
  Type biasElement = cast<ShapedType>(b.operand(2).integers.getType()).getElementType();
  size_t biasBytes = biasElement.getIntOrFloatBitWidth() / 8;
  SmallVector<char> biasData(allBias.size() * biasBytes);
  for (auto [i, value] : llvm::enumerate(allBias))
    std::memcpy(biasData.data() + i * biasBytes, &value, biasBytes); // little endian
  auto biasType = RankedTensorType::get({static_cast<int64_t>(allBias.size())}, biasElement);
  Value biasValue = arith::ConstantOp::create(b.builder, b.operand(2).integers.getLoc(),
                                              cast<TypedAttr>(makeElements(biasType, biasData)));

  Value residual = e.residual ? gather(b, e.residual, g, e.residualZeroPoint) : Value();
  auto type = RankedTensorType::get(g.foldedShape(), e.resultElementType);
  Value folded = qint::Conv2DOp::create(
      b.builder, b.loc, type, b.operand(0).integers, *weights, biasValue, residual,
      ArrayRef<int64_t>{g.y.padLow, g.y.padHigh, g.x.padLow, g.x.padHigh}, ArrayRef<int64_t>{1, 1},
      ArrayRef<int64_t>{1, 1}, /*groups=*/int64_t(1), b.operand(0).zeroPoint(),
      repeatRescale(e.rescale, g.phases()), e.function, e.residualZeroPoint,
      e.residualScale.multiplier, e.residualScale.shift, e.fractionBits, e.outputZeroPoint,
      e.clampMin, e.clampMax);
  return spread(b, folded, g);
}

} // namespace

void qopt::registerTransposeConvolutionQuantizableModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, tosa::TosaDialect *) {
    tosa::TransposeConv2DOp::attachInterface<TransposeConv2DModel>(*context);
  });
}
