#ifndef QOPT_LIB_IMPORT_RESIZEPLAN_H
#define QOPT_LIB_IMPORT_RESIZEPLAN_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// What one element of the result reads: input elements, and their weights.
struct ResizeTaps {
  llvm::SmallVector<std::pair<int64_t, float>, 4> taps;
  /// Added: the extrapolation value where nothing is read.
  float offset = 0.0f;
};

/// A dimension that is resized.
struct ResizedDimension {
  int64_t dim;
  int64_t input, output;
  llvm::SmallVector<ResizeTaps, 0> elements;
  /// `tosa.resize`'s numerator, denominator and offset, where it reads the same.
  std::optional<std::array<int64_t, 3>> tosa;
};

/// A Resize or Upsample of any opset.
struct ResizePlan {
  bool isNearest;
  llvm::SmallVector<ResizedDimension> dimensions;
};

/// Reads operands and attributes for an operand of shape `shape`.
llvm::FailureOr<ResizePlan> readResize(NodeImporter &node, llvm::ArrayRef<int64_t> shape);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_RESIZEPLAN_H
