#include "WeightQuantizer.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/Remarks.h"
#include "qopt/Dialect/Interfaces/StoredCluster.h"
#include "qopt/Dialect/Interfaces/WeightIterator.h"
#include "qopt/FakeQuantize/Grids.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/TosaShapes.h"
#include "llvm/Support/FormatVariadic.h"

#include <cfloat>

#define DEBUG_TYPE "qopt-fake-quantize"

using namespace mlir;
using namespace qopt;

WeightQuantizer::WeightQuantizer(QuantizableOpInterface op, unsigned bits, float inputScale,
                                 ArrayRef<double> means)
    : op(op), bits(bits), inputScale(inputScale), means(means), layout(op.getWeightLayout()) {
  for (OpOperand &operand : op->getOpOperands())
    if (op.getOperandRole(operand.getOperandNumber()) == OperandRole::Weight)
      weightOperand = &operand;
  biasOperand = op.getBiasOperand();
}

bool WeightQuantizer::readConstants() {
  if (!weightOperand || !biasOperand)
    return false;
  FailureOr<SmallVector<float>> weightValues = readFloatConstant(weightOperand->get());
  FailureOr<SmallVector<float>> biasValues = readFloatConstant(biasOperand->get());
  if (failed(weightValues) || failed(biasValues))
    return false;
  size_t channels = layout.outputChannels;
  if (biasValues->size() != channels && biasValues->size() != 1)
    return false;
  weights = std::move(*weightValues);
  bias.assign(biasValues->begin(), biasValues->end());
  bias.resize(channels, bias.front());
  return true;
}

/// The largest weight of each channel becomes the largest integer.
void WeightQuantizer::chooseScales() {
  SmallVector<float> largest(layout.outputChannels, 0.0f);
  ArrayRef<int64_t> shape = cast<ShapedType>(weightOperand->get().getType()).getShape();
  for (WeightIterator it(layout, shape); !it.done(); it.next())
    largest[it.outputChannel()] =
        std::max(largest[it.outputChannel()], std::fabs(weights[it.element()]));
  int32_t limit = (1 << (bits - 1)) - 1;
  for (float value : largest)
    scales.push_back(static_cast<float>(static_cast<double>(value) / limit));
}

/// bias[n] += sum of (w - quantized w) * mean of the channel it reads * share of
/// the output positions where it reads the input and not padding.
void WeightQuantizer::computeCorrectedBias() {
  correctedBias = bias;
  if (means.empty())
    return;
  int32_t limit = (1 << (bits - 1)) - 1;
  StoredRange range = {0, -limit, limit};
  ArrayRef<int64_t> shape = cast<ShapedType>(weightOperand->get().getType()).getShape();
  for (WeightIterator it(layout, shape); !it.done(); it.next()) {
    float weight = weights[it.element()], scale = scales[it.outputChannel()];
    if (!(scale >= FLT_MIN))
      continue;
    double error =
        static_cast<double>(weight) - static_cast<double>(scale) * quantize(weight, scale, range);
    if (it.inputChannel() < static_cast<int64_t>(means.size()))
      correctedBias[it.outputChannel()] += error * means[it.inputChannel()] * it.insideShare();
  }
}

/// The largest argument of the function behind `value`, by the 16-bit grid that
/// calibration put there; 0 without one.
static double getFunctionReach(Value value) {
  for (Operation *user : value.getUsers()) {
    auto movement = dyn_cast<QuantizableOpInterface>(user);
    if (movement && movement.getDataMovement() != DataMovement::None)
      return getFunctionReach(user->getResult(0));
    auto fakeQuant = dyn_cast<calib::FakeQuantOp>(user);
    if (!fakeQuant)
      continue;
    auto grid = dyn_cast<quant::UniformQuantizedType>(fakeQuant.getGrid());
    if (grid && grid.getStorageTypeIntegralWidth() == 16)
      return grid.getScale() * static_cast<double>(grid.getStorageTypeMax());
  }
  return 0.0;
}

