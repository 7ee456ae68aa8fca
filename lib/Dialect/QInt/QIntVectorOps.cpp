#include "Verification.h"
#include "qopt/Support/FixedPoint.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntVectorOps.cpp.inc"

/// Lanes of a one-dimensional vector; 0 for a scalar.
static int64_t lanes(Type type) {
  auto vector = dyn_cast<VectorType>(type);
  return vector ? vector.getDimSize(0) : 0;
}

static LogicalResult verifyLanes(Operation *op, StringRef what, Type type, Type like) {
  if (lanes(type) == lanes(like))
    return success();
  return op->emitOpError() << what << " has type " << type << " but must have as many lanes as "
                           << like;
}

LogicalResult VectorDotOp::verify() {
  // (C1)
  auto bytes = cast<VectorType>(getLhs().getType());
  bool areBytes = bytes.getElementType().isInteger(8);
  bool areWide = getAccumulator().getType().getElementType().isInteger(32);
  int64_t group = areBytes && areWide ? 4 : 2;
  // (C3)
  if (!areWide && !areBytes)
    return emitOpError() << "accumulators of i16 take bytes, not words";
  int64_t expected = group * lanes(getAccumulator().getType());
  if (bytes.getDimSize(0) != expected)
    return emitOpError() << "lhs has " << bytes.getDimSize(0) << " elements but "
                         << getAccumulator().getType() << " takes " << expected;
  // (C2)
  if (getSignedLhs() && !areBytes)
    return emitOpError() << "signed_lhs is for bytes; words are always signed";
  if (getSignedLhs() && !areWide)
    return emitOpError() << "signed_lhs is for accumulators of i32";
  return success();
}

LogicalResult VectorRescaleOp::verify() {
  RescaleMode mode = getMode();
  bool wantsFixed = mode != RescaleMode::Float32;
  // (C2)
  bool hasFixed = getMultipliers() && getShifts();
  bool hasAnyFixed = getMultipliers() || getShifts();
  if (wantsFixed != hasFixed || wantsFixed != hasAnyFixed)
    return emitOpError() << stringifyRescaleMode(mode) << (wantsFixed ? " needs" : " takes no")
                         << " multipliers and shifts";
  if (wantsFixed == static_cast<bool>(getScales()))
    return emitOpError() << stringifyRescaleMode(mode) << (wantsFixed ? " takes no" : " needs")
                         << " scales";
  unsigned width = mode == RescaleMode::Fixed16 ? 16 : 32;
  if (wantsFixed && !getElementTypeOrSelf(getMultipliers()).isInteger(width))
    return emitOpError() << stringifyRescaleMode(mode) << " needs multipliers of i" << width
                         << ", not of " << getElementTypeOrSelf(getMultipliers());
  if (failed(verifyInterval(*this, "fraction_bits", getFractionBits(), 3, 5)))
    return failure();
  // (C1)
  Type accumulator = getAccumulator().getType();
  if (failed(verifyLanes(*this, "result", getResult().getType(), accumulator)))
    return failure();
  std::pair<StringRef, Value> parameters[] = {
      {"multipliers", getMultipliers()}, {"shifts", getShifts()}, {"scales", getScales()}};
  for (auto [what, value] : parameters)
    if (value && failed(verifyLanes(*this, what, value.getType(), accumulator)))
      return failure();
  // (C3)
  return verifyClamp(
      *this, {getElementTypeOrSelf(getResult()), getZeroPoint(), getClampMin(), getClampMax()},
      std::nullopt);
}

LogicalResult VectorEpilogueOp::verify() {
  // (C1)
  Type accumulator = getAccumulator().getType();
  std::pair<StringRef, Value> vectors[] = {{"multipliers", getMultipliers()},
                                           {"shifts", getShifts()},
                                           {"residual", getResidual()},
                                           {"result", getResult()}};
  for (auto [what, value] : vectors)
    if (value && failed(verifyLanes(*this, what, value.getType(), accumulator)))
      return failure();
  // (C2)
  if (!getFunction() && !getResidual())
    return emitOpError() << "has neither function nor residual; use qint.vector.rescale";
  if (getFunction()) {
    MemRefType function = getFunction().getType();
    if (failed(verifyShape(*this, "function", function.getShape(), {kFunctionSegments, 2})))
      return failure();
    if (!function.getLayout().isIdentity())
      return emitOpError() << "function " << function << " must be contiguous";
  }
  // (C3)
  if (failed(verifyInterval(*this, "fraction_bits", getFractionBits(), 3, 5)))
    return failure();
  if (getResidual() &&
      (failed(verifyInterval(*this, "residual_zero_point", getResidualZeroPoint(), 0, 255)) ||
       failed(verifyInterval(*this, "residual_multiplier", getResidualMultiplier(), 0, 32767)) ||
       failed(verifyInterval(*this, "residual_shift", getResidualShift(), 1, 31))))
    return failure();
  // (C4)
  return verifyClamp(
      *this, {getElementTypeOrSelf(getResult()), getZeroPoint(), getClampMin(), getClampMax()},
      std::nullopt);
}

LogicalResult VectorLookupOp::verify() {
  MemRefType table = getTable().getType();
  Type index = getIndex().getType(), result = getResult().getType();
  // (C1)
  if (failed(verifyLanes(*this, "result", result, index)))
    return failure();
  // (C2)
  if (table.getElementType() != getElementTypeOrSelf(result))
    return emitOpError() << "table holds " << table.getElementType() << " but the result "
                         << getElementTypeOrSelf(result);
  if (!table.getLayout().isIdentity() && !table.areTrailingDimsContiguous(1))
    return emitOpError() << "table " << table << " must be contiguous";
  // (C3)
  if (getElementTypeOrSelf(index).isInteger(8) && table.getShape().front() != 256)
    return emitOpError() << "indices of i8 need a table of 256 entries, not " << table;
  return success();
}
