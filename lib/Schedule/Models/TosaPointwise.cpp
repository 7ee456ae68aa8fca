#include "Models/Registration.h"
#include "Models/ScalarMath.h"
#include "Models/Tosa.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Schedule/BufferAssignment.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

/// Emits the scalar form of `op`.
template <typename Op> using ScalarForm = Value (*)(ImplicitLocOpBuilder &, Op, ValueRange);

/// Checks attributes that have no scalar form; most ops have none such.
template <typename Op> LogicalResult checkAttributes(Op op) {
  if constexpr (std::is_same_v<Op, tosa::ClampOp> || std::is_same_v<Op, tosa::MaximumOp> ||
                std::is_same_v<Op, tosa::MinimumOp>)
    return checkNaNMode(op, op.getNanMode());
  else if constexpr (std::is_same_v<Op, tosa::NegateOp>)
    return checkZeroPoints(op, {op.getInput1Zp(), op.getOutputZp()});
  else if constexpr (std::is_same_v<Op, tosa::MulOp>)
    return checkZeroPoints(op, {op.getShift()});
  else
    return success();
}

/// The first `count` operands are data.
template <typename Op, unsigned count, ScalarForm<Op> form>
struct PointwiseModel : SchedulableOpInterface::ExternalModel<PointwiseModel<Op, count, form>, Op> {
  LogicalResult schedule(Operation *operation, OpBuilder &, BufferAssignment &buffers) const {
    auto op = cast<Op>(operation);
    if (failed(checkAttributes(op)))
      return failure();
    SmallVector<PointwiseOperand> operands;
    for (Value operand : operation->getOperands().take_front(count))
      operands.emplace_back(operand);
    buffers.pointwise(op.getResult(), operands,
                      [op](OpBuilder &builder, Location loc, ValueRange scalars) {
                        ImplicitLocOpBuilder b(loc, builder);
                        return form(b, op, scalars);
                      });
    return success();
  }
};

bool isUnsigned(Value tensor) { return getElementTypeOrSelf(tensor).isUnsignedInteger(); }
bool isFloat(Value scalar) { return isa<FloatType>(scalar.getType()); }

template <typename Op, typename Float, typename Integer>
Value createBinary(ImplicitLocOpBuilder &b, Op, ValueRange s) {
  if (isFloat(s[0]))
    return Float::create(b, s[0], s[1]);
  return Integer::create(b, s[0], s[1]);
}

template <typename Op, typename Float, typename Signed, typename Unsigned>
Value createOrdered(ImplicitLocOpBuilder &b, Op op, ValueRange s) {
  if (isFloat(s[0]))
    return Float::create(b, s[0], s[1]);
  if (isUnsigned(op->getOperand(0)))
    return Unsigned::create(b, s[0], s[1]);
  return Signed::create(b, s[0], s[1]);
}

template <typename Op, arith::CmpFPredicate onFloats, arith::CmpIPredicate onSigned,
          arith::CmpIPredicate onUnsigned>
Value createCompare(ImplicitLocOpBuilder &b, Op op, ValueRange s) {
  if (isFloat(s[0]))
    return arith::CmpFOp::create(b, onFloats, s[0], s[1]);
  return arith::CmpIOp::create(b, isUnsigned(op->getOperand(0)) ? onUnsigned : onSigned, s[0],
                               s[1]);
}

template <typename Op, typename Scalar>
Value createUnary(ImplicitLocOpBuilder &b, Op, ValueRange s) {
  return Scalar::create(b, s[0]);
}

template <typename Op, typename Scalar>
Value createPlainBinary(ImplicitLocOpBuilder &b, Op, ValueRange s) {
  return Scalar::create(b, s[0], s[1]);
}

