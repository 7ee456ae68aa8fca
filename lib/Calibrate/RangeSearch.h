#ifndef QOPT_LIB_CALIBRATE_RANGESEARCH_H
#define QOPT_LIB_CALIBRATE_RANGESEARCH_H

#include "qopt/Calibrate/RangeMethods.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace qopt::detail {

/// The range of least `cost` among those that reach from a fraction of
/// `widest.min` to a fraction of `widest.max`, which must contain zero.
///
/// The fractions of either end go through a geometric ladder first, since the
/// best range may be a hundredth of the widest one where there are outliers;
/// then a pattern search (R. Hooke and T. A. Jeeves, "Direct Search", J. ACM 8,
/// 1961) refines the best pair. Ties go to the wider range. `cost` is called
/// some hundred times. With `mirrored` both ends move together.
RealRange searchRange(RealRange widest, bool mirrored,
                      llvm::function_ref<double(const RealRange &)> cost);

/// The range of least `expectedSquaredError`.
RealRange chooseByError(const SiteStatistics &site, const RangeOptions &options);

/// The range of least `relativeEntropy`.
RealRange chooseByEntropy(const SiteStatistics &site, const RangeOptions &options);

/// Whether the range of `site` has the form [-a, a].
bool isMirrored(const SiteStatistics &site, const RangeOptions &options);

/// `range` in that form where the range of `site` has it.
RealRange mirror(const SiteStatistics &site, const RangeOptions &options, RealRange range);

/// The extreme values and zero; mirrored where `isMirrored`.
RealRange getWidestRange(const SiteStatistics &site, const RangeOptions &options);

} // namespace qopt::detail

#endif // QOPT_LIB_CALIBRATE_RANGESEARCH_H
