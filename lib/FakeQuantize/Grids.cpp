#include "qopt/FakeQuantize/Grids.h"

#include "qopt/Support/FixedPoint.h"
#include "llvm/ADT/StringSwitch.h"

#include <cfloat>

using namespace mlir;
using namespace qopt;

namespace {

constexpr int64_t byteMax = 255;
constexpr int64_t wordMax = 32767;

quant::UniformQuantizedType makeByteGrid(MLIRContext *context, float scale, int64_t zeroPoint,
                                         int64_t byteMin = 0) {
  return quant::UniformQuantizedType::get(/*flags=*/0, IntegerType::get(context, 8),
                                          Float32Type::get(context), scale, zeroPoint, byteMin,
                                          byteMax);
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

/// The least power of two that is `scale` or more, or the largest one of f32.
float toPowerOfTwo(float scale) {
  return static_cast<float>(std::min(roundUpToPowerOfTwo(scale), 0x1p127));
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
    grid.type = makeWordGrid(context, kind == GridKind::PowerOfTwo ? toPowerOfTwo(scale) : scale);
    return grid;
  }
  if (kind == GridKind::Affine) {
    Grid affine = gridForRange(min, max, 0, byteMax);
    grid.widened = affine.widened;
    grid.type = makeByteGrid(context, affine.scale, affine.zeroPoint);
    return grid;
  }
  bool hasNegative = min < 0.0;
  double steps = !hasNegative || kind == GridKind::FullRange ? byteMax : 2 * 127;
  float scale = toScale((hasNegative ? 2 * limit : limit) / steps, grid.widened);
  if (kind == GridKind::PowerOfTwo)
    scale = toPowerOfTwo(scale);
  bool isNarrow = hasNegative && kind != GridKind::FullRange;
  grid.type = makeByteGrid(context, scale, hasNegative ? 128 : 0, isNarrow ? 1 : 0);
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
                                            double min, GridKind kind) {
  float wider = roundUpToNormalFloat(scale);
  if (kind == GridKind::PowerOfTwo)
    wider = toPowerOfTwo(wider);
  int64_t zeroPoint = grid.getZeroPoint();
  if (kind == GridKind::Affine)
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
