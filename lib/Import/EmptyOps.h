#ifndef QOPT_LIB_IMPORT_EMPTYOPS_H
#define QOPT_LIB_IMPORT_EMPTYOPS_H

#include "NodeImporter.h"

// Values without elements. Whatever computes one, it is known at import: it is a
// constant of its shape, and no operation is emitted for it.

namespace qopt::onnx_import {

/// True if a dimension of `shape` is 0.
inline bool isEmpty(llvm::ArrayRef<int64_t> shape) { return llvm::is_contained(shape, 0); }

/// The value of type `elementType` and shape `shape`, which is empty.
ImportedValue makeEmpty(mlir::Type elementType, llvm::ArrayRef<int64_t> shape);

/// Sets result `index` of `node` if its shape is empty, with elements of the type of
/// `like`. True if it is.
bool setEmptyOutput(NodeImporter &node, const ImportedValue &like, llvm::ArrayRef<int64_t> shape,
                    size_t index = 0);

/// Imports a node of which an operand that holds data is empty, if it is one of the
/// operators whose result then is empty or known. True if the results were set.
llvm::FailureOr<bool> importEmptyOperands(NodeImporter &node);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_EMPTYOPS_H
