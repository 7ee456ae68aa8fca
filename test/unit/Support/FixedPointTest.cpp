#include "qopt/Support/FixedPoint.h"

#include "FixedPointTestUtils.h"
#include "gtest/gtest.h"

#include <cstdio>
#include <limits>
#include <vector>

using namespace qopt;
using namespace qopt::test;

namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr int32_t edgeMultipliers16[] = {1 << 14, (1 << 14) + 1, 20132, 23171, 32766, 32767};
constexpr int32_t edgeMultipliers32[] = {1 << 30, (1 << 30) + 1, 1518500250, INT32_MAX};
constexpr StoredRange ui8{0, 0, 255};

/// Accumulators around every point where a result of `fixed16` with this shift
/// changes its nature: zero, ties, saturation of t, the ends of 32 bits.
std::vector<int32_t> edgeAccumulators(int32_t shift) {
  std::vector<int64_t> centers = {0, INT32_MIN, INT32_MAX, 1 << 15, -(1 << 15)};
  int64_t step = shift > 0 ? int64_t(1) << shift : 1;
  for (int64_t t : {1, 2, 3, 16, 31, 32, 33, 1000, 8191, 16384, 32766, 32767, 32768})
    for (int64_t sign : {-1, 1}) {
      centers.push_back(sign * t * step);
      centers.push_back(sign * t * step + step / 2);
      if (shift < 0)
        centers.push_back(sign * (t >> -shift));
    }
  std::vector<int32_t> result;
  for (int64_t center : centers)
    for (int64_t offset = -2; offset <= 2; ++offset)
      if (center + offset >= INT32_MIN && center + offset <= INT32_MAX)
        result.push_back(static_cast<int32_t>(center + offset));
  return result;
}

/// t of `fixed16` in wide integers. Accumulators whose rounding term leaves 32
/// bits are outside the proof.
Wide wideT(int32_t acc, int32_t shift) {
  if (shift > 0)
    return saturateWide16(roundHalfUp(acc, shift));
  return saturateWide16(saturateWide16(acc) * (Wide(1) << -shift));
}

bool provedFor(int32_t acc, int32_t shift) { return acc + roundingTerm(shift) <= INT32_MAX; }

template <typename Compose>
void checkDecomposition(FixedPointScale (*decompose)(double), int64_t least, int minShift,
                        int maxShift, Compose compose) {
  for (int exponent = -80; exponent <= 60; ++exponent)
    for (double mantissa : {1.0, 1.0 + 0x1p-52, 1.25, 1.5, 1.9999, 2.0 - 0x1p-20, 2.0 - 0x1p-52}) {
      double factor = std::ldexp(mantissa, exponent);
      FixedPointScale scale = decompose(factor);
      ASSERT_GE(scale.multiplier, least) << factor;
      ASSERT_LT(scale.multiplier, 2 * least) << factor;
      ASSERT_GE(scale.shift, minShift) << factor;
      ASSERT_LE(scale.shift, maxShift) << factor;
      if (scale.shift > minShift && scale.shift < maxShift) {
        EXPECT_LE(std::abs(compose(scale) / factor - 1.0), 0.5 / least) << factor;
      }
    }
  // Nonsense is as good as the nearest end.
  for (double factor : {0.0, -1.0, notANumber})
    EXPECT_EQ(decompose(factor), (FixedPointScale{int32_t(least), maxShift})) << factor;
  EXPECT_EQ(decompose(infinity).shift, minShift);
}
} // namespace

// Intervals, relative error of half a unit, and what lies outside.
TEST(FixedPointTest, DecomposesFactors) {
  checkDecomposition(
      [](double m) { return toFixed16(m); }, 1 << 14, -15, 26,
      [](FixedPointScale s) { return s.multiplier * std::ldexp(1.0, -21 - s.shift); });
  checkDecomposition(
      [](double m) { return toFixed16(m, 3); }, 1 << 14, -15, 26,
      [](FixedPointScale s) { return s.multiplier * std::ldexp(1.0, -19 - s.shift); });
  checkDecomposition(toFixed16Function, 1 << 14, -15, 26, [](FixedPointScale s) {
    return s.multiplier * std::ldexp(1.0, -15 - s.shift);
  });
  auto plain = [](FixedPointScale s) { return s.multiplier * std::ldexp(1.0, -s.shift); };
  checkDecomposition(toFixed32, 1 << 30, 2, 62, plain);
  checkDecomposition(toFixed15, 1 << 14, 2, 62, plain);
}

