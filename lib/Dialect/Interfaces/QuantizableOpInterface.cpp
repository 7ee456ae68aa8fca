#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"

using namespace mlir;
using namespace qopt;

#include "qopt/Dialect/Interfaces/QuantizableOpInterface.cpp.inc"

qint::RescaleAttr qopt::makeRescale(MLIRContext *context, qint::RescaleMode mode,
                                    unsigned accumulatorBits, Type resultElementType,
                                    ArrayRef<RescaleScales> scales) {
  if (mode == qint::RescaleMode::Float32) {
    SmallVector<float> factors;
    for (const RescaleScales &s : scales)
      factors.push_back(rescaleFactorFloat32(s.input, s.weight, s.output, s.count));
    return qint::RescaleAttr::get(context, mode, {}, {}, DenseF32ArrayAttr::get(context, factors));
  }
  if (resultElementType.getIntOrFloatBitWidth() > 8 && mode == qint::RescaleMode::Fixed16)
    mode = qint::RescaleMode::Fixed32;
  // Double rounding is defined for i32 accumulators only.
  if (accumulatorBits > 32)
    mode = qint::RescaleMode::Fixed32;
  SmallVector<int32_t> multipliers, shifts;
  for (const RescaleScales &s : scales) {
    double factor = rescaleFactor(s.input, s.weight, s.output, s.count);
    FixedPointScale fixed = mode == qint::RescaleMode::Fixed16 ? toFixed16(factor)
                            : accumulatorBits > 32             ? toFixed15(factor)
                                                               : toFixed32(factor);
    multipliers.push_back(fixed.multiplier);
    shifts.push_back(fixed.shift);
  }
  return qint::RescaleAttr::get(context, mode, multipliers, shifts, {});
}
