// The ops of the tensor level, and the verifiers of those that work element by
// element. Accumulator, pool and shape ops have files of their own.

#include "Verification.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntTensorOps.cpp.inc"

/// Checks that `input` and `result` have one shape.
static LogicalResult verifySameShape(Operation *op, Value input, Value result) {
  return verifyShape(op, "result", cast<ShapedType>(result.getType()).getShape(),
                     cast<ShapedType>(input.getType()).getShape());
}

static LogicalResult verifyPositiveFinite(Operation *op, StringRef what, ArrayRef<float> values) {
  for (float value : values)
    if (!(value > 0) || !std::isfinite(value))
      return op->emitOpError() << what << " holds " << value
                               << ", which is not positive and finite";
  return success();
}

/// Checks the bounds of an op whose one rescale reads an i32 accumulator.
template <typename Op> static LogicalResult verifySingleRescale(Op op) {
  RescaleAttr rescale = op.getRescale();
  if (rescale.size() != 1)
    return op.emitOpError() << "rescale has " << rescale.size() << " entries but must have 1";
  return verifyRescale(op, rescale, IntegerType::get(op.getContext(), 32),
                       {getElementTypeOrSelf(op.getResult()), op.getOutputZeroPoint(),
                        op.getClampMin(), op.getClampMax()});
}

LogicalResult AddOp::verify() {
  // (C1)
  if (failed(verifyBroadcast(*this, cast<ShapedType>(getLhs().getType()),
                             cast<ShapedType>(getRhs().getType()),
                             cast<ShapedType>(getResult().getType()))))
    return failure();
  // (C2)
  if (std::optional<ArrayRef<float>> scales = getScales()) {
    if (scales->size() != 3)
      return emitOpError() << "scales has " << scales->size() << " entries but must have 3";
    if (failed(verifyPositiveFinite(*this, "scales", *scales)))
      return failure();
  } else if (failed(verifyInterval(*this, "shift", getShift(), 1, 31)) ||
             failed(verifyInterval(*this, "lhs_multiplier", getLhsMultiplier(), 0, 32767)) ||
             failed(verifyInterval(*this, "rhs_multiplier", getRhsMultiplier(), 0, 32767))) {
    return failure();
  }
  // (C3)
  if (failed(verifyZeroPoint(*this, "lhs_zero_point", getElementTypeOrSelf(getLhs()),
                             getLhsZeroPoint())) ||
      failed(verifyZeroPoint(*this, "rhs_zero_point", getElementTypeOrSelf(getRhs()),
                             getRhsZeroPoint())))
    return failure();
  return verifyClamp(
      *this,
      {getElementTypeOrSelf(getResult()), getOutputZeroPoint(), getClampMin(), getClampMax()},
      std::nullopt);
}

LogicalResult MulOp::verify() {
  // (C1)
  if (failed(verifyBroadcast(*this, cast<ShapedType>(getLhs().getType()),
                             cast<ShapedType>(getRhs().getType()),
                             cast<ShapedType>(getResult().getType()))))
    return failure();
  for (auto [what, operand, zeroPoint] :
       {std::make_tuple("lhs_zero_point", getLhs(), getLhsZeroPoint()),
        std::make_tuple("rhs_zero_point", getRhs(), getRhsZeroPoint())}) {
    // (C3)
    if (getElementTypeOrSelf(operand).isInteger(16) && zeroPoint != 0)
      return emitOpError() << what << " is " << zeroPoint << " but must be 0 for i16";
    // (C2)
    if (failed(verifyZeroPoint(*this, what, getElementTypeOrSelf(operand), zeroPoint)))
      return failure();
  }
  return verifySingleRescale(*this);
}

LogicalResult RescaleOp::verify() {
  // (C1)
  if (failed(verifySameShape(*this, getInput(), getResult())))
    return failure();
  // (C2)
  if (failed(verifyZeroPoint(*this, "input_zero_point", getElementTypeOrSelf(getInput()),
                             getInputZeroPoint())))
    return failure();
  return verifySingleRescale(*this);
}

LogicalResult TableOp::verify() {
  // (C1)
  if (failed(verifySameShape(*this, getInput(), getResult())))
    return failure();
  auto table = cast<ShapedType>(getTable().getShapedType());
  if (!table.getElementType().isUnsignedInteger(8))
    return emitOpError() << "table must hold ui8, not " << table.getElementType();
  // (C2)
  return verifyShape(*this, "table", table.getShape(), {256});
}

LogicalResult SoftmaxOp::verify() {
  // (C1)
  if (failed(verifySameShape(*this, getInput(), getResult())))
    return failure();
  // (C2)
  ArrayRef<int32_t> exponentials = getExponentials();
  if (exponentials.size() != 256)
    return emitOpError() << "exponentials has " << exponentials.size()
                         << " entries but must have 256";
  for (int32_t value : exponentials)
    if (failed(verifyInterval(*this, "an entry of exponentials", value, 0, 1 << 15)))
      return failure();
  if (exponentials.front() != 1 << 15)
    return emitOpError() << "exponentials begins with " << exponentials.front()
                         << " but must begin with " << (1 << 15) << ", which is exp(0)";
  // (C3)
  auto input = cast<ShapedType>(getInput().getType());
  if (input.getRank() == 0)
    return emitOpError() << "input has no dimension to normalize along";
  return verifyInterval(*this, "length of a row", input.getShape().back(), 1, (1 << 16) - 1);
}

LogicalResult QuantizeOp::verify() {
  // (C1)
  if (failed(verifySameShape(*this, getInput(), getResult())))
    return failure();
  // (C2)
  if (!getScale().isNormal() || getScale().isNegative())
    return emitOpError() << "scale must be a positive normal number, not "
                         << getScale().convertToFloat();
  if (failed(
          verifyZeroPoint(*this, "zero_point", getElementTypeOrSelf(getResult()), getZeroPoint())))
    return failure();
  return verifyClamp(
      *this, {getElementTypeOrSelf(getResult()), getZeroPoint(), getClampMin(), getClampMax()},
      std::nullopt);
}

LogicalResult DequantizeOp::verify() {
  // (C1)
  if (failed(verifySameShape(*this, getInput(), getResult())))
    return failure();
  // (C2)
  auto input = cast<ShapedType>(getInput().getType());
  int64_t channels = input.getRank() == 0 ? 1 : input.getShape().back();
  auto count = static_cast<int64_t>(getScales().size());
  if (count != 1 && count != channels)
    return emitOpError() << "scales has " << count << " entries but must have 1 or " << channels;
  return verifyPositiveFinite(*this, "scales", getScales());
}
