#include "qopt/Support/FloatFunctions.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/bit.h"
#include "gtest/gtest.h"

#include <cfloat>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <vector>

using namespace qopt;

namespace {
using MutableFloats = llvm::MutableArrayRef<float>;

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

/// The distance of `result` to the true value in units of the last place that a
/// float of that size has.
double errorInUlps(float result, double exact) {
  if (std::isnan(exact) || std::isnan(result))
    return std::isnan(exact) && std::isnan(result) ? 0.0 : HUGE_VAL;
  if (static_cast<float>(exact) == result) // also infinities and signed zeros
    return std::isinf(result)
               ? 0.0
               : std::abs(result - exact) / std::ldexp(1.0, std::max(std::ilogb(exact), -126) - 23);
  // An overflow counts from the largest finite number's next neighbour.
  double value = std::isinf(result) ? std::copysign(0x1p128, result) : result;
  double magnitude = std::min(std::abs(exact), 0x1p128);
  return std::abs(value - std::copysign(magnitude, exact)) /
         std::ldexp(1.0, std::max(std::ilogb(magnitude), -126) - 23);
}

struct Worst {
  double ulps = 0.0;
  float argument = 0.0f;
};

/// Compares `function` with `exact` on every stride-th float of both signs; on
/// all of them when QOPT_EXHAUSTIVE is set (some minutes).
Worst findWorst(llvm::function_ref<void(MutableFloats)> function,
                llvm::function_ref<double(double)> exact) {
  uint64_t stride = std::getenv("QOPT_EXHAUSTIVE") ? 1 : 101;
  constexpr size_t blockSize = 4096;
  std::vector<float> arguments(blockSize), results(blockSize);
  Worst worst;
  for (uint64_t first = 0; first < (uint64_t(1) << 32); first += stride * blockSize) {
    for (size_t i = 0; i < blockSize; ++i)
      arguments[i] = llvm::bit_cast<float>(static_cast<uint32_t>(first + i * stride));
    results = arguments;
    function(results);
    for (size_t i = 0; i < blockSize; ++i) {
      double ulps = errorInUlps(results[i], exact(arguments[i]));
      if (ulps > worst.ulps)
        worst = {ulps, arguments[i]};
    }
  }
  return worst;
}

void expectWithin(const char *name, double limit, llvm::function_ref<void(MutableFloats)> function,
                  llvm::function_ref<double(double)> exact) {
  Worst worst = findWorst(function, exact);
  std::printf("%s: at most %.3f units in the last place, at %a\n", name, worst.ulps,
              worst.argument);
  EXPECT_LE(worst.ulps, limit) << name << " at " << worst.argument;
}

bool sameBits(float x, float y) {
  return llvm::bit_cast<uint32_t>(x) == llvm::bit_cast<uint32_t>(y);
}

/// Arguments at which algorithms change course.
std::vector<float> edges() {
  std::vector<float> values = {
      0.0f,   FLT_TRUE_MIN, FLT_MIN, FLT_MAX,    infinity,  notANumber, 0.5f,    0.625f,
      0.25f,  1.0f,         2.0f,    3.0f,       4.0f,      10.0f,      9.01f,   88.72f,
      89.0f,  103.9f,       104.0f,  0.7071067f, 1.4142f,   0x1p22f,    0x1p23f, 0x1p24f,
      1e-20f, 1e20f,        1.5f,    2.5f,       0x1p31f,   0x1p126f,   1e-40f,  0.34657f,
      127.5f, 149.5f,       150.0f,  151.0f,     8388607.5f};
  size_t count = values.size();
  for (size_t i = 0; i < count; ++i) {
    values.push_back(std::nextafter(values[i], infinity));
    values.push_back(std::nextafter(values[i], -infinity));
  }
  count = values.size();
  for (size_t i = 0; i < count; ++i)
    values.push_back(-values[i]);
  return values;
}
} // namespace

// A wrong coefficient, split constant or range limit shows as a large error.
TEST(FloatFunctionsTest, ExpIsAccurate) {
  expectWithin(
      "exp", 2.0, [](MutableFloats v) { floatExp(v); }, [](double x) { return std::exp(x); });
}
TEST(FloatFunctionsTest, LogIsAccurate) {
  expectWithin(
      "log", 2.0, [](MutableFloats v) { floatLog(v); }, [](double x) { return std::log(x); });
}
TEST(FloatFunctionsTest, ErfIsAccurate) {
  expectWithin(
      "erf", 2.0, [](MutableFloats v) { floatErf(v); }, [](double x) { return std::erf(x); });
}
TEST(FloatFunctionsTest, TanhIsAccurate) {
  expectWithin(
      "tanh", 2.0, [](MutableFloats v) { floatTanh(v); }, [](double x) { return std::tanh(x); });
}
TEST(FloatFunctionsTest, SigmoidIsAccurate) {
  expectWithin(
      "sigmoid", 2.0, [](MutableFloats v) { floatSigmoid(v); },
      [](double x) { return 1.0 / (1.0 + std::exp(-x)); });
}
TEST(FloatFunctionsTest, RsqrtIsAccurate) {
  expectWithin(
      "rsqrt", 2.0, [](MutableFloats v) { floatRsqrt(v); },
      [](double x) { return 1.0 / std::sqrt(x); });
}

