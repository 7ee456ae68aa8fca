#ifndef QOPT_LIB_SCHEDULE_MODELS_SCALARMATH_H
#define QOPT_LIB_SCHEDULE_MODELS_SCALARMATH_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "qopt/Dialect/QInt/QInt.h"

// Scalars in the bodies of pointwise computations. Vectorization turns each
// operation into one on vectors.
namespace qopt::schedule {

/// Zero point and bounds of a stored result, and the type that holds it.
struct StoredResult {
  mlir::Type type;
  int32_t zeroPoint, clampMin, clampMax;
};

inline mlir::Value createInteger(mlir::ImplicitLocOpBuilder &b, mlir::Type type, int64_t value) {
  return mlir::arith::ConstantOp::create(b, b.getIntegerAttr(type, value));
}
inline mlir::Value createFloat(mlir::ImplicitLocOpBuilder &b, float value) {
  return mlir::arith::ConstantOp::create(b, b.getF32FloatAttr(value));
}

/// `value`, a byte (unsigned) or a word (signed), as an integer of `type`.
mlir::Value createExtend(mlir::ImplicitLocOpBuilder &b, mlir::Type type, mlir::Value value);

/// f32(value - zeroPoint) for a stored integer, or for an accumulator.
mlir::Value createRealSteps(mlir::ImplicitLocOpBuilder &b, mlir::Value value, int32_t zeroPoint);

/// clamp(value, min, max) for f32 `value` that is not NaN.
mlir::Value createOrderedClamp(mlir::ImplicitLocOpBuilder &b, mlir::Value value, float min,
                               float max);

/// clamp(value + zero point), narrowed to the stored type; `value` is an i32 or
/// i64 in which the sum does not overflow.
mlir::Value createStore(mlir::ImplicitLocOpBuilder &b, mlir::Value value,
                        const StoredResult &result);

/// clamp(roundeven(value / scale) + zero point), NaN as 0: `qint.quantize`. Products
/// take the place of the division where they are proved to round alike.
mlir::Value createQuantize(mlir::ImplicitLocOpBuilder &b, mlir::Value value, float scale,
                           const StoredResult &result);

/// The rescale of the accumulator `acc` by entry 0 of `rescale`, rounding term
/// included.
mlir::Value createRescale(mlir::ImplicitLocOpBuilder &b, mlir::Value acc, qint::RescaleAttr rescale,
                          const StoredResult &result);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_SCALARMATH_H
