#ifndef QOPT_LIB_IMPORT_WINDOW_H
#define QOPT_LIB_IMPORT_WINDOW_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// How a convolution or pool moves over the two spatial dimensions. 1-D
/// operators have a first dimension of size 1.
struct Window {
  std::array<int64_t, 2> kernel, stride, dilation, padBegin, padEnd;
  /// Size of the result.
  std::array<int64_t, 2> output;

  /// Rows or columns from the first to the last that one position reads.
  int64_t getExtent(int dim) const { return (kernel[dim] - 1) * dilation[dim] + 1; }
  std::array<int64_t, 4> getPads() const {
    return {padBegin[0], padEnd[0], padBegin[1], padEnd[1]};
  }
};

/// The attributes of a window, one element per spatial dimension of the model.
struct WindowAttributes {
  Shape kernel, strides, dilations, pads;
  llvm::StringRef autoPad;
  bool ceilMode = false;
};

/// Reads and checks them for `dims` dimensions; `kernel` is the spatial shape of
/// the weights, empty for pools.
llvm::FailureOr<WindowAttributes> readWindowAttributes(NodeImporter &node, size_t dims,
                                                       llvm::ArrayRef<int64_t> kernel,
                                                       bool allowCeilMode);

/// Reads `kernel_shape`, `strides`, `dilations`, `pads`, `auto_pad` and
/// `ceil_mode` (pools only) for an operand of shape N x C x spatial, rank 3 or
/// 4. `kernel` is the spatial shape of the weights; empty for pools, which must
/// have `kernel_shape`.
llvm::FailureOr<Window> readWindow(NodeImporter &node, llvm::ArrayRef<int64_t> inputShape,
                                   llvm::ArrayRef<int64_t> kernel, bool allowCeilMode);

/// TOSA wants the padded size, less the window, to be a multiple of the stride.
/// Lessens the end pads to that, and cuts the rows and columns of `input`
/// (NHWC) that no position reads.
mlir::Value dropUnreadBorder(ImportBuilder &builder, mlir::Value input, Window &window);

/// `shape` of rank 3 with a spatial dimension of 1 before the last; other shapes
/// as they are.
Shape getImageShape(llvm::ArrayRef<int64_t> shape);

/// The N x C x H x W shape `imageShape` with the padding of `window`.
Shape getPaddedShape(llvm::ArrayRef<int64_t> imageShape, const Window &window);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_WINDOW_H
