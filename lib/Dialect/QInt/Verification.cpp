#include "Verification.h"

using namespace mlir;

namespace qopt::qint {
namespace {

void printShape(InFlightDiagnostic &diagnostic, ArrayRef<int64_t> shape) {
  diagnostic << "[";
  llvm::interleaveComma(shape, diagnostic);
  diagnostic << "]";
}

} // namespace

StorageBounds storageBounds(Type type) {
  if (type.isUnsignedInteger(8) || type.isSignlessInteger(8))
    return {0, 255};
  if (type.isInteger(16))
    return {-32768, 32767};
  if (type.isInteger(32))
    return {std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max()};
  return {std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()};
}

LogicalResult verifyShape(Operation *op, StringRef what, ArrayRef<int64_t> actual,
                          ArrayRef<int64_t> expected) {
  if (actual == expected)
    return success();
  InFlightDiagnostic diagnostic = op->emitOpError() << "shape of " << what << " is ";
  printShape(diagnostic, actual);
  diagnostic << " but must be ";
  printShape(diagnostic, expected);
  return diagnostic;
}

LogicalResult verifyRank(Operation *op, StringRef what, ShapedType type, int64_t rank) {
  if (type.hasRank() && type.getRank() == rank)
    return success();
  return op->emitOpError() << what << " has type " << type << " but must have " << rank
                           << " dimensions";
}

LogicalResult verifyEntries(Operation *op, StringRef what, ArrayRef<int64_t> values, size_t count,
                            int64_t least) {
  if (values.size() != count)
    return op->emitOpError() << what << " has " << values.size() << " entries but must have "
                             << count;
  for (int64_t value : values)
    if (value < least)
      return op->emitOpError() << what << " holds " << value << ", which is less than " << least;
  return success();
}

LogicalResult verifyInterval(Operation *op, StringRef what, int64_t value, int64_t min,
                             int64_t max) {
  if (value >= min && value <= max)
    return success();
  return op->emitOpError() << what << " is " << value << " but must lie in [" << min << ", " << max
                           << "]";
}

LogicalResult verifyZeroPoint(Operation *op, StringRef what, Type type, int64_t zeroPoint) {
  StorageBounds bounds = storageBounds(type);
  return verifyInterval(op, what, zeroPoint, bounds.min, bounds.max);
}

LogicalResult verifyBroadcast(Operation *op, ShapedType lhs, ShapedType rhs, ShapedType result) {
  if (failed(verifyRank(op, "lhs", lhs, result.getRank())) ||
      failed(verifyRank(op, "rhs", rhs, result.getRank())))
    return failure();
  for (auto [l, r, size] : llvm::zip_equal(lhs.getShape(), rhs.getShape(), result.getShape())) {
    int64_t joined = l == 1 ? r : l;
    if ((r != 1 && r != joined) || joined != size)
      return op->emitOpError() << "operands " << lhs << " and " << rhs << " do not broadcast to "
                               << result;
  }
  return success();
}

LogicalResult verifyClamp(Operation *op, const RescaleOutput &output,
                          std::optional<RescaleMode> mode) {
  if (failed(verifyZeroPoint(op, "output_zero_point", output.type, output.zeroPoint)))
    return failure();
  StorageBounds bounds = storageBounds(output.type);
  if (output.clampMin > output.clampMax)
    return op->emitOpError() << "clamp [" << output.clampMin << ", " << output.clampMax
                             << "] is empty";
  if (output.clampMin < bounds.min || output.clampMax > bounds.max)
    return op->emitOpError() << "clamp [" << output.clampMin << ", " << output.clampMax
                             << "] leaves " << output.type << ", which holds [" << bounds.min
                             << ", " << bounds.max << "]";
  if (mode != RescaleMode::Fixed16)
    return success();
  if (output.clampMin < output.zeroPoint - 256 || output.clampMax > output.zeroPoint + 256)
    return op->emitOpError() << "clamp [" << output.clampMin << ", " << output.clampMax
                             << "] is more than 256 steps from zero point " << output.zeroPoint
                             << ", which fixed16 cannot reach";
  return success();
}

LogicalResult verifyRescale(Operation *op, RescaleAttr rescale, Type accumulator,
                            const RescaleOutput &output) {
  RescaleMode mode = rescale.getMode();
  if (output.type.isInteger(16) && mode == RescaleMode::Fixed16)
    return op->emitOpError() << "a rescale to i16 must be fixed32 or float32, not fixed16";
  if (accumulator.isInteger(64) &&
      (mode == RescaleMode::Fixed16 || mode == RescaleMode::Fixed32DoubleRound))
    return op->emitOpError() << "a rescale of i64 must be fixed32 or float32, not "
                             << stringifyRescaleMode(mode);
  if (mode == RescaleMode::Fixed32 || mode == RescaleMode::Fixed32DoubleRound) {
    // The attribute's own verifier allows one multiplier width at a time.
    bool narrow = rescale.getMultipliers().front() < (1 << 15);
    if (narrow != accumulator.isInteger(64))
      return op->emitOpError() << "multiplier " << rescale.getMultipliers().front()
                               << " is for an accumulator of " << (narrow ? "i64" : "i32")
                               << ", not of " << accumulator;
  }
  return verifyClamp(op, output, mode);
}

int64_t outputSize(int64_t input, int64_t padding, int64_t kernel, int64_t stride,
                   int64_t dilation) {
  int64_t span = input + padding - (kernel - 1) * dilation - 1;
  return span < 0 ? 0 : span / stride + 1;
}

} // namespace qopt::qint
