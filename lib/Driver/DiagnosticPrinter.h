#ifndef QOPT_LIB_DRIVER_DIAGNOSTICPRINTER_H
#define QOPT_LIB_DRIVER_DIAGNOSTICPRINTER_H

#include "QuantizationSummary.h"

#include "mlir/IR/Diagnostics.h"

#include <string>

namespace qopt {

/// Prints diagnostics on the standard error, one line each:
///
///   model.mlir:12:5: error: …
///   model.onnx: error: '/conv1/Conv': …
///   model.onnx: remark: '/conv1/Conv': tile: conv2d 5x5: … [qopt-schedule]
class DiagnosticPrinter : public mlir::ScopedDiagnosticHandler {
public:
  /// `path` stands where a location names no file. Remarks are printed of passes
  /// whose flag matches the regular expression `remarksFilter`, which is valid; of
  /// none where it is empty.
  DiagnosticPrinter(mlir::MLIRContext *context, llvm::StringRef path,
                    llvm::StringRef remarksFilter);

  /// Of the ops that passes have left in float so far.
  const QuantizationSummary &getSummary() const { return summary; }

  /// Prints no remarks until it is called with false.
  void pauseRemarks(bool pause);

private:
  void print(const mlir::Diagnostic &diagnostic) const;

  std::string path;
  QuantizationSummary summary;
  /// Owned by the context; told to pause.
  class RemarkHandler *remarks = nullptr;
};

} // namespace qopt

#endif // QOPT_LIB_DRIVER_DIAGNOSTICPRINTER_H
