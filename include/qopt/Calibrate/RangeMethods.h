#ifndef QOPT_CALIBRATE_RANGEMETHODS_H
#define QOPT_CALIBRATE_RANGEMETHODS_H

#include "qopt/Calibrate/Statistics.h"

namespace qopt {

/// How a range is chosen from the statistics of a site. docs/Calibration.md has
/// the formulas.
enum class RangeMethod {
  /// The extreme values.
  MinMax,
  /// The mean over samples of the extreme values of a sample.
  MovingAverage,
  /// Cuts off the same share of the values at either end.
  Percentile,
  /// Least Kullback-Leibler divergence between the values and their histogram
  /// on the grid.
  Entropy,
  /// Least expected squared error of quantization.
  MSE,
};

/// The grids that activations may have; `qopt-fake-quantize` makes them. Below, a
/// is the larger end of the range. All but `Affine` have their zero point in the
/// middle, or, for values none of which is negative, at the low end of 255
/// steps.
enum class GridPolicy {
  /// Zero point anywhere: both ends of the range are chosen freely.
  Affine,
  /// [-a, a] on [-127, 127].
  Symmetric,
  /// [-a, a] on the 255 steps of [-128, 127].
  FullRange,
  /// As `Symmetric`, with a scale rounded up to a power of two.
  PowerOfTwo,
};

struct RangeOptions {
  RangeMethod method = RangeMethod::MSE;
  /// `Percentile` only: the percentage of the values that the range covers, in
  /// (0, 100].
  double percentile = 99.99;
  /// Bits of the stored value: 8 (unsigned), or 16 (signed, zero point 0 whatever
  /// the policy).
  unsigned bits = 8;
  GridPolicy grid = GridPolicy::Affine;

  /// Whether ranges have the form [-a, a], or [0, a] where nothing is negative.
  bool isSymmetric() const { return bits == 16 || grid != GridPolicy::Affine; }
};

/// A closed interval of real values.
struct RealRange {
  double min = 0;
  double max = 0;

  bool operator==(const RealRange &other) const { return min == other.min && max == other.max; }
};

/// The range for the grid of `site`, which must have seen at least one value.
/// It lies within the hull of the seen values and zero; for symmetric grids it is
/// mirrored where there are negative values. The same on every machine: only IEEE operations on
/// doubles in a fixed order.
///
/// Values of an epilogue and values that share their operand's grid get the
/// extreme values whatever the method: the 16 bits of an epilogue resolve them,
/// and clipping there cannot be seen in the histogram of what is stored.
RealRange chooseRange(const SiteStatistics &site, const RangeOptions &options);

/// The multiples of `step` from `lowest` to `highest` times.
struct StepGrid {
  double step = 1;
  double lowest = 0;
  double highest = 0;
};

/// The real values of the grid that `qopt-fake-quantize` makes for `range`.
StepGrid getStepGrid(const RealRange &range, const RangeOptions &options);

/// The mean squared error, over the values of `site`, of quantizing to the grid
/// that covers `range`, where the values are taken to be spread evenly over each
/// bin. `site` must have a histogram and values.
double expectedSquaredError(const SiteStatistics &site, const RealRange &range,
                            const RangeOptions &options);

/// The Kullback-Leibler divergence from the values of `site`, clipped to `range`,
/// to their histogram on the grid that covers `range`; zeros are left out, and
/// the range is rounded outwards to whole bins. Infinite where the grid is finer
/// than the bins. `site` must have a histogram.
double relativeEntropy(const SiteStatistics &site, const RealRange &range,
                       const RangeOptions &options);

/// The method or policy of that name on the command line, or nothing.
std::optional<RangeMethod> symbolizeRangeMethod(llvm::StringRef name);
std::optional<GridPolicy> symbolizeGridPolicy(llvm::StringRef name);

/// All names, separated by ", ": for messages.
std::string listRangeMethods();
std::string listGridPolicies();

/// The name that `symbolizeGridPolicy` reads.
llvm::StringRef stringifyGridPolicy(GridPolicy policy);

} // namespace qopt

#endif // QOPT_CALIBRATE_RANGEMETHODS_H
