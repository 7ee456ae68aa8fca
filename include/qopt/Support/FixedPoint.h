#ifndef QOPT_SUPPORT_FIXEDPOINT_H
#define QOPT_SUPPORT_FIXEDPOINT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>

// The integer arithmetic of qopt, one scalar at a time. docs/Numerics.md derives
// the formulas; the evaluator calls these functions, compiled code must give the
// same bytes. Shifts to the right are arithmetic; sums that may leave 32 bits
// wrap, as they do in vector registers.

namespace qopt {

//===----------------------------------------------------------------------===//
// Building blocks
//===----------------------------------------------------------------------===//

/// `v` limited to 16 bits.
inline int32_t saturate16(int64_t v) {
  return static_cast<int32_t>(std::clamp<int64_t>(v, INT16_MIN, INT16_MAX));
}

/// a + b modulo 2^32.
inline int32_t wrapAdd32(int32_t a, int32_t b) {
  return static_cast<int32_t>(static_cast<uint32_t>(a) + static_cast<uint32_t>(b));
}

/// a + b and a * b modulo 2^64.
inline int64_t wrapAdd64(int64_t a, int64_t b) {
  return static_cast<int64_t>(static_cast<uint64_t>(a) + static_cast<uint64_t>(b));
}
inline int64_t wrapMul64(int64_t a, int64_t b) {
  return static_cast<int64_t>(static_cast<uint64_t>(a) * static_cast<uint64_t>(b));
}

/// The nearest integer, ties to even (the default rounding mode is in force).
inline float roundEven(float v) { return std::nearbyint(v); }
inline double roundEven(double v) { return std::nearbyint(v); }

/// What makes a shift to the right by `shift` round half up: 2^(shift-1), and 0
/// where nothing is shifted out. Packing adds it to the bias.
inline int64_t roundingTerm(int32_t shift) { return shift > 0 ? int64_t(1) << (shift - 1) : 0; }

//===----------------------------------------------------------------------===//
// Grids
//===----------------------------------------------------------------------===//

/// The target of a rescale: real = scale * (q - zeroPoint), q in [clampMin,
/// clampMax]. ReLU and other clamps are part of the bounds.
struct StoredRange {
  int32_t zeroPoint;
  int32_t clampMin;
  int32_t clampMax;

  int64_t clamp(int64_t q) const { return std::clamp<int64_t>(q, clampMin, clampMax); }
};

/// clamp(roundeven(v) + zero_point). NaN counts as 0; infinities saturate.
inline int32_t roundToStored(float v, const StoredRange &range) {
  if (std::isnan(v))
    v = 0.0f;
  // Where the float addition rounds, the sum is far outside the bounds.
  float q = roundEven(v) + static_cast<float>(range.zeroPoint);
  q = std::min(std::max(q, static_cast<float>(range.clampMin)), static_cast<float>(range.clampMax));
  return static_cast<int32_t>(q);
}

/// The least power of two that is not below `value`, which is positive and finite.
double roundUpToPowerOfTwo(double value);

/// The scale of products of integers on two grids: an f32 product, kept within the
/// positive normal numbers, because that of two of them need not be one.
float multiplyScales(float lhs, float rhs);

/// clamp(roundeven(x / scale) + zero_point) in f32; NaN gives the zero point.
inline int32_t quantize(float x, float scale, const StoredRange &range) {
  return roundToStored(x / scale, range);
}

/// f32(q - zero_point) * scale. `q` may be an accumulator (zero point 0).
inline float dequantize(int64_t q, float scale, int32_t zeroPoint) {
  return static_cast<float>(q - zeroPoint) * scale;
}

/// A scale and a zero point.
struct Grid {
  float scale;
  int32_t zeroPoint;
  /// The scale that the range asks for is below the normal floats: the smallest
  /// normal float was taken.
  bool widened = false;
};

/// The grid of integers in [qmin, qmax] that covers [min, max] and 0:
/// scale = f32((max - min) / (qmax - qmin)), 1 for an empty interval, and
/// zero_point = clamp(roundeven(qmin - min / scale), qmin, qmax).
Grid gridForRange(double min, double max, int32_t qmin, int32_t qmax);

//===----------------------------------------------------------------------===//
// Real factors as multiplier and shift
//===----------------------------------------------------------------------===//

/// An integer multiplier and a shift to the right (to the left if negative). The
/// function that makes it says which real factor they stand for.
struct FixedPointScale {
  int32_t multiplier;
  int32_t shift;

