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
};

/// `#qint.function`, and the grid of its argument: real = center + scale * x.
struct FunctionFit {
  llvm::SmallVector<int16_t> base, slope;
  double center = 0.0;
  double scale = 1.0;
  /// Largest difference to the real function over all x, in output steps, before
  /// the rounding to the output grid.
  double worstError = 0.0;
};

/// Fits 64 lines. Each is the one of least largest error (Chebyshev) among those
/// that integers can express. The interval of arguments is first cut where the
/// stored result no longer changes; then segments are laid so that kinks of the
/// function fall on their borders, if need be by making them up to twice as
/// wide.
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
