#include "qopt/Support/FixedPoint.h"

#include "llvm/Support/MathExtras.h"

#include <cfloat>

using namespace qopt;

Grid qopt::gridForRange(double min, double max, int32_t qmin, int32_t qmax) {
  min = std::min(min, 0.0);
  max = std::max(max, 0.0);
  // Halves, so that max - min cannot overflow.
  double step = 2.0 * ((max / 2 - min / 2) / (double(qmax) - qmin));
  Grid grid;
  grid.scale = static_cast<float>(std::min<double>(step, FLT_MAX));
  if (min == max)
    grid.scale = 1.0f;
  else if (grid.scale < FLT_MIN) {
    grid.scale = FLT_MIN;
    grid.widened = true;
  }
  double zeroPoint = roundEven(qmin - min / static_cast<double>(grid.scale));
  grid.zeroPoint = static_cast<int32_t>(std::clamp<double>(zeroPoint, qmin, qmax));
  return grid;
}

double qopt::roundUpToPowerOfTwo(double value) {
  int exponent;
  double fraction = std::frexp(value, &exponent); // in [1/2, 1)
  return std::ldexp(1.0, fraction == 0.5 ? exponent - 1 : exponent);
}

float qopt::multiplyScales(float lhs, float rhs) { return std::clamp(lhs * rhs, FLT_MIN, FLT_MAX); }

namespace {
/// factor = multiplier * 2^-shift, multiplier in [2^(bits-1), 2^bits).
struct Decomposed {
  int64_t multiplier;
  int shift;
};
} // namespace

/// Requires a positive finite factor.
static Decomposed decompose(double factor, int bits) {
  int exponent;
  double fraction = std::frexp(factor, &exponent); // in [1/2, 1)
  int64_t multiplier = static_cast<int64_t>(roundEven(std::ldexp(fraction, bits)));
  if (multiplier == int64_t(1) << bits) {
    multiplier >>= 1;
    ++exponent;
  }
  return {multiplier, bits - exponent};
}

/// As `decompose`, but factors that need a shift above `maxShift` become the
/// least multiplier at `maxShift`, and those that need one below `minShift` the
/// greatest multiplier at `minShift`.
static FixedPointScale decomposeWithin(double factor, int bits, int minShift, int maxShift) {
  int32_t least = int32_t(1) << (bits - 1);
  int32_t greatest = static_cast<int32_t>((int64_t(1) << bits) - 1);
  if (!(factor > 0.0))
    return {least, maxShift};
  if (std::isinf(factor))
    return {greatest, minShift};
  Decomposed parts = decompose(factor, bits);
  if (parts.shift > maxShift)
    return {least, maxShift};
  if (parts.shift < minShift)
    return {greatest, minShift};
  return {static_cast<int32_t>(parts.multiplier), parts.shift};
}

/// factor = m * 2^-unit * 2^-s with m in [2^14, 2^15) and s in [-15, 26].
static FixedPointScale decompose16(double factor, int unit) {
  // Normal doubles beyond these ends need shifts beyond the ends, too.
  factor = std::clamp(factor > 0.0 ? factor : 0.0, 0x1p-100, 0x1p100);
  Decomposed parts = decompose(factor, 15);
  int32_t shift = parts.shift - unit;
  if (shift > 26)
    return {1 << 14, 26};
  return {static_cast<int32_t>(parts.multiplier), std::max(shift, -15)};
}

FixedPointScale qopt::toFixed16(double factor, int fractionBits) {
  return decompose16(std::ldexp(factor, fractionBits), 16);
}

FixedPointScale qopt::toFixed16Function(double factor) { return decompose16(factor, 15); }

FixedPointScale qopt::toFixed32(double factor) { return decomposeWithin(factor, 31, 2, 62); }

FixedPointScale qopt::toFixed15(double factor) { return decomposeWithin(factor, 15, 2, 62); }

/// roundeven(factor * 2^shift) limited to 15 bits; 0 for NaN and negative factors.
static int32_t multiplierAt(double factor, int shift) {
  if (!(factor > 0.0))
    return 0;
  return static_cast<int32_t>(std::min(roundEven(std::ldexp(factor, shift)), 32767.0));
}

FixedPointScale qopt::toFixed16Residual(double factor, int fractionBits) {
  factor = std::ldexp(factor, fractionBits);
  if (!(factor > 0.0) || std::isinf(factor))
    return {multiplierAt(factor, 1), factor > 0.0 ? 1 : 31};
  int shift = std::clamp(decompose(factor, 15).shift, 1, 31);
  return {multiplierAt(factor, shift), shift};
}