// A mantissa that rounds up to the next power of two must be renormalised.
TEST(FixedPointTest, RenormalisesMantissaCarry) {
  double belowOne = std::nextafter(1.0, 0.0);
  EXPECT_EQ(toFixed16(belowOne), toFixed16(1.0));
  EXPECT_EQ(toFixed16(1.0), (FixedPointScale{1 << 14, -7}));
  EXPECT_EQ(toFixed16Function(belowOne), (FixedPointScale{1 << 14, -1}));
  EXPECT_EQ(toFixed32(belowOne), (FixedPointScale{1 << 30, 30}));
  EXPECT_EQ(toFixed15(belowOne), (FixedPointScale{1 << 14, 14}));
  EXPECT_EQ(toFixed16Residual(belowOne), (FixedPointScale{1 << 14, 9}));
  AddScale add = toAddScale(belowOne, belowOne / 2);
  EXPECT_EQ(add.lhsMultiplier, 1 << 14);
  EXPECT_EQ(add.rhsMultiplier, 1 << 13);
  EXPECT_EQ(add.shift, 14);
}

// Beyond the ends of [-15, 26] nothing changes: the results are 0, or saturated.
TEST(FixedPointTest, ShiftLimitsOfFixed16ChangeNoResult) {
  for (double factor : {0x1.8p-33, 0x1.fffffp-32, 0x1p-40, 0x1p-1000})
    for (int32_t acc : {INT32_MIN, INT32_MIN / 2, -1, 0, 1, INT32_MAX / 2})
      for (int32_t zeroPoint : {0, 128, 255}) {
        StoredRange range{zeroPoint, 0, 255};
        double exact = acc * factor;
        if (toFixed16(factor).shift < 26)
          continue;
        EXPECT_EQ(applyFixed16(acc, toFixed16(factor), range),
                  std::clamp(zeroPoint + int(std::floor(exact + 0.5)), 0, 255))
            << acc << " " << factor;
      }
  for (double factor : {0x1p10, 0x1.9p11, 0x1p12, 0x1p100})
    for (int32_t acc : {INT32_MIN, -40000, -1, 0, 1, 40000, INT32_MAX}) {
      StoredRange range{100, 0, 255};
      EXPECT_EQ(applyFixed16(acc, toFixed16(factor), range), acc < 0 ? 0 : acc > 0 ? 255 : 100);
    }
}

// All shifts, edge multipliers, all zero points, adversarial accumulators.
TEST(FixedPointTest, Fixed16MatchesWideIntegers) {
  for (int32_t shift = -15; shift <= 26; ++shift)
    for (int32_t acc : edgeAccumulators(shift)) {
      if (!provedFor(acc, shift))
        continue;
      Wide t = wideT(acc, shift);
      ASSERT_EQ(shiftTo16(acc, shift), int32_t(t)) << acc << " >> " << shift;
      for (int32_t multiplier : edgeMultipliers16) {
        FixedPointScale scale{multiplier, shift};
        Wide p = floorDivide(t * multiplier, 16);
        ASSERT_EQ(scale16(acc, scale), int32_t(p));
        Wide x = clampWide(roundHalfUp(t * multiplier, 15), -16384, 16383);
        ASSERT_EQ(scaleFunction16(acc, scale), int32_t(x));
        for (int fractionBits : {3, 4, 5})
          for (int32_t zeroPoint = 0; zeroPoint < 256; ++zeroPoint) {
            Wide y = roundHalfUp(p + (zeroPoint << fractionBits), fractionBits);
            StoredRange range{zeroPoint, zeroPoint / 2, 255 - zeroPoint / 4};
            ASSERT_EQ(applyFixed16(acc, scale, range, fractionBits),
                      int32_t(clampWide(y, range.clampMin, range.clampMax)))
                << acc << " " << multiplier << " " << shift << " " << zeroPoint;
          }
      }
    }
}

