#ifndef QOPT_LIB_IMPORT_GATHERINDICES_H
#define QOPT_LIB_IMPORT_GATHERINDICES_H

#include "NodeImporter.h"

// Indices of operators that gather and scatter, constant or computed.

namespace qopt::onnx_import {

/// A computed operand of indices in ONNX's order, negative ones counted from the
/// start; null, with an error, if it holds no integers.
mlir::Value emitIndices(NodeImporter &node, size_t index, int64_t size);

/// The row-major positions, in a tensor of shape `shape`, of what GatherElements
/// reads with indices of shape `indices` that are all 0.
Shape findOffsets(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> indices, int64_t dim);

/// `offsets` plus, where there are computed indices, `stride` times those (i32, 1 x count).
mlir::Value emitPositions(ImportBuilder &b, llvm::ArrayRef<int64_t> offsets, mlir::Value indices,
                          int64_t stride);

/// Rows that a list of indices (operand 1, … x depth) names: of `outer` tables, each as
/// many rows as `indexed` has elements.
struct RowGather {
  int64_t outer;
  llvm::ArrayRef<int64_t> indexed;
};

/// The rows that constant indices name.
llvm::FailureOr<llvm::SmallVector<int32_t>> readRows(NodeImporter &node, const RowGather &gather);

/// The rows that computed indices name (i32, 1 x count).
mlir::Value emitRows(NodeImporter &node, const RowGather &gather);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_GATHERINDICES_H
