#include "qopt/Calibrate/StatisticsFile.h"

#include "gtest/gtest.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>
#include <random>

using namespace qopt;

namespace {

using Sample = std::vector<float>;

CalibrationStatistics makeStatistics(SiteKind kind = SiteKind::Stored, int64_t channels = 3) {
  std::vector<SiteStatistics> sites;
  sites.emplace_back(Site{"site", kind, channels});
  return CalibrationStatistics(Fingerprint{1, 2, 3}, std::move(sites));
}

CalibrationStatistics collect(llvm::ArrayRef<Sample> samples, SiteKind kind = SiteKind::Stored) {
  CalibrationStatistics statistics = makeStatistics(kind);
  for (const Sample &sample : samples)
    EXPECT_FALSE(statistics.getSite(0).add(sample).has_value());
  return statistics;
}

/// Samples of all magnitudes, of both zeros, of one sign only, and constant ones.
std::vector<Sample> adversarialSamples() {
  std::vector<Sample> samples = {
      {0.0f, -0.0f, 0.0f},
      {-0.0f, -0.0f, -0.0f},
      {0x1p-149f, -0x1p-149f, 0x1.8p-130f},
      {FLT_MAX, FLT_MAX, FLT_MAX},
      {-FLT_MAX, FLT_MAX, 1.0f},
      {1.0f, 1.0f, 1.0f},
      {-3.0f, -2.0f, -1.0f},
      {FLT_MIN, -FLT_MIN, 0.0f, 1e-20f, 1e20f, -1e-3f},
  };
  std::mt19937 random(11);
  std::normal_distribution<float> normal;
  for (int i = 0; i < 24; ++i) {
    Sample sample;
    for (int k = 0; k < 3 * (1 + i % 4); ++k)
      sample.push_back(std::ldexp(normal(random), static_cast<int>(random() % 100) - 50));
    samples.push_back(sample);
  }
  return samples;
}

} // namespace

// Would catch any trace that the order of samples, or the way they were split
// and merged, leaves in the bytes.
TEST(StatisticsTest, BytesDependOnTheMultisetOfSamplesOnly) {
  for (SiteKind kind : {SiteKind::Stored, SiteKind::Epilogue, SiteKind::MeanOnly}) {
    std::vector<Sample> samples = adversarialSamples();
    const std::string expected = serializeStatistics(collect(samples, kind));
    std::mt19937 random(5);
    for (int round = 0; round < 50; ++round) {
      std::shuffle(samples.begin(), samples.end(), random);
      // Up to five parts, some of them empty, merged from either end.
      std::vector<size_t> cuts = {0, samples.size()};
      for (int i = 0; i < 4; ++i)
        cuts.push_back(random() % (samples.size() + 1));
      std::sort(cuts.begin(), cuts.end());
      CalibrationStatistics forwards = makeStatistics(kind), backwards = makeStatistics(kind);
      for (size_t i = 0; i + 1 < cuts.size(); ++i) {
        const CalibrationStatistics part =
            collect(llvm::ArrayRef(samples).slice(cuts[i], cuts[i + 1] - cuts[i]), kind);
        EXPECT_FALSE(static_cast<bool>(forwards.merge(part)));
        CalibrationStatistics later = part;
        EXPECT_FALSE(static_cast<bool>(later.merge(backwards)));
        backwards = later;
      }
      ASSERT_EQ(serializeStatistics(forwards), expected);
      ASSERT_EQ(serializeStatistics(backwards), expected);
    }
  }
}

// Would catch a merge that is associative for small counts only: the same
// statistics doubled to 2^59 values, in two shapes of the tree of merges; and a
// count that wraps around silently.
TEST(StatisticsTest, HugeCountsMergeExactlyOrNotAtAll) {
  CalibrationStatistics sum = collect({{FLT_MAX, 0x1p-149f, -1.0f}});
  const CalibrationStatistics other = collect({{-FLT_MAX, 2.0f, 0.0f}});
  CalibrationStatistics left = sum, right = other;
  for (int i = 0; i < 58; ++i) {
    EXPECT_FALSE(static_cast<bool>(left.merge(CalibrationStatistics(left))));
    EXPECT_FALSE(static_cast<bool>(right.merge(CalibrationStatistics(right))));
  }
  CalibrationStatistics together = left;
  EXPECT_FALSE(static_cast<bool>(together.merge(right)));
  EXPECT_FALSE(static_cast<bool>(sum.merge(other)));
  for (int i = 0; i < 58; ++i)
    EXPECT_FALSE(static_cast<bool>(sum.merge(CalibrationStatistics(sum))));
  EXPECT_EQ(serializeStatistics(sum), serializeStatistics(together));
  EXPECT_EQ(sum.getSites()[0].getNumValues(), uint64_t(6) << 58);

  for (int i = 0; i < 3; ++i)
    EXPECT_FALSE(static_cast<bool>(sum.merge(CalibrationStatistics(sum))));
  EXPECT_EQ(llvm::toString(sum.merge(CalibrationStatistics(sum))),
            "has too many values at site 'site': together more than 2^64 - 1");
  EXPECT_EQ(sum.getSites()[0].getNumValues(), uint64_t(6) << 61);
}

// Would catch ranges of channels that begin at zero, or miss a merge.
TEST(StatisticsTest, KnowsTheRangeOfEachChannel) {
  CalibrationStatistics sum = collect({{2.0f, -1.0f, 5.0f, 3.0f, -0.5f, 4.0f}});
  EXPECT_EQ(sum.getSites()[0].getChannelMinima().vec(), (std::vector<float>{2.0f, -1.0f, 4.0f}));
  EXPECT_EQ(sum.getSites()[0].getChannelMaxima().vec(), (std::vector<float>{3.0f, -0.5f, 5.0f}));
  EXPECT_FALSE(static_cast<bool>(sum.merge(collect({{1.0f, 0.0f, 4.5f}}))));
  EXPECT_EQ(sum.getSites()[0].getChannelMinima().vec(), (std::vector<float>{1.0f, -1.0f, 4.0f}));
  EXPECT_EQ(sum.getSites()[0].getChannelMaxima().vec(), (std::vector<float>{3.0f, 0.0f, 5.0f}));
}

