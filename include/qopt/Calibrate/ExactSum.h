#ifndef QOPT_CALIBRATE_EXACTSUM_H
#define QOPT_CALIBRATE_EXACTSUM_H

#include "llvm/ADT/ArrayRef.h"

#include <array>
#include <cstdint>

namespace qopt {

/// The exact sum of f32 values: a fixed-point number wide enough that no
/// addition ever rounds, so that the result does not depend on the order of the
/// terms. (The "long accumulator" of U. Kulisch, "Computer Arithmetic and
/// Validity", chapter 8, for f32.)
///
/// The number is a two's complement integer of `numLimbs` 64-bit limbs, the
/// least significant one first, in units of 2^-149 (the smallest subnormal
/// f32). A value is less than 2^277 units and 2^64 of them stay below 2^341, so
/// the 384 bits never overflow. Equal sums have equal limbs.
class ExactSum {
public:
  static constexpr unsigned numLimbs = 6;
  /// The exponent of the unit.
  static constexpr int unitExponent = -149;
  static constexpr int maxExponent = 160;

  ExactSum() = default;
  explicit ExactSum(const std::array<uint64_t, numLimbs> &limbs) : limbs(limbs) {}

  /// Adds an f32, or another multiple of 2^-149 below 2^`maxExponent`.
  void add(double value);

  /// Adds the terms that `other` has summed.
  void add(const ExactSum &other);

  /// The sum, rounded once to the nearest double (ties to even).
  double toDouble() const;

  llvm::ArrayRef<uint64_t> getLimbs() const { return limbs; }

  bool operator==(const ExactSum &other) const { return limbs == other.limbs; }

private:
  std::array<uint64_t, numLimbs> limbs{};
};

} // namespace qopt

#endif // QOPT_CALIBRATE_EXACTSUM_H