// Every t with every zero point: the sum never leaves 16 bits, so a plain add does.
TEST(FixedPointTest, Fixed16NeverLeaves16Bits) {
  for (int32_t multiplier : edgeMultipliers16)
    for (int32_t t = -32768; t <= 32767; ++t) {
      int32_t p = (t * multiplier) >> 16;
      for (int32_t zeroPoint : {0, 1, 127, 128, 254, 255}) {
        int32_t sum = p + (zeroPoint << 5) + 16;
        ASSERT_EQ(sum, saturate16(sum));
        ASSERT_EQ(finishFixed16(p, {zeroPoint, 0, 255}), std::clamp(sum >> 5, 0, 255));
      }
    }
}

// The clamp hides that t saturates, for all multipliers and zero points and the
// widest bounds allowed; with bounds one step wider it does not.
TEST(FixedPointTest, SaturationOfTIsInvisible) {
  auto unsaturated = [](int64_t t, int32_t multiplier, const StoredRange &range) {
    int64_t p = (t * multiplier) >> 16;
    return range.clamp((p + range.zeroPoint * 32 + 16) >> 5);
  };
  bool visibleAbove = false, visibleBelow = false;
  for (int32_t multiplier = 1 << 14; multiplier < 1 << 15; ++multiplier)
    for (int32_t zeroPoint = 0; zeroPoint < 256; ++zeroPoint) {
      StoredRange widest{zeroPoint, zeroPoint - 256, zeroPoint + 256};
      for (int64_t t : {int64_t(32768), int64_t(1) << 31})
        ASSERT_EQ(unsaturated(32767, multiplier, widest), unsaturated(t, multiplier, widest));
      for (int64_t t : {int64_t(-32769), -(int64_t(1) << 31)})
        ASSERT_EQ(unsaturated(-32768, multiplier, widest), unsaturated(t, multiplier, widest));
      StoredRange wider{zeroPoint, zeroPoint - 257, zeroPoint + 257};
      visibleAbove |=
          unsaturated(32767, multiplier, wider) != unsaturated(1 << 20, multiplier, wider);
      visibleBelow |=
          unsaturated(-32768, multiplier, wider) != unsaturated(-(1 << 20), multiplier, wider);
    }
  EXPECT_TRUE(visibleAbove);
  EXPECT_TRUE(visibleBelow);
}

// A left shift of t is as well left out, and that much less of the last shift to the
// right, which a rounding multiplication does: for all t, also those that the left
// shift saturates.
TEST(FixedPointTest, LeftShiftsJoinTheLastShift) {
  auto joined = [](int32_t t, int32_t multiplier, int32_t left, const StoredRange &range) {
    int32_t p = (t * multiplier) >> 16, factor = (1 << 10) << left;
    return range.clamp(((p * factor + (1 << 14)) >> 15) + range.zeroPoint);
  };
  for (int32_t multiplier : {1 << 14, (1 << 14) + 1, 20000, 23170, 29999, (1 << 15) - 1})
    for (int32_t left = 0; left <= 4; ++left)
      for (int32_t zeroPoint : {0, 1, 128, 255}) {
        StoredRange range{zeroPoint, 0, 255};
        for (int32_t t = INT16_MIN; t <= INT16_MAX; ++t)
          ASSERT_EQ(joined(t, multiplier, left, range), applyFixed16(t, {multiplier, -left}, range))
              << t << " << " << left;
      }
}

