#include "Window.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

LogicalResult checkRange(NodeImporter &node, StringRef name, ArrayRef<int64_t> values,
                         int64_t min) {
  for (int64_t value : values)
    if (value < min || value > maxElements)
      return node.error() << "attribute '" << name << "' has the element " << value
                          << (value < min ? ", which must be at least "
                                          : ", which must be at most ")
                          << (value < min ? min : maxElements);
  return success();
}

/// Positions of a window of `extent` on `size` elements, which include padding.
int64_t countPositions(int64_t size, int64_t extent, int64_t stride) {
  return size < extent ? 0 : (size - extent) / stride + 1;
}

/// As above, where a last window may stick out at the end, unless it would start
/// in the padding there.
int64_t countPositionsCeil(int64_t input, int64_t padBegin, int64_t padEnd, int64_t extent,
                           int64_t stride) {
  int64_t count = countPositions(input + padBegin + padEnd + stride - 1, extent, stride);
  return (count - 1) * stride >= input + padBegin ? count - 1 : count;
}

} // namespace

FailureOr<WindowAttributes> qopt::onnx_import::readWindowAttributes(NodeImporter &node, size_t dims,
                                                                    ArrayRef<int64_t> kernel,
                                                                    bool allowCeilMode) {
  Shape ones(dims, 1), zeros(2 * dims, 0);
  FailureOr<Shape> kernelShape = node.getIntegerList("kernel_shape", kernel, dims);
  FailureOr<Shape> strides = node.getIntegerList("strides", ones, dims);
  FailureOr<Shape> dilations = node.getIntegerList("dilations", ones, dims);
  FailureOr<Shape> pads = node.getIntegerList("pads", zeros, 2 * dims);
  FailureOr<StringRef> autoPad = node.getString("auto_pad", "NOTSET");
  FailureOr<int64_t> ceilMode = allowCeilMode ? node.getInteger("ceil_mode", 0) : 0;
  if (failed(kernelShape) || failed(strides) || failed(dilations) || failed(pads) ||
      failed(autoPad) || failed(ceilMode))
    return failure();
  if (kernelShape->empty())
    return node.error() << "attribute 'kernel_shape' is missing";
  if (!kernel.empty() && ArrayRef(*kernelShape) != kernel)
    return node.error() << "attribute 'kernel_shape' is " << formatShape(*kernelShape)
                        << ", but the weights have the kernel " << formatShape(kernel);
  if (failed(checkRange(node, "kernel_shape", *kernelShape, 1)) ||
      failed(checkRange(node, "strides", *strides, 1)) ||
      failed(checkRange(node, "dilations", *dilations, 1)) ||
      failed(checkRange(node, "pads", *pads, 0)))
    return failure();
  if (!llvm::is_contained({"SAME_UPPER", "SAME_LOWER", "VALID", "NOTSET"}, *autoPad))
    return node.error() << "attribute 'auto_pad' has the value '" << *autoPad
                        << "', which is not supported; use 'pads'";
  return WindowAttributes{*kernelShape, *strides, *dilations, *pads, *autoPad, *ceilMode != 0};
}

FailureOr<SmallVector<WindowDim>> qopt::onnx_import::readWindow(NodeImporter &node,
                                                                ArrayRef<int64_t> inputShape,
                                                                ArrayRef<int64_t> kernel,
                                                                bool allowCeilMode) {
  size_t dims = inputShape.size() - 2;
  FailureOr<WindowAttributes> attributes = readWindowAttributes(node, dims, kernel, allowCeilMode);
  if (failed(attributes))
    return failure();
  StringRef autoPad = attributes->autoPad;
  bool isSame = autoPad == "SAME_UPPER" || autoPad == "SAME_LOWER";

  SmallVector<WindowDim> window(dims);
  for (auto [i, dim] : llvm::enumerate(window)) {
    int64_t input = inputShape[2 + i];
    int64_t stride = dim.stride = attributes->strides[i];
    dim.kernel = attributes->kernel[i];
    dim.dilation = attributes->dilations[i];
    int64_t extent = dim.getExtent();
    if (isSame) {
      dim.output = (input + stride - 1) / stride;
      int64_t total = std::max<int64_t>((dim.output - 1) * stride + extent - input, 0);
      dim.padBegin = autoPad == "SAME_UPPER" ? total / 2 : total - total / 2;
      dim.padEnd = total - dim.padBegin;
      continue;
    }
    if (autoPad == "NOTSET") {
      dim.padBegin = attributes->pads[i];
      dim.padEnd = attributes->pads[dims + i];
    }
    int64_t padded = input + dim.padBegin + dim.padEnd;
    dim.output = attributes->ceilMode
                     ? countPositionsCeil(input, dim.padBegin, dim.padEnd, extent, stride)
                     : countPositions(padded, extent, stride);
    if (dim.output <= 0)
      return node.error() << "a window of " << extent << " elements does not fit into " << padded
                          << " (dimension " << 2 + i << ", padding included)";
  }
  return window;
}

Shape qopt::onnx_import::getResultShape(int64_t batches, int64_t channels,
                                        ArrayRef<WindowDim> window) {
  Shape shape{batches, channels};
  for (const WindowDim &dim : window)
    shape.push_back(dim.output);
  return shape;
}

Window Window::of(const WindowDim &rows, const WindowDim &columns) {
  return {{rows.kernel, columns.kernel},     {rows.stride, columns.stride},
          {rows.dilation, columns.dilation}, {rows.padBegin, columns.padBegin},
          {rows.padEnd, columns.padEnd},     {rows.output, columns.output}};
}

Window Window::of(ArrayRef<WindowDim> dims) {
  return of(dims.size() > 1 ? dims[dims.size() - 2] : WindowDim(), dims.back());
}

Value qopt::onnx_import::dropUnreadBorder(ImportBuilder &builder, Value input, Window &window) {
  Shape size(getShape(input));
  for (int dim = 0; dim < 2; ++dim) {
    int64_t read = (window.output[dim] - 1) * window.stride[dim] + window.getExtent(dim);
    window.padEnd[dim] = read - size[1 + dim] - window.padBegin[dim];
    if (window.padEnd[dim] >= 0)
      continue;
    size[1 + dim] += window.padEnd[dim];
    window.padEnd[dim] = 0;
  }
  return builder.slice(input, Shape(size.size(), 0), size);
}

Shape qopt::onnx_import::getImageShape(ArrayRef<int64_t> shape) {
  Shape image(shape);
  if (image.size() == 3)
    image.insert(image.begin() + 2, 1);
  return image;
}

Shape qopt::onnx_import::getPaddedShape(ArrayRef<int64_t> imageShape, const Window &window) {
  Shape shape(imageShape);
  for (int dim = 0; dim < 2; ++dim)
    shape[2 + dim] += window.padBegin[dim] + window.padEnd[dim];
  return shape;
}
