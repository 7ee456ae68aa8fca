#ifndef QOPT_SUPPORT_RECIPROCAL_H
#define QOPT_SUPPORT_RECIPROCAL_H

#include <cstdint>
#include <optional>

namespace qopt {

/// 1 / scale as the sum of two floats: `high` is the nearest one, `low` the nearest one
/// to what is missing, 0 where nothing is.
struct Reciprocal {
  float high, low;

  /// x / scale. Correctly rounded except for few pairs of x and scale (Brisebarre, Muller
  /// and Raina, "Accelerating correctly rounded floating-point division when the divisor
  /// is known in advance", IEEE Transactions on Computers 53(8), 2004).
  float multiply(float x) const;
};

/// The reciprocal of `scale`, if for each float x from f32(min * scale) to
/// f32(max * scale) roundeven(multiply(x)) is proved to be roundeven(x / scale).
///
/// Both grow with x, so that it is enough to compare them on the two floats where the
/// quotient passes from one integer to the next. `min` and `max` lie within +-2^16.
std::optional<Reciprocal> findReciprocal(float scale, int32_t min, int32_t max);

} // namespace qopt

#endif // QOPT_SUPPORT_RECIPROCAL_H
