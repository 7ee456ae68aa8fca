#include "qopt/Vectorize/FixedPointBuilder.h"

#include "KernelBuilder.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;

namespace {

Type retype(ImplicitLocOpBuilder &builder, Value value, unsigned bits) {
  return withElementType(value.getType(), builder.getIntegerType(bits));
}

Value signExtend(ImplicitLocOpBuilder &builder, Value value, unsigned bits) {
  return arith::ExtSIOp::create(builder, retype(builder, value, bits), value);
}

Value truncate(ImplicitLocOpBuilder &builder, Value value, unsigned bits) {
  return arith::TruncIOp::create(builder, retype(builder, value, bits), value);
}

Value shiftRight(ImplicitLocOpBuilder &builder, Value value, int64_t amount) {
  return arith::ShRSIOp::create(builder, value, buildConstant(builder, value.getType(), amount));
}

Value add(ImplicitLocOpBuilder &builder, Value value, int64_t amount) {
  if (amount == 0)
    return value;
  return arith::AddIOp::create(builder, value, buildConstant(builder, value.getType(), amount));
}

} // namespace

Value qopt::buildConstant(ImplicitLocOpBuilder &builder, Type type, int64_t value) {
  Type element = getElementTypeOrSelf(type);
  TypedAttr attr = isa<FloatType>(element)
                       ? TypedAttr(builder.getFloatAttr(element, static_cast<double>(value)))
                       : TypedAttr(builder.getIntegerAttr(element, value));
  if (auto shaped = dyn_cast<ShapedType>(type))
    attr = DenseElementsAttr::get(shaped, attr);
  return arith::ConstantOp::create(builder, attr);
}

Value qopt::buildClamp(ImplicitLocOpBuilder &builder, Value value, int64_t low, int64_t high) {
  Type type = value.getType();
  value = arith::MaxSIOp::create(builder, value, buildConstant(builder, type, low));
  return arith::MinSIOp::create(builder, value, buildConstant(builder, type, high));
}

Value qopt::buildSaturate16(ImplicitLocOpBuilder &builder, Value value) {
  return truncate(builder, buildClamp(builder, value, INT16_MIN, INT16_MAX), 16);
}

Value qopt::buildShift(ImplicitLocOpBuilder &builder, Value accumulator, Value shift,
                       const ShiftBounds &bounds) {
  if (bounds.least >= 0)
    return arith::ShRSIOp::create(builder, accumulator, shift);
  // Each lane shifts right by s or by 0, saturates, then shifts left by -s or
  // by 0: at most 15 places, so 31 bits hold the result.
  Value shifted = accumulator, zero = buildConstant(builder, shift.getType(), 0), right = zero;
  if (bounds.greatest > 0) {
    right = arith::MaxSIOp::create(builder, shift, zero);
    shifted = arith::ShRSIOp::create(builder, accumulator, right);
  }
  Value left = arith::SubIOp::create(builder, right, shift);
  if (!bounds.exact)
    shifted = buildClamp(builder, shifted, INT16_MIN, INT16_MAX);
  return arith::ShLIOp::create(builder, shifted, left);
}

Value qopt::buildShiftTo16(ImplicitLocOpBuilder &builder, Value accumulator, Value shift,
                           const ShiftBounds &bounds) {
  return buildSaturate16(builder, buildShift(builder, accumulator, shift, bounds));
}

Value qopt::buildMultiplyHigh16(ImplicitLocOpBuilder &builder, Value lhs, Value rhs) {
  Value product =
      arith::MulIOp::create(builder, signExtend(builder, lhs, 32), signExtend(builder, rhs, 32));
  return truncate(builder, shiftRight(builder, product, 16), 16);
}

Value qopt::buildFunctionArgument16(ImplicitLocOpBuilder &builder, Value t, Value multiplier) {
  // (t * m + 2^14) >> 15 = (((t * m) >> 14) + 1) >> 1, the rounding multiply of
  // x86; the product stays below 2^30.
  Value product = arith::MulIOp::create(builder, signExtend(builder, t, 32),
                                        signExtend(builder, multiplier, 32));
  Value rounded = shiftRight(builder, add(builder, shiftRight(builder, product, 14), 1), 1);
  return buildClamp(builder, truncate(builder, rounded, 16), -(1 << 14), (1 << 14) - 1);
}

Value qopt::buildFunction16(ImplicitLocOpBuilder &builder, Value x, SegmentReader readSegments) {
  Value position = add(builder, x, 1 << 14);
  auto [base, slope] = readSegments(shiftRight(builder, position, kFunctionSegmentSizeLog2));
  Value mask = buildConstant(builder, x.getType(), kFunctionSegmentSize - 1);
  Value offset = arith::AndIOp::create(builder, position, mask);
  offset = arith::ShLIOp::create(builder, offset,
                                 buildConstant(builder, x.getType(), kFunctionOffsetShift));
  return arith::AddIOp::create(builder, base, buildMultiplyHigh16(builder, slope, offset));
}

Value qopt::buildAddSaturate16(ImplicitLocOpBuilder &builder, Value lhs, Value rhs) {
  Value sum =
      arith::AddIOp::create(builder, signExtend(builder, lhs, 32), signExtend(builder, rhs, 32));
  return buildSaturate16(builder, sum);
}

Value qopt::buildResidual16(ImplicitLocOpBuilder &builder, Value residual, int32_t zeroPoint,
                            int32_t multiplier, int32_t shift) {
  // |(r - zero_point) * m + 2^(s-1)| < 2^23 + 2^30.
  Value wide = arith::ExtUIOp::create(builder, retype(builder, residual, 32), residual);
  wide = add(builder, wide, -int64_t(zeroPoint));
  wide = arith::MulIOp::create(builder, wide, buildConstant(builder, wide.getType(), multiplier));
  wide = add(builder, wide, int64_t(1) << (shift - 1));
  return buildSaturate16(builder, shiftRight(builder, wide, shift));
}

Value qopt::buildFinishFixed16(ImplicitLocOpBuilder &builder, Value p, int32_t zeroPoint,
                               int32_t low, int32_t high, int32_t fractionBits, bool saturate) {
  int64_t offset = int64_t(zeroPoint) * (1 << fractionBits) + (1 << (fractionBits - 1));
  Value sum = saturate ? buildAddSaturate16(builder, p, buildConstant(builder, p.getType(), offset))
                       : add(builder, p, offset);
  return buildClampToByte(builder, shiftRight(builder, sum, fractionBits), low, high);
}

Value qopt::buildClampToByte(ImplicitLocOpBuilder &builder, Value value, int32_t low,
                             int32_t high) {
  // Saturating to a byte is what pack instructions do; what is left of the
  // clamp costs less on bytes.
  Value byte = truncate(builder, buildClamp(builder, value, 0, UINT8_MAX), 8);
  if (low > 0)
    byte = arith::MaxUIOp::create(builder, byte, buildConstant(builder, byte.getType(), low));
  if (high < UINT8_MAX)
    byte = arith::MinUIOp::create(builder, byte, buildConstant(builder, byte.getType(), high));
  return byte;
}