// Against exact rounding of acc * M: rarely off, never by more than 1.
TEST(FixedPointTest, Fixed16AgainstIdealRounding) {
  Random random(1);
  int64_t total = 0, different = 0;
  double worst = 0.0, sum = 0.0;
  for (int round = 0; round < 2000; ++round) {
    double factor = std::exp2(-2.0 - 16.0 * random.unit());
    FixedPointScale scale = toFixed16(factor);
    int32_t zeroPoint = random.between(0, 255);
    for (int i = 0; i < 2000; ++i) {
      // Results spread over the 256 steps, most of them unsaturated.
      double real = (random.unit() * 256.0 - 0.5 - zeroPoint) / factor;
      int32_t acc = static_cast<int32_t>(std::floor(real));
      int32_t y = applyFixed16(acc, scale, {zeroPoint, 0, 255});
      double exact = acc * factor;
      int32_t ideal = std::clamp(int(std::floor(exact + 0.5)) + zeroPoint, 0, 255);
      ASSERT_LE(std::abs(y - ideal), 1);
      ++total;
      different += y != ideal;
      double error = scale16(acc, scale) + 0.5 - exact * 32.0; // p is a floor
      sum += error / 32.0;
      if (y != ideal) // how far from the tie
        worst = std::max(worst, std::abs(exact + 0.5 - std::round(exact + 0.5)));
    }
  }
  std::printf("fixed16: %.3f %% of %lld results differ from exact rounding, by 1; all of these lie "
              "within %.4f of a tie; mean error of p %.5f steps\n",
              100.0 * different / total, static_cast<long long>(total), worst, sum / total);
  EXPECT_GT(different, 0);
  EXPECT_LT(different, total / 100);
  EXPECT_LT(worst, 0.05);
}

// Single and double rounding over all shifts, against 128 bits.
TEST(FixedPointTest, Fixed32MatchesWideIntegers) {
  for (int32_t shift = 2; shift <= 62; ++shift)
    for (int32_t multiplier : edgeMultipliers32)
      for (int32_t acc : edgeAccumulators(std::max(shift - 31, 0)))
        for (StoredRange range : {ui8, StoredRange{128, 0, 255}, StoredRange{0, -32767, 32767}}) {
          FixedPointScale scale{multiplier, shift};
          Wide product = Wide(acc) * multiplier;
          Wide single = roundHalfUp(product, shift) + range.zeroPoint;
          ASSERT_EQ(applyFixed32(acc, scale, range),
                    int32_t(clampWide(single, range.clampMin, range.clampMax)));
          Wide nudge = shift > 31 ? (Wide(1) << 30) * (acc >= 0 ? 1 : -1) : Wide(0);
          Wide twice = roundHalfUp(product + nudge, shift) + range.zeroPoint;
          ASSERT_EQ(applyFixed32DoubleRound(acc, scale, range),
                    int32_t(clampWide(twice, range.clampMin, range.clampMax)));
        }
}

// TFLite rounds twice: the upper half of twice the product, half up, then a
// division by a power of two, half away from zero.
TEST(FixedPointTest, DoubleRoundIsThatOfTfLite) {
  StoredRange i16{0, -32767, 32767};
  int64_t differentFromSingle = 0, total = 0;
  auto check = [&](int32_t acc, FixedPointScale scale) {
    int64_t first = int64_t(roundHalfUp(Wide(acc) * scale.multiplier, 31));
    int64_t half = int64_t(1) << (scale.shift - 32);
    int64_t second = first >= 0 ? (first + half) >> (scale.shift - 31)
                                : -((-first + half) >> (scale.shift - 31));
    int32_t result = applyFixed32DoubleRound(acc, scale, i16);
    ASSERT_EQ(result, i16.clamp(second)) << acc << " " << scale.multiplier << " " << scale.shift;
    differentFromSingle += result != applyFixed32(acc, scale, i16);
    ++total;
  };
  for (int32_t shift = 32; shift <= 62; ++shift)
    for (int32_t multiplier : edgeMultipliers32)
      for (int32_t acc : edgeAccumulators(shift - 31))
        check(acc, {multiplier, shift});
  std::printf("fixed32: double rounding differs from single in %.2f %% of edge cases\n",
              100.0 * differentFromSingle / total);
  EXPECT_GT(differentFromSingle, 0);
}

// The limits of toFixed32 and toFixed15 change no result.
TEST(FixedPointTest, LimitsOfWideModes) {
  StoredRange i16{0, -32767, 32767};
  for (double factor : {0x1p-33, 0x1p-100, 0.0})
    for (int32_t acc : {INT32_MIN, -1, 0, 1, INT32_MAX})
      EXPECT_EQ(applyFixed32(acc, toFixed32(factor), i16), 0);
  for (double factor : {0x1p30, 0x1p100})
    for (int32_t acc : {INT32_MIN, -1, 0, 1, INT32_MAX})
      EXPECT_EQ(applyFixed32(acc, toFixed32(factor), i16), acc < 0 ? -32767 : acc > 0 ? 32767 : 0);
  int64_t limit = (int64_t(1) << 47) - 1;
  for (double factor : {0x1p-49, 0x1p-100, 0.0})
    for (int64_t acc : {-limit, int64_t(-1), int64_t(0), int64_t(1), limit})
      EXPECT_EQ(applyFixed15(acc, toFixed15(factor), i16), 0);
}

