#include "Models/ConvolutionBoxes.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

static std::pair<int64_t, int64_t> getHalo(const ConvolutionAxis &axis, ArrayRef<AxisPart> parts) {
  std::pair<int64_t, int64_t> halo{0, 0};
  for (const AxisPart &part : parts) {
    halo.first = std::max(halo.first, part.getPadBefore(axis));
    halo.second = std::max(halo.second, part.getPadBehind(axis));
  }
  return halo;
}

ConvolutionBoxes::ConvolutionBoxes(ArrayRef<int64_t> image, ArrayRef<int64_t> output,
                                   ArrayRef<int64_t> kernel, ArrayRef<int64_t> stride,
                                   ArrayRef<int64_t> dilation, ArrayRef<int64_t> pad,
                                   int64_t weights)
    : rows{image[1], output[1], kernel[0], stride[0], dilation[0], pad[0]},
      columns{image[2], output[2], kernel[1], stride[1], dilation[1], pad[2]},
      parts(splitAtPadding(rows, columns, image[0], weights / (kernel[0] * kernel[1]))) {}

OperandPlacement ConvolutionBoxes::getPlacement(TypedAttr fill) const {
  auto [top, bottom] = getHalo(rows, parts.rows);
  auto [left, right] = getHalo(columns, parts.columns);
  return getImageHalo({top, bottom, left, right}, fill);
}

SmallVector<ConvolutionBox> ConvolutionBoxes::list() const {
  SmallVector<AxisPart> rowParts(parts.rows);
  llvm::stable_sort(
      rowParts, [](const AxisPart &lhs, const AxisPart &rhs) { return lhs.outputs > rhs.outputs; });
  SmallVector<ConvolutionBox> boxes;
  for (const AxisPart &x : parts.columns)
    for (const AxisPart &y : rowParts)
      boxes.push_back({y, x});
  return boxes;
}

Convolution ConvolutionBoxes::cut(OpBuilder &builder, const Convolution &whole,
                                  const ConvolutionBox &box) const {
  auto [y, x] = box;
  int64_t top = getHalo(rows, parts.rows).first, left = getHalo(columns, parts.columns).first;
  Convolution convolution = whole;
  auto takeBox = [&](Value image, int64_t row, int64_t column, int64_t height, int64_t width) {
    ArrayRef<int64_t> shape = cast<MemRefType>(image.getType()).getShape();
    return createBox(builder, whole.loc, image, {0, row, column, 0},
                     {shape[0], height, width, shape[3]});
  };
  convolution.input = takeBox(whole.input, y.getStart(rows) + top, x.getStart(columns) + left,
                              y.getExtent(rows), x.getExtent(columns));
  convolution.output = takeBox(whole.output, y.output, x.output, y.outputs, x.outputs);
  if (whole.residual)
    convolution.residual = takeBox(whole.residual, y.output, x.output, y.outputs, x.outputs);
  convolution.kernel = {y.taps, x.taps};
  return convolution;
}
