#ifndef QOPT_LIB_DRIVER_VARIANTS_H
#define QOPT_LIB_DRIVER_VARIANTS_H

#include "qopt/Driver/Compile.h"

namespace qopt {

/// Quantizes `module` once, compiles it for each of `options.cpus`, and writes
/// one file whose code chooses among them when it runs. Errors are printed.
mlir::LogicalResult compileVariants(mlir::ModuleOp module, OutputKind kind, llvm::StringRef path,
                                    const CompileOptions &options);

} // namespace qopt

#endif // QOPT_LIB_DRIVER_VARIANTS_H
