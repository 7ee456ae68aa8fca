#include "qopt/Support/FixedPoint.h"

#include "FixedPointTestUtils.h"
#include "gtest/gtest.h"

#include <cfloat>
#include <cstdio>
#include <limits>
#include <numeric>
#include <vector>

using namespace qopt;
using namespace qopt::test;

namespace {
constexpr float infinity = std::numeric_limits<float>::infinity();
} // namespace

// Stored values survive the way to real and back, on every grid.
TEST(QuantizeTest, InvertsDequantize) {
  for (float scale : {FLT_MIN, 1e-30f, 1.0f / 255, 0.1f, 1.0f, 3.0f, 1e30f, FLT_MAX / 256})
    for (int32_t zeroPoint = 0; zeroPoint < 256; ++zeroPoint)
      for (int32_t q = 0; q < 256; ++q)
        ASSERT_EQ(quantize(dequantize(q, scale, zeroPoint), scale, {zeroPoint, 0, 255}), q);
  for (float scale : {FLT_MIN, 0.1f, 3.0f})
    for (int32_t q = -32767; q <= 32767; ++q)
      ASSERT_EQ(quantize(dequantize(q, scale, 0), scale, {0, -32767, 32767}), q);
}

// Ties to even, not away from zero and not up; NaN, infinities, subnormals.
TEST(QuantizeTest, RoundsAndSaturates) {
  StoredRange range{10, 0, 255};
  EXPECT_EQ(quantize(0.5f, 1.0f, range), 10);
  EXPECT_EQ(quantize(1.5f, 1.0f, range), 12);
  EXPECT_EQ(quantize(2.5f, 1.0f, range), 12);
  EXPECT_EQ(quantize(-0.5f, 1.0f, range), 10);
  EXPECT_EQ(quantize(-1.5f, 1.0f, range), 8);
  EXPECT_EQ(quantize(-2.5f, 1.0f, range), 8);
  EXPECT_EQ(quantize(0.49999997f, 1.0f, range), 10);
  EXPECT_EQ(quantize(std::numeric_limits<float>::quiet_NaN(), 1.0f, range), 10);
  EXPECT_EQ(quantize(infinity, 1.0f, range), 255);
  EXPECT_EQ(quantize(-infinity, 1.0f, range), 0);
  EXPECT_EQ(quantize(FLT_MAX, FLT_MIN, range), 255); // overflows to infinity
  EXPECT_EQ(quantize(-FLT_MAX, FLT_MIN, range), 0);
  EXPECT_EQ(quantize(FLT_TRUE_MIN, FLT_MIN, range), 10);
  EXPECT_EQ(quantize(FLT_MIN, FLT_MIN, range), 11);
  EXPECT_EQ(quantize(0x1p31f, 1.0f, range), 255);
  EXPECT_EQ(quantize(-0x1p31f, 1.0f, range), 0);
  // Division, not multiplication by the reciprocal: 4.5 / 9 is a tie.
  EXPECT_EQ(quantize(31.5f, 9.0f, range), 14);
  EXPECT_EQ(quantize(infinity, 1.0f, {10, 2, 20}), 20);
}

// All ties between neighbours of several grids, and both floats beside each.
TEST(QuantizeTest, TiesOfAWholeGrid) {
  for (float scale : {0.25f, 1.0f, 64.0f})
    for (int32_t k = -300; k <= 300; ++k) {
      float tie = (k + 0.5f) * scale;
      int32_t even = k % 2 == 0 ? k : k + 1;
      StoredRange range{0, -32767, 32767};
      ASSERT_EQ(quantize(tie, scale, range), even);
      ASSERT_EQ(quantize(std::nextafter(tie, infinity), scale, range), k + 1);
      ASSERT_EQ(quantize(std::nextafter(tie, -infinity), scale, range), k);
    }
}