// Would catch statistics that keep something of each sample.
TEST(StatisticsTest, SizeDoesNotGrowWithSamples) {
  std::mt19937 random(1);
  std::uniform_real_distribution<float> uniform(-1, 1);
  CalibrationStatistics statistics = makeStatistics();
  size_t sizeAfterTen = 0;
  for (int i = 0; i < 1000; ++i) {
    Sample sample(300);
    for (float &value : sample)
      value = uniform(random);
    sample[0] = -1, sample[1] = 1; // the window, too, stays
    statistics.getSite(0).add(sample);
    if (i == 9)
      sizeAfterTen = serializeStatistics(statistics).size();
  }
  EXPECT_EQ(serializeStatistics(statistics).size(), sizeAfterTen);
  EXPECT_LT(sizeAfterTen, Histogram::maxBins * sizeof(uint64_t) + 512);
}

// Would catch means, extremes and counts that are not those of the raw values.
TEST(StatisticsTest, EqualsDirectComputation) {
  const std::vector<Sample> samples = {{1, 2, 3, 4, 5, 6}, {-1, 0, 0.5f, 8, -0.0f, 0.25f}};
  const CalibrationStatistics statistics = collect(samples);
  const SiteStatistics &site = statistics.getSites()[0];
  EXPECT_EQ(site.getNumSamples(), 2u);
  EXPECT_EQ(site.getNumValues(), 12u);
  EXPECT_EQ(site.getNumZeros(), 2u);
  EXPECT_EQ(site.getMin(), -1);
  EXPECT_EQ(site.getMax(), 8);
  EXPECT_EQ(site.getMeanOfMinima(), 0);
  EXPECT_EQ(site.getMeanOfMaxima(), 7);
  EXPECT_EQ(site.getChannelMeans(), (std::vector<double>{3, 1.75, 2.4375}));
}

// Would catch channels mixed up, or bits lost, where sums are taken of many values at a
// time: numbers of channels around those of a vector and of rows around those of a tile,
// with values of all magnitudes.
TEST(StatisticsTest, EqualsSumsAndExtremesOneByOne) {
  std::mt19937 random(13);
  std::normal_distribution<float> normal;
  for (int64_t channels : {1, 3, 15, 16, 17, 63, 64, 65, 80, 200})
    for (int64_t rows : {1, 2, 255, 256, 257, 700})
      for (int spread : {1, 60, 240}) {
        Sample sample(channels * rows);
        for (float &value : sample)
          value = std::ldexp(normal(random), -static_cast<int>(random() % spread));
        SiteStatistics site(Site{"site", SiteKind::Stored, channels});
        ASSERT_FALSE(site.add(sample).has_value());
        for (int64_t channel = 0; channel < channels; ++channel) {
          ExactSum sum;
          float min = sample[channel], max = min;
          for (size_t i = channel; i < sample.size(); i += channels) {
            sum.add(sample[i]);
            min = std::min(min, sample[i]);
            max = std::max(max, sample[i]);
          }
          ASSERT_EQ(site.getChannelMeans()[channel], sum.toDouble() / rows);
          ASSERT_EQ(site.getChannelMinima()[channel], min);
          ASSERT_EQ(site.getChannelMaxima()[channel], max);
        }
      }
}

// Would catch -0 as the minimum of zeros, whose sign bit tells the order.
TEST(StatisticsTest, NegativeZeroIsZero) {
  EXPECT_FALSE(std::signbit(collect({{-0.0f, -0.0f, -0.0f}}).getSites()[0].getMin()));
  EXPECT_EQ(serializeStatistics(collect({{-0.0f, 0.0f, 0.0f}})),
            serializeStatistics(collect({{0.0f, 0.0f, -0.0f}})));
}

// Would catch NaN or infinity entering the sums, or a sample half recorded.
TEST(StatisticsTest, RefusesNonFiniteValuesWhole) {
  const float inf = std::numeric_limits<float>::infinity();
  CalibrationStatistics statistics = collect({{1, 2, 3}});
  const std::string before = serializeStatistics(statistics);
  EXPECT_EQ(statistics.getSite(0).add({1.0f, NAN, inf}), 1u);
  EXPECT_EQ(statistics.getSite(0).add({1.0f, 2.0f, -inf}), 2u);
  EXPECT_EQ(statistics.getSite(0).add({inf, 2.0f, 3.0f}), 0u);
  EXPECT_EQ(serializeStatistics(statistics), before);
}

// Would catch statistics of different programs added up.
TEST(StatisticsTest, RefusesStatisticsOfAnotherModel) {
  CalibrationStatistics statistics = makeStatistics();
  std::vector<SiteStatistics> sites;
  sites.emplace_back(Site{"site", SiteKind::Stored, 3});
  EXPECT_EQ(llvm::toString(statistics.merge(CalibrationStatistics(Fingerprint{9}, sites))),
            "comes from another model: only statistics of one observed model can be merged");
  sites[0] = SiteStatistics(Site{"other", SiteKind::Stored, 3});
  EXPECT_EQ(llvm::toString(statistics.merge(CalibrationStatistics(Fingerprint{1, 2, 3}, sites))),
            "comes from another model: site 'other' stands where 'site' should");
}
