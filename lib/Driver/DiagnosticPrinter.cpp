#include "DiagnosticPrinter.h"

#include "mlir/IR/Location.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/Remarks.h"
#include "llvm/Support/WithColor.h"

#include <mutex>

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

/// `file:line:column: `, or without the line where the file has none.
void printFile(llvm::raw_ostream &os, const Place &place, StringRef path) {
  // Line 0 stands for the whole of a file that has no lines.
  if (place.file && place.file.getLine() != 0)
    os << place.file.getFilename().getValue() << ":" << place.file.getLine() << ":"
       << place.file.getColumn() << ": ";
  else
    os << (place.file ? place.file.getFilename().getValue() : path) << ": ";
}

void printNode(llvm::raw_ostream &os, const Place &place) {
  if (!place.node.empty())
    os << "'" << place.node << "': ";
}

/// Prints remarks like diagnostics. Passes on several functions report at once.
class RemarkPrinter : public remark::detail::MLIRRemarkStreamerBase {
public:
  explicit RemarkPrinter(StringRef path) : path(path) {}

  void streamOptimizationRemark(const remark::detail::Remark &remark) override {
    std::lock_guard<std::mutex> lock(mutex);
    Place place = findPlace(remark.getLocation());
    llvm::raw_ostream &os = llvm::errs();
    printFile(os, place, path);
    llvm::WithColor::remark(os);
    printNode(os, place);
    os << remark.getRemarkName() << ": ";
    llvm::interleave(remark.getArgs(), os, [&](const auto &argument) { os << argument.val; }, " ");
    os << " [" << remark.getCategoryName() << "]\n";
  }

private:
  std::string path;
  std::mutex mutex;
};

} // namespace

qopt::DiagnosticPrinter::DiagnosticPrinter(MLIRContext *context, StringRef path,
                                           StringRef remarksFilter)
    : ScopedDiagnosticHandler(context), path(path) {
  // The op that an error is about may hold megabytes of weights.
  context->printOpOnDiagnostic(false);
  setHandler([this](Diagnostic &diagnostic) {
    print(diagnostic);
    return success();
  });
  if (remarksFilter.empty())
    return;
  remark::RemarkCategories categories;
  categories.passed = categories.missed = categories.analysis = categories.failed =
      remarksFilter.str();
  (void)remark::enableOptimizationRemarks(*context, std::make_unique<RemarkPrinter>(path),
                                          std::make_unique<remark::RemarkEmittingPolicyAll>(),
                                          categories);
}

void qopt::DiagnosticPrinter::print(const Diagnostic &diagnostic) const {
  if (diagnostic.getSeverity() == DiagnosticSeverity::Remark)
    return;
  Place place = findPlace(diagnostic.getLocation());
  llvm::raw_ostream &os = llvm::errs();
  printFile(os, place, path);
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
  printNode(os, place);
  std::string message = diagnostic.str();
  // Errors that name the file themselves do so once.
  StringRef text = message;
  text.consume_front(path + ": ");
  os << text << "\n";
  for (const Diagnostic &note : diagnostic.getNotes())
    print(note);
}
