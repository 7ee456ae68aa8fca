#include "Models/ScalarMath.h"

#include "qopt/Dialect/QInt/ConstantBuffers.h"
#include "qopt/Support/FixedPoint.h"
#include "qopt/Support/Reciprocal.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

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

/// The float that rounds to `step` steps of `scale`, whichever way it is divided.
static float getDividend(int32_t step, float scale) { return static_cast<float>(step) * scale; }

/// `Reciprocal::multiply`.
static Value createProduct(ImplicitLocOpBuilder &b, Value value, const Reciprocal &reciprocal) {
  Value high = createFloat(b, reciprocal.high);
  if (reciprocal.low == 0.0f)
    return arith::MulFOp::create(b, value, high);
  Value low = arith::MulFOp::create(b, value, createFloat(b, reciprocal.low));
  return math::FmaOp::create(b, value, high, low);
}

Value schedule::createQuantize(ImplicitLocOpBuilder &b, Value value, float scale,
                               const StoredResult &result) {
  // Zero point and bounds in steps from 0.
  int32_t min = result.clampMin - result.zeroPoint, max = result.clampMax - result.zeroPoint;
  // A comparison with 0 takes NaN to it.
  if (min != 0) {
    Value isNumber = arith::CmpFOp::create(b, arith::CmpFPredicate::ORD, value, value);
    value = arith::SelectOp::create(b, isNumber, value, createFloat(b, 0.0f));
  }
  if (std::optional<Reciprocal> reciprocal = findReciprocal(scale, min, max)) {
    // Limited first: products of infinities could be NaN.
    value = createOrderedClamp(b, value, getDividend(min, scale), getDividend(max, scale));
    value = createProduct(b, value, *reciprocal);
  } else {
    value = arith::DivFOp::create(b, value, createFloat(b, scale));
    value = createOrderedClamp(b, value, min, max);
  }
  // Floats from 2^23 to 2^24 are integers: the sum rounds, ties to even, and its low bits
  // count from those of 1.5 * 2^23, which are 0.
  value = arith::AddFOp::create(b, value, createFloat(b, 0x1.8p+23f));
  value = arith::BitcastOp::create(b, b.getI32Type(), value);
  value = arith::TruncIOp::create(b, result.type, value);
  if (result.zeroPoint == 0)
    return value;
  APInt zeroPoint(32, static_cast<uint32_t>(result.zeroPoint));
  unsigned bits = result.type.getIntOrFloatBitWidth();
  Value added = arith::ConstantOp::create(b, b.getIntegerAttr(result.type, zeroPoint.trunc(bits)));
  return arith::AddIOp::create(b, value, added);
}

Value schedule::createRescale(ImplicitLocOpBuilder &b, Value acc, qint::RescaleAttr rescale,
                              const StoredResult &result) {
  Value multiplier, shift, scale;
  int32_t least = qint::kLeastShift, greatest = qint::kGreatestShift;
  if (rescale.getMode() == qint::RescaleMode::Float32) {
    scale = createFloat(b, rescale.getScales()[0]);
  } else {
    bool isFixed16 = rescale.getMode() == qint::RescaleMode::Fixed16;
    int32_t s = rescale.getShifts()[0];
    if (isFixed16)
      least = greatest = s;
    if (isFixed16 && s > 0)
      acc = arith::AddIOp::create(b, acc, createInteger(b, acc.getType(), roundingTerm(s)));
    multiplier =
        createInteger(b, isFixed16 ? b.getI16Type() : b.getI32Type(), rescale.getMultipliers()[0]);
    shift = createInteger(b, b.getI32Type(), s);
  }
  return qint::VectorRescaleOp::create(b, result.type, acc, multiplier, shift, scale,
                                       rescale.getMode(), /*fraction_bits=*/5, result.zeroPoint,
                                       result.clampMin, result.clampMax, least, greatest);
}
