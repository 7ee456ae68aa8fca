#include "RangeSearch.h"

#include "qopt/Support/FixedPoint.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

using namespace qopt;

/// How far beyond the extreme values of the calibration data others are expected, in
/// scales of their law.
static constexpr double kTailScales = 4;

namespace {

/// `count` values that are spread evenly between `low` and `high`.
struct Piece {
  double low, high;
  double count;
};

} // namespace

/// `value` rounded to the nearest integer, ties to even, if less than 2^51.
/// (The sum has no bits for a fraction. Unlike std::nearbyint this is never a
/// call.)
static double roundSmall(double value) {
  constexpr double shifter = 0x1.8p52;
  return (value + shifter) - shifter;
}

/// Scales are normal f32 numbers.
static double roundToScale(double value) {
  constexpr double smallest = std::numeric_limits<float>::min();
  constexpr double largest = std::numeric_limits<float>::max();
  return static_cast<float>(std::clamp(value, smallest, largest));
}

StepGrid qopt::getStepGrid(const RealRange &range, const RangeOptions &options) {
  const double min = std::min(range.min, 0.0), max = std::max(range.max, 0.0);
  if (min == max)
    return {1, 0, 0}; // everything becomes zero
  const double bound = std::max(-min, max);
  const bool narrow = options.grid != GridPolicy::FullRange;
  StepGrid grid;
  if (options.bits == 16) {
    grid = {bound / 32767, -32767, 32767};
  } else if (options.grid == GridPolicy::Affine) {
    // Halves, so that the width of the range cannot overflow.
    const double step = roundToScale(2 * ((max / 2 - min / 2) / 255));
    const double zeroPoint = std::clamp(roundSmall(-min / step), 0.0, 255.0);
    return {step, -zeroPoint, 255 - zeroPoint};
  } else if (min == 0) {
    grid = {bound / 255, 0, 255};
  } else {
    grid = {2 * bound / (narrow ? 254 : 255), narrow ? -127.0 : -128.0, 127};
  }
  grid.step = roundToScale(grid.step);
  if (options.grid == GridPolicy::PowerOfTwo)
    grid.step = roundUpToPowerOfTwo(grid.step);
  return grid;
}

/// The mean squared error of values that are spread evenly between `low` and
/// `high`: the integral of the squared distance to the nearest grid point,
/// solved exactly.
///
/// Between the borders of the cell of grid point k, at (k +- 1/2) step, the
/// error is x - k step. The cells at the ends of the grid reach to infinity,
/// which makes clipping the same formula.
static double meanSquaredError(double low, double high, const StepGrid &grid) {
  auto cellOf = [&](double value) {
    return std::clamp(roundSmall(std::clamp(value / grid.step, grid.lowest - 1, grid.highest + 1)),
                      grid.lowest, grid.highest);
  };
  const double lowCell = cellOf(low), highCell = cellOf(high);
  const double lowError = low - lowCell * grid.step;
  const double highError = high - highCell * grid.step;
  if (lowCell == highCell)
    return (lowError * lowError + lowError * highError + highError * highError) / 3;
  const double half = grid.step / 2;
  const double halfCubed = half * half * half;
  const double first = (halfCubed - lowError * lowError * lowError) / 3;
  const double between = (highCell - lowCell - 1) * (2 * halfCubed / 3);
  const double last = (highError * highError * highError + halfCubed) / 3;
  return (first + between + last) / (high - low);
}

/// The values of the histogram. The outermost bins end at the extreme values:
/// exact where many values share one, as behind a clamp.
static std::vector<Piece> collectPieces(const SiteStatistics &site) {
  const Histogram &histogram = site.getHistogram();
  const double width = histogram.getBinWidth();
  const double min = site.getMin(), max = site.getMax();
  std::vector<Piece> pieces;
  for (int64_t bin = histogram.getFirstBin(); bin <= histogram.getLastBin(); ++bin)
    if (const uint64_t count = histogram.getCount(bin))
      pieces.push_back({std::max(static_cast<double>(bin) * width, min),
                        std::min(static_cast<double>(bin + 1) * width, max),
                        static_cast<double>(count)});
  return pieces;
}

static double totalSquaredError(llvm::ArrayRef<Piece> pieces, const StepGrid &grid) {
  double total = 0;
  for (const Piece &piece : pieces)
    total += piece.count * meanSquaredError(piece.low, piece.high, grid);
  return total;
}

double qopt::expectedSquaredError(const SiteStatistics &site, const RealRange &range,
                                  const RangeOptions &options) {
  assert(site.hasHistogram() && site.getNumValues() != 0 && "nothing to quantize");
  return totalSquaredError(collectPieces(site), getStepGrid(range, options)) /
         static_cast<double>(site.getNumValues());
}

/// The scale b of the exponential law by which a sample's largest value exceeds others:
/// the largest of n samples is on average (1/2 + 1/3 + … + 1/n) b above that of one
/// (the mean of an order statistic). 0 where all samples reach the same value, as behind
/// a clamp, and where there is one sample only.
static double getTailScale(uint64_t samples, double extreme, double meanOfExtremes) {
  double distance = 0;
  for (uint64_t k = 2; k <= samples; ++k)
    distance += 1 / static_cast<double>(k);
  return distance == 0 ? 0 : std::max(extreme - meanOfExtremes, 0.0) / distance;
}

/// What lies beyond `extreme` in as many samples again: one value on average, by an
/// exponential law. `sign` is -1 for the lower end.
static void appendUnseen(std::vector<Piece> &pieces, double extreme, double scale, double sign) {
  // Pieces of half a scale; the share of those behind each: exp(-1/2), as every C
  // library's exp would not give it.
  constexpr double width = 0.5, behind = 0.60653065971263342;
  double count = 1 - behind;
  for (double from = 0; from < kTailScales && scale > 0; from += width, count *= behind) {
    double near = extreme + sign * from * scale, far = near + sign * width * scale;
    pieces.push_back({std::min(near, far), std::max(near, far), count});
  }
}

RealRange detail::chooseByError(const SiteStatistics &site, const RangeOptions &options) {
  std::vector<Piece> pieces = collectPieces(site);
  RealRange widest = getWidestRange(site, options);
  uint64_t samples = site.getNumSamples();
  auto extend = [&](double &end, double extreme, double scale, double sign) {
    if (sign * extreme <= 0)
      return;
    appendUnseen(pieces, extreme, scale, sign);
    end += sign * kTailScales * scale;
  };
  extend(widest.max, site.getMax(), getTailScale(samples, site.getMax(), site.getMeanOfMaxima()),
         1);
  extend(widest.min, site.getMin(), getTailScale(samples, -site.getMin(), -site.getMeanOfMinima()),
         -1);
  return searchRange(mirror(site, options, widest), isMirrored(site, options),
                     [&](const RealRange &range) {
                       return totalSquaredError(pieces, getStepGrid(range, options));
                     });
}
