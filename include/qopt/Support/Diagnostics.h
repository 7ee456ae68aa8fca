#ifndef QOPT_SUPPORT_DIAGNOSTICS_H
#define QOPT_SUPPORT_DIAGNOSTICS_H

#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/raw_ostream.h"

namespace qopt {

/// Prints diagnostics that are located at a file as a whole (a
/// `FileLineColLoc` of line 0, as for binary models) as `file: error: message`.
/// All others are left to the handlers registered before.
class FileDiagnosticHandler : public mlir::ScopedDiagnosticHandler {
public:
  explicit FileDiagnosticHandler(mlir::MLIRContext *context,
                                 llvm::raw_ostream &os = llvm::errs());
};

} // namespace qopt

#endif // QOPT_SUPPORT_DIAGNOSTICS_H
