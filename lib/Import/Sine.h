#ifndef QOPT_LIB_IMPORT_SINE_H
#define QOPT_LIB_IMPORT_SINE_H

#include "ImportBuilder.h"

namespace qopt::onnx_import {

/// Sine and cosine of floats, in radians: within 2e-6 up to 2^15, where the
/// angles of position and time embeddings end; further out less exact.
mlir::Value emitSin(ImportBuilder &b, mlir::Value value);
mlir::Value emitCos(ImportBuilder &b, mlir::Value value);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_SINE_H
