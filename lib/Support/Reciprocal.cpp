#include "qopt/Support/Reciprocal.h"

#include "qopt/Support/FixedPoint.h"

using namespace qopt;

// Quotients of larger and smaller scales meet the ends of the range of floats, where
// products lose bits and need not grow with x.
static constexpr float kSmallestScale = 0x1p-64f, kLargestScale = 0x1p+64f;

float Reciprocal::multiply(float x) const {
  return low == 0.0f ? x * high : std::fma(x, high, x * low);
}

/// The smallest float whose quotient by `scale` rounds to more than `step`.
static float findThreshold(float scale, int32_t step) {
  auto isAbove = [&](float x) { return roundEven(x / scale) > static_cast<float>(step); };
  auto x = static_cast<float>((step + 0.5) * scale);
  while (!isAbove(x))
    x = std::nextafter(x, HUGE_VALF);
  while (isAbove(std::nextafter(x, -HUGE_VALF)))
    x = std::nextafter(x, -HUGE_VALF);
  return x;
}

std::optional<Reciprocal> qopt::findReciprocal(float scale, int32_t min, int32_t max) {
  if (!(scale >= kSmallestScale && scale <= kLargestScale))
    return std::nullopt;
  Reciprocal reciprocal;
  reciprocal.high = 1.0f / scale;
  // What is missing of the quotient is a multiple of what is missing of the dividend, which
  // one fused operation gives without rounding.
  reciprocal.low = std::fma(-reciprocal.high, scale, 1.0f) / scale;
  auto round = [&](float x) { return roundEven(reciprocal.multiply(x)); };
  for (int32_t step = min; step < max; ++step) {
    float above = findThreshold(scale, step), below = std::nextafter(above, -HUGE_VALF);
    if (round(above) <= static_cast<float>(step) || round(below) > static_cast<float>(step))
      return std::nullopt;
  }
  return reciprocal;
}
