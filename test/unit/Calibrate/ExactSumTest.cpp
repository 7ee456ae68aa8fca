#include "qopt/Calibrate/ExactSum.h"

#include "gtest/gtest.h"

#include <algorithm>
#include <cfloat>
#include <random>
#include <vector>

using namespace qopt;

static ExactSum sumOf(const std::vector<float> &values) {
  ExactSum sum;
  for (float value : values)
    sum.add(value);
  return sum;
}

// Would catch carries and borrows that stop at a limb's border, wrong shifts of
// subnormal values, and a lost sign.
TEST(ExactSumTest, ValuesReadBackAsTheyAre) {
  for (float value : {0.0f, 1.0f, -1.0f, 0x1p-149f, -0x1p-149f, 0x1.8p-127f, FLT_MIN, -FLT_MIN,
                      FLT_MAX, -FLT_MAX, 0x1.fffffep-86f, 0x1.000002p64f, -3.25f})
    EXPECT_EQ(sumOf({value}).toDouble(), static_cast<double>(value)) << value;
}

// Would catch a sum that keeps traces of how it was reached: the smallest
// number must survive beside the largest ones, and nothing must remain.
TEST(ExactSumTest, CancelsExactly) {
  EXPECT_EQ(sumOf({FLT_MAX, 0x1p-149f, -FLT_MAX}).toDouble(), 0x1p-149);
  EXPECT_EQ(sumOf({-0x1p-149f, FLT_MAX, FLT_MAX, -FLT_MAX, -FLT_MAX}).toDouble(), -0x1p-149);
  EXPECT_TRUE(sumOf({FLT_MAX, -1.0f, 1.0f, -FLT_MAX}) == ExactSum());
  EXPECT_TRUE(sumOf({-0.0f}) == ExactSum());
}

// Would catch order dependence: floats of all magnitudes and both signs, in a
// few hundred orders.
TEST(ExactSumTest, OrderDoesNotShow) {
  std::mt19937 random(7);
  std::vector<float> values;
  for (int i = 0; i < 500; ++i)
    values.push_back(std::ldexp(static_cast<float>(static_cast<int>(random() % 0x1000000)) *
                                    (i % 2 ? 1.0f : -1.0f),
                                static_cast<int>(random() % 250) - 149));
  const ExactSum expected = sumOf(values);
  for (int round = 0; round < 200; ++round) {
    std::shuffle(values.begin(), values.end(), random);
    const size_t cut = random() % values.size();
    ExactSum left = sumOf({values.begin(), values.begin() + cut});
    left.add(sumOf({values.begin() + cut, values.end()}));
    ASSERT_TRUE(left == expected);
  }
}

// Would catch too few limbs: 2^63 times the largest value, by doubling, is
// within the promise, and so is taking all of it away again.
TEST(ExactSumTest, HoldsAsManyTermsAsCanBeCounted) {
  ExactSum positive = sumOf({FLT_MAX}), negative = sumOf({-FLT_MAX});
  for (int i = 0; i < 64; ++i) {
    positive.add(ExactSum(positive));
    negative.add(ExactSum(negative));
  }
  EXPECT_EQ(positive.toDouble(), std::ldexp(static_cast<double>(FLT_MAX), 64));
  EXPECT_EQ(negative.toDouble(), -std::ldexp(static_cast<double>(FLT_MAX), 64));
  positive.add(negative);
  EXPECT_TRUE(positive == ExactSum());
}

// Would catch double rounding, or truncation, on the way to double: 2^53 + 1 is
// a tie, and one unit far below decides it.
TEST(ExactSumTest, RoundsOnceToNearestEven) {
  EXPECT_EQ(sumOf({0x1p53f, 1.0f}).toDouble(), 0x1p53);
  EXPECT_EQ(sumOf({0x1p53f, 1.0f, 0x1p-149f}).toDouble(), 0x1p53 + 2);
  EXPECT_EQ(sumOf({0x1p53f, 2.0f, 1.0f}).toDouble(), 0x1p53 + 4);
  EXPECT_EQ(sumOf({-0x1p53f, -1.0f, -0x1p-149f}).toDouble(), -0x1p53 - 2);
}
