#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/Remarks.h"
#include "qopt/Calibrate/ApplyCalibration.h"
#include "qopt/Dialect/Interfaces/StoredCluster.h"
#include "qopt/FakeQuantize/Passes.h"
#include "qopt/Support/Constants.h"
#include "qopt/Support/FixedPoint.h"
#include "llvm/Support/FormatVariadic.h"

#define DEBUG_TYPE "qopt-balance-channels"

namespace qopt {
#define GEN_PASS_DEF_BALANCECHANNELS
#include "qopt/FakeQuantize/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

/// Channels that reach less far than this share of the widest are taken to reach as far.
static constexpr double kLeastReach = 0x1p-12;
/// The predicted noise has to become less than this share of what it was.
static constexpr double kWorthwhile = 0.5;

namespace {

/// What reads a value: convolutions, perhaps behind reshapes that keep the channels.
struct Readers {
  SmallVector<tosa::Conv2DOp> convolutions;
  SmallVector<calib::AnnotateOp> means;
};

/// Sums of squares of what one reader does with each channel.
struct ReaderWeights {
  SmallVector<float> weights; ///< rows of `channels` elements
  int64_t rowsPerOutput;
};

/// False where something else reads `value`.
bool collectReaders(Value value, int64_t channels, Readers &readers) {
  return llvm::all_of(value.getUses(), [&](OpOperand &use) {
    Operation *user = use.getOwner();
    if (auto conv = dyn_cast<tosa::Conv2DOp>(user)) {
      if (use.getOperandNumber() != 0 || conv->hasAttr(kKeptInFloatAttrName) ||
          failed(readFloatConstant(conv.getWeight())))
        return false;
      readers.convolutions.push_back(conv);
      return true;
    }
    if (!isa<tosa::ReshapeOp, calib::AnnotateOp>(user) ||
        cast<ShapedType>(user->getResult(0).getType()).getShape().back() != channels)
      return false;
    if (auto annotate = dyn_cast<calib::AnnotateOp>(user)) {
      if (!annotate.getMeanOnly())
        return false;
      readers.means.push_back(annotate);
    }
    return collectReaders(user->getResult(0), channels, readers);
  });
}

/// `value` to the power of so many quarters, by square roots alone: the same in every C
/// library.
double raiseToQuarters(double value, int64_t quarters) {
  double root = std::sqrt(value), result = quarters / 4 % 2 == 1 ? value : 1.0;
  if (quarters / 2 % 2 == 1)
    result *= root;
  return quarters % 2 == 1 ? result * std::sqrt(root) : result;
}

/// Predicts the noise that rounding a value and the weights of its readers makes in the
/// sums of the readers.
class NoiseModel {
public:
  NoiseModel(ArrayRef<float> minima, ArrayRef<float> maxima, ArrayRef<double> means,
             ArrayRef<tosa::Conv2DOp> readers);

