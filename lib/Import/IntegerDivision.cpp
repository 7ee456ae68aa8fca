#include "IntegerDivision.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// The type in which `tosa.intdiv`, which knows i32 and i64, divides integers of
/// type `type`: one that holds all of them. Null if there is none.
Type getDivisionType(Type type) {
  unsigned width = type.getIntOrFloatBitWidth();
  bool isUnsigned = type.isUnsignedInteger();
  if (isUnsigned && width == 64)
    return Type();
  return IntegerType::get(type.getContext(), width + (isUnsigned ? 1 : 0) <= 32 ? 32 : 64);
}

} // namespace

bool qopt::onnx_import::isDivisible(Type type) { return static_cast<bool>(getDivisionType(type)); }

Value qopt::onnx_import::emitIntegerDiv(ImportBuilder &b, Value lhs, Value rhs) {
  Type type = getElementTypeOrSelf(lhs), wide = getDivisionType(type);
  return b.castTo(b.binary<tosa::IntDivOp>(b.castTo(lhs, wide), b.castTo(rhs, wide)), type);
}

Value qopt::onnx_import::emitIntegerMod(ImportBuilder &b, Value lhs, Value rhs,
                                        bool takesDividendSign) {
  Type type = getElementTypeOrSelf(lhs), wide = getDivisionType(type);
  lhs = b.castTo(lhs, wide);
  rhs = b.castTo(rhs, wide);
  Value quotient = b.binary<tosa::IntDivOp>(lhs, rhs);
  Value rest = b.binary<tosa::SubOp>(lhs, b.mul(quotient, rhs));
  Value zero = b.createScalarLike(0, rest);
  if (!takesDividendSign && !type.isUnsignedInteger()) {
    Value isBelow = b.compare<tosa::LogicalAndOp>(b.compare<tosa::GreaterOp>(zero, rest),
                                                  b.compare<tosa::GreaterOp>(rhs, zero));
    Value isAbove = b.compare<tosa::LogicalAndOp>(b.compare<tosa::GreaterOp>(rest, zero),
                                                  b.compare<tosa::GreaterOp>(zero, rhs));
    rest = b.select(b.compare<tosa::LogicalOrOp>(isBelow, isAbove),
                    b.binary<tosa::AddOp>(rest, rhs), rest);
  }
  return b.castTo(b.select(b.compare<tosa::EqualOp>(rhs, zero), zero, rest), type);
}

Value qopt::onnx_import::emitIntegerPow(ImportBuilder &b, Value lhs, Value rhs) {
  auto number = [&](int64_t value) { return b.createScalarLike(static_cast<double>(value), rhs); };
  Value zero = number(0), one = number(1), two = number(2);
  Value isNegative = b.compare<tosa::GreaterOp>(zero, rhs);
  Value exponent = b.select(isNegative, b.binary<tosa::SubOp>(zero, rhs), rhs);
  auto halve = [&](Value value) { return b.binary<tosa::IntDivOp>(value, two); };
  auto getBit = [&](Value value, Value half) {
    return b.binary<tosa::SubOp>(value, b.mul(half, two));
  };
  // Only 0, 1 and -1 have large powers; those of 1 and -1 go by the last bit.
  Value lastBit = getBit(exponent, halve(exponent));
  exponent = b.select(b.compare<tosa::GreaterOp>(exponent, number(63)),
                      b.binary<tosa::AddOp>(lastBit, number(62)), exponent);
  Value power = lhs, result;
  for (int bit = 0; bit < 6; ++bit) {
    Value half = halve(exponent);
    Value isSet = b.compare<tosa::EqualOp>(getBit(exponent, half), one);
    Value factor = b.select(isSet, power, one);
    result = result ? b.mul(result, factor) : factor;
    power = b.mul(power, power);
    exponent = half;
  }
  Value isUnit = b.compare<tosa::EqualOp>(b.mul(lhs, lhs), one);
  Value isFraction = b.compare<tosa::LogicalAndOp>(isNegative, b.unary<tosa::LogicalNotOp>(isUnit));
  return b.select(isFraction, zero, result);
}
