// What a sample's values say of each channel. The loops here and in Histogram.cpp
// look at every value that a calibration sees, and take most of its time.

#ifndef QOPT_LIB_CALIBRATE_COLUMNS_H
#define QOPT_LIB_CALIBRATE_COLUMNS_H

#include "qopt/Calibrate/ExactSum.h"

namespace qopt {

/// The extreme values of each channel; -0 is +0.
struct ChannelExtremes {
  std::vector<float> minima, maxima;
  /// Whether all values are finite; if not, the others say nothing.
  bool areFinite = true;
};

/// The extremes of `values`, a row-major matrix with a column for each channel. There
/// is at least one row.
ChannelExtremes findExtremes(llvm::ArrayRef<float> values, int64_t numChannels);

/// Adds each value of the matrix to its channel's sum. No magnitude exceeds `limit`.
void addToSums(llvm::ArrayRef<float> values, float limit, llvm::MutableArrayRef<ExactSum> sums);

} // namespace qopt

#endif // QOPT_LIB_CALIBRATE_COLUMNS_H