/// As the evaluator: x / 0 is 0, and x / -1 is 0 - x, which wraps. The division
/// itself, which traps on both, sees neither.
Value createIntDiv(ImplicitLocOpBuilder &b, tosa::IntDivOp, ValueRange s) {
  Value zero = createInteger(b, s[0].getType(), 0), one = createInteger(b, s[0].getType(), 1);
  Value isZero = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, s[1], zero);
  Value isMinusOne = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, s[1],
                                           createInteger(b, s[0].getType(), -1));
  Value isUnsafe = arith::OrIOp::create(b, isZero, isMinusOne);
  Value divisor = arith::SelectOp::create(b, isUnsafe, one, s[1]);
  Value quotient = arith::DivSIOp::create(b, s[0], divisor);
  Value negated = arith::SubIOp::create(b, zero, s[0]);
  quotient = arith::SelectOp::create(b, isMinusOne, negated, quotient);
  return arith::SelectOp::create(b, isZero, zero, quotient);
}

/// As the evaluator: amounts are unsigned, and those that shift out all bits are defined.
template <typename Op> Value createShift(ImplicitLocOpBuilder &b, Op op, ValueRange s) {
  Type type = s[0].getType();
  int64_t last = type.getIntOrFloatBitWidth() - 1;
  Value limit = createInteger(b, type, last);
  Value isInside = arith::CmpIOp::create(b, arith::CmpIPredicate::ule, s[1], limit);
  Value amount = arith::SelectOp::create(b, isInside, s[1], limit);
  bool isLeft = std::is_same_v<Op, tosa::LogicalLeftShiftOp>;
  if (!isLeft && !isUnsigned(op->getOperand(0)))
    return arith::ShRSIOp::create(b, s[0], amount);
  Value shifted = isLeft ? arith::ShLIOp::create(b, s[0], amount).getResult()
                         : arith::ShRUIOp::create(b, s[0], amount).getResult();
  return arith::SelectOp::create(b, isInside, shifted, createInteger(b, type, 0));
}

Value createReciprocal(ImplicitLocOpBuilder &b, tosa::ReciprocalOp, ValueRange s) {
  return arith::DivFOp::create(b, createFloat(b, 1.0f), s[0]);
}

Value createLogicalNot(ImplicitLocOpBuilder &b, tosa::LogicalNotOp, ValueRange s) {
  return arith::XOrIOp::create(b, s[0], createInteger(b, b.getI1Type(), 1));
}

Value createSelect(ImplicitLocOpBuilder &b, tosa::SelectOp, ValueRange s) {
  return arith::SelectOp::create(b, s[0], s[1], s[2]);
}

Value createNegate(ImplicitLocOpBuilder &b, tosa::NegateOp, ValueRange s) {
  if (isFloat(s[0]))
    return arith::NegFOp::create(b, s[0]);
  return arith::SubIOp::create(b, createInteger(b, s[0].getType(), 0), s[0]);
}

Value createAbs(ImplicitLocOpBuilder &b, tosa::AbsOp, ValueRange s) {
  if (isFloat(s[0]))
    return math::AbsFOp::create(b, s[0]);
  return math::AbsIOp::create(b, s[0]);
}

Value createClamp(ImplicitLocOpBuilder &b, tosa::ClampOp op, ValueRange s) {
  Type type = s[0].getType();
  if (auto min = dyn_cast<FloatAttr>(op.getMinVal())) {
    Value low = arith::ConstantOp::create(b, min);
    Value high = arith::ConstantOp::create(b, cast<FloatAttr>(op.getMaxVal()));
    return arith::MinimumFOp::create(b, arith::MaximumFOp::create(b, s[0], low), high);
  }
  auto constant = [&](Attribute bound) -> Value {
    APInt value = cast<IntegerAttr>(bound).getValue();
    return arith::ConstantOp::create(b, b.getIntegerAttr(type, value));
  };
  Value low = constant(op.getMinVal()), high = constant(op.getMaxVal());
  if (isUnsigned(op.getInput()))
    return arith::MinUIOp::create(b, arith::MaxUIOp::create(b, s[0], low), high);
  return arith::MinSIOp::create(b, arith::MaxSIOp::create(b, s[0], low), high);
}

