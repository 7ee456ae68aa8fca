#include "qopt/Calibrate/RangeMethods.h"

#include "mlir/IR/MLIRContext.h"
#include "qopt/FakeQuantize/Grids.h"
#include "gtest/gtest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace mlir;
using namespace qopt;

namespace {

struct Distribution {
  const char *name;
  std::vector<float> values;
};

/// About normal, from integers alone: the same values with every library.
float nextNormal(std::mt19937 &random) {
  int64_t sum = 0;
  for (int i = 0; i < 12; ++i)
    sum += random() >> 8;
  return static_cast<float>(static_cast<double>(sum) / (1 << 24) - 6);
}

/// What activations look like: two-sided, rectified with most values zero,
/// clamped at six, with outliers, with a short negative tail, far from zero.
std::vector<Distribution> makeDistributions() {
  std::mt19937 random(42);
  constexpr int count = 20000;
  std::vector<Distribution> all = {{"normal", {}},   {"rectified", {}}, {"clamped", {}},
                                   {"outliers", {}}, {"silu", {}},      {"shifted", {}},
                                   {"negative", {}}};
  for (int i = 0; i < count; ++i) {
    const float x = nextNormal(random);
    all[0].values.push_back(x);
    all[1].values.push_back(std::max(x - 1, 0.0f));
    all[2].values.push_back(std::clamp(3 * x, 0.0f, 6.0f));
    all[3].values.push_back(i % 5000 == 7 ? 40 * x : x);
    all[4].values.push_back(x < 0 ? x * (4 - x) / -64 : 2 * x);
    all[5].values.push_back(x + 20);
    all[6].values.push_back(std::min(x, 0.0f));
  }
  return all;
}

SiteStatistics collect(const std::vector<float> &values, SiteKind kind = SiteKind::Stored,
                       size_t sampleSize = 1000) {
  SiteStatistics statistics(Site{"site", kind, 1});
  for (size_t i = 0; i < values.size(); i += sampleSize)
    statistics.add(
        llvm::ArrayRef(values).slice(i, std::min<size_t>(sampleSize, values.size() - i)));
  return statistics;
}

RangeOptions optionsFor(RangeMethod method, GridPolicy grid = GridPolicy::Affine,
                        unsigned bits = 8) {
  RangeOptions options;
  options.method = method;
  options.grid = grid;
  options.bits = bits;
  return options;
}

/// Mean squared error of the raw values, each quantized and dequantized.
double directSquaredError(const std::vector<float> &values, RealRange range, unsigned bits,
                          bool symmetric) {
  const double low = std::min(range.min, 0.0), high = std::max(range.max, 0.0);
  const bool mirrored = symmetric && low < 0;
  const double qmin = bits == 16 ? -32767 : mirrored ? -127 : 0;
  const double qmax = bits == 16 ? 32767 : mirrored ? 127 : 255;
  const double bound = std::max(-low, high);
  const double scale = static_cast<float>(symmetric ? bound / qmax : (high - low) / 255);
  const double zeroPoint = symmetric ? 0 : std::nearbyint(-low / scale);
  double sum = 0;
  for (double value : values) {
    const double q = std::clamp(std::nearbyint(value / scale) + zeroPoint, qmin, qmax);
    const double error = value - (q - zeroPoint) * scale;
    sum += error * error;
  }
  return sum / static_cast<double>(values.size());
}

} // namespace

// Would catch a range that is not exactly that of the values or of the samples.
TEST(RangeMethodsTest, MinMaxAndMovingAverageAreExact) {
  for (const auto &[name, values] : makeDistributions()) {
    const SiteStatistics statistics = collect(values);
    const auto [min, max] = std::minmax_element(values.begin(), values.end());
    EXPECT_EQ(chooseRange(statistics, optionsFor(RangeMethod::MinMax)), (RealRange{*min, *max}))
        << name;
    double minima = 0, maxima = 0;
    for (size_t i = 0; i < values.size(); i += 1000) {
      minima += *std::min_element(values.begin() + i, values.begin() + i + 1000);
      maxima += *std::max_element(values.begin() + i, values.begin() + i + 1000);
    }
    const RealRange average = chooseRange(statistics, optionsFor(RangeMethod::MovingAverage));
    EXPECT_NEAR(average.min, minima / 20, 1e-12) << name;
    EXPECT_NEAR(average.max, maxima / 20, 1e-12) << name;
  }
}

