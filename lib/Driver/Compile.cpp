#include "qopt/Driver/Compile.h"
#include "Autotune.h"
#include "Variants.h"
#include "WriteModel.h"
#include "qopt/Calibrate/ApplyCalibration.h"
#include "qopt/Calibrate/Runner.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Import/OnnxImporter.h"
#include "qopt/InitAll.h"
#include "qopt/Pipelines/PhaseContract.h"
#include "qopt/Support/OutputFile.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace qopt;

OwningOpRef<ModuleOp> qopt::loadModel(StringRef path, MLIRContext &context,
                                      const CompileOptions &options) {
  StringRef extension = llvm::sys::path::extension(path);
  if (extension == ".onnx" || extension == ".onnxtxt" || extension == ".pbtxt") {
    OnnxImportOptions importOptions;
    importOptions.inputShapes = options.inputShapes;
    importOptions.outputs = options.modelOutputs;
    return importOnnx(path, context, importOptions);
  }
  // The parser's own message for a missing file has no location.
  if (path != "-" && !llvm::sys::fs::exists(path)) {
    llvm::errs() << path << ": error: no such file\n";
    return nullptr;
  }
  return parseSourceFile<ModuleOp>(path, ParserConfig(&context));
}

Phase qopt::findPhase(ModuleOp module) {
  Phase phase = Phase::Float;
  module.walk([&](Operation *op) {
    Phase found = Phase::Float;
    StringRef dialect = op->getName().getDialectNamespace();
    StringRef name = op->getName().getStringRef();
    if (isa<LLVM::LLVMFuncOp>(op))
      found = Phase::LLVM;
    else if (name.starts_with("qint.vector.") || isa<vector::VectorDialect>(op->getDialect()))
      found = op->getParentOfType<linalg::GenericOp>() ? Phase::Scheduled : Phase::Vectorized;
    else if (name.starts_with("qint.scheduled.") || name.starts_with("qint.task.") ||
             dialect == "memref")
      found = Phase::Scheduled;
    else if (dialect == "qint")
      found = Phase::Integer;
    else if (isa<calib::FakeQuantOp>(op))
      found = Phase::FakeQuantized;
    else if (isa<calib::AnnotateOp>(op))
      found = Phase::Calibrated;
    else if (isa<calib::ObserveOp>(op))
      found = Phase::Observed;
    phase = std::max(phase, found);
  });
  return phase;
}