// The range is covered up to half a step, 0 is exact, degenerate ranges work.
TEST(GridTest, CoversTheRange) {
  Random random(4);
  for (int i = 0; i < 100000; ++i) {
    double size = std::exp2(80.0 * random.unit() - 40.0);
    double a = size * (random.unit() - 0.5), b = size * (random.unit() - 0.5);
    double min = std::min(a, b), max = std::max(a, b);
    Grid grid = gridForRange(min, max, 0, 255);
    double half = 0.500001 * grid.scale;
    ASSERT_LE(double(grid.scale) * (0 - grid.zeroPoint), std::min(min, 0.0) + half);
    ASSERT_GE(double(grid.scale) * (255 - grid.zeroPoint), std::max(max, 0.0) - half);
    ASSERT_FALSE(grid.widened);
  }
  Grid empty = gridForRange(0.0, 0.0, 0, 255);
  EXPECT_EQ(empty.scale, 1.0f);
  EXPECT_EQ(empty.zeroPoint, 0);
  Grid tiny = gridForRange(0.0, 1e-40, 0, 255);
  EXPECT_TRUE(tiny.widened);
  EXPECT_EQ(tiny.scale, FLT_MIN);
  Grid huge = gridForRange(-DBL_MAX, DBL_MAX, 0, 255);
  EXPECT_EQ(huge.scale, FLT_MAX);
  EXPECT_EQ(huge.zeroPoint, 255);
  EXPECT_EQ(gridForRange(2.0, 4.0, 0, 255).scale, float(4.0 / 255));
  EXPECT_EQ(gridForRange(-4.0, -2.0, 0, 255).zeroPoint, 255);
  EXPECT_EQ(gridForRange(-1.0, 1.0, -127, 127).zeroPoint, 0);
}

// All 256 x 256 operands: wide integers agree, and the result is within the error
// of the multipliers of the exactly rounded sum.
TEST(AddTest, AllOperands) {
  std::pair<double, double> factors[] = {{0.5, 0.5},     {0.7, 0.3},   {7.99, 0.001}, {1.0, 1.0},
                                         {0.001, 0.002}, {3.0, 1e-12}, {1e-9, 1e-9}};
  for (auto [lhsFactor, rhsFactor] : factors) {
    AddScale scale = toAddScale(lhsFactor, rhsFactor);
    ASSERT_GE(scale.shift, 1);
    ASSERT_LE(scale.shift, 31);
    ASSERT_LT(std::max(scale.lhsMultiplier, scale.rhsMultiplier), 1 << 15);
    double allowed = 2 * 127.5 * std::ldexp(1.0, -scale.shift) + 0.5 + 1e-9;
    for (auto [za, zb, zy] :
         {std::array{0, 0, 0}, std::array{128, 7, 99}, std::array{255, 255, 255}})
      for (int32_t a = 0; a < 256; ++a)
        for (int32_t b = 0; b < 256; ++b) {
          Wide acc = Wide(a - za) * scale.lhsMultiplier + Wide(b - zb) * scale.rhsMultiplier;
          Wide y = roundHalfUp(acc, scale.shift) + zy;
          ASSERT_EQ(applyAdd(a, za, b, zb, scale, {zy, 0, 255}), int(clampWide(y, 0, 255)));
          double real = (a - za) * lhsFactor + (b - zb) * rhsFactor + zy;
          ASSERT_LE(std::abs(double(y) - real), allowed);
        }
  }
}

// Sixteen bits at their extremes need more than 32 for the sum.
TEST(AddTest, SixteenBits) {
  AddScale scale = toAddScale(0.99999, 0.99999);
  StoredRange range{0, -32767, 32767};
  EXPECT_EQ(applyAdd(32767, 0, 32767, 0, scale, range), 32767);
  EXPECT_EQ(applyAdd(-32767, 0, -32767, 0, scale, range), -32767);
  EXPECT_EQ(applyAdd(32767, 0, -32767, 0, scale, range), 0);
}

TEST(AddTest, ScalesOutsideTheRange) {
  AddScale huge = toAddScale(0x1p20, 1.0);
  EXPECT_EQ(huge.shift, 1);
  EXPECT_EQ(huge.lhsMultiplier, 32767);
  EXPECT_EQ(huge.rhsMultiplier, 2);
  AddScale tiny = toAddScale(0x1p-40, 0.0);
  EXPECT_EQ(tiny.shift, 31);
  EXPECT_EQ(tiny.lhsMultiplier, 0);
  AddScale nonsense = toAddScale(std::numeric_limits<double>::infinity(), -1.0);
  EXPECT_EQ(nonsense.lhsMultiplier, 32767);
  EXPECT_EQ(nonsense.rhsMultiplier, 0);
}

// Dequantize, add, quantize, each operation rounded.
TEST(AddTest, Float32) {
  StoredRange range{5, 0, 255};
  for (int32_t a = 0; a < 256; ++a)
    for (int32_t b = 0; b < 256; ++b) {
      float x = float(a - 3) * 0.1f, y = float(b - 200) * 0.07f;
      ASSERT_EQ(applyAddFloat32(a, 3, 0.1f, b, 200, 0.07f, 0.15f, range),
                quantize(x + y, 0.15f, range));
    }
}

