#include "qopt/Calibrate/Histogram.h"

#include <algorithm>
#include <cmath>

using namespace qopt;

double Histogram::getBinWidth() const { return std::ldexp(1.0, exponent); }

void Histogram::setExponent(int newExponent) {
  exponent = newExponent;
  inverseWidth = std::ldexp(1.0, -newExponent);
}

void Histogram::coarsen(int newExponent) {
  const int shift = newExponent - exponent;
  if (shift == 0)
    return;
  std::vector<uint64_t> merged(maxBins);
  for (int64_t bin = firstBin; bin <= lastBin; ++bin)
    merged[slotOf(bin >> std::min(shift, 63))] += counts[slotOf(bin)];
  counts = std::move(merged);
  firstBin >>= std::min(shift, 63);
  lastBin >>= std::min(shift, 63);
  setExponent(newExponent);
}

void Histogram::cover(float min, float max) {
  // The first and the last bin of the window at some exponent, as doubles:
  // with an exponent that is far too small they do not fit an integer.
  auto firstAt = [&](int candidate) {
    return std::min(std::floor(std::ldexp(static_cast<double>(min), -candidate)),
                    std::floor(std::ldexp(static_cast<double>(firstBin), exponent - candidate)));
  };
  auto lastAt = [&](int candidate) {
    return std::max(std::floor(std::ldexp(static_cast<double>(max), -candidate)),
                    std::floor(std::ldexp(static_cast<double>(lastBin), exponent - candidate)));
  };
  int needed = exponent;
  while (lastAt(needed) - firstAt(needed) >= maxBins)
    ++needed;
  const double first = firstAt(needed), last = lastAt(needed);
  coarsen(needed);
  firstBin = static_cast<int64_t>(first);
  lastBin = static_cast<int64_t>(last);
}

void Histogram::add(const Histogram &other) {
  // The edges of the other window stand for its extreme values: an edge lies in
  // the same bin as the value for every exponent at least as large.
  int needed = std::max(exponent, other.exponent);
  auto shifted = [&](int64_t bin, int from) { return bin >> std::min(needed - from, 63); };
  while (std::max(shifted(lastBin, exponent), shifted(other.lastBin, other.exponent)) -
             std::min(shifted(firstBin, exponent), shifted(other.firstBin, other.exponent)) >=
         maxBins)
    ++needed;
  coarsen(needed);
  firstBin = std::min(firstBin, shifted(other.firstBin, other.exponent));
  lastBin = std::max(lastBin, shifted(other.lastBin, other.exponent));
  for (int64_t bin = other.firstBin; bin <= other.lastBin; ++bin)
    counts[slotOf(shifted(bin, other.exponent))] += other.getCount(bin);
}
