#include "Models/Tosa.h"

#include "mlir/IR/Matchers.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;

LogicalResult schedule::checkZeroPoints(Operation *op, ValueRange values) {
  for (Value value : values)
    if (!matchPattern(value, m_Zero()) && !matchPattern(value, m_AnyZeroFloat()))
      return op->emitError() << "has a zero point or shift that is not a constant 0; use qint ops "
                             << "for quantized values";
  return success();
}

LogicalResult schedule::checkNaNMode(Operation *op, tosa::NanPropagationMode mode) {
  if (mode == tosa::NanPropagationMode::PROPAGATE)
    return success();
  return op->emitError() << "ignores NaN; only nan_mode = PROPAGATE is compiled";
}

FailureOr<SmallVector<int64_t>> schedule::readShape(Operation *op, Value value) {
  FailureOr<SmallVector<int64_t>> shape = readIntegerConstant(value);
  if (failed(shape))
    return op->emitError() << "has a shape operand that is not a constant; make all shapes static";
  return shape;
}
