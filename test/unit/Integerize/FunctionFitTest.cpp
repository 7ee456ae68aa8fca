#include "qopt/Integerize/FunctionFit.h"

#include "qopt/FakeQuantize/Grids.h"
#include "qopt/Support/FixedPoint.h"
#include "gtest/gtest.h"

#include <cmath>

using namespace qopt;

namespace {

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }
double silu(double x) { return x * sigmoid(x); }
double gelu(double x) { return 0.5 * x * (1.0 + std::erf(x * std::sqrt(0.5))); }
double hardSigmoid(double x) { return std::clamp(x / 6.0 + 0.5, 0.0, 1.0); }
double hardSwish(double x) { return x * hardSigmoid(x); }
double leakyRelu(double x) { return x > 0 ? x : 0.1 * x; }
double relu(double x) { return std::max(x, 0.0); }
double mish(double x) { return x * std::tanh(std::log1p(std::exp(x))); }
double elu(double x) { return x > 0 ? x : std::expm1(x); }

/// The largest error that any function may have, in output steps.
constexpr double kTolerance = 0.05;

/// What the integer program computes at every x, and for arguments beyond the
/// first and the last x, against the real function: the largest difference in
/// output steps, before the rounding to the grid.
double measure(const FunctionFit &fit, const FunctionProblem &problem) {
  double worst = 0.0;
  auto compare = [&](int32_t x, double argument) {
    double p = std::ldexp(applyFunction16(x, fit.base, fit.slope), -problem.fractionBits);
    double exact = problem.function(argument) / problem.outputScale;
    if (!problem.hasResidual) {
      p = std::clamp(p, problem.clampMin, problem.clampMax);
      exact = std::clamp(exact, problem.clampMin, problem.clampMax);
    }
    worst = std::max(worst, std::fabs(p - exact));
  };
  constexpr int32_t first = -(1 << 14), last = (1 << 14) - 1;
  for (int32_t x = first; x <= last; ++x)
    compare(x, fit.center + fit.scale * x);
  constexpr int samples = 10000;
  for (int i = 0; i <= samples; ++i) {
    double argument = problem.min + (problem.max - problem.min) * i / samples;
    double x = (argument - fit.center) / fit.scale;
    if (x < first || x > last + 1)
      compare(x < first ? first : last, argument);
  }
  return worst;
}

/// The problem of storing `function` on the u8 grid of its own values over
/// [min, max], where the 16-bit grid reaches as far on both sides.
FunctionProblem makeProblem(llvm::function_ref<double(double)> function, double min, double max) {
  double low = 0.0, high = 0.0;
  for (int i = 0; i <= 10000; ++i) {
    double y = function(min + (max - min) * i / 10000);
    low = std::min(low, y);
    high = std::max(high, y);
  }
  Grid grid = gridForRange(low, high, 0, 255);
  double limit = std::max(-min, max);
  return {function,
          -limit,
          limit,
          grid.scale,
          static_cast<double>(-grid.zeroPoint),
          static_cast<double>(255 - grid.zeroPoint)};
}

struct Case {
  const char *name;
  double (*function)(double);
};

const Case cases[] = {{"relu", relu},
                      {"leaky relu", leakyRelu},
                      {"hard-sigmoid", hardSigmoid},
                      {"hard-swish", hardSwish},
                      {"silu", silu},
                      {"gelu", gelu},
                      {"elu", elu},
                      {"mish", mish},
                      {"tanh", [](double x) { return std::tanh(x); }},
                      {"sigmoid", sigmoid}};

// Every usual function over every usual range is within the tolerance at all x,
// and the error that the fit reports covers what the arithmetic does.
TEST(FunctionFitTest, UsualFunctionsAreWithinTheTolerance) {
  const std::pair<double, double> ranges[] = {{-1, 1},  {-3, 3},     {-6, 6},     {-4, 8},
                                              {-8, 12}, {-12, 10},   {-2, 15},    {-20, 12},
                                              {-6, 8},  {-3.7, 3.1}, {-37.1, 4.4}};
  for (const Case &c : cases) {
    double worst = 0.0;
    for (auto [min, max] : ranges) {
      FunctionProblem problem = makeProblem(c.function, min, max);
      FunctionFit fit = fitFunction(problem);
      double measured = measure(fit, problem);
      worst = std::max(worst, measured);
      EXPECT_LE(measured, kTolerance) << c.name << " on [" << min << ", " << max << "]";
      EXPECT_LE(measured, fit.worstError + 1e-9) << c.name;
      EXPECT_LE(fit.worstError, kTolerance) << c.name;
    }
    printf("%-14s worst error %.4f output steps\n", c.name, worst);
  }
}

