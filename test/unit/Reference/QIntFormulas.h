// The formulas of `#qint.rescale` and of epilogues, written down once more in
// 128-bit integers, where nothing wraps or overflows.

#ifndef QOPT_TEST_UNIT_REFERENCE_QINTFORMULAS_H
#define QOPT_TEST_UNIT_REFERENCE_QINTFORMULAS_H

#include <algorithm>
#include <cfenv>
#include <cmath>
#include <cstdint>

namespace qopt::reference {

using Wide = __int128;

inline Wide power2(int exponent) { return Wide(1) << exponent; }

/// floor(v / 2^shift)
inline Wide floorShift(Wide v, int shift) {
  Wide divisor = power2(shift), quotient = v / divisor;
  return v % divisor < 0 ? quotient - 1 : quotient;
}

inline Wide limit(Wide v, Wide low, Wide high) { return std::min(std::max(v, low), high); }
inline Wide limit16(Wide v) { return limit(v, -32768, 32767); }

/// Zero point and bounds of a stored result.
struct Bounds {
  int32_t zeroPoint, low, high;
};

inline Wide narrow16(Wide acc, int s) {
  return s > 0 ? limit16(floorShift(acc + power2(s - 1), s)) : limit16(limit16(acc) * power2(-s));
}

inline int64_t fixed16(Wide acc, Wide m, int s, Bounds b, int g = 5) {
  Wide p = floorShift(narrow16(acc, s) * m, 16);
  return limit(floorShift(p + b.zeroPoint * power2(g) + power2(g - 1), g), b.low, b.high);
}

inline int64_t fixed32(Wide acc, Wide m, int s, Bounds b) {
  return limit(floorShift(acc * m + power2(s - 1), s) + b.zeroPoint, b.low, b.high);
}

inline int64_t fixed32DoubleRound(Wide acc, Wide m, int s, Bounds b) {
  Wide sum = acc * m + power2(s - 1);
  if (s > 31)
    sum += acc >= 0 ? power2(30) : -power2(30);
  return limit(floorShift(sum, s) + b.zeroPoint, b.low, b.high);
}

/// Rounds to nearest even what is already exact in double.
inline double roundTiesToEven(double v) {
  double down = std::floor(v), rest = v - down;
  if (rest != 0.5)
    return rest < 0.5 ? down : down + 1;
  return std::fmod(down, 2) == 0 ? down : down + 1;
}

/// The float product is rounded once, to f32; everything behind it is exact.
inline int64_t float32(int64_t acc, float scale, Bounds b) {
  volatile float factor = static_cast<float>(acc);
  volatile float product = factor * scale;
  double q = roundTiesToEven(product) + b.zeroPoint;
  return static_cast<int64_t>(std::min<double>(std::max<double>(q, b.low), b.high));
}

} // namespace qopt::reference

#endif // QOPT_TEST_UNIT_REFERENCE_QINTFORMULAS_H