AddScale qopt::toAddScale(double lhs, double rhs) {
  double larger = std::fmax(lhs, rhs);
  int shift = 31;
  if (std::isinf(larger))
    shift = 1;
  else if (larger > 0.0)
    shift = std::clamp(decompose(larger, 15).shift, 1, 31);
  return {multiplierAt(lhs, shift), multiplierAt(rhs, shift), shift};
}

Function16 qopt::makeFunction16(llvm::function_ref<double(double)> function) {
  auto valueAt = [&](int x) {
    double value = function(x);
    return std::isnan(value) ? 0.0 : std::clamp<double>(value, INT16_MIN, INT16_MAX);
  };
  Function16 result;
  for (int segment = 0; segment < kFunctionSegments; ++segment) {
    int first = segment * kFunctionSegmentSize - (1 << 14);
    double change = valueAt(first + kFunctionSegmentSize) - valueAt(first);
    int slope = saturate16(static_cast<int64_t>(roundEven(2.0 * change)));
    // Half way between the largest errors to both sides; the shift rounds down,
    // so that they are not at the ends.
    double least = HUGE_VAL, greatest = -HUGE_VAL;
    for (int offset = 0; offset < kFunctionSegmentSize; ++offset) {
      double missing = valueAt(first + offset) - interpolate16(slope, offset);
      least = std::min(least, missing);
      greatest = std::max(greatest, missing);
    }
    // No point of the segment may leave 16 bits.
    int lastStep = interpolate16(slope, kFunctionSegmentSize - 1);
    double base =
        std::clamp<double>(roundEven((least + greatest) / 2.0), INT16_MIN - std::min(0, lastStep),
                           INT16_MAX - std::max(0, lastStep));
    result.base[segment] = static_cast<int16_t>(base);
    result.slope[segment] = static_cast<int16_t>(slope);
  }
  return result;
}

void qopt::makeSoftmaxExponentials(float scale, llvm::MutableArrayRef<int32_t> exponentials) {
  assert(exponentials.size() == 256);
  for (int d = 0; d < 256; ++d)
    exponentials[d] =
        static_cast<int32_t>(roundEven(32768.0 * std::exp(-static_cast<double>(scale) * d)));
}

void qopt::applySoftmax(llvm::ArrayRef<uint8_t> row, llvm::ArrayRef<int32_t> exponentials,
                        llvm::MutableArrayRef<uint8_t> result) {
  assert(exponentials.size() == 256 && result.size() == row.size() && row.size() < (1u << 16));
  if (row.empty())
    return;
  uint8_t largest = *std::max_element(row.begin(), row.end());
  uint32_t sum = 0;
  for (uint8_t q : row)
    sum += static_cast<uint32_t>(exponentials[largest - q]);
  for (auto [q, y] : llvm::zip_equal(row, result)) {
    uint32_t numerator = 512 * static_cast<uint32_t>(exponentials[largest - q]) + sum;
    y = static_cast<uint8_t>(std::min<uint32_t>(255, sum == 0 ? 0 : numerator / (2 * sum)));
  }
}

/// a + b, limited to 64 bits.
static int64_t saturatingAdd64(int64_t a, int64_t b) {
  int64_t sum;
  if (!llvm::AddOverflow(a, b, sum))
    return sum;
  return a < 0 ? INT64_MIN : INT64_MAX;
}

/// a * b, limited to 64 bits.
static int64_t saturatingMul64(int64_t a, int64_t b) {
  int64_t product;
  if (!llvm::MulOverflow(a, b, product))
    return product;
  return (a < 0) != (b < 0) ? INT64_MIN : INT64_MAX;
}

int64_t qopt::foldBias(int64_t bias, const WeightSums &sums, int32_t inputZeroPoint,
                       int32_t shift) {
  int64_t offset = saturatingMul64(-int64_t(inputZeroPoint), sums.total());
  return saturatingAdd64(saturatingAdd64(bias, offset), roundingTerm(shift));
}

AccumulatorBound qopt::boundAccumulator(const WeightSums &sums, int64_t foldedBias,
                                        int64_t inputMin, int64_t inputMax) {
  int64_t least = saturatingAdd64(saturatingMul64(sums.positive, inputMin),
                                  saturatingMul64(sums.negative, inputMax));
  int64_t greatest = saturatingAdd64(saturatingMul64(sums.positive, inputMax),
                                     saturatingMul64(sums.negative, inputMin));
  return {saturatingAdd64(foldedBias, least), saturatingAdd64(foldedBias, greatest)};
}
