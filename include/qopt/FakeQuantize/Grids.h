#ifndef QOPT_FAKEQUANTIZE_GRIDS_H
#define QOPT_FAKEQUANTIZE_GRIDS_H

#include "mlir/Dialect/Quant/IR/QuantTypes.h"
#include "llvm/ADT/StringRef.h"

#include <optional>

namespace qopt {

/// How a grid is made from a range of real values.
///
/// All but `Affine` have their zero point at 128, or at 0 for ranges without
/// negative values, which then take all 255 steps; a is the larger of |min|, |max|.
enum class GridKind {
  Affine,     ///< the range onto all steps; the zero point is rounded
  Symmetric,  ///< [-a, a] onto the 254 steps around the zero point
  FullRange,  ///< [-a, a] onto all 255 steps
  PowerOfTwo, ///< as symmetric, the scale rounded up to a power of two
};

/// `affine`, `symmetric`, `full-range` or `power-of-two`.
std::optional<GridKind> parseGridKind(llvm::StringRef name);

/// A grid, and whether its scale had to be made larger than the range asks for
/// because it would have been no normal f32.
struct ActivationGrid {
  mlir::quant::UniformQuantizedType type;
  bool widened = false;
};

/// The grid of stored activations for the range [min, max], which is extended to
/// contain 0. 8 bits are unsigned; 16 bits are signed in [-32767, 32767] with
/// zero point 0, whatever `kind` says of it.
ActivationGrid makeActivationGrid(mlir::MLIRContext *context, double min, double max, unsigned bits,
                                  GridKind kind);

/// The grid of a value inside an epilogue: signed 16 bits, zero point 0, with
/// the larger end of [min, max] at 2^14, which leaves as much again above it.
ActivationGrid makeEpilogueGrid(mlir::MLIRContext *context, double min, double max);

/// The fixed grid of softmax results: u8, scale 1/256, zero point 0.
mlir::quant::UniformQuantizedType getUnitGrid(mlir::MLIRContext *context);

/// `grid`, made as `kind` says for a range that begins at `min`, with a scale of
/// at least `scale` instead of its own smaller one.
mlir::quant::UniformQuantizedType widenGrid(mlir::quant::UniformQuantizedType grid, double scale,
                                            double min, GridKind kind);

/// Weights: symmetric, signed `bits`, the extreme negative value unused; one
/// scale per slice of dimension `axis`.
mlir::quant::UniformQuantizedPerAxisType makeWeightGrid(mlir::MLIRContext *context,
                                                        llvm::ArrayRef<float> scales, unsigned bits,
                                                        int32_t axis);

/// The least f32 that is `value` or more and a normal number.
float roundUpToNormalFloat(double value);

} // namespace qopt

#endif // QOPT_FAKEQUANTIZE_GRIDS_H
