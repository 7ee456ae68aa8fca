#ifndef QOPT_LIB_IMPORT_MOVEMENT_H
#define QOPT_LIB_IMPORT_MOVEMENT_H

#include "NodeImporter.h"

namespace qopt::onnx_import {

/// Operand `index`, of any type; quantized ones too, because copies stay on their
/// grid.
ImportedValue *getMovableInput(NodeImporter &node, size_t index);

/// `value` in the order of `form`, quantized like `like`.
ImportedValue makeMoved(mlir::Value value, llvm::ArrayRef<int64_t> shape, const Form &form,
                        const ImportedValue &like);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_MOVEMENT_H
