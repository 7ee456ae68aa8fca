#include "qopt/Support/Reciprocal.h"

#include "qopt/Support/FixedPoint.h"
#include "gtest/gtest.h"

#include <cfloat>
#include <random>

using namespace qopt;

namespace {

/// The float `steps` floats away from `x`.
float walk(float x, int steps) {
  for (; steps != 0; steps += steps < 0 ? 1 : -1)
    x = std::nextafter(x, steps < 0 ? -HUGE_VALF : HUGE_VALF);
  return x;
}

} // namespace

// Beside each tie of the grid, and anywhere else.
TEST(ReciprocalTest, RoundsLikeTheDivision) {
  std::mt19937 random(1);
  std::uniform_real_distribution<float> exponents(-30, 30), shares(0, 1);
  for (int round = 0; round < 200; ++round) {
    float scale = std::exp2(exponents(random));
    auto min = static_cast<int32_t>(random() % 256) - 255, max = min + 255;
    std::optional<Reciprocal> reciprocal = findReciprocal(scale, min, max);
    ASSERT_TRUE(reciprocal) << scale;
    auto check = [&](float x) {
      ASSERT_EQ(roundEven(reciprocal->multiply(x)), roundEven(x / scale)) << x << " / " << scale;
    };
    for (int32_t step = min; step < max; ++step) {
      for (int steps = -3; steps <= 3; ++steps)
        check(walk(static_cast<float>((step + 0.5) * scale), steps));
      check((static_cast<float>(step) + shares(random)) * scale);
    }
    check(static_cast<float>(min) * scale);
    check(static_cast<float>(max) * scale);
  }
}

// The nearest reciprocal alone moves quotients off the ties: 45.5 / 7.
TEST(ReciprocalTest, OneFloatIsNotEnough) {
  Reciprocal nearest{1.0f / 7.0f, 0.0f};
  EXPECT_EQ(roundEven(45.5f / 7.0f), 6.0f);
  EXPECT_EQ(roundEven(nearest.multiply(45.5f)), 7.0f);
  EXPECT_EQ(roundEven(findReciprocal(7.0f, -128, 127)->multiply(45.5f)), 6.0f);
}

TEST(ReciprocalTest, PowersOfTwoTakeOneProduct) {
  for (float scale : {0x1p-7f, 1.0f, 0x1p+5f})
    EXPECT_EQ(findReciprocal(scale, -128, 127)->low, 0.0f);
  EXPECT_NE(findReciprocal(0.1f, -128, 127)->low, 0.0f);
}

TEST(ReciprocalTest, WordsAreProvedAsWell) {
  EXPECT_TRUE(findReciprocal(0.0171673577f, -32768, 32767));
}

// There the products would be subnormal or infinite.
TEST(ReciprocalTest, ExtremeScalesHaveNone) {
  for (float scale : {FLT_TRUE_MIN, FLT_MIN, 1e-30f, 1e+30f, FLT_MAX})
    EXPECT_FALSE(findReciprocal(scale, -128, 127));
}
