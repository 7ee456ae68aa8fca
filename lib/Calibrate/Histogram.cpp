#include "qopt/Calibrate/Histogram.h"

#include "qopt/Support/FmaClones.h"

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

/// Writes the slot of each value to `slots`; returns how many values are zero. The
/// quotient by the width is exact in double.
QOPT_VECTOR_CLONES static int64_t findSlots(llvm::ArrayRef<float> values, double inverseWidth,
                                            int32_t *slots) {
  int32_t zeros = 0;
  for (size_t i = 0; i < values.size(); ++i) {
    const double scaled = static_cast<double>(values[i]) * inverseWidth;
    const auto truncated = static_cast<int32_t>(scaled); // the window is not wider
    slots[i] = (truncated - (scaled < static_cast<double>(truncated))) & (Histogram::maxBins - 1);
    zeros += values[i] == 0;
  }
  return zeros;
}

/// Calls `count` with the slots of some of the values at a time; returns how many values
/// are zero.
template <typename Count>
static uint64_t forEachSlot(llvm::ArrayRef<float> values, double inverseWidth, Count count) {
  constexpr size_t kBatch = 1024;
  int32_t slots[kBatch];
  uint64_t zeros = 0;
  while (!values.empty()) {
    llvm::ArrayRef<float> batch = values.take_front(kBatch);
    zeros += findSlots(batch, inverseWidth, slots);
    count(llvm::ArrayRef(slots, batch.size()));
    values = values.drop_front(batch.size());
  }
  return zeros;
}

/// Counts in four places, which are added at the end: neighbouring values often share a
/// bin, and then no increment waits for the one before.
static uint64_t countMany(llvm::ArrayRef<float> values, double inverseWidth, uint64_t *counts) {
  constexpr size_t kPlaces = 4;
  uint32_t places[kPlaces][Histogram::maxBins] = {};
  const uint64_t zeros = forEachSlot(values, inverseWidth, [&](llvm::ArrayRef<int32_t> slots) {
    size_t i = 0;
    for (; i + kPlaces <= slots.size(); i += kPlaces)
      for (size_t place = 0; place < kPlaces; ++place)
        ++places[place][slots[i + place]];
    for (; i < slots.size(); ++i)
      ++places[0][slots[i]];
  });
  for (const auto &place : places)
    for (size_t slot = 0; slot < Histogram::maxBins; ++slot)
      counts[slot] += place[slot];
  return zeros;
}

uint64_t Histogram::addNonZeros(llvm::ArrayRef<float> values) {
  constexpr size_t kMany = 4 * maxBins, kMost = size_t(1) << 30; // places count to 2^32
  uint64_t zeros = 0;
  for (; values.size() >= kMany; values = values.drop_front(std::min(values.size(), kMost)))
    zeros += countMany(values.take_front(kMost), inverseWidth, counts.data());
  zeros += forEachSlot(values, inverseWidth, [&](llvm::ArrayRef<int32_t> slots) {
    for (int32_t slot : slots)
      ++counts[slot];
  });
  counts[slotOf(0)] -= zeros;
  return zeros;
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