// Would catch a quantile that is more than a bin away from that of the sorted
// raw values, at either end and on magnitudes.
TEST(RangeMethodsTest, PercentileEqualsThatOfSortedValues) {
  for (auto [name, values] : makeDistributions()) {
    const SiteStatistics statistics = collect(values);
    const double width = statistics.getHistogram().getBinWidth();
    std::vector<float> sorted = values, magnitudes = values;
    std::sort(sorted.begin(), sorted.end());
    for (float &value : magnitudes)
      value = std::abs(value);
    std::sort(magnitudes.begin(), magnitudes.end());
    for (double percentile : {90.0, 99.0, 99.9, 99.99, 100.0}) {
      RangeOptions options = optionsFor(RangeMethod::Percentile);
      options.percentile = percentile;
      const auto total = static_cast<double>(values.size());
      const auto cut = static_cast<size_t>(total * (100 - percentile) / 200);
      const RealRange range = chooseRange(statistics, options);
      // The neighbours in the sorted list bound the tie at the cut itself.
      EXPECT_GE(range.min, sorted[cut ? cut - 1 : 0] - width) << name << percentile;
      EXPECT_LE(range.min, sorted[cut + 1] + width) << name << percentile;
      EXPECT_LE(range.max, sorted[sorted.size() - (cut ? cut : 1)] + width) << name << percentile;
      EXPECT_GE(range.max, sorted[sorted.size() - cut - 2] - width) << name << percentile;

      options.grid = GridPolicy::Symmetric;
      const RealRange both = chooseRange(statistics, options);
      const auto rank = static_cast<size_t>(total * percentile / 100) - 1;
      EXPECT_EQ(both.min, sorted.front() < 0 ? -both.max : 0) << name;
      EXPECT_GE(both.max, magnitudes[rank - 1] - width) << name << percentile;
      EXPECT_LE(both.max, magnitudes[std::min(rank + 1, magnitudes.size() - 1)] + width)
          << name << percentile;
    }
  }
}

// Would catch ranges chosen for another grid than qopt-fake-quantize makes.
TEST(RangeMethodsTest, GridsAreThoseOfFakeQuantize) {
  MLIRContext context;
  context.loadDialect<quant::QuantDialect>();
  const double ends[] = {0, 0x1p-149, 0x1p-120, 0.1, 1, 6, 127, 254, 1e10, 0x1.fffffep127};
  const std::pair<GridPolicy, GridKind> policies[] = {
      {GridPolicy::Affine, GridKind::Affine},
      {GridPolicy::Symmetric, GridKind::Symmetric},
      {GridPolicy::FullRange, GridKind::FullRange},
      {GridPolicy::PowerOfTwo, GridKind::PowerOfTwo}};
  for (double low : ends)
    for (double high : ends)
      for (auto [policy, kind] : policies)
        for (unsigned bits : {8u, 16u}) {
          if (low == 0 && high == 0)
            continue; // all values are zero, whatever the scale
          const StepGrid grid =
              getStepGrid({-low, high}, optionsFor(RangeMethod::MSE, policy, bits));
          const auto type = makeActivationGrid(&context, -low, high, bits, kind).type;
          const auto zeroPoint = static_cast<double>(type.getZeroPoint());
          EXPECT_EQ(grid.step, type.getScale()) << -low << " " << high << " " << bits;
          EXPECT_EQ(grid.lowest, static_cast<double>(type.getStorageTypeMin()) - zeroPoint);
          EXPECT_EQ(grid.highest, static_cast<double>(type.getStorageTypeMax()) - zeroPoint);
        }
}

