// qopt-calibrate: finds the ranges of an observed model by running it on data.

#include "Options.h"
#include "qopt/InitAll.h"

#include "mlir/IR/AsmState.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"

int main(int argc, char **argv) {
  llvm::InitLLVM initLLVM(argc, argv);
  llvm::setBugReportMsg(
      "this is a defect in qopt; please report it with the model and this text\n");
  const qopt::CalibrateOptions options = qopt::parseCalibrateOptions(argc, argv);
  mlir::DialectRegistry registry;
  qopt::registerAllDialects(registry);
  return qopt::runCalibrate(options, registry) ? 0 : 1;
}
