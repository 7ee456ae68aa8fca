// qopt-compile: from a model to code, or to the IR of any phase.

#include "../Common/ModelOptions.h"
#include "qopt/InitAll.h"

#include "mlir/IR/MLIRContext.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"

using namespace llvm;
using namespace qopt;

static const char *const overview =
    R"(qopt-compile: compile a neural network to integer machine code

  qopt-compile model.onnx --calibration-data=samples.npz --emit=shared -o model.so
  qopt-compile model.onnx --float --emit=obj -o model.o            without quantization
  qopt-compile qat.onnx --mtriple=aarch64-linux-gnu --emit=obj -o model.o
  qopt-compile model.onnx --calibration-data=samples.npz --compile-to=integer -o model.mlir

Objects and libraries get a C header beside them. Models whose values carry grids (QAT, QDQ) need
no calibration data. MLIR modules of any phase are accepted and compiled from there on.
)";

/// The kind that the output's extension names.
static std::optional<OutputKind> kindOfExtension(StringRef path) {
  return StringSwitch<std::optional<OutputKind>>(path.substr(path.rfind('.') + 1))
      .Case("mlir", OutputKind::MLIR)
      .Case("ll", OutputKind::LLVMIR)
      .Case("s", OutputKind::Assembly)
      .Case("o", OutputKind::Object)
      .Case("so", OutputKind::SharedLibrary)
      .Default(std::nullopt);
}

int main(int argc, char **argv) {
  InitLLVM initLLVM(argc, argv);
  setBugReportMsg("this is a defect in qopt; please report it with the model and this text\n");
  tools::ModelOptions modelOptions;
  mlir::registerPassManagerCLOptions();
  cl::opt<std::string> inputPath(cl::Positional, cl::Required, cl::desc("model.{onnx,mlir}"));
  cl::opt<std::string> outputPath("o", cl::Required, cl::value_desc("FILE"),
                                  cl::desc("Output file"));
  cl::opt<OutputKind> emitKind(
      "emit", cl::desc("What to write (default: told by the extension of the output)"),
      cl::values(clEnumValN(OutputKind::MLIR, "mlir", "MLIR, of the phase --compile-to"),
                 clEnumValN(OutputKind::LLVMIR, "llvm", "optimized LLVM IR"),
                 clEnumValN(OutputKind::Assembly, "asm", "assembly"),
                 clEnumValN(OutputKind::Object, "obj", "object file and C header"),
                 clEnumValN(OutputKind::SharedLibrary, "shared", "shared library and C header")));
  cl::opt<bool> autotune("autotune",
                         cl::desc("Time the best few tiles and forms of each layer on this "
                                  "machine, and take the fastest"));
  cl::opt<std::string> compileToState("compile-to", cl::value_desc("PHASE"),
                                      cl::desc("Stop at this phase and write MLIR"));
  cl::opt<unsigned> threads("threads", cl::init(1), cl::value_desc("N"),
                            cl::desc("Split layers into tasks for N threads, which the caller's "
                                     "executor runs (default 1)"));
  cl::opt<bool> timing("timing", cl::desc("Print the time of each phase, and of the passes in it"));
  cl::SetVersionPrinter(tools::printVersion);
  cl::ParseCommandLineOptions(argc, argv, overview);

  Expected<std::unique_ptr<CompileOptions>> options = modelOptions.get();
  if (!options)
    return tools::fail("qopt-compile", options.takeError());
  (*options)->pipeline.threads = threads;
  std::optional<OutputKind> kind = kindOfExtension(outputPath);
  if (emitKind.getNumOccurrences())
    kind = emitKind;
  else if (compileToState.getNumOccurrences())
    kind = OutputKind::MLIR;
  if (!kind)
    return tools::fail("qopt-compile", "cannot tell from the name '" + outputPath +
                                           "' what to write; say it with --emit");
  Phase to = Phase::LLVM;
  if (compileToState.getNumOccurrences()) {
    std::optional<Phase> phase = symbolizePhase(compileToState);
    if (!phase)
      return tools::fail("qopt-compile",
                         "unknown phase '" + compileToState + "'; the phases are " + listPhases());
    if (*kind != OutputKind::MLIR)
      return tools::fail("qopt-compile", "--compile-to writes MLIR; leave out --emit");
    to = *phase;
  }
  if (autotune && to < Phase::Scheduled)
    return tools::fail("qopt-compile", "--autotune chooses what phases behind '" +
                                           stringifyPhase(Phase::Integer) +
                                           "' do; leave out --compile-to");
  (*options)->autotune = autotune;
  mlir::DefaultTimingManager timingManager;
  timingManager.setEnabled(timing);
  timingManager.setDisplayMode(mlir::DefaultTimingManager::DisplayMode::Tree);
  mlir::TimingScope root = timingManager.getRootScope();
  (*options)->timing = &root;
  return compileFile(inputPath, *kind, to, outputPath, **options);
}