/// f32 to integers: rounded to nearest even, saturated, NaN becomes 0.
Value createFloatToInteger(ImplicitLocOpBuilder &b, Value value, Type type, bool isUnsigned) {
  unsigned width = type.getIntOrFloatBitWidth();
  APInt min = isUnsigned ? APInt::getMinValue(width) : APInt::getSignedMinValue(width);
  APInt max = isUnsigned ? APInt::getMaxValue(width) : APInt::getSignedMaxValue(width);
  // 2^k, the first value too large, is a float where the largest may be none.
  float limit = std::ldexp(1.0f, isUnsigned ? width : width - 1);
  Value rounded = math::RoundEvenOp::create(b, value);
  Value isHigh =
      arith::CmpFOp::create(b, arith::CmpFPredicate::OGE, rounded, createFloat(b, limit));
  Value isLow = arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, rounded,
                                      createFloat(b, isUnsigned ? 0.0f : -limit));
  Value isNaN = arith::CmpFOp::create(b, arith::CmpFPredicate::UNO, value, value);
  // The conversion is poison outside of the type: convert 0 there.
  Value isOutside = arith::OrIOp::create(b, arith::OrIOp::create(b, isHigh, isLow), isNaN);
  Value safe = arith::SelectOp::create(b, isOutside, createFloat(b, 0.0f), rounded);
  Type wide = b.getIntegerType(std::max(32u, width));
  Value integer = isUnsigned && width >= 32 ? arith::FPToUIOp::create(b, wide, safe).getResult()
                                            : arith::FPToSIOp::create(b, wide, safe).getResult();
  if (width < 32)
    integer = arith::TruncIOp::create(b, type, integer);
  auto bound = [&](const APInt &v) -> Value {
    return arith::ConstantOp::create(b, b.getIntegerAttr(type, v));
  };
  integer = arith::SelectOp::create(b, isLow, bound(min), integer);
  return arith::SelectOp::create(b, isHigh, bound(max), integer);
}

Value createCast(ImplicitLocOpBuilder &b, tosa::CastOp op, ValueRange s) {
  Type from = getElementTypeOrSelf(op.getInput()), to = getElementTypeOrSelf(op.getOutput());
  Value value = s[0];
  bool fromUnsigned = from.isUnsignedInteger() || from.isInteger(1);
  if (to.isInteger(1)) {
    if (from.isInteger(1))
      return value;
    if (isFloat(value))
      return arith::CmpFOp::create(b, arith::CmpFPredicate::UNE, value, createFloat(b, 0.0f));
    return arith::CmpIOp::create(b, arith::CmpIPredicate::ne, value,
                                 createInteger(b, value.getType(), 0));
  }
  Type stored = BufferAssignment::getStoredType(to);
  if (isFloat(value)) {
    if (stored == value.getType())
      return value;
    return createFloatToInteger(b, value, stored, to.isUnsignedInteger());
  }
  if (isa<FloatType>(stored)) {
    if (fromUnsigned)
      return arith::UIToFPOp::create(b, stored, value);
    return arith::SIToFPOp::create(b, stored, value);
  }
  unsigned fromWidth = value.getType().getIntOrFloatBitWidth();
  unsigned toWidth = stored.getIntOrFloatBitWidth();
  if (fromWidth == toWidth)
    return value;
  if (toWidth < fromWidth)
    return arith::TruncIOp::create(b, stored, value);
  if (fromUnsigned)
    return arith::ExtUIOp::create(b, stored, value);
  return arith::ExtSIOp::create(b, stored, value);
}

template <typename Op, unsigned count, ScalarForm<Op> form> void attach(MLIRContext &context) {
  Op::template attachInterface<PointwiseModel<Op, count, form>>(context);
}

