#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Remarks.h"
#include "qopt/Calibrate/ApplyCalibration.h"
#include "qopt/Dialect/Interfaces/StoredCluster.h"
#include "qopt/FakeQuantize/Passes.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/TosaShapes.h"
#include "llvm/Support/FormatVariadic.h"

#define DEBUG_TYPE "qopt-split-outliers"

namespace qopt {
#define GEN_PASS_DEF_SPLITOUTLIERS
#include "qopt/FakeQuantize/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// Part of the channels, shifted by `offset` and limited to one side of the grid.
struct Level {
  SmallVector<int64_t> channels;
  double offset, min, max;
};

/// How one value is split: the range of the grid, and what exceeds it.
struct SplitPlan {
  double low = 0, high = 0;
  SmallVector<Level> levels;
  int64_t numAdded = 0;
};

/// The ends of a grid that reaches about from -limit to limit, but not further
/// than the values do. Both are whole steps.
void chooseRange(double limit, ArrayRef<float> minima, ArrayRef<float> maxima, SplitPlan &plan) {
  double low = std::max(-limit, std::min(0.0, double(*llvm::min_element(minima))));
  double high = std::min(limit, std::max(0.0, double(*llvm::max_element(maxima))));
  double zeroPoint = std::clamp(std::ceil(-low * 255 / (high - low)), 0.0, 255.0);
  double step = zeroPoint < 255 ? high / (255 - zeroPoint) : 0.0;
  if (zeroPoint > 0)
    step = std::max(step, -low / zeroPoint);
  step = static_cast<float>(step);
  plan.low = -zeroPoint * step;
  plan.high = (255 - zeroPoint) * step;
}

/// What is beyond the range, one level for each further range.
void addLevels(ArrayRef<float> minima, ArrayRef<float> maxima, SplitPlan &plan) {
  for (bool isUpper : {true, false}) {
    double end = isUpper ? plan.high : plan.low;
    for (int64_t i = 1;; ++i) {
      Level level{{}, static_cast<double>(i) * end, std::min(end, 0.0), std::max(end, 0.0)};
      for (auto [channel, min, max] : llvm::enumerate(minima, maxima))
        if (isUpper ? max > level.offset : min < level.offset)
          level.channels.push_back(channel);
      if (level.channels.empty() || end == 0)
        break;
      plan.numAdded += level.channels.size();
      plan.levels.push_back(std::move(level));
    }
  }
}

/// The finest grid for which no more than one channel in 32 is added; none where
/// that gains less than a bit.
std::optional<SplitPlan> makePlan(ArrayRef<float> ranges) {
  ArrayRef<float> minima = ranges.take_front(ranges.size() / 2);
  ArrayRef<float> maxima = ranges.drop_front(ranges.size() / 2);
  double reach = std::max(-double(*llvm::min_element(minima)), double(*llvm::max_element(maxima)));
  if (!(reach > 1e-30))
    return std::nullopt;
  std::optional<SplitPlan> best;
  for (double limit = reach; limit > reach / 64; limit *= 0.96875) {
    SplitPlan plan;
    chooseRange(limit, minima, maxima, plan);
    addLevels(minima, maxima, plan);
    if (plan.numAdded > static_cast<int64_t>(minima.size()) / kChannelsPerOutlier)
      break;
    if (std::max(-plan.low, plan.high) <= reach / 2)
      best = std::move(plan);
  }
  return best;
}

RankedTensorType withChannels(Value value, int64_t channels) {
  auto type = cast<RankedTensorType>(value.getType());
  SmallVector<int64_t> shape(type.getShape());
  shape.back() = channels;
  return type.clone(shape);
}

/// Splits the value of one `calib.annotate`.
class OutlierSplitter {
public:
  OutlierSplitter(calib::AnnotateOp op, tosa::Conv2DOp reader, const SplitPlan &plan)
      : op(op), reader(reader), plan(plan), builder(reader),
        axis(cast<RankedTensorType>(op.getType()).getRank() - 1) {}

  /// A value that ops without an integer form compute.
  void splitFloat();
  /// A function of a convolution. Fails, changing nothing, where the ops between
  /// are not the same for all channels.
  LogicalResult splitFunction(const StoredCluster &cluster);

private:
  Value makeConstant(RankedTensorType type, ArrayRef<float> values) {
    return tosa::ConstOp::create(builder, op.getLoc(), type, makeFloatElements(type, values));
  }
  Value makeShape(ArrayRef<int64_t> values) { return createShape(builder, op.getLoc(), values); }
  Value clamp(Value value, double min, double max) {
    return tosa::ClampOp::create(builder, op.getLoc(), value.getType(), value,
                                 builder.getF32FloatAttr(min), builder.getF32FloatAttr(max));
  }
  Value limit(Value value, const Level &level);
  Value select(Value value, ArrayRef<int64_t> channels);
  Value join(ArrayRef<Value> values);
  Value annotate(Value value, const Twine &suffix, DenseF64ArrayAttr means, bool meanOnly);
  Value computeLevel(const StoredCluster &cluster, const Level &level, const Twine &suffix);
  DenseF64ArrayAttr extendMeans();
  void replaceInput(Value input);

