#ifndef QOPT_CALIBRATE_HISTOGRAM_H
#define QOPT_CALIBRATE_HISTOGRAM_H

#include "llvm/ADT/ArrayRef.h"

#include <cstdint>
#include <vector>

namespace qopt {

/// Counts of f32 values in at most `maxBins` bins of one power-of-two width.
///
/// Bin `i` holds the values x with `floor(x / 2^exponent) == i`: the bins are
/// aligned at zero. The window of bins always includes zero, and the exponent is
/// the smallest (not below -149, where every f32 has a bin of its own) for
/// which the window has at most `maxBins` bins. When the range outgrows the
/// window, neighbours merge: because `floor(floor(x / 2^e) / 2)` equals
/// `floor(x / 2^(e+1))`, bin `i` goes to bin `i >> 1`, and the counts are the
/// same as if the wider bins had been used from the start. The content is
/// thus a function of the multiset of values, whatever the order of arrival.
class Histogram {
public:
  static constexpr int64_t maxBins = 2048;
  static constexpr int minExponent = -149;

  Histogram() : counts(maxBins) {}

  /// Makes room for all values between `min` and `max`, which must be finite.
  void cover(float min, float max);

  /// Counts those of `values`, all of which the window must cover, that are not zero;
  /// returns how many are.
  uint64_t addNonZeros(llvm::ArrayRef<float> values);

  /// Adds the counts of `other`.
  void add(const Histogram &other);

  /// Sets the count of `bin`, which must lie in the window.
  void setCount(int64_t bin, uint64_t count) { counts[slotOf(bin)] = count; }
  uint64_t getCount(int64_t bin) const { return counts[slotOf(bin)]; }

  int getExponent() const { return exponent; }
  /// The width of a bin: 2^exponent.
  double getBinWidth() const;
  /// The window: bins `getFirstBin()` to `getLastBin()`, both included.
  /// `-maxBins < first <= 0 <= last < maxBins`.
  int64_t getFirstBin() const { return firstBin; }
  int64_t getLastBin() const { return lastBin; }

private:
  /// The window never spans more than `maxBins` bins, so bins keep their place
  /// modulo `maxBins` while it grows.
  static size_t slotOf(int64_t bin) { return static_cast<size_t>(bin & (maxBins - 1)); }

  /// Merges neighbours until bins are 2^newExponent wide.
  void coarsen(int newExponent);
  void setExponent(int newExponent);

  int exponent = minExponent;
  double inverseWidth = 0x1p149;
  int64_t firstBin = 0;
  int64_t lastBin = 0;
  std::vector<uint64_t> counts;
};

} // namespace qopt

#endif // QOPT_CALIBRATE_HISTOGRAM_H
