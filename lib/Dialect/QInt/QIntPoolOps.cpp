// Verifiers of the pools, of the tensor and the scheduled level.

#include "Verification.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

LogicalResult qopt::qint::verifyPool(Operation *op, const PoolGeometry &geometry, bool sums) {
  const auto &[input, result, kernel, stride, pad] = geometry;
  // (C2)
  if (failed(verifyEntries(op, "kernel", kernel, 2, 1)) ||
      failed(verifyEntries(op, "stride", stride, 2, 1)) ||
      failed(verifyEntries(op, "pad", pad, 4, 0)))
    return failure();
  for (auto [index, value] : llvm::enumerate(pad))
    if (value >= kernel[index / 2])
      return op->emitOpError() << "pad " << value << " is not smaller than the kernel, "
                               << kernel[index / 2];
  // (C1)
  if (failed(verifyRank(op, "input", input, 4)))
    return failure();
  if (sums && !result.getElementType().isSignlessInteger(32))
    return op->emitOpError() << "result holds " << result.getElementType()
                             << " but without rescale it must hold i32";
  if (!sums && input.getElementType() != result.getElementType())
    return op->emitOpError() << "result holds " << result.getElementType() << " but the input "
                             << input.getElementType();
  return verifyShape(op, "result", result.getShape(),
                     {input.getDimSize(0),
                      outputSize(input.getDimSize(1), pad[0] + pad[1], kernel[0], stride[0]),
                      outputSize(input.getDimSize(2), pad[2] + pad[3], kernel[1], stride[1]),
                      input.getDimSize(3)});
}

/// Whether some window along spatial dimension `dim` covers a padded position.
static bool meetsPadding(const PoolGeometry &geometry, unsigned dim) {
  int64_t end = (geometry.result.getDimSize(dim + 1) - 1) * geometry.stride[dim] -
                geometry.pad[2 * dim] + geometry.kernel[dim];
  return geometry.pad[2 * dim] > 0 || end > geometry.input.getDimSize(dim + 1);
}

LogicalResult qopt::qint::verifyMean(Operation *op, const PoolGeometry &geometry,
                                     std::optional<RescaleAttr> rescale, int64_t inputZeroPoint,
                                     const RescaleOutput &output) {
  // (C4)
  if (failed(
          verifyZeroPoint(op, "input_zero_point", geometry.input.getElementType(), inputZeroPoint)))
    return failure();
  if (!rescale)
    return success();
  // (C2)
  auto entries = static_cast<int64_t>(rescale->size());
  int64_t positions = geometry.kernel[0] * geometry.kernel[1];
  if (entries != 1 && entries != positions)
    return op->emitOpError() << "rescale has " << entries << " entries but must have 1 or "
                             << positions;
  if (entries != positions && (meetsPadding(geometry, 0) || meetsPadding(geometry, 1)))
    return op->emitOpError()
           << "windows meet padding, so rescale needs an entry for each count up to " << positions;
  return verifyRescale(op, *rescale, IntegerType::get(op->getContext(), 32), output);
}

LogicalResult MaxPool2DOp::verify() {
  return verifyPool(*this,
                    {cast<ShapedType>(getInput().getType()),
                     cast<ShapedType>(getResult().getType()), getKernel(), getStride(), getPad()});
}

LogicalResult AvgPool2DOp::verify() {
  PoolGeometry geometry{cast<ShapedType>(getInput().getType()),
                        cast<ShapedType>(getResult().getType()), getKernel(), getStride(),
                        getPad()};
  // (C1), (C3)
  if (failed(verifyPool(*this, geometry, /*sums=*/!getRescale())))
    return failure();
  return verifyMean(
      *this, geometry, getRescale(), getInputZeroPoint(),
      {geometry.result.getElementType(), getOutputZeroPoint(), getClampMin(), getClampMax()});
}
