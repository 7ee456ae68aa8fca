#include "qopt/FakeQuantize/Grids.h"

#include "qopt/Support/FixedPoint.h"
#include "llvm/ADT/StringSwitch.h"

#include <cfloat>

using namespace mlir;
using namespace qopt;

namespace {

constexpr int64_t byteMax = 255;
constexpr int64_t wordMax = 32767;

quant::UniformQuantizedType makeByteGrid(MLIRContext *context, float scale, int64_t zeroPoint) {
  return quant::UniformQuantizedType::get(/*flags=*/0, IntegerType::get(context, 8),
                                          Float32Type::get(context), scale, zeroPoint, 0, byteMax);
}

quant::UniformQuantizedType makeWordGrid(MLIRContext *context, float scale) {
  return quant::UniformQuantizedType::get(quant::QuantizationFlags::Signed,
                                          IntegerType::get(context, 16), Float32Type::get(context),
                                          scale, 0, -wordMax, wordMax);
}

/// The f32 nearest to `scale`, or the smallest normal one.
float toScale(double scale, bool &widened) {
  widened = scale > 0.0 && scale < FLT_MIN;
  if (scale == 0.0)
    return 1.0f;
  return widened ? FLT_MIN : static_cast<float>(std::min<double>(scale, FLT_MAX));
}

/// The least power of two that is `scale` or more.
float roundUpToPowerOfTwo(float scale) {
  int exponent;
  float fraction = std::frexp(scale, &exponent); // in [1/2, 1)
  return fraction == 0.5f ? scale : std::ldexp(1.0f, std::min(exponent, 127));
}

/// The zero point that rounding gives clips one end of most ranges; of its two
/// neighbours take the one that needs the smaller scale not to.
ActivationGrid makeFullRangeGrid(MLIRContext *context, double min, double max) {
  double exact = min == max ? 0.0 : -min / (max - min) * byteMax;
  double best = INFINITY;
  int64_t zeroPoint = 0;
  for (double candidate : {std::floor(exact), std::ceil(exact)}) {
    double below = min < 0.0 ? -min / candidate : 0.0;
    double above = max > 0.0 ? max / (byteMax - candidate) : 0.0;
    if (std::max(below, above) < best) {
      best = std::max(below, above);
      zeroPoint = static_cast<int64_t>(candidate);
    }
  }
  ActivationGrid grid;
  bool isEmpty = min == max;
  grid.widened = !isEmpty && best < FLT_MIN;
  grid.type = makeByteGrid(context, isEmpty ? 1.0f : roundUpToNormalFloat(best), zeroPoint);
  return grid;
}

} // namespace

std::optional<GridKind> qopt::parseGridKind(StringRef name) {
  return llvm::StringSwitch<std::optional<GridKind>>(name)
      .Case("affine", GridKind::Affine)
      .Case("symmetric", GridKind::Symmetric)
      .Case("full-range", GridKind::FullRange)
      .Case("power-of-two", GridKind::PowerOfTwo)
      .Default(std::nullopt);
}

float qopt::roundUpToNormalFloat(double value) {
  if (value <= FLT_MIN)
    return FLT_MIN;
  if (value >= FLT_MAX)
    return FLT_MAX;
  float rounded = static_cast<float>(value);
  return rounded < value ? std::nextafter(rounded, FLT_MAX) : rounded;
}

ActivationGrid qopt::makeActivationGrid(MLIRContext *context, double min, double max, unsigned bits,
                                        GridKind kind) {
  min = std::min(min, 0.0);
  max = std::max(max, 0.0);
  double limit = std::max(-min, max);
  ActivationGrid grid;
  if (bits == 16) {
    float scale = toScale(limit / wordMax, grid.widened);
    grid.type =
        makeWordGrid(context, kind == GridKind::PowerOfTwo ? roundUpToPowerOfTwo(scale) : scale);
    return grid;
  }
  if (kind == GridKind::FullRange)
    return makeFullRangeGrid(context, min, max);
  if (kind == GridKind::Affine) {
    Grid affine = gridForRange(min, max, 0, byteMax);
    grid.widened = affine.widened;
    grid.type = makeByteGrid(context, affine.scale, affine.zeroPoint);
    return grid;
  }
  bool hasNegative = min < 0.0;
  float scale = toScale(limit / (hasNegative ? 127 : byteMax), grid.widened);
  if (kind == GridKind::PowerOfTwo)
    scale = roundUpToPowerOfTwo(scale);
  grid.type = makeByteGrid(context, scale, hasNegative ? 128 : 0);
  return grid;
}

ActivationGrid qopt::makeEpilogueGrid(MLIRContext *context, double min, double max) {
  ActivationGrid grid;
  float scale = toScale(std::max({-min, max, 0.0}) / (1 << 14), grid.widened);
  grid.type = makeWordGrid(context, scale);
  return grid;
}

quant::UniformQuantizedType qopt::getUnitGrid(MLIRContext *context) {
  return makeByteGrid(context, 1.0f / 256.0f, 0);
}

quant::UniformQuantizedType qopt::widenGrid(quant::UniformQuantizedType grid, double scale,
                                            double min) {
  float wider = roundUpToNormalFloat(scale);
  int64_t zeroPoint = grid.getZeroPoint();
  // A zero point at an end or in the middle was put there for a reason.
  if (zeroPoint != 0 && zeroPoint != 128)
    zeroPoint = static_cast<int64_t>(std::clamp<double>(roundEven(-std::min(min, 0.0) / wider),
                                                        grid.getStorageTypeMin(),
                                                        grid.getStorageTypeMax()));
  return quant::UniformQuantizedType::get(grid.getFlags(), grid.getStorageType(),
                                          grid.getExpressedType(), wider, zeroPoint,
                                          grid.getStorageTypeMin(), grid.getStorageTypeMax());
}

quant::UniformQuantizedPerAxisType
qopt::makeWeightGrid(MLIRContext *context, ArrayRef<float> scales, unsigned bits, int32_t axis) {
  int64_t limit = (int64_t(1) << (bits - 1)) - 1;
  SmallVector<double> doubles(scales.begin(), scales.end());
  SmallVector<int64_t> zeroPoints(scales.size(), 0);
  return quant::UniformQuantizedPerAxisType::get(
      quant::QuantizationFlags::Signed, IntegerType::get(context, bits), Float32Type::get(context),
      doubles, zeroPoints, axis, -limit, limit);
}
