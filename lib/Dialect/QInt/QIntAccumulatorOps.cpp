// Verifiers of the tensor ops that sum products: convolutions and the matrix
// product.

#include "Verification.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

static bool isStored(Type type) { return type.isUnsignedInteger(8) || type.isInteger(16); }

/// Checks the 16-bit part of an epilogue: function and residual.
template <typename Op> static LogicalResult verifySixteenBitEpilogue(Op op, ShapedType result) {
  std::optional<RescaleAttr> rescale = op.getRescale();
  // (C2)
  if (!rescale || rescale->getMode() != RescaleMode::Fixed16)
    return op.emitOpError() << "function and residual need a fixed16 rescale";
  if (!result.getElementType().isUnsignedInteger(8))
    return op.emitOpError() << "function and residual need a result of ui8, not of "
                            << result.getElementType();
  if (!op.getResidual())
    return success();
  auto residual = cast<ShapedType>(op.getResidual().getType());
  if (!residual.getElementType().isUnsignedInteger(8))
    return op.emitOpError() << "residual must hold ui8, not " << residual.getElementType();
  // (C3)
  if (failed(verifyShape(op, "residual", residual.getShape(), result.getShape())) ||
      failed(verifyInterval(op, "residual_multiplier", op.getResidualMultiplier(), 0, 32767)) ||
      failed(verifyInterval(op, "residual_shift", op.getResidualShift(), 1, 31)))
    return failure();
  // (C4)
  return verifyZeroPoint(op, "residual_zero_point", residual.getElementType(),
                         op.getResidualZeroPoint());
}

/// Checks what all accumulator ops share; `channels` is the number of output
/// channels.
template <typename Op> static LogicalResult verifyEpilogue(Op op, int64_t channels) {
  auto result = cast<ShapedType>(op.getResult().getType());
  auto bias = cast<ShapedType>(op.getBias().getType());
  auto input = cast<ShapedType>(op.getInput().getType());
  // (C1)
  if (failed(verifyShape(op, "bias", bias.getShape(), {channels})))
    return failure();
  std::optional<RescaleAttr> rescale = op.getRescale();
  if (rescale && rescale->size() != 1 && static_cast<int64_t>(rescale->size()) != channels)
    return op.emitOpError() << "rescale has " << rescale->size() << " entries but must have 1 or "
                            << channels;
  // (C2)
  if (failed(verifyInterval(op, "fraction_bits", op.getFractionBits(), 3, 5)))
    return failure();
  if ((op.getFunction() || op.getResidual()) && failed(verifySixteenBitEpilogue(op, result)))
    return failure();
  // (C4)
  if (failed(
          verifyZeroPoint(op, "input_zero_point", input.getElementType(), op.getInputZeroPoint())))
    return failure();
  // (C8)
  Type accumulator = bias.getElementType();
  if (!rescale) {
    if (result.getElementType() != accumulator)
      return op.emitOpError() << "result holds " << result.getElementType()
                              << " but without rescale it must hold the accumulator's type "
                              << accumulator;
    return success();
  }
  if (!isStored(result.getElementType()))
    return op.emitOpError() << "result holds " << result.getElementType()
                            << " but with rescale it must hold ui8 or i16";
  // (C4), (C5)
  return verifyRescale(
      op, *rescale, accumulator,
      {result.getElementType(), op.getOutputZeroPoint(), op.getClampMin(), op.getClampMax()});
}

/// Checks pads, strides and dilations, and that the spatial sizes of the result
/// follow from them.
template <typename Op>
static LogicalResult verifyConvolution(Op op, int64_t kernelHeight, int64_t kernelWidth,
                                       int64_t channels) {
  ArrayRef<int64_t> pad = op.getPad(), stride = op.getStride(), dilation = op.getDilation();
  // (C9)
  if (failed(verifyEntries(op, "pad", pad, 4, 0)) ||
      failed(verifyEntries(op, "stride", stride, 2, 1)) ||
      failed(verifyEntries(op, "dilation", dilation, 2, 1)))
    return failure();
  // (C7)
  ArrayRef<int64_t> input = cast<ShapedType>(op.getInput().getType()).getShape();
  int64_t height = outputSize(input[1], pad[0] + pad[1], kernelHeight, stride[0], dilation[0]);
  int64_t width = outputSize(input[2], pad[2] + pad[3], kernelWidth, stride[1], dilation[1]);
  return verifyShape(op, "result", cast<ShapedType>(op.getResult().getType()).getShape(),
                     {input[0], height, width, channels});
}