// Would catch a wrong error model: under the histogram it must be that of the
// raw values, for wide ranges (rounding), narrow ones (clipping) and 16 bits
// (steps far below a bin).
TEST(RangeMethodsTest, ExpectedSquaredErrorEqualsThatOfRawValues) {
  for (const auto &[name, values] : makeDistributions()) {
    const SiteStatistics statistics = collect(values);
    const double min = statistics.getMin(), max = statistics.getMax();
    for (GridPolicy grid : {GridPolicy::Affine, GridPolicy::Symmetric})
      for (unsigned bits : {8u, 16u})
        for (double fraction : {1.0, 0.8, 0.5, 0.2}) {
          const bool symmetric = bits == 16 || grid == GridPolicy::Symmetric;
          RealRange range = {min * fraction, max * fraction};
          const double direct = directSquaredError(values, range, bits, symmetric);
          const double modelled =
              expectedSquaredError(statistics, range, optionsFor(RangeMethod::MSE, grid, bits));
          EXPECT_NEAR(modelled / direct, 1, 0.03)
              << name << " " << fraction << " of the range, " << bits << " bits";
        }
  }
}

// Would catch a search that stops at a poor range: on the raw values its error
// must be close to the best of all pairs on a fine lattice. One sample says nothing
// of others.
TEST(RangeMethodsTest, MseFindsTheRangeOfLeastError) {
  constexpr int lattice = 40;
  for (const auto &[name, values] : makeDistributions()) {
    const SiteStatistics statistics = collect(values, SiteKind::Stored, values.size());
    const double min = std::min(statistics.getMin(), 0.0f);
    const double max = std::max(statistics.getMax(), 0.0f);
    for (bool symmetric : {false, true}) {
      double best = std::numeric_limits<double>::infinity();
      for (int low = 1; low <= lattice; ++low) {
        if ((symmetric || min == 0) && low != lattice)
          continue;
        for (int high = 1; high <= lattice; ++high) {
          if (max == 0 && !symmetric && high != lattice)
            continue;
          RealRange range = {min * low / lattice, max * high / lattice};
          if (symmetric)
            range.max = std::max(-min, max) * high / lattice, range.min = min < 0 ? -range.max : 0;
          best = std::min(best, directSquaredError(values, range, 8, symmetric));
        }
      }
      const RealRange chosen =
          chooseRange(statistics, optionsFor(RangeMethod::MSE, symmetric ? GridPolicy::Symmetric
                                                                         : GridPolicy::Affine));
      EXPECT_LE(directSquaredError(values, chosen, 8, symmetric), 1.03 * best)
          << name << (symmetric ? " symmetric" : "");
    }
  }
}

// Few values, whose largest varies from sample to sample: others will be larger. Not
// where a clamp bounds all samples, nor where so many values are rounded that a few
// clipped ones do not count.
TEST(RangeMethodsTest, MseLeavesRoomForWhatOtherSamplesReach) {
  std::mt19937 random(7);
  auto chooseMax = [&](int samples, int values, float bound) {
    std::vector<float> all;
    for (int i = 0; i < samples * values; ++i)
      all.push_back(
          std::min(-std::log(static_cast<float>((random() >> 8) + 1) / (1 << 24)), bound));
    const SiteStatistics statistics = collect(all, SiteKind::Stored, values);
    return chooseRange(statistics, optionsFor(RangeMethod::MSE)).max / statistics.getMax();
  };
  constexpr float none = std::numeric_limits<float>::infinity();
  const double few = chooseMax(/*samples=*/64, /*values=*/20, none);
  EXPECT_GT(few, 1.05);
  EXPECT_LT(few, 2);
  EXPECT_LE(chooseMax(/*samples=*/64, /*values=*/2000, none), 1.05);
  EXPECT_LE(chooseMax(/*samples=*/64, /*values=*/20, /*bound=*/0.5f), 1);
  EXPECT_LE(chooseMax(/*samples=*/1, /*values=*/1280, none), 1);
}

