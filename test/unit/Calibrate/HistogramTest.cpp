#include "qopt/Calibrate/Histogram.h"

#include "gtest/gtest.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <map>
#include <random>

using namespace qopt;

static void add(Histogram &histogram, const std::vector<float> &values) {
  for (float value : values) {
    histogram.cover(value, value);
    histogram.addNonZeros(value);
  }
}

/// The histogram by its definition: the smallest exponent that is good for all
/// values, then each one that is not zero to its bin.
static void expectDefinition(const Histogram &histogram, const std::vector<float> &values) {
  double first = 0, last = 0;
  int exponent = Histogram::minExponent;
  for (;; ++exponent) {
    first = last = 0;
    for (float value : values) {
      first = std::min(first, std::floor(std::ldexp(static_cast<double>(value), -exponent)));
      last = std::max(last, std::floor(std::ldexp(static_cast<double>(value), -exponent)));
    }
    if (last - first < Histogram::maxBins)
      break;
  }
  ASSERT_EQ(histogram.getExponent(), exponent);
  ASSERT_EQ(histogram.getFirstBin(), first);
  ASSERT_EQ(histogram.getLastBin(), last);
  std::map<int64_t, uint64_t> counts;
  for (float value : values)
    if (value != 0)
      ++counts[static_cast<int64_t>(std::floor(std::ldexp(static_cast<double>(value), -exponent)))];
  for (int64_t bin = histogram.getFirstBin(); bin <= histogram.getLastBin(); ++bin)
    ASSERT_EQ(histogram.getCount(bin), counts[bin]) << "bin " << bin;
}

static const std::vector<float> edgeValues = {
    0.0f,  -0.0f,  0x1p-149f,     -0x1p-149f, 0x1.8p-140f, FLT_MIN,  -FLT_MIN,
    1.0f,  -1.0f,  0x1.fffffep0f, 2048.0f,    2047.0f,     -2048.0f, -2047.5f,
    1e10f, -1e10f, 0x1p127f,      FLT_MAX,    -FLT_MAX};

// Would catch a window that depends on which value came first, above all where
// values of opposite sign or of far magnitudes force many merges at once.
TEST(HistogramTest, EveryPairOfEdgeValuesFollowsTheDefinition) {
  for (float first : edgeValues)
    for (float second : edgeValues) {
      Histogram histogram;
      add(histogram, {first, second});
      expectDefinition(histogram, {first, second});
    }
}

// Would catch merging that loses counts or rounds towards zero for bins below
// zero, where a shift and a division differ.
TEST(HistogramTest, GrowingRangesFollowTheDefinition) {
  std::mt19937 random(3);
  std::normal_distribution<float> normal;
  for (float growth : {1.0f, 1.01f, 1.5f}) {
    std::vector<float> values;
    float scale = 1e-3f;
    for (int i = 0; i < 200; ++i, scale *= growth)
      values.push_back(normal(random) * scale - scale / 3);
    Histogram histogram;
    add(histogram, values);
    expectDefinition(histogram, values);
  }
}

// Would catch counts that are lost between batches, or where they are kept in several
// places: many values at once, at most as wide apart as the window is.
TEST(HistogramTest, ManyValuesAtOnceFollowTheDefinition) {
  std::mt19937 random(9);
  std::normal_distribution<float> normal;
  for (size_t count : {1, 1023, 1025, 8191, 8192, 50003}) {
    std::vector<float> values(count);
    for (size_t i = 0; i < count; ++i)
      values[i] = i % 3 == 0 ? 0.0f : i % 5 == 0 ? -6.0f : normal(random);
    Histogram histogram;
    histogram.cover(*std::min_element(values.begin(), values.end()),
                    *std::max_element(values.begin(), values.end()));
    EXPECT_EQ(histogram.addNonZeros(values), (count + 2) / 3);
    expectDefinition(histogram, values);
  }
}

// Would catch a merge of histograms that is not the histogram of all values:
// both directions, all splits by magnitude.
TEST(HistogramTest, MergingEqualsCountingAllAtOnce) {
  std::vector<float> values = edgeValues;
  std::sort(values.begin(), values.end());
  for (size_t cut = 0; cut <= values.size(); ++cut) {
    Histogram low, high;
    add(low, {values.begin(), values.begin() + cut});
    add(high, {values.begin() + cut, values.end()});
    Histogram lowFirst = low, highFirst = high;
    lowFirst.add(high);
    highFirst.add(low);
    expectDefinition(lowFirst, values);
    expectDefinition(highFirst, values);
  }
}

// Would catch bins so fine that exact powers of two spill into the next window:
// 2048 bins from zero hold 2047.x, not 2048.
TEST(HistogramTest, WindowHasExactlyTheAllowedBins) {
  Histogram histogram;
  add(histogram, {2047.9f, 0.5f});
  EXPECT_EQ(histogram.getBinWidth(), 1.0);
  add(histogram, {2048.0f});
  EXPECT_EQ(histogram.getBinWidth(), 2.0);
  EXPECT_EQ(histogram.getCount(1023), 1u);
  EXPECT_EQ(histogram.getCount(1024), 1u);
}
