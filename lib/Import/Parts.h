#ifndef QOPT_LIB_IMPORT_PARTS_H
#define QOPT_LIB_IMPORT_PARTS_H

#include "NodeImporter.h"

// Values taken apart and joined by loops and sequences. Of constants, the parts and
// what is joined are constants.

namespace qopt::onnx_import {

/// Elements `start` to `start + size` of dimension `axis` of a value without a grid.
ImportedValue takePart(ImportBuilder &b, ImportedValue &value, int64_t axis, int64_t start,
                       int64_t size);

/// The value without dimension `axis`, which has size 1.
ImportedValue dropDim(const ImportedValue &value, int64_t axis);

/// `parts` along dimension `axis`, which is a new one if `isNew`. Fails, with an error,
/// where they do not fit, or where there are none.
llvm::FailureOr<ImportedValue>
joinParts(NodeImporter &node, llvm::MutableArrayRef<ImportedValue> parts, int64_t axis, bool isNew);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_PARTS_H