// The definition of the divergence, term by term with the C library.
static double directEntropy(const SiteStatistics &site, int64_t begin, int64_t end,
                            int64_t levels) {
  const Histogram &histogram = site.getHistogram();
  std::map<int64_t, double> p, inside;
  double total = 0, totalInside = 0;
  for (int64_t bin = histogram.getFirstBin(); bin <= histogram.getLastBin(); ++bin) {
    const auto count = static_cast<double>(histogram.getCount(bin));
    p[std::clamp(bin, begin, end - 1)] += count;
    total += count;
    if (bin >= begin && bin < end) {
      inside[bin] = count;
      totalInside += count;
    }
  }
  double divergence = 0;
  for (int64_t level = 0; level < levels; ++level) {
    const int64_t from = begin + level * (end - begin) / levels;
    const int64_t to = begin + (level + 1) * (end - begin) / levels;
    double sum = 0, occupied = 0;
    for (int64_t bin = from; bin < to; ++bin) {
      sum += inside[bin];
      occupied += p[bin] != 0;
    }
    for (int64_t bin = from; bin < to; ++bin)
      if (p[bin] != 0)
        divergence += p[bin] / total * std::log((p[bin] / total) / (sum / occupied / totalInside));
  }
  return divergence;
}

// Would catch errors in the prefix sums, the clipped tails or the logarithm.
TEST(RangeMethodsTest, RelativeEntropyEqualsItsDefinition) {
  for (const auto &[name, values] : makeDistributions()) {
    const SiteStatistics statistics = collect(values);
    const Histogram &histogram = statistics.getHistogram();
    const double width = histogram.getBinWidth();
    const int64_t first = histogram.getFirstBin(), last = histogram.getLastBin();
    for (int64_t begin = first; begin <= 0; begin += 97)
      for (int64_t end = last + 1; end >= 0; end -= 97) {
        if (end - begin < 256)
          continue;
        const double expected = directEntropy(statistics, begin, end, 256);
        const double actual = relativeEntropy(
            statistics, {static_cast<double>(begin) * width, static_cast<double>(end) * width},
            optionsFor(RangeMethod::Entropy));
        if (!std::isfinite(expected))
          EXPECT_TRUE(std::isinf(actual)) << name << begin << " " << end;
        else
          EXPECT_NEAR(actual, expected, 1e-9) << name << begin << " " << end;
      }
  }
}

// Would catch a search that misses the minimum: against every window on a
// lattice of 32 bins.
TEST(RangeMethodsTest, EntropyFindsTheWindowOfLeastDivergence) {
  const RangeOptions options = optionsFor(RangeMethod::Entropy);
  for (const auto &[name, values] : makeDistributions()) {
    const SiteStatistics statistics = collect(values);
    const Histogram &histogram = statistics.getHistogram();
    const double width = histogram.getBinWidth();
    const int64_t first = histogram.getFirstBin(), last = histogram.getLastBin();
    double best = std::numeric_limits<double>::infinity();
    for (int64_t begin = first; begin <= 0; begin += 32)
      for (int64_t end = last + 1; end >= 0; end -= 32)
        best = std::min(best, relativeEntropy(statistics,
                                              {static_cast<double>(begin) * width,
                                               static_cast<double>(end) * width},
                                              options));
    const double chosen = relativeEntropy(statistics, chooseRange(statistics, options), options);
    EXPECT_LE(chosen, 1.02 * best + 1e-6) << name;
  }
}

