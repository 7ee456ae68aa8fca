#include "Models/ScalarMath.h"

#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;

Value schedule::createExtend(ImplicitLocOpBuilder &b, Type type, Value value) {
  if (value.getType() == type)
    return value;
  if (value.getType().isInteger(8))
    return arith::ExtUIOp::create(b, type, value);
  return arith::ExtSIOp::create(b, type, value);
}

Value schedule::createRealSteps(ImplicitLocOpBuilder &b, Value value, int32_t zeroPoint) {
  Type type = value.getType().isInteger(64) ? value.getType() : b.getI32Type();
  value = createExtend(b, type, value);
  if (zeroPoint != 0)
    value = arith::SubIOp::create(b, value, createInteger(b, type, zeroPoint));
  return arith::SIToFPOp::create(b, b.getF32Type(), value);
}

Value schedule::createOrderedClamp(ImplicitLocOpBuilder &b, Value value, float min, float max) {
  // Comparison and selection become one minimum or maximum instruction; the
  // IEEE forms would take several for NaN.
  Value low = createFloat(b, min), high = createFloat(b, max);
  Value isAbove = arith::CmpFOp::create(b, arith::CmpFPredicate::OGT, value, low);
  value = arith::SelectOp::create(b, isAbove, value, low);
  Value isBelow = arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, value, high);
  return arith::SelectOp::create(b, isBelow, value, high);
}

Value schedule::createStore(ImplicitLocOpBuilder &b, Value value, const StoredResult &result) {
  Type type = value.getType();
  if (result.zeroPoint != 0)
    value = arith::AddIOp::create(b, value, createInteger(b, type, result.zeroPoint));
  value = arith::MaxSIOp::create(b, value, createInteger(b, type, result.clampMin));
  value = arith::MinSIOp::create(b, value, createInteger(b, type, result.clampMax));
  return arith::TruncIOp::create(b, result.type, value);
}

Value schedule::createQuantize(ImplicitLocOpBuilder &b, Value value, Value scale,
                               const StoredResult &result) {
  if (scale)
    value = arith::DivFOp::create(b, value, scale);
  Value isNumber = arith::CmpFOp::create(b, arith::CmpFPredicate::ORD, value, value);
  value = arith::SelectOp::create(b, isNumber, value, createFloat(b, 0.0f));
  value = math::RoundEvenOp::create(b, value);
  // Where the sum rounds it is far outside of the bounds; these keep the
  // conversion in range, which is poison outside.
  if (result.zeroPoint != 0)
    value = arith::AddFOp::create(b, value, createFloat(b, result.zeroPoint));
  value = createOrderedClamp(b, value, result.clampMin, result.clampMax);
  value = arith::FPToSIOp::create(b, b.getI32Type(), value);
  return arith::TruncIOp::create(b, result.type, value);
}

Value schedule::createRescale(ImplicitLocOpBuilder &b, Value acc, qint::RescaleAttr rescale,
                              const StoredResult &result) {
  Value multiplier, shift, scale;
  if (rescale.getMode() == qint::RescaleMode::Float32) {
    scale = createFloat(b, rescale.getScales()[0]);
  } else {
    bool isFixed16 = rescale.getMode() == qint::RescaleMode::Fixed16;
    int32_t s = rescale.getShifts()[0];
    if (isFixed16 && s > 0)
      acc = arith::AddIOp::create(b, acc, createInteger(b, acc.getType(), roundingTerm(s)));
    multiplier =
        createInteger(b, isFixed16 ? b.getI16Type() : b.getI32Type(), rescale.getMultipliers()[0]);
    shift = createInteger(b, b.getI32Type(), s);
  }
  return qint::VectorRescaleOp::create(b, result.type, acc, multiplier, shift, scale,
                                       rescale.getMode(), /*fraction_bits=*/5, result.zeroPoint,
                                       result.clampMin, result.clampMax);
}
