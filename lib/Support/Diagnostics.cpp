#include "qopt/Support/Diagnostics.h"

#include "mlir/IR/Location.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;

namespace {

llvm::SourceMgr::DiagKind toKind(DiagnosticSeverity severity) {
  switch (severity) {
  case DiagnosticSeverity::Error:
    return llvm::SourceMgr::DK_Error;
  case DiagnosticSeverity::Warning:
    return llvm::SourceMgr::DK_Warning;
  case DiagnosticSeverity::Remark:
    return llvm::SourceMgr::DK_Remark;
  case DiagnosticSeverity::Note:
    return llvm::SourceMgr::DK_Note;
  }
  llvm_unreachable("all severities are handled");
}

} // namespace

qopt::FileDiagnosticHandler::FileDiagnosticHandler(MLIRContext *context, llvm::raw_ostream &os)
    : ScopedDiagnosticHandler(context) {
  setHandler([&os](Diagnostic &diagnostic) -> LogicalResult {
    auto loc = dyn_cast<FileLineColLoc>(diagnostic.getLocation());
    if (!loc || loc.getLine() != 0)
      return failure();
    llvm::SMDiagnostic(loc.getFilename(), toKind(diagnostic.getSeverity()), diagnostic.str())
        .print(/*ProgName=*/nullptr, os);
    return success();
  });
}