// Every residual byte at edge factors, against wide integers.
TEST(ResidualTest, MatchesWideIntegers) {
  for (double factor : {0.01, 0.5, 1.0, 7.3, 1000.0, 16384.0, 1e-12})
    for (int fractionBits : {3, 5}) {
      FixedPointScale scale = toFixed16Residual(factor, fractionBits);
      ASSERT_GE(scale.shift, 1);
      ASSERT_LE(scale.shift, 31);
      ASSERT_LT(scale.multiplier, 1 << 15);
      for (int32_t zeroPoint : {0, 100, 255})
        for (int32_t r = 0; r < 256; ++r)
          for (int32_t p : {-32768, -16384, -1, 0, 1, 16383, 32767}) {
            Wide q =
                saturateWide16(roundHalfUp(Wide(r - zeroPoint) * scale.multiplier, scale.shift));
            ASSERT_EQ(addResidual16(p, r, zeroPoint, scale), int(saturateWide16(p + q)));
            double exact = (r - zeroPoint) * factor * (1 << fractionBits);
            if (std::abs(exact) < 32000 && scale.shift > 1) {
              ASSERT_LE(std::abs(double(q) - exact), 0.51 + std::abs(exact) * 0x1p-15);
            }
          }
    }
}

// Segments stay within 0.05 of an output step for all x; without curvature only
// rounding to 1/32 of a step is left. Kinks lie on borders of segments.
TEST(Function16Test, FollowsActivations) {
  // x covers [-range, range); f(x) has 255 steps in `size`.
  auto check = [](const char *name, double limit, double range, double size, double (*f)(double)) {
    double xScale = range / 16384, unit = size / 255 / 32;
    auto exact = [&](double x) { return f(x * xScale) / unit; };
    Function16 segments = makeFunction16(exact);
    double worst = 0.0;
    for (int32_t x = -16384; x < 16384; ++x) {
      int32_t p = applyFunction16(x, segments.base, segments.slope);
      ASSERT_EQ(p, saturate16(p));
      worst = std::max(worst, std::abs(p - exact(x)) / 32);
    }
    std::printf("%s: within %.4f of a step\n", name, worst);
    EXPECT_LE(worst, limit) << name;
  };
  check("sigmoid", 0.05, 8, 1, [](double x) { return 1 / (1 + std::exp(-x)); });
  check("tanh", 0.05, 4, 2, [](double x) { return std::tanh(x); });
  check("silu", 0.05, 8, 8.3, [](double x) { return x / (1 + std::exp(-x)); });
  check("gelu", 0.05, 6, 6.2, [](double x) { return x * 0.5 * std::erfc(-x * std::sqrt(0.5)); });
  check("hard swish", 0.05, 6, 6.4, [](double x) { return x * std::clamp(x / 6 + 0.5, 0., 1.); });
  check("hard sigmoid", 0.04, 6, 1, [](double x) { return std::clamp(x / 6 + 0.5, 0., 1.); });
  check("leaky relu", 0.04, 6, 6.6, [](double x) { return x < 0 ? 0.1 * x : x; });
}

// Steep functions saturate instead of wrapping.
TEST(Function16Test, SteepFunctions) {
  for (double slope : {-1e9, -64.0, -2.0, 2.0, 64.0, 1e9}) {
    Function16 segments = makeFunction16([&](double x) { return slope * x; });
    for (int32_t x = -16384; x < 16384; ++x) {
      int32_t p = applyFunction16(x, segments.base, segments.slope);
      ASSERT_EQ(p, saturate16(p)) << slope;
    }
    EXPECT_EQ(applyFunction16(-16384, segments.base, segments.slope), slope < 0 ? 32767 : -32768);
  }
}

// Rows of every kind against 64 bits; the longest row must not overflow 32.
TEST(SoftmaxTest, MatchesWideIntegers) {
  Random random(5);
  std::vector<int32_t> exponentials(256);
  for (float scale : {1e-6f, 0.01f, 0.1f, 1.0f, 1e6f}) {
    makeSoftmaxExponentials(scale, exponentials);
    ASSERT_EQ(exponentials[0], 1 << 15);
    for (size_t length : {size_t(1), size_t(2), size_t(10), size_t(1000), size_t(65535)})
      for (int kind = 0; kind < 3; ++kind) {
        std::vector<uint8_t> row(length), result(length);
        for (uint8_t &q : row)
          q = kind == 0 ? 255 : kind == 1 ? random.between(0, 255) : 0;
        if (kind == 2)
          row.back() = 255;
        applySoftmax(row, exponentials, result);
        int largest = *std::max_element(row.begin(), row.end());
        uint64_t sum = 0;
        for (uint8_t q : row)
          sum += exponentials[largest - q];
        for (size_t i = 0; i < length; ++i) {
          uint64_t y = (512 * uint64_t(exponentials[largest - row[i]]) + sum) / (2 * sum);
          ASSERT_EQ(result[i], std::min<uint64_t>(255, y));
        }
      }
  }
}

