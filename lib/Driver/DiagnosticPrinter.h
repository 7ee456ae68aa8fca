#ifndef QOPT_LIB_DRIVER_DIAGNOSTICPRINTER_H
#define QOPT_LIB_DRIVER_DIAGNOSTICPRINTER_H

#include "mlir/IR/Diagnostics.h"

#include <string>

namespace qopt {

/// Prints diagnostics on the standard error, one line each:
///
///   model.mlir:12:5: error: …
///   model.onnx: error: '/conv1/Conv': …
///
/// Remarks are left to those who ask for them.
class DiagnosticPrinter : public mlir::ScopedDiagnosticHandler {
public:
  /// `path` stands where a location names no file.
  DiagnosticPrinter(mlir::MLIRContext *context, llvm::StringRef path);

private:
  void print(const mlir::Diagnostic &diagnostic) const;

  std::string path;
};

} // namespace qopt

#endif // QOPT_LIB_DRIVER_DIAGNOSTICPRINTER_H
