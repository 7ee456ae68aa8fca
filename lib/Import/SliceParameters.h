#ifndef QOPT_LIB_IMPORT_SLICEPARAMETERS_H
#define QOPT_LIB_IMPORT_SLICEPARAMETERS_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// A Slice, for each dimension: `size` elements from `start` in steps of `step`.
struct SliceParameters {
  Shape start, size, step;
};

/// Reads the operands (or, before opset 10, attributes) of a Slice of an operand
/// of shape `shape`, out-of-range ends clamped as the standard says.
llvm::FailureOr<SliceParameters> readSlice(NodeImporter &node, llvm::ArrayRef<int64_t> shape);

/// A Split: the sizes of its results along dimension `dim`.
struct SplitParameters {
  int64_t dim;
  Shape sizes;
};

llvm::FailureOr<SplitParameters> readSplit(NodeImporter &node, llvm::ArrayRef<int64_t> shape);

/// Which elements of the last two dimensions of `shape` a Trilu keeps, row by row.
llvm::FailureOr<llvm::SmallVector<bool>> readTriangle(NodeImporter &node,
                                                      llvm::ArrayRef<int64_t> shape);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_SLICEPARAMETERS_H