  calib::AnnotateOp op;
  tosa::Conv2DOp reader;
  const SplitPlan &plan;
  OpBuilder builder;
  int64_t axis;
};

} // namespace

/// clamp(value - offset, min, max)
Value OutlierSplitter::limit(Value value, const Level &level) {
  SmallVector<int64_t> ones(axis + 1, 1);
  auto type = RankedTensorType::get(ones, builder.getF32Type());
  Value offset = makeConstant(type, {static_cast<float>(level.offset)});
  Value shifted = tosa::SubOp::create(builder, op.getLoc(), value.getType(), value, offset);
  return clamp(shifted, level.min, level.max);
}

Value OutlierSplitter::select(Value value, ArrayRef<int64_t> channels) {
  SmallVector<Value> slices;
  for (size_t i = 0; i < channels.size();) {
    size_t end = i + 1;
    while (end < channels.size() && channels[end] == channels[end - 1] + 1)
      ++end;
    SmallVector<int64_t> start(axis + 1, 0);
    start.back() = channels[i];
    RankedTensorType type = withChannels(value, end - i);
    slices.push_back(tosa::SliceOp::create(builder, op.getLoc(), type, value, makeShape(start),
                                           makeShape(type.getShape())));
    i = end;
  }
  return slices.size() == 1 ? slices.front() : join(slices);
}

Value OutlierSplitter::join(ArrayRef<Value> values) {
  int64_t channels = 0;
  for (Value value : values)
    channels += cast<RankedTensorType>(value.getType()).getDimSize(axis);
  return tosa::ConcatOp::create(builder, op.getLoc(), withChannels(values.front(), channels),
                                values, static_cast<int32_t>(axis));
}

Value OutlierSplitter::annotate(Value value, const Twine &suffix, DenseF64ArrayAttr means,
                                bool meanOnly) {
  return calib::AnnotateOp::create(
      builder, op.getLoc(), value.getType(), value, builder.getStringAttr(op.getSite() + suffix),
      calib::RangeAttr::get(op.getContext(), plan.low, plan.high), means, UnitAttr(),
      meanOnly ? builder.getUnitAttr() : UnitAttr());
}

/// All parts of a channel have the same weights, and so the same rounding errors:
/// the mean of their sum is all that matters.
DenseF64ArrayAttr OutlierSplitter::extendMeans() {
  if (!op.getMeans())
    return {};
  SmallVector<double> means(*op.getMeans());
  means.append(plan.numAdded, 0.0);
  return builder.getDenseF64ArrayAttr(means);
}

/// Lets the convolution read `input`, with the weights of the added channels.
void OutlierSplitter::replaceInput(Value input) {
  SmallVector<float> weights = *readFloatConstant(reader.getWeight());
  int64_t channels = cast<RankedTensorType>(op.getType()).getDimSize(axis);
  SmallVector<float> extended;
  for (ArrayRef<float> rest = weights; !rest.empty(); rest = rest.drop_front(channels)) {
    llvm::append_range(extended, rest.take_front(channels));
    for (const Level &level : plan.levels)
      for (int64_t channel : level.channels)
        extended.push_back(rest[channel]);
  }
  RankedTensorType type = withChannels(reader.getWeight(), channels + plan.numAdded);
  reader.getWeightMutable().assign(makeConstant(type, extended));
  reader.getInputMutable().assign(input);
  op.erase();
}

void OutlierSplitter::splitFloat() {
  Value value = op.getInput();
  SmallVector<Value> parts = {clamp(value, plan.low, plan.high)};
  for (const Level &level : plan.levels)
    parts.push_back(limit(select(value, level.channels), level));
  replaceInput(annotate(join(parts), "", extendMeans(), /*meanOnly=*/false));
}

