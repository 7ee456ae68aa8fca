#ifndef QOPT_LIB_IMPORT_WINDOW_H
#define QOPT_LIB_IMPORT_WINDOW_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// Windows whose elements are taken one by one have no more of them.
inline constexpr int64_t maxTaps = 1024;

/// How a convolution or pool moves over one spatial dimension.
struct WindowDim {
  int64_t kernel = 1, stride = 1, dilation = 1, padBegin = 0, padEnd = 0;
  /// Size of the result.
  int64_t output = 1;

  /// Elements from the first to the last that one position reads.
  int64_t getExtent() const { return (kernel - 1) * dilation + 1; }
};

/// How it moves over the two spatial dimensions that TOSA's operations have.
struct Window {
  std::array<int64_t, 2> kernel, stride, dilation, padBegin, padEnd;
  /// Size of the result.
  std::array<int64_t, 2> output;

  /// Of rows of one element where one dimension is given.
  static Window of(llvm::ArrayRef<WindowDim> dims);
  static Window of(const WindowDim &rows, const WindowDim &columns);

  WindowDim getDim(int dim) const {
    return {kernel[dim], stride[dim], dilation[dim], padBegin[dim], padEnd[dim], output[dim]};
  }
  /// Rows or columns from the first to the last that one position reads.
  int64_t getExtent(int dim) const { return getDim(dim).getExtent(); }
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
/// `ceil_mode` (pools only) for an operand of shape N x C x spatial. `kernel` is
/// the spatial shape of the weights; empty for pools, which must have
/// `kernel_shape`.
llvm::FailureOr<llvm::SmallVector<WindowDim>> readWindow(NodeImporter &node,
                                                         llvm::ArrayRef<int64_t> inputShape,
                                                         llvm::ArrayRef<int64_t> kernel,
                                                         bool allowCeilMode);

/// N x C and the sizes of the result along the dimensions of `window`.
Shape getResultShape(int64_t batches, int64_t channels, llvm::ArrayRef<WindowDim> window);

/// TOSA wants the padded size, less the window, to be a multiple of the stride.
/// Lessens the end pads to that, and cuts the rows and columns of `input`
/// (NHWC) that no position reads.
mlir::Value dropUnreadBorder(ImportBuilder &builder, mlir::Value input, Window &window);

/// Of which element of the operand each maximum of a pool is: i64, N x spatial x
/// C, counted in N x C x spatial with the last spatial dimension innermost, or,
/// where `columnMajor`, the first. `input` is N x spatial x C.
llvm::FailureOr<mlir::Value> emitMaxIndices(NodeImporter &node, mlir::Value input,
                                            llvm::ArrayRef<WindowDim> window, bool columnMajor);

/// `shape` of rank 3 with a spatial dimension of 1 before the last; other shapes
/// as they are.
Shape getImageShape(llvm::ArrayRef<int64_t> shape);

/// The N x C x H x W shape `imageShape` with the padding of `window`.
Shape getPaddedShape(llvm::ArrayRef<int64_t> imageShape, const Window &window);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_WINDOW_H
