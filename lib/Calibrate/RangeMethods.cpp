#include "qopt/Calibrate/RangeMethods.h"

#include "RangeSearch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"

#include <algorithm>
#include <cassert>

using namespace qopt;

bool detail::isMirrored(const SiteStatistics &site, const RangeOptions &options) {
  return options.isSymmetric() && site.getMin() < 0;
}

RealRange detail::mirror(const SiteStatistics &site, const RangeOptions &options, RealRange range) {
  if (!isMirrored(site, options))
    return range;
  const double bound = std::max(-range.min, range.max);
  return {-bound, bound};
}

RealRange detail::getWidestRange(const SiteStatistics &site, const RangeOptions &options) {
  return mirror(site, options,
                {std::min<double>(site.getMin(), 0), std::max<double>(site.getMax(), 0)});
}

//===----------------------------------------------------------------------===//
// Percentile
//===----------------------------------------------------------------------===//

namespace {

/// Values spread evenly between `low` and `high`.
struct Mass {
  double low, high;
  double count;
};

} // namespace

/// All values of `site` in ascending order; their magnitudes if `folded`.
static std::vector<Mass> collectMasses(const SiteStatistics &site, bool folded) {
  const Histogram &histogram = site.getHistogram();
  const double width = histogram.getBinWidth();
  std::vector<Mass> masses;
  auto append = [&](int64_t bin, uint64_t count) {
    if (count != 0)
      masses.push_back({static_cast<double>(bin) * width, static_cast<double>(bin + 1) * width,
                        static_cast<double>(count)});
  };
  const Mass zeros = {0, 0, static_cast<double>(site.getNumZeros())};
  const int64_t first = histogram.getFirstBin(), last = histogram.getLastBin();
  if (folded) {
    masses.push_back(zeros);
    for (int64_t bin = 0; bin <= std::max(last, -first - 1); ++bin) {
      const int64_t mirrored = -bin - 1;
      append(bin, (bin <= last ? histogram.getCount(bin) : 0) +
                      (mirrored >= first ? histogram.getCount(mirrored) : 0));
    }
    return masses;
  }
  for (int64_t bin = first; bin < 0; ++bin)
    append(bin, histogram.getCount(bin));
  masses.push_back(zeros);
  for (int64_t bin = 0; bin <= last; ++bin)
    append(bin, histogram.getCount(bin));
  return masses;
}

/// The value below which `target` of the values lie.
static double quantile(llvm::ArrayRef<Mass> masses, double target) {
  double below = 0;
  for (const Mass &mass : masses) {
    if (mass.count != 0 && below + mass.count >= target)
      return mass.low + (mass.high - mass.low) * (std::max(target - below, 0.0) / mass.count);
    below += mass.count;
  }
  return masses.back().high;
}

static RealRange chooseByPercentile(const SiteStatistics &site, const RangeOptions &options) {
  const auto total = static_cast<double>(site.getNumValues());
  if (options.isSymmetric()) {
    const double bound =
        quantile(collectMasses(site, /*folded=*/true), total * (options.percentile / 100));
    return detail::mirror(site, options,
                          {0, std::min(bound, detail::getWidestRange(site, options).max)});
  }
  const std::vector<Mass> masses = collectMasses(site, /*folded=*/false);
  const double cut = total * ((100 - options.percentile) / 200);
  // Values lie anywhere in their bin, but never beyond the extreme ones.
  auto clampToSeen = [&](double value) {
    return std::clamp<double>(value, site.getMin(), site.getMax());
  };
  return {clampToSeen(quantile(masses, cut)), clampToSeen(quantile(masses, total - cut))};
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

static constexpr std::pair<llvm::StringLiteral, RangeMethod> methodNames[] = {
    {"mse", RangeMethod::MSE},
    {"minmax", RangeMethod::MinMax},
    {"moving-average", RangeMethod::MovingAverage},
    {"percentile", RangeMethod::Percentile},
    {"entropy", RangeMethod::Entropy}};

static constexpr std::pair<llvm::StringLiteral, GridPolicy> policyNames[] = {
    {"affine", GridPolicy::Affine},
    {"symmetric", GridPolicy::Symmetric},
    {"full-range", GridPolicy::FullRange},
    {"power-of-two", GridPolicy::PowerOfTwo}};

template <typename T>
static std::optional<T> lookup(llvm::ArrayRef<std::pair<llvm::StringLiteral, T>> names,
                               llvm::StringRef name) {
  for (const auto &[candidate, value] : names)
    if (candidate == name)
      return value;
  return std::nullopt;
}

std::optional<RangeMethod> qopt::symbolizeRangeMethod(llvm::StringRef name) {
  return lookup<RangeMethod>(methodNames, name);
}

std::optional<GridPolicy> qopt::symbolizeGridPolicy(llvm::StringRef name) {
  return lookup<GridPolicy>(policyNames, name);
}

llvm::StringRef qopt::stringifyGridPolicy(GridPolicy policy) {
  for (const auto &[name, candidate] : policyNames)
    if (candidate == policy)
      return name;
  llvm_unreachable("all policies have names");
}

std::string qopt::listRangeMethods() {
  return llvm::join(llvm::make_first_range(methodNames), ", ");
}

std::string qopt::listGridPolicies() {
  return llvm::join(llvm::make_first_range(policyNames), ", ");
}

//===----------------------------------------------------------------------===//
// Choice of the method
//===----------------------------------------------------------------------===//

RealRange qopt::chooseRange(const SiteStatistics &site, const RangeOptions &options) {
  assert(site.getNumValues() != 0 && "a site without values has no range");
  const RealRange extremes = {site.getMin(), site.getMax()};
  if (site.getSite().kind != SiteKind::Stored)
    return extremes;
  switch (options.method) {
  case RangeMethod::MinMax:
    return detail::mirror(site, options, extremes);
  case RangeMethod::MovingAverage:
    return detail::mirror(site, options, {site.getMeanOfMinima(), site.getMeanOfMaxima()});
  case RangeMethod::Percentile:
    return chooseByPercentile(site, options);
  case RangeMethod::Entropy:
    return detail::chooseByEntropy(site, options);
  case RangeMethod::MSE:
    return detail::chooseByError(site, options);
  }
  llvm_unreachable("unknown range method");
}