  /// How far each channel reaches, and how large its weights are.
  SmallVector<double> reach, largest;
  /// The noise where channel c is divided by factors[c] and its weights are multiplied.
  double predict(ArrayRef<double> factors) const;

private:
  SmallVector<double> power; ///< of each channel, estimated
  SmallVector<ReaderWeights> readers;
};

} // namespace

NoiseModel::NoiseModel(ArrayRef<float> minima, ArrayRef<float> maxima, ArrayRef<double> means,
                       ArrayRef<tosa::Conv2DOp> convolutions) {
  for (auto [min, max] : llvm::zip_equal(minima, maxima))
    reach.push_back(std::max(-double(min), double(max)));
  double least = *llvm::max_element(reach) * kLeastReach;
  for (auto [channel, value] : llvm::enumerate(reach)) {
    value = std::max(value, least);
    double mean = channel < means.size() ? means[channel] : 0.0;
    power.push_back(mean * mean + value * value / 16);
  }
  largest.assign(reach.size(), 0.0);
  for (tosa::Conv2DOp conv : convolutions) {
    ArrayRef<int64_t> shape = cast<ShapedType>(conv.getWeight().getType()).getShape();
    readers.push_back({*readFloatConstant(conv.getWeight()), shape[1] * shape[2]});
    for (auto [i, weight] : llvm::enumerate(readers.back().weights))
      largest[i % reach.size()] = std::max<double>(largest[i % reach.size()], std::fabs(weight));
  }
  least = *llvm::max_element(largest) * kLeastReach;
  for (double &value : largest)
    value = std::max(value, least);
}

double NoiseModel::predict(ArrayRef<double> factors) const {
  double widest = 0.0, noise = 0.0, scaledPower = 0.0;
  for (auto [value, factor, squared] : llvm::zip_equal(reach, factors, power)) {
    widest = std::max(widest, value / factor);
    scaledPower += squared / (factor * factor);
  }
  size_t channels = factors.size();
  for (const ReaderWeights &reader : readers) {
    size_t rowLength = reader.rowsPerOutput * channels;
    for (ArrayRef<float> rest = reader.weights; !rest.empty(); rest = rest.drop_front(rowLength)) {
      double squares = 0.0, most = 0.0;
      for (auto [i, weight] : llvm::enumerate(rest.take_front(rowLength))) {
        double scaled = std::fabs(weight * factors[i % channels]);
        squares += scaled * scaled;
        most = std::max(most, scaled);
      }
      noise +=
          squares * (widest / 127) * (widest / 127) +
          (most / 127) * (most / 127) * scaledPower * static_cast<double>(reader.rowsPerOutput);
    }
  }
  return noise;
}

/// Factors between how far channels reach and how large their weights are not, the best
/// of a few; none where that would not gain much.
static std::optional<SmallVector<double>> chooseFactors(const NoiseModel &model) {
  SmallVector<double> none(model.reach.size(), 1.0);
  double least = model.predict(none) * kWorthwhile;
  std::optional<SmallVector<double>> best;
  for (int64_t share = 1; share <= 4; ++share)
    for (bool usesWeights : {false, true}) {
      SmallVector<double> factors;
      for (auto [reach, weight] : llvm::zip_equal(model.reach, model.largest))
        factors.push_back(
            roundUpToPowerOfTwo(raiseToQuarters(reach, share) /
                                (usesWeights ? raiseToQuarters(weight, 4 - share) : 1.0)));
      double noise = model.predict(factors);
      if (!(noise < least))
        continue;
      least = noise;
      best = std::move(factors);
    }
  return best;
}

namespace {

struct BalanceChannels : public qopt::impl::BalanceChannelsBase<BalanceChannels> {
  using Base::Base;

  void runOnOperation() override {
    SmallVector<calib::AnnotateOp> sites;
    getOperation().walk([&](calib::AnnotateOp op) {
      if (op->hasAttr(kChannelRangesAttrName) && isComputedInFloat(op))
        sites.push_back(op);
    });
    for (calib::AnnotateOp op : sites)
      balance(op);
  }

private:
  /// True if no integer op computes the value, so that one more product costs little.
  static bool isComputedInFloat(calib::AnnotateOp op) {
    auto isStored = [](Value value) {
      return value.getDefiningOp() && marksStored(value.getDefiningOp(), false);
    };
    if (op.getEpilogue() || op.getMeanOnly() || !op.getInput().getDefiningOp() ||
        !op.getInput().hasOneUse())
      return false;
    StoredCluster cluster = matchStoredCluster(op.getInput(), isStored, false);
    bool isPointwise = cluster.kind == StoredCluster::Kind::Table ||
                       (cluster.kind == StoredCluster::Kind::Op && cluster.root.isPointwise());
    return cluster.kind == StoredCluster::Kind::Float ||
           (isPointwise && llvm::none_of(cluster.reads, isStored));
  }