/// Widens the scales of channels whose bias would not fit the accumulator. True
/// if there are any.
bool WeightQuantizer::widenForBias() {
  SmallVector<int64_t> widened;
  // The centre of a function's interval joins the bias: channels that are all but
  // dead have scales that this would not fit.
  double reach = getFunctionReach(op->getResult(0));
  for (auto [channel, scale] : llvm::enumerate(scales)) {
    double magnitude = std::fabs(correctedBias[channel]) + reach;
    double least = magnitude / (static_cast<double>(inputScale) * 0x1p30);
    if (scale == 0.0f) { // all weights are 0: the scale serves the bias only
      scale = magnitude == 0.0 ? 1.0f : roundUpToNormalFloat(least);
    } else if (scale < least) {
      scale = roundUpToNormalFloat(least);
      widened.push_back(channel);
    }
  }
  if (!widened.empty())
    remark::analysis(op->getLoc(), remark::RemarkOpts::name("widened-weights").category(DEBUG_TYPE))
        << llvm::formatv("weight scales of {0} output channels were widened, the first of them "
                         "{1}: their bias does not fit the 32-bit accumulator otherwise",
                         widened.size(), widened.front())
               .str();
  return !widened.empty();
}

/// Scales are normal f32 numbers.
void WeightQuantizer::widenSubnormal() {
  bool any = false;
  for (float &scale : scales) {
    if (scale > 0.0f && scale < FLT_MIN) {
      scale = FLT_MIN;
      any = true;
    }
  }
  if (any)
    remark::analysis(op->getLoc(), remark::RemarkOpts::name("widened-weights").category(DEBUG_TYPE))
        << "weights are so small that a scale would be no normal f32; it was widened";
}

void WeightQuantizer::replaceWeights(OpBuilder &builder) {
  Value value = weightOperand->get();
  auto type = cast<RankedTensorType>(value.getType());
  builder.setInsertionPoint(op);

  // A grid has one axis: dimensions that index output channels become one.
  int64_t first = type.getRank(), last = -1;
  for (int64_t d = 0; d < type.getRank(); ++d)
    if (layout.outputStrides[d] != 0 && type.getDimSize(d) > 1) {
      first = std::min(first, d);
      last = d;
    }
  if (last < 0) { // one output channel: any dimension of size 1, or the first
    auto *it = llvm::find_if(layout.outputStrides, [](int64_t stride) { return stride != 0; });
    first = last = std::distance(layout.outputStrides.begin(), it);
  }
  SmallVector<int64_t> shape(type.getShape().take_front(first));
  shape.push_back(layout.outputChannels);
  llvm::append_range(shape, type.getShape().drop_front(last + 1));
  if (shape.size() != type.getShape().size()) {
    RankedTensorType flat = type.clone(shape);
    value = tosa::ConstOp::create(builder, value.getLoc(), flat, makeFloatElements(flat, weights));
  }
  auto grid = makeWeightGrid(builder.getContext(), scales, bits, static_cast<int32_t>(first));
  value = calib::FakeQuantOp::create(builder, value.getLoc(), value.getType(), value, grid);
  weightOperand->set(createReshape(builder, value.getLoc(), value, type.getShape()));
}

void WeightQuantizer::replaceBias(OpBuilder &builder) {
  if (correctedBias == bias)
    return;
  auto type = cast<RankedTensorType>(biasOperand->get().getType());
  if (type.getNumElements() != layout.outputChannels)
    type = type.clone({layout.outputChannels});
  SmallVector<float> values(correctedBias.begin(), correctedBias.end());
  builder.setInsertionPoint(biasOperand->getOwner());
  biasOperand->set(tosa::ConstOp::create(builder, biasOperand->get().getLoc(), type,
                                         makeFloatElements(type, values)));
}

void WeightQuantizer::run(OpBuilder &builder) {
  if (!readConstants()) {
    remark::missed(op->getLoc(), remark::RemarkOpts::name("weights").category(DEBUG_TYPE))
        << "weights or bias are no constants; the op stays in float";
    return;
  }
  chooseScales();
  widenSubnormal();
  computeCorrectedBias();
  // The correction depends on the scales, which depend on the bias.
  if (widenForBias())
    computeCorrectedBias();
  replaceWeights(builder);
  replaceBias(builder);
}