  bool operator==(const FixedPointScale &other) const {
    return multiplier == other.multiplier && shift == other.shift;
  }
};

// The decompositions take any number: factors outside what they can represent
// give the nearest end, NaN and factors <= 0 count as tiny.

/// M = (scale_a * scale_w) / (scale_out * count), in double and in this order.
/// `count` is 1 except for average pools.
inline double rescaleFactor(float inputScale, float weightScale, float outputScale,
                            int64_t count = 1) {
  return (static_cast<double>(inputScale) * weightScale) /
         (static_cast<double>(outputScale) * static_cast<double>(count));
}

/// The factor of mode `float32`: f32(f32(scale_a * scale_w) / scale_out), each
/// step rounded; `scale_out` stands for f32(scale_out * count) in average pools.
inline float rescaleFactorFloat32(float inputScale, float weightScale, float outputScale,
                                  int64_t count = 1) {
  float product = inputScale * weightScale;
  float divisor = outputScale * static_cast<float>(count);
  return product / divisor;
}

/// Mode `fixed16`: M * 2^fractionBits = m * 2^-16 * 2^-s with m in [2^14, 2^15)
/// and s in [-15, 26].
///
/// Factors that need s > 26 become m = 2^14, s = 26, and those that need s < -15
/// take s = -15. With 5 fraction bits that changes no 8-bit result: the first
/// give 0, the second saturate, as they should. With fewer, a result of |acc| >=
/// 2^30 may become 1 step instead of 0.
FixedPointScale toFixed16(double factor, int fractionBits = 5);

/// The argument of an epilogue function: M = m * 2^-15 * 2^-s with m in
/// [2^14, 2^15), s in [-15, 26], limited as in `toFixed16`.
FixedPointScale toFixed16Function(double factor);

/// Mode `fixed32` of i32 accumulators: M = m * 2^-s with m in [2^30, 2^31), s in
/// [2, 62]. Factors that need s > 62 become 2^30 * 2^-62, which gives 0 for
/// every accumulator (-1 for -2^31 if rounded twice). Factors of 2^29 and more
/// become (2^31 - 1) * 2^-2: every accumulator but 0 saturates.
FixedPointScale toFixed32(double factor);

/// Mode `fixed32` of i64 accumulators, |acc| < 2^47: M = m * 2^-s with m in
/// [2^14, 2^15), s in [2, 62]. Factors that need s > 62 become 2^14 * 2^-62,
/// which gives 0 for every accumulator; factors of 2^13 and more become
/// (2^15 - 1) * 2^-2.
FixedPointScale toFixed15(double factor);

/// A residual operand: M * 2^fractionBits = m * 2^-s with m in [2^14, 2^15), s
/// in [1, 31], M = scale of the operand / scale_out. Factors that need s > 31
/// keep s = 31 and take m = roundeven(M * 2^fractionBits * 2^31) < 2^14; factors
/// of 2^14 and more (before the fraction bits) become (2^15 - 1) * 2^-1.
FixedPointScale toFixed16Residual(double factor, int fractionBits = 5);

/// Multipliers of the two operands of an add, over one shift.
struct AddScale {
  int32_t lhsMultiplier;
  int32_t rhsMultiplier;
  int32_t shift;
};

/// lhs = scale_lhs / scale_out = lhsMultiplier * 2^-shift, rhs alike. The larger
/// multiplier lies in [2^14, 2^15); shift = 14 - floor(log2(max)), one less where
/// rounding carries, in [1, 31]. The smaller multiplier may round to 0. Factors
/// that need a shift below 1 are cut to 2^15 - 1 at shift 1.
AddScale toAddScale(double lhs, double rhs);

//===----------------------------------------------------------------------===//
// From accumulators to stored integers
//===----------------------------------------------------------------------===//

/// t of `fixed16`: the accumulator on 16 bits. s > 0: sat16((acc + 2^(s-1)) >> s),
/// the sum modulo 2^32; else sat16(sat16(acc) << -s).
inline int32_t shiftTo16(int32_t acc, int32_t shift) {
  if (shift > 0)
    return saturate16(wrapAdd32(acc, static_cast<int32_t>(roundingTerm(shift))) >> shift);
  return saturate16(saturate16(acc) * (int64_t(1) << -shift));
}

/// p of `fixed16`: (t * m) >> 16, in units of 2^-fractionBits output steps.
inline int32_t scale16(int32_t acc, FixedPointScale scale) {
  return (shiftTo16(acc, scale.shift) * scale.multiplier) >> 16;
}

/// x, the argument of an epilogue function: clamp((t * m + 2^14) >> 15) to
/// [-2^14, 2^14).
inline int32_t scaleFunction16(int32_t acc, FixedPointScale scale) {
  int32_t x = (shiftTo16(acc, scale.shift) * scale.multiplier + (1 << 14)) >> 15;
  return std::clamp(x, -(1 << 14), (1 << 14) - 1);
}

/// How `#qint.function` cuts its arguments, the 2^15 values of x.
constexpr int kFunctionSegmentsLog2 = 8;
constexpr int kFunctionSegments = 1 << kFunctionSegmentsLog2;
constexpr int kFunctionSegmentSizeLog2 = 15 - kFunctionSegmentsLog2;
constexpr int kFunctionSegmentSize = 1 << kFunctionSegmentSizeLog2;
/// Brings the distance from the start of a segment to 2^-15 of its size: a signed
/// 16-bit number, so that >> 16 behind the product halves the slope.
constexpr int kFunctionOffsetShift = 15 - kFunctionSegmentSizeLog2;

/// What a segment of this slope (change over two segments) has gained `offset` x
/// behind its start.
inline int32_t interpolate16(int32_t slope, int32_t offset) {
  return (slope * (offset << kFunctionOffsetShift)) >> 16;
}

/// p = f(x) by linear segments (`#qint.function`), x in [-2^14, 2^14).
inline int32_t applyFunction16(int32_t x, llvm::ArrayRef<int16_t> base,
                               llvm::ArrayRef<int16_t> slope) {
  assert(base.size() == kFunctionSegments && slope.size() == kFunctionSegments && x >= -(1 << 14) &&
         x < (1 << 14));
  int32_t segment = (x + (1 << 14)) >> kFunctionSegmentSizeLog2;
  int32_t offset = (x + (1 << 14)) & (kFunctionSegmentSize - 1);
  return base[segment] + interpolate16(slope[segment], offset);
}

/// The arrays of `#qint.function`.
struct Function16 {
  std::array<int16_t, kFunctionSegments> base;
  std::array<int16_t, kFunctionSegments> slope; ///< change over two segments
};

/// The segments that come closest to `function`, which maps x in [-2^14, 2^14) to
/// p in units of 2^-g output steps, as a real number; values beyond 16 bits count
/// as the nearest end, NaN as 0. Where the function is smooth over a segment, the
/// largest error is about 1 unit plus a sixteenth of its second difference over a
/// segment; place kinks on multiples of `kFunctionSegmentSize`.
Function16 makeFunction16(llvm::function_ref<double(double)> function);

/// p + q, saturated, q = sat16(((r - zero_point) * m + 2^(s-1)) >> s) the residual
/// operand in units of p.
inline int32_t addResidual16(int32_t p, int32_t residual, int32_t residualZeroPoint,
                             FixedPointScale scale) {
  int64_t product = (int64_t(residual) - residualZeroPoint) * scale.multiplier;
  int32_t q = saturate16((product + roundingTerm(scale.shift)) >> scale.shift);
  return saturate16(p + q);
}

/// The stored integer: clamp(sat16(p + zero_point * 2^g + 2^(g-1)) >> g).
inline int32_t finishFixed16(int32_t p, const StoredRange &range, int fractionBits = 5) {
  int64_t offset = int64_t(range.zeroPoint) * (1 << fractionBits) + (1 << (fractionBits - 1));
  return static_cast<int32_t>(range.clamp(saturate16(p + offset) >> fractionBits));
}

/// Mode `fixed16` without function or residual.
inline int32_t applyFixed16(int32_t acc, FixedPointScale scale, const StoredRange &range,
                            int fractionBits = 5) {
  return finishFixed16(scale16(acc, scale), range, fractionBits);
}

/// Mode `fixed32` on i32: clamp(((acc * m + 2^(s-1)) >> s) + zero_point).
inline int32_t applyFixed32(int32_t acc, FixedPointScale scale, const StoredRange &range) {
  int64_t product = int64_t(acc) * scale.multiplier;
  return static_cast<int32_t>(range.clamp(
      (wrapAdd64(product, roundingTerm(scale.shift)) >> scale.shift) + range.zeroPoint));
}

/// Mode `fixed32_double_round`: as above, with 2^30 (acc >= 0) or -2^30 (acc < 0)
/// added where s > 31, as TOSA and TFLite do.
inline int32_t applyFixed32DoubleRound(int32_t acc, FixedPointScale scale,
                                       const StoredRange &range) {
  int64_t sum = int64_t(acc) * scale.multiplier + roundingTerm(scale.shift);
  if (scale.shift > 31)
    sum += acc >= 0 ? int64_t(1) << 30 : -(int64_t(1) << 30);
  return static_cast<int32_t>(range.clamp((sum >> scale.shift) + range.zeroPoint));
}

/// Mode `fixed32` on i64, |acc| < 2^47 (larger ones wrap): clamp(((acc * m +
/// 2^(s-1)) >> s) + zero_point).
inline int32_t applyFixed15(int64_t acc, FixedPointScale scale, const StoredRange &range) {
  int64_t sum = wrapAdd64(wrapMul64(acc, scale.multiplier), roundingTerm(scale.shift));
  return static_cast<int32_t>(range.clamp((sum >> scale.shift) + range.zeroPoint));
}

/// Mode `float32`: clamp(roundeven(f32(acc) * scale) + zero_point), each operation
/// rounded by itself.
inline int32_t applyFloat32(int64_t acc, float scale, const StoredRange &range) {
  return roundToStored(static_cast<float>(acc) * scale, range);
}

//===----------------------------------------------------------------------===//
// Other operations
//===----------------------------------------------------------------------===//

/// `qint.add`: clamp((((lhs - lhs_zp) * ml + (rhs - rhs_zp) * mr + 2^(s-1)) >> s) +
/// zero_point).
inline int32_t applyAdd(int32_t lhs, int32_t lhsZeroPoint, int32_t rhs, int32_t rhsZeroPoint,
                        const AddScale &scale, const StoredRange &range) {
  int64_t acc = (int64_t(lhs) - lhsZeroPoint) * scale.lhsMultiplier +
                (int64_t(rhs) - rhsZeroPoint) * scale.rhsMultiplier;
  return static_cast<int32_t>(
      range.clamp(((acc + roundingTerm(scale.shift)) >> scale.shift) + range.zeroPoint));
}

/// `qint.add` of mode `float32`: dequantize, add, quantize.
inline int32_t applyAddFloat32(int32_t lhs, int32_t lhsZeroPoint, float lhsScale, int32_t rhs,
                               int32_t rhsZeroPoint, float rhsScale, float outputScale,
                               const StoredRange &range) {
  float sum = dequantize(lhs, lhsScale, lhsZeroPoint) + dequantize(rhs, rhsScale, rhsZeroPoint);
  return quantize(sum, outputScale, range);
}

/// Fills `exponentials[d]` with roundeven(2^15 * exp(-scale * d)), 256 entries.
void makeSoftmaxExponentials(float scale, llvm::MutableArrayRef<int32_t> exponentials);

/// One row of `qint.softmax`: min(255, (512 * e + S) / (2 * S)), e =
/// exponentials[max - q], S the sum of e over the row. Rows are shorter than 2^16.
void applySoftmax(llvm::ArrayRef<uint8_t> row, llvm::ArrayRef<int32_t> exponentials,
                  llvm::MutableArrayRef<uint8_t> result);

//===----------------------------------------------------------------------===//
// Proof that an accumulator fits
//===----------------------------------------------------------------------===//

/// Sums of the positive and of the negative weights of one output channel.
struct WeightSums {
  int64_t positive = 0;
  int64_t negative = 0; ///< <= 0

