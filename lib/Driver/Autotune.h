#ifndef QOPT_LIB_DRIVER_AUTOTUNE_H
#define QOPT_LIB_DRIVER_AUTOTUNE_H

#include "DiagnosticPrinter.h"
#include "qopt/Driver/Compile.h"

namespace qopt {

/// Times, on this machine, the first few choices of the cost model's list for each
/// layer, and writes the fastest one down as `qopt.tile_rank` on the ops of `module`,
/// which is brought to the last phase before `scheduled`. The whole model runs each
/// time, with the caches as layers leave them to each other.
mlir::LogicalResult autotune(mlir::ModuleOp module, const CompileOptions &options,
                             DiagnosticPrinter &diagnostics);

} // namespace qopt

#endif // QOPT_LIB_DRIVER_AUTOTUNE_H