namespace {

LogicalResult runPasses(ModuleOp module, TimingScope &timing,
                        llvm::function_ref<void(OpPassManager &)> add) {
  PassManager passes(module.getContext());
  // Fails where the program has not registered these flags: then there are none.
  (void)applyPassManagerCLOptions(passes);
  passes.enableTiming(timing);
  add(passes);
  return passes.run(module);
}

bool hasObservers(ModuleOp module) {
  return module.walk([](calib::ObserveOp) { return WalkResult::interrupt(); }).wasInterrupted();
}

/// Runs the observed `function` on the calibration data and states the ranges.
LogicalResult calibrateFunction(func::FuncOp function, const CompileOptions &options) {
  auto fail = [&](llvm::Error error) {
    return function.emitError() << llvm::toString(std::move(error));
  };
  const PipelineOptions &pipeline = options.pipeline;
  RangeOptions ranges{pipeline.method, pipeline.percentile, pipeline.activationBits, pipeline.grid};
  if (llvm::Error error = checkRangeOptions(ranges))
    return fail(std::move(error));
  FailureOr<CalibrationRunner> runner = CalibrationRunner::create(function);
  if (failed(runner))
    return failure();
  llvm::Expected<SampleReader> samples =
      SampleReader::open(options.calibrationData, describeInputs(function));
  if (!samples)
    return fail(samples.takeError());
  CalibrationRunner::Options runOptions;
  runOptions.threads = options.calibrationThreads;
  if (llvm::Error error = runner->run(*samples, runOptions).takeError())
    return fail(std::move(error));
  return applyCalibration(function, runner->getStatistics(), ranges);
}

void dropObservers(ModuleOp module) {
  module.walk([](calib::ObserveOp op) {
    op.replaceAllUsesWith(op.getInput());
    op.erase();
  });
}

/// Runs the observed `module` on data, unless statistics are given, and states
/// the ranges. Programs whose values all have grids already need neither; in those
/// that came `withGrids`, what has none stays in float.
LogicalResult calibrate(ModuleOp module, bool withGrids, const CompileOptions &options,
                        TimingScope &timing) {
  if (!hasObservers(module))
    return success();
  const PipelineOptions &pipeline = options.pipeline;
  if (!pipeline.statistics.empty())
    return runPasses(module, timing,
                     [&](OpPassManager &pm) { addPhase(pm, Phase::Calibrated, pipeline); });
  if (options.calibrationData.empty() && withGrids) {
    dropObservers(module);
    return verifyPhase(module, Phase::Calibrated);
  }
  if (options.calibrationData.empty())
    return module.emitError() << "some values have no grid yet: give samples of the input with "
                                 "--calibration-data=FILE.npz, or compile in float with --float";
  for (auto function : module.getOps<func::FuncOp>())
    if (!function.isExternal() && failed(calibrateFunction(function, options)))
      return failure();
  return verifyPhase(module, Phase::Calibrated);
}

/// From the phase `module` is in to `to`, quantizing on the way.
LogicalResult quantizeAndLower(ModuleOp module, Phase from, Phase to,
                               const CompileOptions &options) {
  bool withGrids = from == Phase::FakeQuantized;
  auto runPhase = [&](Phase phase) {
    TimingScope timing = options.time(stringifyPhase(phase));
    if (phase == Phase::Calibrated)
      return calibrate(module, withGrids, options, timing);
    return runPasses(module, timing,
                     [&](OpPassManager &pm) { addPhase(pm, phase, options.pipeline); });
  };
  // A QAT or QDQ model is in `fake-quantized`, but values that its author left
  // without a grid still get observers.
  if (withGrids)
    from = Phase::Float;
  for (int next = static_cast<int>(from) + 1; next <= static_cast<int>(to); ++next) {
    Phase phase = static_cast<Phase>(next);
    if (failed(runPhase(phase)))
      return failure();
    if (phase == Phase::Integer && options.onInteger)
      options.onInteger(module);
  }
  return success();
}

} // namespace

LogicalResult qopt::compileTo(ModuleOp module, Phase to, const CompileOptions &options) {
  Phase from = findPhase(module);
  if (from > to && !(from == Phase::FakeQuantized && to != Phase::Float))
    return module.emitError() << "is in phase '" << stringifyPhase(from) << "' already, behind '"
                              << stringifyPhase(to) << "'";
  if (!options.keepFloat)
    return quantizeAndLower(module, from, to, options);
  if (from != Phase::Float)
    return module.emitError() << "--float compiles float models; this one is in phase '"
                              << stringifyPhase(from) << "': compile it without --float";
  if (to != Phase::Float && to < Phase::Scheduled)
    return module.emitError() << "a float program has no phase '" << stringifyPhase(to)
                              << "'; the next one is 'scheduled'";
  TimingScope timing = options.time("float phases");
  return runPasses(module, timing,
                   [&](OpPassManager &pm) { addFloatPhases(pm, to, options.pipeline); });
}

LogicalResult qopt::compileAndWrite(ModuleOp module, OutputKind kind, Phase to, StringRef path,
                                    const CompileOptions &options) {
  if (options.cpus.size() > 1 && to > Phase::Integer)
    return compileVariants(module, kind, path, options);
  if (failed(compileTo(module, to, options)))
    return failure();
  TimingScope timing = options.time(kind == OutputKind::MLIR ? "writing" : "code generation");
  return writeModel(module, kind, path);
}

TimingScope CompileOptions::time(StringRef name) const {
  return timing ? timing->nest(name) : TimingScope();
}

int qopt::compileFile(StringRef input, OutputKind kind, Phase to, StringRef output,
                      CompileOptions &options) {
  if (failed(report(checkOutputPath(output))))
    return 1;
  DialectRegistry registry;
  registerAllDialects(registry);
  MLIRContext context(registry);
  DiagnosticPrinter diagnostics(&context, input, options.remarksFilter);
  options.onInteger = [&](ModuleOp module) {
    diagnostics.getSummary().print(module, input, llvm::errs());
  };
  TimingScope loading = options.time("loading");
  OwningOpRef<ModuleOp> module = loadModel(input, context, options);
  loading.stop();
  if (!module || (options.autotune && failed(autotune(*module, options, diagnostics))) ||
      failed(compileAndWrite(*module, kind, to, output, options)))
    return 1;
  return 0;
}
