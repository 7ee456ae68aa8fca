#ifndef QOPT_INTEGERIZE_FUNCTIONFIT_H
#define QOPT_INTEGERIZE_FUNCTIONFIT_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>

namespace qopt {

/// A real function that an epilogue is to compute on 16 bits, and the grid that
/// its results are stored on.
struct FunctionProblem {
  llvm::function_ref<double(double)> function;
  /// The arguments that matter; values outside need not be exact.
  double min, max;
  float outputScale;
  /// Results beyond these distances from the zero point, in output steps, are
  /// clamped. With a residual behind the function nothing is clamped before it.
  double clampMin, clampMax;
  bool hasResidual = false;
  int fractionBits = 5;
  /// The step between arguments: all segments together are no narrower than two.
  double argumentStep = 0.0;
};

/// `#qint.function`, and the grid of its argument: real = center + scale * x.
struct FunctionFit {
  llvm::SmallVector<int16_t> base, slope;
  double center = 0.0;
  double scale = 1.0;
  /// Largest difference to the real function over all x, and over arguments
  /// between the given ends that are beyond the first and the last x, in output
  /// steps, before the rounding to the output grid.
  double worstError = 0.0;
};

/// Fits the line of each segment. It is the one of least largest error (Chebyshev)
/// among those that integers can express. Placements of the segments are tried: the
/// interval of arguments is cut where the stored result hardly changes any more,
/// and kinks of the function are brought to the borders of segments, if need be
/// by making them up to twice as wide.
///
/// What is left is the curvature: a line over a width w is |f''| w^2 / 16 off,
/// and the integers add up to one unit of p. The first placement that is not
/// much worse than that is taken.
FunctionFit fitFunction(const FunctionProblem &problem);

/// The interval inside [min, max] outside of which the function, clamped, stays
/// within `tolerance` output steps of its value at the nearer end.
std::pair<double, double> findEffectiveRange(const FunctionProblem &problem,
                                             double tolerance = 0.02);

/// Arguments strictly inside (min, max) where the slope jumps.
llvm::SmallVector<double> findKinks(llvm::function_ref<double(double)> function, double min,
                                    double max);

} // namespace qopt

#endif // QOPT_INTEGERIZE_FUNCTIONFIT_H