void attachUnaryModels(MLIRContext &context) {
  attach<tosa::AbsOp, 1, createAbs>(context);
  attach<tosa::CeilOp, 1, createUnary<tosa::CeilOp, math::CeilOp>>(context);
  attach<tosa::FloorOp, 1, createUnary<tosa::FloorOp, math::FloorOp>>(context);
  attach<tosa::ExpOp, 1, createUnary<tosa::ExpOp, math::ExpOp>>(context);
  attach<tosa::LogOp, 1, createUnary<tosa::LogOp, math::LogOp>>(context);
  attach<tosa::ErfOp, 1, createUnary<tosa::ErfOp, math::ErfOp>>(context);
  attach<tosa::TanhOp, 1, createUnary<tosa::TanhOp, math::TanhOp>>(context);
  attach<tosa::RsqrtOp, 1, createUnary<tosa::RsqrtOp, math::RsqrtOp>>(context);
  attach<tosa::SigmoidOp, 1, createUnary<tosa::SigmoidOp, qint::VectorSigmoidOp>>(context);
  attach<tosa::ReciprocalOp, 1, createReciprocal>(context);
  attach<tosa::NegateOp, 1, createNegate>(context);
  attach<tosa::ClampOp, 1, createClamp>(context);
  attach<tosa::CastOp, 1, createCast>(context);
  attach<tosa::LogicalNotOp, 1, createLogicalNot>(context);
}

} // namespace

void schedule::attachTosaPointwiseModels(MLIRContext &context) {
  using FP = arith::CmpFPredicate;
  using IP = arith::CmpIPredicate;
  attachUnaryModels(context);
  attach<tosa::AddOp, 2, createBinary<tosa::AddOp, arith::AddFOp, arith::AddIOp>>(context);
  attach<tosa::SubOp, 2, createBinary<tosa::SubOp, arith::SubFOp, arith::SubIOp>>(context);
  attach<tosa::MulOp, 2, createBinary<tosa::MulOp, arith::MulFOp, arith::MulIOp>>(context);
  attach<tosa::IntDivOp, 2, createIntDiv>(context);
  attach<tosa::PowOp, 2, createPlainBinary<tosa::PowOp, math::PowFOp>>(context);
  attach<tosa::MaximumOp, 2,
         createOrdered<tosa::MaximumOp, arith::MaximumFOp, arith::MaxSIOp, arith::MaxUIOp>>(
      context);
  attach<tosa::MinimumOp, 2,
         createOrdered<tosa::MinimumOp, arith::MinimumFOp, arith::MinSIOp, arith::MinUIOp>>(
      context);
  attach<tosa::GreaterOp, 2, createCompare<tosa::GreaterOp, FP::OGT, IP::sgt, IP::ugt>>(context);
  attach<tosa::GreaterEqualOp, 2, createCompare<tosa::GreaterEqualOp, FP::OGE, IP::sge, IP::uge>>(
      context);
  attach<tosa::EqualOp, 2, createCompare<tosa::EqualOp, FP::OEQ, IP::eq, IP::eq>>(context);
  attach<tosa::BitwiseAndOp, 2, createPlainBinary<tosa::BitwiseAndOp, arith::AndIOp>>(context);
  attach<tosa::BitwiseOrOp, 2, createPlainBinary<tosa::BitwiseOrOp, arith::OrIOp>>(context);
  attach<tosa::BitwiseXorOp, 2, createPlainBinary<tosa::BitwiseXorOp, arith::XOrIOp>>(context);
  attach<tosa::LogicalLeftShiftOp, 2, createShift<tosa::LogicalLeftShiftOp>>(context);
  attach<tosa::ArithmeticRightShiftOp, 2, createShift<tosa::ArithmeticRightShiftOp>>(context);
  attach<tosa::LogicalAndOp, 2, createPlainBinary<tosa::LogicalAndOp, arith::AndIOp>>(context);
  attach<tosa::LogicalOrOp, 2, createPlainBinary<tosa::LogicalOrOp, arith::OrIOp>>(context);
  attach<tosa::LogicalXorOp, 2, createPlainBinary<tosa::LogicalXorOp, arith::XOrIOp>>(context);
  attach<tosa::SelectOp, 3, createSelect>(context);
}
