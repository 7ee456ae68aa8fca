// qopt: mlir-opt for quantization.

#include "qopt/InitAll.h"
#include "qopt/Pipelines/Pipelines.h"

#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Support/FileUtilities.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/ToolOutputFile.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;
using namespace qopt;

static cl::opt<std::string> compileFrom("compile-from", cl::value_desc("PHASE"),
                                        cl::desc("Phase that the input is in"));
static cl::opt<std::string> compileTo("compile-to", cl::value_desc("PHASE"),
                                      cl::desc("Run all passes up to this phase"));
static cl::opt<std::string> compileOptions(
    "compile-options", cl::value_desc("key=value …"),
    cl::desc("Options of these passes, as of the pipelines qopt-quantize and qopt-lower"));

/// Appends the passes from one phase to the other; an error names the phases.
static mlir::LogicalResult addRequestedPhases(mlir::PassManager &passes) {
  std::optional<Phase> from = symbolizePhase(compileFrom), to = symbolizePhase(compileTo);
  if (!from || !to || *from > *to) {
    WithColor::error() << "--compile-from and --compile-to take two of the phases " << listPhases()
                       << ", in this order\n";
    return mlir::failure();
  }
  PipelineOptions options;
  if (mlir::failed(options.parseFromString(compileOptions)))
    return mlir::failure();
  addPhases(passes, *from, *to, options);
  return mlir::success();
}

int main(int argc, char **argv) {
  InitLLVM initLLVM(argc, argv);
  setBugReportMsg("this is a defect in qopt; please report it with the input and this text\n");
  mlir::registerAllPasses();
  qopt::registerAllPasses();
  mlir::DialectRegistry registry;
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  qopt::registerAllDialects(registry);

  auto [input, output] = mlir::registerAndParseCLIOptions(
      argc, argv, "qopt: an optimizer driver for quantization\n", registry);
  if (!compileFrom.getNumOccurrences() && !compileTo.getNumOccurrences())
    return mlir::asMainReturnCode(mlir::MlirOptMain(argc, argv, input, output, registry));

  std::string error;
  std::unique_ptr<MemoryBuffer> buffer = mlir::openInputFile(input, &error);
  std::unique_ptr<ToolOutputFile> file = buffer ? mlir::openOutputFile(output, &error) : nullptr;
  if (!file) {
    WithColor::error() << error << "\n";
    return 1;
  }
  auto config = mlir::MlirOptMainConfig::createFromCLOptions();
  config.setPassPipelineSetupFn(addRequestedPhases);
  if (mlir::failed(mlir::MlirOptMain(file->os(), std::move(buffer), registry, config)))
    return 1;
  file->keep();
  return 0;
}