  static void balance(calib::AnnotateOp op) {
    auto ranges = op->getAttrOfType<DenseF32ArrayAttr>(kChannelRangesAttrName);
    int64_t channels = cast<ShapedType>(op.getType()).getShape().back();
    Readers readers;
    if (!ranges || ranges.size() != 2 * channels ||
        !collectReaders(op.getResult(), channels, readers) || readers.convolutions.empty())
      return;
    ArrayRef<float> minima = ranges.asArrayRef().take_front(channels);
    ArrayRef<float> maxima = ranges.asArrayRef().drop_front(channels);
    ArrayRef<double> means = op.getMeans() ? *op.getMeans() : ArrayRef<double>();
    NoiseModel model(minima, maxima, means, readers.convolutions);
    if (*llvm::max_element(model.reach) == 0.0 || *llvm::max_element(model.largest) == 0.0)
      return;
    std::optional<SmallVector<double>> factors = chooseFactors(model);
    if (!factors)
      return;
    double min = 0.0, max = 0.0;
    for (auto [low, high, factor] : llvm::zip_equal(minima, maxima, *factors)) {
      min = std::min(min, low / factor);
      max = std::max(max, high / factor);
    }
    remark::analysis(op.getLoc(), remark::RemarkOpts::name("balanced").category(DEBUG_TYPE))
        << llvm::formatv("the channels of site '{0}' are divided by {1} to {2}", op.getSite(),
                         *llvm::min_element(*factors), *llvm::max_element(*factors))
               .str();
    rewrite(op, *factors, min, max, readers);
  }

  static void rewrite(calib::AnnotateOp op, ArrayRef<double> factors, double min, double max,
                      const Readers &readers) {
    OpBuilder builder(op);
    auto type = cast<RankedTensorType>(op.getType());
    SmallVector<int64_t> shape(type.getRank(), 1);
    shape.back() = static_cast<int64_t>(factors.size());
    SmallVector<float> inverses;
    for (double factor : factors)
      inverses.push_back(static_cast<float>(1.0 / factor));
    RankedTensorType factorType = type.clone(shape);
    Value inverse = tosa::ConstOp::create(builder, op.getLoc(), factorType,
                                          makeFloatElements(factorType, inverses));
    auto shiftType = RankedTensorType::get({1}, builder.getI8Type());
    Value shift = tosa::ConstOp::create(builder, op.getLoc(), shiftType,
                                        DenseElementsAttr::get(shiftType, int8_t(0)));
    op.getInputMutable().assign(
        tosa::MulOp::create(builder, op.getLoc(), type, op.getInput(), inverse, shift));
    op.setRangeAttr(calib::RangeAttr::get(op.getContext(), min, max));
    op->removeAttr(kChannelRangesAttrName);
    scaleMeans(op, factors);
    for (calib::AnnotateOp means : readers.means)
      scaleMeans(means, factors);
    for (tosa::Conv2DOp conv : readers.convolutions)
      scaleWeights(conv, factors);
  }

  static void scaleMeans(calib::AnnotateOp op, ArrayRef<double> factors) {
    if (!op.getMeans())
      return;
    SmallVector<double> means(*op.getMeans());
    for (auto [mean, factor] : llvm::zip_equal(means, factors))
      mean /= factor;
    op.setMeansAttr(DenseF64ArrayAttr::get(op.getContext(), means));
  }

  static void scaleWeights(tosa::Conv2DOp conv, ArrayRef<double> factors) {
    OpBuilder builder(conv);
    SmallVector<float> weights = *readFloatConstant(conv.getWeight());
    for (auto [i, weight] : llvm::enumerate(weights))
      weight = static_cast<float>(weight * factors[i % factors.size()]);
    auto type = cast<RankedTensorType>(conv.getWeight().getType());
    conv.getWeightMutable().assign(tosa::ConstOp::create(builder, conv.getWeight().getLoc(), type,
                                                         makeFloatElements(type, weights)));
  }
};

} // namespace
