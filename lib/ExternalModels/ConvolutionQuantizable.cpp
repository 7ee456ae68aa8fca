#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"
#include "qopt/ExternalModels/Quantizable.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Geometry of a convolution along one spatial dimension.
struct Window {
  int64_t input, output, kernel, stride, dilation, padLow;
};

/// For each tap of `window`, the share of output positions where it reads the
/// input and not padding.
SmallVector<double> insideShares(const Window &window) {
  SmallVector<double> shares;
  for (int64_t tap = 0; tap < window.kernel; ++tap) {
    int64_t inside = 0;
    for (int64_t i = 0; i < window.output; ++i) {
      int64_t position = i * window.stride - window.padLow + tap * window.dilation;
      inside += position >= 0 && position < window.input;
    }
    shares.push_back(static_cast<double>(inside) / static_cast<double>(window.output));
  }
  return shares;
}

/// The two windows of a TOSA convolution, kernel sizes from dimensions
/// `kernelDim`, `kernelDim + 1` of the weights.
template <typename OpTy> std::array<Window, 2> getWindows(OpTy conv, unsigned kernelDim) {
  ArrayRef<int64_t> input = conv.getInput().getType().getShape();
  ArrayRef<int64_t> output = conv.getOutput().getType().getShape();
  ArrayRef<int64_t> weight = conv.getWeight().getType().getShape();
  std::array<Window, 2> windows;
  for (unsigned d : {0u, 1u})
    windows[d] = {input[1 + d],        output[1 + d],         weight[kernelDim + d],
                  conv.getStride()[d], conv.getDilation()[d], conv.getPad()[2 * d]};
  return windows;
}

/// Operands 0, 1, 2 of all TOSA convolutions are input, weight and bias.
OperandRole getConvolutionRole(unsigned index) {
  constexpr OperandRole roles[] = {OperandRole::Data, OperandRole::Weight, OperandRole::Bias};
  return index < 3 ? roles[index] : OperandRole::Parameter;
}

/// The attributes of the epilogue, in the order of QInt_EpilogueArguments.
template <typename OpTy, typename... Geometry>
Value createAccumulator(IntegerBuilder &b, RankedTensorType type, Value input, Value weights,
                        Value bias, int32_t inputZeroPoint, Geometry... geometry) {
  const Epilogue &e = b.epilogue;
  return OpTy::create(b.builder, b.loc, type, input, weights, bias, e.residual, geometry...,
                      inputZeroPoint, e.rescale, e.function, e.residualZeroPoint,
                      e.residualScale.multiplier, e.residualScale.shift, e.fractionBits,
                      e.outputZeroPoint, e.clampMin, e.clampMax);
}

struct Conv2DModel : QuantizableOpInterface::ExternalModel<Conv2DModel, tosa::Conv2DOp> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    return getConvolutionRole(index);
  }
  bool isAccumulator(Operation *) const { return true; }
  OpOperand *getBiasOperand(Operation *op) const { return &op->getOpOperand(2); }
  WeightLayout getWeightLayout(Operation *op) const {
    auto conv = cast<tosa::Conv2DOp>(op);
    std::array<Window, 2> windows = getWindows(conv, 1);
    WeightLayout layout;
    layout.outputStrides = {1, 0, 0, 0};
    layout.inputStrides = {0, 0, 0, 1};
    layout.insideShares = {{}, insideShares(windows[0]), insideShares(windows[1]), {}};
    layout.outputChannels = conv.getOutput().getType().getShape().back();
    return layout;
  }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    auto conv = cast<tosa::Conv2DOp>(op);
    return createAccumulator<qint::Conv2DOp>(
        b, b.resultType(conv), b.operand(0).integers, b.operand(1).integers, b.operand(2).integers,
        b.operand(0).zeroPoint(), conv.getPad(), conv.getStride(), conv.getDilation(),
        /*groups=*/int64_t(1));
  }
};

struct DepthwiseConv2DModel
    : QuantizableOpInterface::ExternalModel<DepthwiseConv2DModel, tosa::DepthwiseConv2DOp> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    return getConvolutionRole(index);
  }
  bool isAccumulator(Operation *) const { return true; }
  OpOperand *getBiasOperand(Operation *op) const { return &op->getOpOperand(2); }
  WeightLayout getWeightLayout(Operation *op) const {
    auto conv = cast<tosa::DepthwiseConv2DOp>(op);
    std::array<Window, 2> windows = getWindows(conv, 0);
    int64_t multiplier = conv.getWeight().getType().getShape()[3];
    WeightLayout layout;
    layout.outputStrides = {0, 0, multiplier, 1};
    layout.inputStrides = {0, 0, 1, 0};
    layout.insideShares = {insideShares(windows[0]), insideShares(windows[1]), {}, {}};
    layout.outputChannels = conv.getOutput().getType().getShape().back();
    return layout;
  }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const {
    auto conv = cast<tosa::DepthwiseConv2DOp>(op);
    return createAccumulator<qint::DepthwiseConv2DOp>(
        b, b.resultType(conv), b.operand(0).integers, b.operand(1).integers, b.operand(2).integers,
        b.operand(0).zeroPoint(), conv.getPad(), conv.getStride(), conv.getDilation());
  }
};

