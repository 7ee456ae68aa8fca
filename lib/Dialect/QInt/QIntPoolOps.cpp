// Verifiers of the pools of the tensor level.

#include "Verification.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

/// Checks geometry, element types and shapes of a pool. Labels as in
/// `qint.max_pool2d`.
template <typename Op> static LogicalResult verifyPool(Op op) {
  ArrayRef<int64_t> kernel = op.getKernel(), stride = op.getStride(), pad = op.getPad();
  // (C2)
  if (failed(verifyEntries(op, "kernel", kernel, 2, 1)) ||
      failed(verifyEntries(op, "stride", stride, 2, 1)) ||
      failed(verifyEntries(op, "pad", pad, 4, 0)))
    return failure();
  for (auto [index, value] : llvm::enumerate(pad))
    if (value >= kernel[index / 2])
      return op.emitOpError() << "pad " << value << " is not smaller than the kernel, "
                              << kernel[index / 2];
  // (C1)
  auto input = cast<ShapedType>(op.getInput().getType());
  auto result = cast<ShapedType>(op.getResult().getType());
  if (failed(verifyRank(op, "input", input, 4)))
    return failure();
  if (input.getElementType() != result.getElementType())
    return op.emitOpError() << "result holds " << result.getElementType() << " but the input "
                            << input.getElementType();
  return verifyShape(op, "result", result.getShape(),
                     {input.getDimSize(0),
                      outputSize(input.getDimSize(1), pad[0] + pad[1], kernel[0], stride[0]),
                      outputSize(input.getDimSize(2), pad[2] + pad[3], kernel[1], stride[1]),
                      input.getDimSize(3)});
}

LogicalResult MaxPool2DOp::verify() { return verifyPool(*this); }

/// Whether some window along one dimension covers a padded position.
static bool meetsPadding(int64_t input, int64_t output, int64_t padLow, int64_t kernel,
                         int64_t stride) {
  return padLow > 0 || (output - 1) * stride + kernel > input;
}

LogicalResult AvgPool2DOp::verify() {
  // (C1), (C3)
  if (failed(verifyPool(*this)))
    return failure();
  // (C2)
  ArrayRef<int64_t> input = cast<ShapedType>(getInput().getType()).getShape();
  ArrayRef<int64_t> result = cast<ShapedType>(getResult().getType()).getShape();
  ArrayRef<int64_t> kernel = getKernel(), stride = getStride(), pad = getPad();
  auto entries = static_cast<int64_t>(getRescale().size());
  if (entries != 1 && entries != kernel[0] * kernel[1])
    return emitOpError() << "rescale has " << entries << " entries but must have 1 or "
                         << kernel[0] * kernel[1];
  bool padded = meetsPadding(input[1], result[1], pad[0], kernel[0], stride[0]) ||
                meetsPadding(input[2], result[2], pad[2], kernel[1], stride[1]);
  if (padded && entries != kernel[0] * kernel[1])
    return emitOpError() << "windows meet padding, so rescale needs an entry for each count up to "
                         << kernel[0] * kernel[1];
  // (C4)
  if (failed(verifyZeroPoint(*this, "input_zero_point", getElementTypeOrSelf(getInput()),
                             getInputZeroPoint())))
    return failure();
  return verifyRescale(
      *this, getRescale(), IntegerType::get(getContext(), 32),
      {getElementTypeOrSelf(getResult()), getOutputZeroPoint(), getClampMin(), getClampMax()});
}