// Exponents up to 2^7 multiply the logarithm's error, so random arguments are
// chosen for results that neither overflow nor vanish.
TEST(FloatFunctionsTest, PowIsAccurate) {
  constexpr size_t count = 1 << 21;
  std::vector<float> bases(count), exponents(count);
  uint64_t state = 1;
  auto random = [&state] { // Knuth's linear congruential generator
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state >> 32);
  };
  for (size_t i = 0; i < count; ++i) {
    // A third near 1, where exponents are large.
    uint32_t bits = i % 3 ? random() & 0x7fffffff : 0x3f700000 + random() % 0x180000;
    bases[i] = llvm::bit_cast<float>(bits);
    double limit = 150.0 / std::abs(std::log2(static_cast<double>(bases[i])));
    exponents[i] = static_cast<float>(limit * (random() * 0x1p-31 - 1.0));
  }
  std::vector<float> results = bases;
  floatPow(results, exponents);
  double worst = 0.0;
  for (size_t i = 0; i < count; ++i) {
    double exact = std::pow(static_cast<double>(bases[i]), static_cast<double>(exponents[i]));
    double ulps = errorInUlps(results[i], exact);
    worst = std::max(worst, ulps);
    ASSERT_LE(ulps, 2.0) << bases[i] << " to the power " << exponents[i];
  }
  std::printf("pow: at most %.3f units in the last place\n", worst);
}

// Signs, overflow, subnormal and invalid arguments, bit by bit.
TEST(FloatFunctionsTest, SpecialArguments) {
  EXPECT_TRUE(sameBits(floatExp(infinity), infinity));
  EXPECT_TRUE(sameBits(floatExp(-infinity), 0.0f));
  EXPECT_TRUE(sameBits(floatExp(-0.0f), 1.0f));
  EXPECT_TRUE(sameBits(floatExp(FLT_MAX), infinity));
  EXPECT_TRUE(sameBits(floatExp(-103.5f), FLT_TRUE_MIN));
  EXPECT_TRUE(sameBits(floatExp(-104.0f), 0.0f));
  EXPECT_TRUE(sameBits(floatExp(std::nextafter(-104.0f, -infinity)), 0.0f));
  EXPECT_TRUE(sameBits(floatExp(-FLT_MAX), 0.0f));
  EXPECT_TRUE(sameBits(floatLog(0.0f), -infinity));
  EXPECT_TRUE(sameBits(floatLog(-0.0f), -infinity));
  EXPECT_TRUE(sameBits(floatLog(1.0f), 0.0f));
  EXPECT_TRUE(sameBits(floatLog(infinity), infinity));
  EXPECT_TRUE(sameBits(floatLog(-1.0f), notANumber));
  EXPECT_TRUE(sameBits(floatLog(-infinity), notANumber));
  EXPECT_TRUE(sameBits(floatErf(-0.0f), -0.0f));
  EXPECT_TRUE(sameBits(floatErf(infinity), 1.0f));
  EXPECT_TRUE(sameBits(floatErf(-infinity), -1.0f));
  EXPECT_TRUE(sameBits(floatTanh(-0.0f), -0.0f));
  EXPECT_TRUE(sameBits(floatTanh(-infinity), -1.0f));
  EXPECT_TRUE(sameBits(floatTanh(FLT_TRUE_MIN), FLT_TRUE_MIN));
  EXPECT_TRUE(sameBits(floatSigmoid(-infinity), 0.0f));
  EXPECT_TRUE(sameBits(floatSigmoid(infinity), 1.0f));
  EXPECT_TRUE(sameBits(floatSigmoid(-0.0f), 0.5f));
  EXPECT_TRUE(sameBits(floatRsqrt(0.0f), infinity));
  EXPECT_TRUE(sameBits(floatRsqrt(-0.0f), -infinity));
  EXPECT_TRUE(sameBits(floatRsqrt(infinity), 0.0f));
  EXPECT_TRUE(sameBits(floatRsqrt(-1.0f), notANumber));
  using Function = float (*)(float);
  for (Function function : std::initializer_list<Function>{floatExp, floatLog, floatErf, floatTanh,
                                                           floatSigmoid, floatRsqrt})
    EXPECT_TRUE(std::isnan(function(notANumber)));
}

// The powers of normalizations are exactly what their products are.
TEST(FloatFunctionsTest, SmallPowersAreProducts) {
  for (float x : {1.1f, -3.7f, 1e-20f, 2.5e-15f, -1e30f, 0.0f, -0.0f}) {
    float square = x * x;
    EXPECT_EQ(llvm::bit_cast<uint32_t>(floatPow(x, 2.0f)), llvm::bit_cast<uint32_t>(square)) << x;
    EXPECT_EQ(llvm::bit_cast<uint32_t>(floatPow(x, 3.0f)), llvm::bit_cast<uint32_t>(square * x))
        << x;
  }
}

// All pairs of edge values: zeros, infinities, NaN, odd and even and fractional
// exponents, bases of both signs.
TEST(FloatFunctionsTest, PowOfAllPairsOfEdges) {
  for (float x : edges()) {
    for (float y : edges()) {
      float result = floatPow(x, y);
      double exact = std::pow(static_cast<double>(x), static_cast<double>(y));
      EXPECT_LE(errorInUlps(result, exact), 2.0) << x << " to the power " << y;
      if (!std::isnan(result)) {
        EXPECT_EQ(std::signbit(result), std::signbit(exact)) << x << " to the power " << y;
      }
    }
  }
}

// The single and the vectorized form are compiled separately.
TEST(FloatFunctionsTest, ManyAtOnceGiveTheSameBytes) {
  std::vector<float> arguments = edges();
  auto check = [&](void (*many)(MutableFloats), float (*single)(float)) {
    std::vector<float> results = arguments;
    many(results);
    for (auto [x, y] : llvm::zip_equal(arguments, results))
      EXPECT_TRUE(sameBits(single(x), y)) << x;
  };
  check(floatExp, floatExp);
  check(floatLog, floatLog);
  check(floatErf, floatErf);
  check(floatTanh, floatTanh);
  check(floatSigmoid, floatSigmoid);
  check(floatRsqrt, floatRsqrt);
}
