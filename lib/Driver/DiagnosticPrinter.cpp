#include "DiagnosticPrinter.h"

#include "mlir/IR/Location.h"
#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/WithColor.h"

using namespace mlir;

namespace {

/// The file position and the source node's name that a location holds.
struct Place {
  FileLineColLoc file;
  std::string node;
};

Place findPlace(Location location) {
  Place place;
  location->walk([&](Location inner) {
    if (auto file = dyn_cast<FileLineColLoc>(inner); file && !place.file)
      place.file = file;
    if (auto name = dyn_cast<NameLoc>(inner); name && place.node.empty())
      place.node = name.getName().str();
    return WalkResult::advance();
  });
  return place;
}

} // namespace

qopt::DiagnosticPrinter::DiagnosticPrinter(MLIRContext *context, StringRef path)
    : ScopedDiagnosticHandler(context), path(path) {
  // The op that an error is about may hold megabytes of weights.
  context->printOpOnDiagnostic(false);
  setHandler([this](Diagnostic &diagnostic) {
    print(diagnostic);
    return success();
  });
}

void qopt::DiagnosticPrinter::print(const Diagnostic &diagnostic) const {
  if (diagnostic.getSeverity() == DiagnosticSeverity::Remark)
    return;
  Place place = findPlace(diagnostic.getLocation());
  llvm::raw_ostream &os = llvm::errs();
  // Line 0 stands for the whole of a file that has no lines.
  if (place.file && place.file.getLine() != 0)
    os << place.file.getFilename().getValue() << ":" << place.file.getLine() << ":"
       << place.file.getColumn() << ": ";
  else
    os << (place.file ? place.file.getFilename().getValue() : StringRef(path)) << ": ";
  switch (diagnostic.getSeverity()) {
  case DiagnosticSeverity::Note:
    llvm::WithColor::note(os);
    break;
  case DiagnosticSeverity::Warning:
    llvm::WithColor::warning(os);
    break;
  default:
    llvm::WithColor::error(os);
    break;
  }
  if (!place.node.empty())
    os << "'" << place.node << "': ";
  std::string message = diagnostic.str();
  // Errors that name the file themselves do so once.
  StringRef text = message;
  text.consume_front(path + ": ");
  os << text << "\n";
  for (const Diagnostic &note : diagnostic.getNotes())
    print(note);
}