LogicalResult Conv2DOp::verify() {
  auto input = cast<ShapedType>(getInput().getType());
  auto weights = cast<ShapedType>(getWeights().getType());
  // (C6)
  if (failed(verifyRank(*this, "input", input, 4)) ||
      failed(verifyRank(*this, "weights", weights, 4)))
    return failure();
  int64_t groups = getGroups();
  int64_t channels = weights.getDimSize(0);
  if (groups < 1 || channels % groups != 0)
    return emitOpError() << channels << " output channels do not divide into " << groups
                         << " groups";
  if (input.getDimSize(3) != groups * weights.getDimSize(3))
    return emitOpError() << "input has " << input.getDimSize(3) << " channels but " << groups
                         << " groups of " << weights.getDimSize(3) << " are needed";
  if (failed(verifyConvolution(*this, weights.getDimSize(1), weights.getDimSize(2), channels)))
    return failure();
  return verifyEpilogue(*this, channels);
}

LogicalResult DepthwiseConv2DOp::verify() {
  auto input = cast<ShapedType>(getInput().getType());
  auto weights = cast<ShapedType>(getWeights().getType());
  // (C6)
  if (failed(verifyRank(*this, "input", input, 4)) ||
      failed(verifyRank(*this, "weights", weights, 4)))
    return failure();
  if (input.getDimSize(3) != weights.getDimSize(2))
    return emitOpError() << "input has " << input.getDimSize(3) << " channels but weights have "
                         << weights.getDimSize(2);
  int64_t channels = weights.getDimSize(2) * weights.getDimSize(3);
  if (failed(verifyConvolution(*this, weights.getDimSize(0), weights.getDimSize(1), channels)))
    return failure();
  return verifyEpilogue(*this, channels);
}

LogicalResult BatchMatmulOp::verify() {
  auto lhs = cast<ShapedType>(getLhs().getType());
  auto rhs = cast<ShapedType>(getRhs().getType());
  auto result = cast<ShapedType>(getResult().getType());
  // (C1)
  if (failed(verifyRank(*this, "lhs", lhs, 3)) || failed(verifyRank(*this, "rhs", rhs, 3)) ||
      failed(verifyShape(*this, "rhs", rhs.getShape(),
                         {lhs.getDimSize(0), lhs.getDimSize(2), rhs.getDimSize(2)})) ||
      failed(verifyShape(*this, "result", result.getShape(),
                         {lhs.getDimSize(0), lhs.getDimSize(1), rhs.getDimSize(2)})))
    return failure();
  // (C2)
  bool narrow =
      lhs.getElementType().isUnsignedInteger(8) && rhs.getElementType().isUnsignedInteger(8);
  constexpr int64_t maxDepth = std::numeric_limits<int32_t>::max() / (255 * 255);
  if (narrow && lhs.getDimSize(2) > maxDepth)
    return emitOpError() << "sums of " << lhs.getDimSize(2) << " products may leave i32; at most "
                         << maxDepth << " fit";
  // (C4)
  if (failed(verifyZeroPoint(*this, "lhs_zero_point", lhs.getElementType(), getLhsZeroPoint())) ||
      failed(verifyZeroPoint(*this, "rhs_zero_point", rhs.getElementType(), getRhsZeroPoint())))
    return failure();
  Type accumulator = IntegerType::get(getContext(), narrow ? 32 : 64);
  std::optional<RescaleAttr> rescale = getRescale();
  if (!rescale && result.getElementType() != accumulator)
    return emitOpError() << "result holds " << result.getElementType()
                         << " but without rescale it must hold the accumulator's type "
                         << accumulator;
  if (!rescale)
    return success();
  if (!isStored(result.getElementType()))
    return emitOpError() << "result holds " << result.getElementType()
                         << " but with rescale it must hold ui8 or i16";
  // (C3)
  if (rescale->size() != 1)
    return emitOpError() << "rescale has " << rescale->size() << " entries but must have 1";
  return verifyRescale(
      *this, *rescale, accumulator,
      {result.getElementType(), getOutputZeroPoint(), getClampMin(), getClampMax()});
}