/// Grouped convolution: [N,H,W,G,C] by [G,F,KH,KW,C], padding applied before.
struct GroupedConv2DModel
    : QuantizableOpInterface::ExternalModel<GroupedConv2DModel, linalg::Conv2DNhwgcGfhwcOp> {
  OperandRole getOperandRole(Operation *, unsigned index) const {
    return getConvolutionRole(index);
  }
  bool isAccumulator(Operation *op) const { return getBiasOperand(op) != nullptr; }

  /// The constant [G,F] that a `linalg.broadcast` spreads over the accumulators.
  OpOperand *getBiasOperand(Operation *op) const {
    auto broadcast = op->getOperand(2).getDefiningOp<linalg::BroadcastOp>();
    if (!broadcast || broadcast.getDimensions() != ArrayRef<int64_t>{0, 1, 2})
      return nullptr;
    return &broadcast.getInputMutable();
  }
  WeightLayout getWeightLayout(Operation *op) const {
    ArrayRef<int64_t> weight = cast<RankedTensorType>(op->getOperand(1).getType()).getShape();
    WeightLayout layout;
    layout.outputStrides = {weight[1], 1, 0, 0, 0};
    layout.inputStrides = {weight[4], 0, 0, 0, 1};
    layout.insideShares.resize(5);
    layout.outputChannels = weight[0] * weight[1];
    return layout;
  }
  FailureOr<Value> buildInteger(Operation *op, IntegerBuilder &b) const;
};

/// `value` under `shape`.
Value reshape(IntegerBuilder &b, Value value, ArrayRef<int64_t> shape) {
  auto type = cast<RankedTensorType>(value.getType());
  if (type.getShape() == shape)
    return value;
  return b.builder.createOrFold<qint::ReshapeOp>(b.loc, type.clone(shape), value);
}

FailureOr<Value> GroupedConv2DModel::buildInteger(Operation *op, IntegerBuilder &b) const {
  auto conv = cast<linalg::Conv2DNhwgcGfhwcOp>(op);
  auto input = cast<RankedTensorType>(conv->getOperand(0).getType());
  auto weight = cast<RankedTensorType>(conv->getOperand(1).getType());
  RankedTensorType result = b.resultType(conv->getResult(0));
  ArrayRef<int64_t> in = input.getShape(), w = weight.getShape(), out = result.getShape();
  SmallVector<int64_t> flatInput = {in[0], in[1], in[2], in[3] * in[4]};
  SmallVector<int64_t> flatWeight = {w[0] * w[1], w[2], w[3], w[4]};
  SmallVector<int64_t> flatResult = {out[0], out[1], out[2], out[3] * out[4]};
  if (b.epilogue.residual)
    b.epilogue.residual = reshape(b, b.epilogue.residual, flatResult);

  auto toArray = [](DenseIntElementsAttr attr) {
    return SmallVector<int64_t>(attr.getValues<int64_t>());
  };
  SmallVector<int64_t> stride = toArray(conv.getStrides()), dilation = toArray(conv.getDilations());
  SmallVector<int64_t> pad(4, 0);
  Value grouped = createAccumulator<qint::Conv2DOp>(
      b, result.clone(flatResult), reshape(b, b.operand(0).integers, flatInput),
      reshape(b, b.operand(1).integers, flatWeight), b.operand(2).integers,
      b.operand(0).zeroPoint(), ArrayRef<int64_t>(pad), ArrayRef<int64_t>(stride),
      ArrayRef<int64_t>(dilation), /*groups=*/in[3]);
  return reshape(b, grouped, out);
}

} // namespace

void qopt::registerConvolutionQuantizableModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, tosa::TosaDialect *) {
    tosa::Conv2DOp::attachInterface<Conv2DModel>(*context);
    tosa::DepthwiseConv2DOp::attachInterface<DepthwiseConv2DModel>(*context);
  });
  registry.addExtension(+[](MLIRContext *context, linalg::LinalgDialect *) {
    linalg::Conv2DNhwgcGfhwcOp::attachInterface<GroupedConv2DModel>(*context);
  });
}
