#ifndef QOPT_VECTORIZE_FIXEDPOINTBUILDER_H
#define QOPT_VECTORIZE_FIXEDPOINTBUILDER_H

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Value.h"

// The formulas of `qopt/Support/FixedPoint.h` as `arith` ops, on scalars or on
// vectors. Rounding terms that the accumulator already carries are not added.

namespace qopt {

/// An integer constant, or a float of integral value, of the type of `like` or
/// in each lane of it.
mlir::Value buildConstant(mlir::ImplicitLocOpBuilder &builder, mlir::Type type, int64_t value);

/// clamp(v, low, high), signed.
mlir::Value buildClamp(mlir::ImplicitLocOpBuilder &builder, mlir::Value value, int64_t low,
                       int64_t high);

/// `v` on 16 bits: i32 in, saturated, i16 out.
mlir::Value buildSaturate16(mlir::ImplicitLocOpBuilder &builder, mlir::Value value);

/// What an op promises of the shifts of `fixed16`.
struct ShiftBounds {
  int32_t least, greatest;
  /// Shifts to the left keep within 32 bits.
  bool exact;

  template <typename Op>
  explicit ShiftBounds(Op op)
      : least(op.getLeastShift()), greatest(op.getGreatestShift()), exact(op.getExactShifts()) {}
};

/// A `fixed16` accumulator that carries its rounding term, shifted: what saturates to t.
mlir::Value buildShift(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                       mlir::Value shift, const ShiftBounds &bounds);

/// t of `fixed16`, i16.
mlir::Value buildShiftTo16(mlir::ImplicitLocOpBuilder &builder, mlir::Value accumulator,
                           mlir::Value shift, const ShiftBounds &bounds);

/// (lhs * rhs) >> 16 of i16 values: the upper half of the product.
mlir::Value buildMultiplyHigh16(mlir::ImplicitLocOpBuilder &builder, mlir::Value lhs,
                                mlir::Value rhs);

/// x, the argument of an epilogue function: clamp((t * m + 2^14) >> 15), i16.
mlir::Value buildFunctionArgument16(mlir::ImplicitLocOpBuilder &builder, mlir::Value t,
                                    mlir::Value multiplier);

/// Base and slope of a function's segments, i16 like the numbers of the segments.
using SegmentReader = llvm::function_ref<std::pair<mlir::Value, mlir::Value>(mlir::Value segment)>;

/// p = base[i] + ((slope[i] * (f << 8)) >> 16).
mlir::Value buildFunction16(mlir::ImplicitLocOpBuilder &builder, mlir::Value x,
                            SegmentReader readSegments);

/// a + b saturated to 16 bits.
mlir::Value buildAddSaturate16(mlir::ImplicitLocOpBuilder &builder, mlir::Value lhs,
                               mlir::Value rhs);

/// q, an 8-bit residual operand in units of p, i16.
mlir::Value buildResidual16(mlir::ImplicitLocOpBuilder &builder, mlir::Value residual,
                            int32_t zeroPoint, int32_t multiplier, int32_t shift);

/// The stored byte from p: clamp((p + zero_point * 2^g + 2^(g-1)) >> g), the sum
/// saturated where `saturate` is set (without it |p| must be at most 2^14).
mlir::Value buildFinishFixed16(mlir::ImplicitLocOpBuilder &builder, mlir::Value p,
                               int32_t zeroPoint, int32_t low, int32_t high, int32_t fractionBits,
                               bool saturate);

/// clamp(v, low, high) narrowed to unsigned bytes.
mlir::Value buildClampToByte(mlir::ImplicitLocOpBuilder &builder, mlir::Value value, int32_t low,
                             int32_t high);

} // namespace qopt

#endif // QOPT_VECTORIZE_FIXEDPOINTBUILDER_H
