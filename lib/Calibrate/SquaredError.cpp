#include "RangeSearch.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

using namespace qopt;

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

/// The smallest power of two that is not below `value`, a positive double.
static double roundUpToPowerOfTwo(double value) {
  int exponent;
  const double significand = std::frexp(value, &exponent);
  return std::ldexp(1, significand == 0.5 ? exponent - 1 : exponent);
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

RealRange detail::chooseByError(const SiteStatistics &site, const RangeOptions &options) {
  const std::vector<Piece> pieces = collectPieces(site);
  return searchRange(getWidestRange(site, options), isMirrored(site, options),
                     [&](const RealRange &range) {
                       return totalSquaredError(pieces, getStepGrid(range, options));
                     });
}