// Would catch methods that fail, divide by zero or invent a range where there
// is little to see: constants, zeros, one value, the extremes of f32.
TEST(RangeMethodsTest, DegenerateValuesGiveTheirOwnRange) {
  const float largest = std::numeric_limits<float>::max(), tiny = 0x1p-149f;
  for (const std::vector<float> &values : std::vector<std::vector<float>>{
           {0}, {0, 0, 0}, {5, 5, 5}, {-5}, {largest, -largest}, {tiny, 0}, {-tiny, tiny}}) {
    const SiteStatistics statistics = collect(values);
    const auto [min, max] = std::minmax_element(values.begin(), values.end());
    for (RangeMethod method : {RangeMethod::MinMax, RangeMethod::MovingAverage,
                               RangeMethod::Percentile, RangeMethod::Entropy, RangeMethod::MSE})
      for (GridPolicy grid : {GridPolicy::Affine, GridPolicy::Symmetric, GridPolicy::FullRange,
                              GridPolicy::PowerOfTwo})
        for (unsigned bits : {8u, 16u}) {
          const RealRange range = chooseRange(statistics, optionsFor(method, grid, bits));
          ASSERT_TRUE(std::isfinite(range.min) && std::isfinite(range.max));
          const double slack = std::max(std::abs(*min), std::abs(*max)) * 0.01;
          const double hullMin = std::min<double>(*min, 0), hullMax = std::max<double>(*max, 0);
          if (!optionsFor(method, grid, bits).isSymmetric()) {
            EXPECT_NEAR(std::min(range.min, 0.0), hullMin, slack);
            EXPECT_NEAR(std::max(range.max, 0.0), hullMax, slack);
          } else {
            if (*min < 0)
              EXPECT_EQ(range.min, -range.max);
            // A scale that is a power of two covers up to twice the range.
            EXPECT_GE(range.max,
                      std::max(-hullMin, hullMax) * (grid == GridPolicy::PowerOfTwo ? 0.5 : 0.98));
          }
        }
  }
}

// Would catch clipping of values that live in the 16 bits of an epilogue, and
// methods that ask a histogram that does not exist.
TEST(RangeMethodsTest, EpiloguesAndSharedGridsKeepTheExtremes) {
  const std::vector<float> values = makeDistributions()[3].values;
  for (SiteKind kind : {SiteKind::Epilogue, SiteKind::MeanOnly}) {
    const SiteStatistics statistics = collect(values, kind);
    for (RangeMethod method : {RangeMethod::Percentile, RangeMethod::Entropy, RangeMethod::MSE})
      EXPECT_EQ(chooseRange(statistics, optionsFor(method)),
                (RealRange{statistics.getMin(), statistics.getMax()}));
  }
}

// Would catch a CPU, compiler or library that computes other ranges: these bits
// are the same everywhere.
TEST(RangeMethodsTest, SameBitsOnEveryMachine) {
  const SiteStatistics statistics = collect(makeDistributions()[3].values);
  auto expectRange = [&](RangeMethod method, double min, double max) {
    const RealRange range = chooseRange(statistics, optionsFor(method));
    EXPECT_EQ(range.min, min);
    EXPECT_EQ(range.max, max);
  };
  expectRange(RangeMethod::MSE, -0x1.102dc72793985p+6, 0x1.6aa1db69b5b67p+5);
  expectRange(RangeMethod::Entropy, -0x1.bp+1, 0x1.085bcp+5);
  expectRange(RangeMethod::Percentile, -0x1.ddfffffffffeep+3, 0x1.b8p+1);
}

// Would catch a name on the command line that leads to another method.
TEST(RangeMethodsTest, NamesAreThoseOfTheCommandLine) {
  EXPECT_EQ(listRangeMethods(), "mse, minmax, moving-average, percentile, entropy");
  EXPECT_EQ(listGridPolicies(), "affine, symmetric, full-range, power-of-two");
  EXPECT_EQ(symbolizeRangeMethod("moving-average"), RangeMethod::MovingAverage);
  EXPECT_EQ(symbolizeGridPolicy("power-of-two"), GridPolicy::PowerOfTwo);
  EXPECT_FALSE(symbolizeRangeMethod("MSE").has_value());
  EXPECT_FALSE(symbolizeGridPolicy("").has_value());
}