// i64 accumulators up to the last that is allowed.
TEST(FixedPointTest, Fixed15MatchesWideIntegers) {
  StoredRange i16{0, -32767, 32767};
  Random random(2);
  int64_t limit = (int64_t(1) << 47) - 1;
  for (int32_t shift = 2; shift <= 62; ++shift)
    for (int32_t multiplier : edgeMultipliers16) {
      std::vector<int64_t> accumulators = {limit, -limit, 0, 1, -1};
      for (int i = 0; i < 200; ++i)
        accumulators.push_back(random.between(-limit, limit) >> random.between(0, 46));
      for (int64_t result : {-32768, -100, -1, 0, 1, 100, 32767}) { // around ties
        Wide tie = ((2 * Wide(result) + 1) * (Wide(1) << (shift - 1))) / multiplier;
        for (int offset = -1; offset <= 1; ++offset)
          if (tie + offset >= -limit && tie + offset <= limit)
            accumulators.push_back(int64_t(tie) + offset);
      }
      for (int64_t acc : accumulators)
        ASSERT_EQ(applyFixed15(acc, {multiplier, shift}, i16),
                  int32_t(clampWide(roundHalfUp(Wide(acc) * multiplier, shift), -32767, 32767)));
    }
}

// Each operation of `float32` rounds by itself: the product of two floats is exact
// in double, so one rounding there gives the f32 product.
TEST(FixedPointTest, Float32RoundsEachStep) {
  Random random(3);
  StoredRange range{3, 0, 255};
  for (int i = 0; i < 2000000; ++i) {
    int32_t acc =
        static_cast<int32_t>(random.between(INT32_MIN, INT32_MAX)) >> random.between(0, 31);
    float scale = static_cast<float>(std::exp2(-34.0 * random.unit()));
    float product = static_cast<float>(double(float(acc)) * double(scale));
    double rounded = std::nearbyint(double(product)) + 3.0;
    ASSERT_EQ(applyFloat32(acc, scale, range), int(std::clamp(rounded, 0.0, 255.0)));
  }
  // Ties go to even, on both sides of zero.
  StoredRange i16{0, -32767, 32767};
  EXPECT_EQ(applyFloat32(5, 0.5f, i16), 2);
  EXPECT_EQ(applyFloat32(7, 0.5f, i16), 4);
  EXPECT_EQ(applyFloat32(-5, 0.5f, i16), -2);
  EXPECT_EQ(applyFloat32(INT64_MAX, 1.0f, i16), 32767);
}

// A product of scales is a scale: the values of a dead layer are so small that those
// of its products underflow.
TEST(FixedPointTest, ProductsOfScalesAreScales) {
  EXPECT_EQ(multiplyScales(0.5f, 0.25f), 0.125f);
  EXPECT_EQ(multiplyScales(1e-30f, 1e-30f), std::numeric_limits<float>::min());
  EXPECT_EQ(multiplyScales(1e30f, 1e30f), std::numeric_limits<float>::max());
}

// Accumulators outside the proof wrap as registers do; nothing is undefined.
TEST(FixedPointTest, UnprovedAccumulatorsWrap) {
  EXPECT_EQ(shiftTo16(INT32_MAX, 1), -32768); // INT32_MAX + 1 is INT32_MIN
  EXPECT_EQ(shiftTo16(INT32_MAX, 26), -32);
  applyFixed15(INT64_MIN, {32767, 62}, ui8);
  applyFixed15(INT64_MAX, {32767, 2}, ui8);
  applyFixed32(INT32_MIN, {INT32_MAX, 62}, ui8);
  applyFixed32DoubleRound(INT32_MIN, {INT32_MAX, 62}, ui8);
}
