#ifndef QOPT_LIB_IMPORT_BROADCAST_H
#define QOPT_LIB_IMPORT_BROADCAST_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// ONNX's multidirectional broadcasting (that of NumPy); nothing if the shapes
/// do not fit.
std::optional<Shape> broadcastShapes(llvm::ArrayRef<int64_t> lhs, llvm::ArrayRef<int64_t> rhs);

using UnaryEmitter = llvm::function_ref<mlir::Value(mlir::Value)>;
using BinaryEmitter = llvm::function_ref<mlir::Value(mlir::Value, mlir::Value)>;

/// An elementwise function of `input`, in whatever layout it is stored.
ImportedValue emitElementwise(NodeImporter &node, ImportedValue &input, UnaryEmitter emit);

/// An elementwise function of two values without grids, broadcast against each
/// other; the emitter gets operands of one rank. Chooses the layout that needs the fewest
/// transposes. Fails, with an error, if the shapes do not fit.
llvm::FailureOr<ImportedValue> emitElementwise(NodeImporter &node, ImportedValue &lhs,
                                               ImportedValue &rhs, BinaryEmitter emit);

using TernaryEmitter = llvm::function_ref<mlir::Value(mlir::Value, mlir::Value, mlir::Value)>;

/// As above, of three values.
llvm::FailureOr<ImportedValue> emitElementwise(NodeImporter &node, ImportedValue &first,
                                               ImportedValue &second, ImportedValue &third,
                                               TernaryEmitter emit);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_BROADCAST_H
