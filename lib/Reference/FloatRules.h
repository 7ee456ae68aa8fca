// Float operations whose C++ counterparts leave something open.

#ifndef QOPT_LIB_REFERENCE_FLOATRULES_H
#define QOPT_LIB_REFERENCE_FLOATRULES_H

#include <cmath>

namespace qopt::reference {

/// `arith.maximumf`: NaN wins, and +0.0 is larger than -0.0.
inline float maximum(float a, float b) {
  if (std::isnan(a) || std::isnan(b))
    return a + b;
  if (a == b)
    return std::signbit(a) ? b : a;
  return a > b ? a : b;
}

/// `arith.minimumf`: NaN wins, and -0.0 is smaller than +0.0.
inline float minimum(float a, float b) {
  if (std::isnan(a) || std::isnan(b))
    return a + b;
  if (a == b)
    return std::signbit(a) ? a : b;
  return a < b ? a : b;
}

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_FLOATRULES_H