// The bound is reached by the worst inputs, and `fits` changes exactly there.
TEST(AccumulatorBoundTest, TightByOne) {
  Random random(6);
  for (int round = 0; round < 200; ++round) {
    std::vector<int8_t> weights(random.between(1, 5000));
    for (int8_t &weight : weights)
      weight = random.between(-127, 127);
    WeightSums sums(weights);
    int64_t low = round % 2 ? 0 : -32767, high = round % 2 ? 255 : 32767;
    AccumulatorBound zero = boundAccumulator(sums, 0, low, high);
    int64_t worstMax = 0, worstMin = 0;
    for (int8_t weight : weights) {
      worstMax += weight * (weight > 0 ? high : low);
      worstMin += weight * (weight > 0 ? low : high);
    }
    ASSERT_EQ(zero.max, worstMax);
    ASSERT_EQ(zero.min, worstMin);

    if (worstMax - worstMin >= (int64_t(1) << 32))
      continue; // no bias fits
    int64_t greatest = INT32_MAX - worstMax, least = INT32_MIN - worstMin;
    EXPECT_TRUE(boundAccumulator(sums, greatest, low, high).max == INT32_MAX);
    EXPECT_EQ(boundAccumulator(sums, greatest, low, high).fitsInt32(), greatest >= least);
    EXPECT_FALSE(boundAccumulator(sums, greatest + 1, low, high).fitsInt32());
    EXPECT_EQ(boundAccumulator(sums, least, low, high).fitsInt32(), greatest >= least);
    EXPECT_FALSE(boundAccumulator(sums, least - 1, low, high).fitsInt32());
  }
}

// One inside, one outside, run through the arithmetic: the first result is right,
// the second wraps to the wrong end.
TEST(AccumulatorBoundTest, OneInsideOneOutside) {
  std::vector<int8_t> weights(9, 127);
  WeightSums sums(weights);
  int32_t zeroPoint = 128, shift = 20;
  FixedPointScale scale{1 << 14, shift};
  int64_t rounding = roundingTerm(shift), products = 9 * 127 * 255;
  for (int64_t excess : {0, 1}) {
    int64_t bias = INT32_MAX - products - rounding + excess + zeroPoint * sums.total();
    int64_t folded = foldBias(bias, sums, zeroPoint, shift);
    EXPECT_EQ(boundAccumulator(sums, folded, 0, 255).fitsInt32(), excess == 0);
    int32_t acc = static_cast<int32_t>(static_cast<uint32_t>(folded - rounding + products));
    EXPECT_EQ(applyFixed16(acc, scale, {0, 0, 255}), excess == 0 ? 16 : 0);
  }
}

// Chains of 16-bit additions: sum of weights up to floor(32767 / amax).
TEST(AccumulatorBoundTest, SixteenBitChains) {
  WeightSums sums;
  for (int i = 0; i < 128; ++i)
    sums.add(1);
  EXPECT_TRUE(boundAccumulator(sums, 0, 0, 255).fitsInt16()); // 128 * 255 = 32640
  sums.add(1);
  EXPECT_FALSE(boundAccumulator(sums, 0, 0, 255).fitsInt16()); // 32895
  WeightSums negative;
  for (int i = 0; i < 128; ++i)
    negative.add(-1);
  EXPECT_TRUE(boundAccumulator(negative, -128, 0, 255).fitsInt16()); // -32768
  EXPECT_FALSE(boundAccumulator(negative, -129, 0, 255).fitsInt16());
}

// A bias at the end of 64 bits gives a bound that does not fit, not an overflow.
TEST(AccumulatorBoundTest, HugeBias) {
  WeightSums sums(std::vector<int8_t>{127, -127, 127});
  for (int64_t bias : {INT64_MAX, INT64_MIN}) {
    int64_t folded = foldBias(bias, sums, 255, 26);
    EXPECT_FALSE(boundAccumulator(sums, folded, 0, 255).fitsInt32());
    EXPECT_FALSE(boundAccumulator(sums, folded, -32767, 32767).fitsFixed15());
  }
}
