#ifndef QOPT_TEST_UNIT_SUPPORT_FIXEDPOINTTESTUTILS_H
#define QOPT_TEST_UNIT_SUPPORT_FIXEDPOINTTESTUTILS_H

#include <algorithm>
#include <cstdint>

namespace qopt::test {

// The formulas of docs/Numerics.md without regard to width: nothing can overflow.
__extension__ typedef __int128 Wide;

inline Wide floorDivide(Wide a, int shift) {
  Wide divisor = Wide(1) << shift;
  Wide quotient = a / divisor;
  return a % divisor < 0 ? quotient - 1 : quotient;
}

/// a * 2^-shift, half up.
inline Wide roundHalfUp(Wide a, int shift) {
  return shift > 0 ? floorDivide(a + (Wide(1) << (shift - 1)), shift) : a * (Wide(1) << -shift);
}

inline Wide clampWide(Wide v, Wide lo, Wide hi) { return v < lo ? lo : v > hi ? hi : v; }
inline Wide saturateWide16(Wide v) { return clampWide(v, -32768, 32767); }

/// Knuth's linear congruential generator.
class Random {
public:
  explicit Random(uint64_t seed) : state(seed) {}
  uint32_t next() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state >> 32);
  }
  /// In [low, high].
  int64_t between(int64_t low, int64_t high) {
    uint64_t bits = uint64_t(next()) << 32 | next();
    return low + static_cast<int64_t>(bits % (static_cast<uint64_t>(high - low) + 1));
  }
  /// In [0, 1).
  double unit() { return next() * 0x1p-32; }

private:
  uint64_t state;
};

} // namespace qopt::test

#endif // QOPT_TEST_UNIT_SUPPORT_FIXEDPOINTTESTUTILS_H
