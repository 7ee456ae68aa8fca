#ifndef QOPT_CALIBRATE_APPLYCALIBRATION_H
#define QOPT_CALIBRATE_APPLYCALIBRATION_H

#include "qopt/Calibrate/RangeMethods.h"

namespace qopt {

/// The attribute of a `calib.observe` whose range is that of all values, whatever
/// the method.
inline constexpr llvm::StringLiteral kWholeRangeAttrName = "qopt.whole_range";

/// The attribute of a `calib.annotate` of which few channels reach further than
/// the others: the smallest values of all channels, then the largest.
inline constexpr llvm::StringLiteral kChannelRangesAttrName = "qopt.channel_ranges";

/// Of all channels, one in so many may be an outlier.
inline constexpr int64_t kChannelsPerOutlier = 32;

/// Replaces each `calib.observe` of `function` by the `calib.annotate` that
/// `statistics` give under `options`. Fails with an error, changing nothing, if
/// the statistics are of another function, or a site has seen no value.
mlir::LogicalResult applyCalibration(mlir::func::FuncOp function,
                                     const CalibrationStatistics &statistics,
                                     const RangeOptions &options);

/// What is wrong with `options`, and which values are valid.
llvm::Error checkRangeOptions(const RangeOptions &options);

} // namespace qopt

#endif // QOPT_CALIBRATE_APPLYCALIBRATION_H