  WeightSums() = default;
  explicit WeightSums(llvm::ArrayRef<int8_t> weights) {
    for (int8_t weight : weights)
      add(weight);
  }
  void add(int32_t weight) { (weight > 0 ? positive : negative) += weight; }
  int64_t total() const { return positive + negative; }
};

/// The bias that packing stores: bias - zero_point * sum of weights + rounding
/// term, saturated to 64 bits. `shift` is that of `fixed16` (0: no term).
int64_t foldBias(int64_t bias, const WeightSums &sums, int32_t inputZeroPoint, int32_t shift);

/// The tight interval of the values that an accumulator ends with. Partial sums
/// may leave it and wrap; only the final value must fit.
struct AccumulatorBound {
  int64_t min;
  int64_t max;

  bool fits(int bits) const {
    return min >= -(int64_t(1) << (bits - 1)) && max <= (int64_t(1) << (bits - 1)) - 1;
  }
  /// That of accumulators shifted to the left.
  AccumulatorBound shiftedLeft(int places) const {
    return {min * (int64_t(1) << places), max * (int64_t(1) << places)};
  }
  bool fitsInt16() const { return fits(16); }
  bool fitsInt32() const { return fits(32); }
  /// The domain of `applyFixed15`: |acc| < 2^47.
  bool fitsFixed15() const { return min > -(int64_t(1) << 47) && max < (int64_t(1) << 47); }
};

/// Bounds foldedBias + sum of a * w over all a in [inputMin, inputMax] (0 and 255
/// unless a clamp and the padding value give less). Each sum w* * a* is reached,
/// so the bound is tight. Ends beyond 64 bits saturate.
AccumulatorBound boundAccumulator(const WeightSums &sums, int64_t foldedBias, int64_t inputMin,
                                  int64_t inputMax);

} // namespace qopt

#endif // QOPT_SUPPORT_FIXEDPOINT_H