// A piecewise linear function with kinks on segment borders is exact but for the
// rounding of base and slope, half a unit each.
TEST(FunctionFitTest, KinksFallOnBorders) {
  for (double kink : {0.0, 0.7, -1.3}) {
    auto function = [&](double x) { return x > kink ? 2 * (x - kink) : 0.25 * (x - kink); };
    FunctionProblem problem = makeProblem(function, -3.0, 2.0);
    EXPECT_LE(measure(fitFunction(problem), problem), 1.0 / 32) << kink;
  }
}

// Kinks are found to many digits, smooth bends are none.
TEST(FunctionFitTest, FindsKinks) {
  llvm::SmallVector<double> kinks = findKinks(hardSwish, -8.0, 8.0);
  ASSERT_EQ(kinks.size(), 2u);
  EXPECT_NEAR(kinks[0], -3.0, 1e-6);
  EXPECT_NEAR(kinks[1], 3.0, 1e-6);
  EXPECT_TRUE(findKinks(silu, -8.0, 8.0).empty());
  EXPECT_TRUE(findKinks([](double x) { return std::tanh(x); }, -4.0, 4.0).empty());
}

// Where the function has saturated, the segments are not wasted.
TEST(FunctionFitTest, CutsTheRangeWhereNothingChanges) {
  FunctionProblem problem = makeProblem(sigmoid, -1000.0, 1000.0);
  auto [min, max] = findEffectiveRange(problem);
  EXPECT_GT(min, -15.0);
  EXPECT_LT(max, 15.0);
  EXPECT_LE(measure(fitFunction(problem), problem), kTolerance);
}

// A jump between two flat tails: nothing is narrower than arguments can tell apart.
TEST(FunctionFitTest, JumpsAreNotCutOut) {
  auto function = [](double x) { return std::pow(x, -0.75); };
  FunctionProblem problem = {function, -1.0008, 1.0008, 1.0f / 255, 0.0, 255.0};
  problem.argumentStep = 1e-8;
  FunctionFit fit = fitFunction(problem);
  EXPECT_GE(fit.scale * kFunctionSegments * kFunctionSegmentSize, 2 * problem.argumentStep);
}

// An argument that the grid clamps: 1000 steps of x beyond the result's range.
TEST(FunctionFitTest, ResultsBeyondTheClampNeedNoPrecision) {
  FunctionProblem problem = {leakyRelu, -100.0, 100.0, 0.02f, -100.0, 155.0};
  FunctionFit fit = fitFunction(problem);
  EXPECT_LE(measure(fit, problem), kTolerance);
}

// With a residual behind it the function is not clamped: a negative value may
// come back into the range.
TEST(FunctionFitTest, ResidualsSeeTheWholeFunction) {
  for (const Case &c : cases) {
    for (auto [min, max] : {std::pair(-6.0, 6.0), {-6.0, 8.0}, {-3.7, 3.1}, {-20.2, 15.9}}) {
      FunctionProblem problem = makeProblem(c.function, min, max);
      problem.hasResidual = true;
      problem.clampMin = 0.0;
      FunctionFit fit = fitFunction(problem);
      EXPECT_LE(measure(fit, problem), kTolerance)
          << c.name << " on [" << min << ", " << max << "]";
    }
  }
}

// Poles, NaN and constants give a function, not a crash, and none that leaves
// 16 bits.
TEST(FunctionFitTest, AnyFunctionGivesSegments) {
  double (*functions[])(double) = {
      [](double x) { return 1.0 / x; },         [](double x) { return std::log(x); },
      [](double x) { return std::exp(x * x); }, [](double) { return 1.0; },
      [](double) { return std::nan(""); },      [](double x) { return std::floor(x * 10); }};
  for (auto *function : functions) {
    FunctionProblem problem = {function, -5.0, 5.0, 0.01f, -128.0, 127.0};
    FunctionFit fit = fitFunction(problem);
    ASSERT_EQ(fit.base.size(), size_t(kFunctionSegments));
    ASSERT_EQ(fit.slope.size(), size_t(kFunctionSegments));
    EXPECT_TRUE(std::isfinite(fit.center) && fit.scale > 0.0);
    for (int i = 0; i < kFunctionSegments; ++i) {
      int32_t end = fit.base[i] + interpolate16(fit.slope[i], kFunctionSegmentSize - 1);
      EXPECT_TRUE(end >= INT16_MIN && end <= INT16_MAX);
    }
  }
}

} // namespace