/// The channels of `level`, computed by a convolution of their own.
Value OutlierSplitter::computeLevel(const StoredCluster &cluster, const Level &level,
                                    const Twine &suffix) {
  auto conv = cast<tosa::Conv2DOp>(QuantizableOpInterface(cluster.root).getOperation());
  auto weightType = cast<RankedTensorType>(conv.getWeight().getType());
  SmallVector<float> weights = *readFloatConstant(conv.getWeight());
  SmallVector<float> bias = *readFloatConstant(conv.getBias());
  size_t rowSize = weights.size() / weightType.getDimSize(0);
  SmallVector<float> rows, biases;
  for (int64_t channel : level.channels) {
    llvm::append_range(rows, ArrayRef(weights).slice(channel * rowSize, rowSize));
    biases.push_back(bias[bias.size() == 1 ? 0 : channel]);
  }
  auto count = static_cast<int64_t>(level.channels.size());
  SmallVector<int64_t> shape(weightType.getShape());
  shape.front() = count;
  Value partWeights = makeConstant(weightType.clone(shape), rows);
  Value partBias = makeConstant(RankedTensorType::get({count}, builder.getF32Type()), biases);
  auto part = cast<tosa::Conv2DOp>(builder.clone(*conv));
  part.getWeightMutable().assign(partWeights);
  part.getBiasMutable().assign(partBias);
  part->getResult(0).setType(withChannels(conv, count));

  IRMapping mapping;
  mapping.map(cluster.source, part->getResult(0));
  for (Operation *step : cluster.chain->getOps()) {
    Operation *clone = builder.clone(*step, mapping);
    clone->getResult(0).setType(withChannels(clone->getResult(0), count));
    if (auto inner = dyn_cast<calib::AnnotateOp>(clone))
      inner.setSite((inner.getSite() + suffix).str());
  }
  return limit(mapping.lookup(op.getInput()), level);
}

LogicalResult OutlierSplitter::splitFunction(const StoredCluster &cluster) {
  auto conv = dyn_cast<tosa::Conv2DOp>(QuantizableOpInterface(cluster.root).getOperation());
  if (!conv || cluster.branch || !cluster.movements.empty() ||
      failed(readFloatConstant(conv.getWeight())) || failed(readFloatConstant(conv.getBias())))
    return failure();
  // Constants of the function have one element.
  for (Operation *step : cluster.chain->getOps())
    for (Value operand : step->getOperands())
      if (auto type = dyn_cast<RankedTensorType>(operand.getType());
          isConstantValue(operand) && (!type || type.getNumElements() != 1))
        return failure();
  SmallVector<Value> parts = {annotate(clamp(op.getInput(), plan.low, plan.high), "", {}, false)};
  for (auto [i, level] : llvm::enumerate(plan.levels)) {
    std::string suffix = (":part-" + Twine(i + 1)).str();
    parts.push_back(annotate(computeLevel(cluster, level, suffix), suffix, {}, false));
  }
  replaceInput(annotate(join(parts), ":parts", extendMeans(), /*meanOnly=*/true));
  return success();
}

namespace {

struct SplitOutliers : public qopt::impl::SplitOutliersBase<SplitOutliers> {
  using Base::Base;

  void runOnOperation() override {
    SmallVector<calib::AnnotateOp> sites;
    getOperation().walk([&](calib::AnnotateOp op) {
      if (op->hasAttr(kChannelRangesAttrName))
        sites.push_back(op);
    });
    for (calib::AnnotateOp op : sites)
      split(op);
  }

private:
  static void split(calib::AnnotateOp op) {
    auto ranges = op->getAttrOfType<DenseF32ArrayAttr>(kChannelRangesAttrName);
    auto type = cast<RankedTensorType>(op.getType());
    auto reader = op->hasOneUse() ? dyn_cast<tosa::Conv2DOp>(*op->user_begin()) : tosa::Conv2DOp();
    if (!ranges || ranges.size() != 2 * type.getShape().back() || !reader ||
        reader->hasAttr(kKeptInFloatAttrName) || reader.getInput() != op.getResult() ||
        failed(readFloatConstant(reader.getWeight())))
      return;
    std::optional<SplitPlan> plan = makePlan(ranges.asArrayRef());
    if (!plan)
      return;
    int64_t numAdded = plan->numAdded;
    Location loc = op.getLoc();
    std::string site = op.getSite().str();
    OutlierSplitter splitter(op, reader, *plan);
    if (op->hasAttr(kWholeRangeAttrName))
      splitter.splitFloat();
    else if (StoredCluster cluster = findCluster(op);
             !cluster.hasFunction() || failed(splitter.splitFunction(cluster)))
      return;
    remark::analysis(loc, remark::RemarkOpts::name("split").category(DEBUG_TYPE))
        << llvm::formatv("site '{0}' has {1} channels more, for values outside [{2}, {3}]", site,
                         numAdded, plan->low, plan->high)
               .str();
  }

  static StoredCluster findCluster(calib::AnnotateOp op) {
    auto isStored = [](Value value) {
      return value.getDefiningOp() && marksStored(value.getDefiningOp(), false);
    };
    if (!op.getInput().getDefiningOp() || !op.getInput().hasOneUse())
      return {};
    return matchStoredCluster(op.getInput(), isStored, /*sixteenBitProgram=*/false);
  }
};

} // namespace
