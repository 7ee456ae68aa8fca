#include "DiagnosticPrinter.h"

#include "mlir/IR/Location.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/Remarks.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/WithColor.h"

#include <mutex>

using namespace mlir;
using namespace qopt;

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

/// What says which ops stay in float, and why.
constexpr StringLiteral kIntegerizeCategory = "qopt-integerize";
constexpr StringLiteral kFloatRemark = "float";

} // namespace

/// Prints remarks like diagnostics, and notes the ops that stay in float. Passes
/// on several functions report at once.
class qopt::RemarkHandler : public remark::detail::MLIRRemarkStreamerBase {
public:
  RemarkHandler(StringRef path, StringRef filter, QuantizationSummary &summary)
      : path(path), summary(summary) {
    if (!filter.empty())
      printed.emplace(filter);
  }

  void streamOptimizationRemark(const remark::detail::Remark &remark) override {
    if (isPaused)
      return;
    Place place = findPlace(remark.getLocation());
    std::string text;
    llvm::raw_string_ostream textStream(text);
    llvm::interleave(
        remark.getArgs(), textStream, [&](const auto &argument) { textStream << argument.val; },
        " ");
    if (remark.getCategoryName() == kIntegerizeCategory && remark.getRemarkName() == kFloatRemark)
      summary.addFloatOp(text, place.node);
    if (!printed || !printed->match(remark.getCategoryName()))
      return;
    std::lock_guard<std::mutex> lock(mutex);
    llvm::raw_ostream &os = llvm::errs();
    printFile(os, place, path);
    llvm::WithColor::remark(os);
    printNode(os, place);
    os << remark.getRemarkName() << ": " << text << " [" << remark.getCategoryName() << "]\n";
  }

  bool isPaused = false;

private:
  std::string path;
  /// None where no remarks are printed.
  std::optional<llvm::Regex> printed;
  QuantizationSummary &summary;
  std::mutex mutex;
};

qopt::DiagnosticPrinter::DiagnosticPrinter(MLIRContext *context, StringRef path,
                                           StringRef remarksFilter)
    : ScopedDiagnosticHandler(context), path(path) {
  // The op that an error is about may hold megabytes of weights.
  context->printOpOnDiagnostic(false);
  setHandler([this](Diagnostic &diagnostic) {
    print(diagnostic);
    return success();
  });
  std::string heard = kIntegerizeCategory.str();
  if (!remarksFilter.empty())
    heard = ("(" + remarksFilter + ")|" + heard).str();
  remark::RemarkCategories categories;
  categories.passed = categories.missed = categories.analysis = categories.failed = heard;
  auto handler = std::make_unique<RemarkHandler>(path, remarksFilter, summary);
  remarks = handler.get();
  (void)remark::enableOptimizationRemarks(*context, std::move(handler),
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

void qopt::DiagnosticPrinter::pauseRemarks(bool pause) {
  if (remarks)
    remarks->isPaused = pause;
}
