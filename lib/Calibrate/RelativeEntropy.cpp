#include "RangeSearch.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

using namespace qopt;

/// The natural logarithm of a positive normal double, good to 2 ulp. Not
/// std::log, whose last bit depends on the C library.
///
/// With x = m * 2^e and s = (m - 1) / (m + 1), log m is
/// 2 * (s + s^3 / 3 + s^5 / 5 + …), where m in [sqrt(1/2), sqrt(2)) keeps s^2
/// below 0.0295.
static double naturalLogarithm(double x) {
  int exponent;
  double m = std::frexp(x, &exponent);
  if (m < 0x1.6a09e667f3bcdp-1) {
    m *= 2;
    --exponent;
  }
  const double s = (m - 1) / (m + 1);
  const double square = s * s;
  double series = 0;
  for (int power = 23; power >= 3; power -= 2)
    series = (series + 1.0 / power) * square;
  return exponent * 0x1.62e42fefa39efp-1 + 2 * (s + s * series);
}

namespace {

/// The divergence for any window of bins. Sums over the bins of a window are
/// differences of prefix sums, so that a window costs two logarithms for each
/// level of the grid, however many bins it has.
class EntropyCost {
public:
  EntropyCost(const SiteStatistics &site, const RangeOptions &options);

  /// Bins `begin` to `end`, the latter excluded, counted from the first one.
  struct Window {
    int64_t begin, end;
  };

  /// The bins that `range` touches.
  Window windowOf(const RealRange &range) const;
  /// The range of the bins of `window`, but not beyond the widest range.
  RealRange rangeOf(const Window &window) const;

  double costOf(const Window &window) const;

  /// The window of least cost.
  Window search() const;

private:
  double countIn(int64_t begin, int64_t end) const { return counts[end] - counts[begin]; }
  /// p log p of one bin.
  static double weighted(double count) { return count == 0 ? 0 : count * naturalLogarithm(count); }

  bool mirrored;
  RealRange widest;
  double width;
  int64_t firstBin;
  int64_t levels;
  /// For the first i bins: the values, the bins that are not empty, and the sum
  /// of p log p.
  std::vector<double> counts{0};
  std::vector<double> occupied{0};
  std::vector<double> weights{0};
};

} // namespace

EntropyCost::EntropyCost(const SiteStatistics &site, const RangeOptions &options)
    : mirrored(detail::isMirrored(site, options)), widest(detail::getWidestRange(site, options)),
      width(site.getHistogram().getBinWidth()), levels(int64_t(1) << options.bits) {
  const Histogram &histogram = site.getHistogram();
  firstBin = histogram.getFirstBin();
  int64_t lastBin = histogram.getLastBin();
  if (mirrored) {
    firstBin = std::min(firstBin, -lastBin - 1);
    lastBin = -firstBin - 1;
  }
  for (int64_t bin = firstBin; bin <= lastBin; ++bin) {
    const bool inside = bin >= histogram.getFirstBin() && bin <= histogram.getLastBin();
    const auto count = static_cast<double>(inside ? histogram.getCount(bin) : 0);
    counts.push_back(counts.back() + count);
    occupied.push_back(occupied.back() + (count != 0));
    weights.push_back(weights.back() + weighted(count));
  }
}

EntropyCost::Window EntropyCost::windowOf(const RealRange &range) const {
  const auto numBins = static_cast<int64_t>(counts.size()) - 1;
  const auto begin = static_cast<int64_t>(std::floor(range.min / width)) - firstBin;
  auto end = static_cast<int64_t>(std::ceil(range.max / width)) - firstBin;
  if (range.max >= widest.max)
    end = numBins; // a largest value at the border of two bins is in the upper one
  return {std::clamp<int64_t>(begin, 0, numBins), std::clamp<int64_t>(end, 0, numBins)};
}

RealRange EntropyCost::rangeOf(const Window &window) const {
  return {std::max(static_cast<double>(window.begin + firstBin) * width, widest.min),
          std::min(static_cast<double>(window.end + firstBin) * width, widest.max)};
}

double EntropyCost::costOf(const Window &window) const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto [begin, end] = window;
  const int64_t bins = end - begin;
  const double inside = countIn(begin, end);
  if (bins < levels || inside == 0)
    return infinity;
  const double total = counts.back();
  const double below = counts[begin], above = total - counts[end];

  // The values outside count for the outermost bins of P, but not of Q.
  const double first = countIn(begin, begin + 1), last = countIn(end - 1, end);
  double sum = weights[end] - weights[begin];
  sum += weighted(first + below) - weighted(first);
  sum += weighted(last + above) - weighted(last);
  for (int64_t level = 0; level < levels; ++level) {
    const int64_t from = begin + level * bins / levels;
    const int64_t to = begin + (level + 1) * bins / levels;
    const double group = countIn(from, to);
    double clipped = 0;
    double occupiedBins = occupied[to] - occupied[from];
    if (level == 0) {
      clipped = below;
      occupiedBins += first == 0 && below != 0;
    }
    if (level == levels - 1) {
      clipped += above;
      occupiedBins += last == 0 && above != 0;
    }
    if (group + clipped == 0)
      continue;
    if (group == 0)
      return infinity; // P has values where Q has none
    sum -= (group + clipped) * (naturalLogarithm(group) - naturalLogarithm(occupiedBins));
  }
  return sum / total + naturalLogarithm(inside) - naturalLogarithm(total);
}

EntropyCost::Window EntropyCost::search() const {
  const auto numBins = static_cast<int64_t>(counts.size()) - 1;
  const int64_t zero = -firstBin;
  Window best = {0, numBins};
  double bestCost = costOf(best);
  auto tryWindow = [&](Window window) {
    if (window.begin < 0 || window.begin > zero || window.end < zero || window.end > numBins)
      return false;
    const double cost = costOf(window);
    if (!(cost < bestCost))
      return false;
    best = window;
    bestCost = cost;
    return true;
  };

  // The divergence jumps where a border of the window passes a bin with many
  // values, so every window is tried where only one border moves.
  if (mirrored) {
    for (int64_t bound = zero; bound > 0; --bound)
      tryWindow({zero - bound, zero + bound});
    return best;
  }
  constexpr int64_t coarseStride = 16;
  const bool oneSided = zero == 0 || numBins - zero <= 1;
  const int64_t stride = oneSided ? 1 : coarseStride;
  for (int64_t begin = 0; begin <= zero; begin += stride)
    for (int64_t end = numBins; end >= zero; end -= stride)
      tryWindow({begin, end});

  // Then each border by itself, between the points of the lattice.
  bool improved = !oneSided;
  for (int round = 0; improved && round < 8; ++round) {
    improved = false;
    const Window centre = best;
    for (int64_t offset = -coarseStride; offset <= coarseStride; ++offset)
      improved |= tryWindow({centre.begin + offset, best.end});
    for (int64_t offset = -coarseStride; offset <= coarseStride; ++offset)
      improved |= tryWindow({best.begin, centre.end + offset});
  }
  return best;
}

double qopt::relativeEntropy(const SiteStatistics &site, const RealRange &range,
                             const RangeOptions &options) {
  assert(site.hasHistogram() && "needs a histogram");
  const EntropyCost cost(site, options);
  return cost.costOf(cost.windowOf(range));
}

RealRange detail::chooseByEntropy(const SiteStatistics &site, const RangeOptions &options) {
  const EntropyCost cost(site, options);
  return cost.rangeOf(cost.search());
}
