#include "qopt/Calibrate/Driver.h"

#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Support/FileUtilities.h"
#include "qopt/Calibrate/ApplyCalibration.h"
#include "qopt/Calibrate/Runner.h"
#include "qopt/Calibrate/StatisticsFile.h"
#include "qopt/Support/OutputFile.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/WithColor.h"

using namespace mlir;
using namespace qopt;

/// Prints `file: error: message`. A message that begins with the file does not
/// repeat it.
static bool report(StringRef file, const Twine &message) {
  std::string text = message.str();
  StringRef rest = text;
  rest.consume_front((file + ": ").str());
  llvm::WithColor::error(llvm::errs(), file) << rest << '\n';
  return false;
}

static bool report(StringRef file, llvm::Error error) {
  return report(file, llvm::toString(std::move(error)));
}

static bool reportUsage(const Twine &message) { return report("qopt-calibrate", message); }

//===----------------------------------------------------------------------===//
// Options
//===----------------------------------------------------------------------===//

static std::optional<RangeOptions> getRangeOptions(const CalibrateOptions &options) {
  std::optional<RangeMethod> method = symbolizeRangeMethod(options.method);
  if (!method) {
    reportUsage("unknown --method '" + options.method + "': use one of " + listRangeMethods());
    return std::nullopt;
  }
  std::optional<GridPolicy> grid = symbolizeGridPolicy(options.grid);
  if (!grid) {
    reportUsage("unknown --grid '" + options.grid + "': use one of " + listGridPolicies());
    return std::nullopt;
  }
  RangeOptions result = {*method, options.percentile, options.activationBits, *grid};
  if (llvm::Error error = checkRangeOptions(result)) {
    reportUsage(llvm::toString(std::move(error)));
    return std::nullopt;
  }
  return result;
}

static bool checkUsage(const CalibrateOptions &options) {
  if (options.maxSamples && *options.maxSamples <= 0)
    return reportUsage("--max-samples must be positive");
  if (options.merge) {
    if (!options.data.empty() || !options.previousStatistics.empty() || !options.statistics.empty())
      return reportUsage("--merge takes statistics files only: FILE… -o MERGED");
    if (!options.output)
      return reportUsage("--merge needs -o FILE to write to");
    return true;
  }
  if (options.inputs.size() != 1)
    return reportUsage("takes one module, not " + Twine(options.inputs.size()) +
                       "; statistics files are merged with --merge");
  if (options.data.empty() && options.previousStatistics.empty())
    return reportUsage("needs samples (--data=FILE.npz), statistics of an earlier run "
                       "(--from-stats=FILE), or both");
  return true;
}

//===----------------------------------------------------------------------===//
// Merging
//===----------------------------------------------------------------------===//

static bool runMerge(const CalibrateOptions &options) {
  std::optional<CalibrationStatistics> merged;
  for (const std::string &path : options.inputs) {
    llvm::Expected<CalibrationStatistics> statistics = readStatisticsFile(path);
    if (!statistics)
      return report(path, statistics.takeError());
    if (!merged)
      merged = std::move(*statistics);
    else if (llvm::Error error = merged->merge(*statistics))
      return report(path, std::move(error));
  }
  if (llvm::Error error = writeStatisticsFile(*options.output, *merged))
    return report(*options.output, std::move(error));
  return true;
}

//===----------------------------------------------------------------------===//
// Calibration
//===----------------------------------------------------------------------===//

/// Says how a module without sites comes to have some.
static bool reportNoSites(StringRef path, ModuleOp module) {
  bool annotated = false, fakeQuantized = false;
  module.walk([&](Operation *op) {
    annotated |= isa<calib::AnnotateOp>(op);
    fakeQuantized |= isa<calib::FakeQuantOp>(op);
  });
  if (annotated)
    return report(path, "is calibrated already: it has calib.annotate but no calib.observe");
  if (fakeQuantized)
    return report(path, "needs no calibration: its values have grids (calib.fake_quant) already");
  return report(path, "is a float module without calib.observe: mark the values to calibrate with "
                      "'qopt " +
                          path + " --qopt-insert-observers -o observed.mlir' first");
}

/// Opens all data before any of it is run.
static bool openData(const CalibrateOptions &options, func::FuncOp function,
                     std::vector<SampleReader> &data) {
  const SmallVector<NamedTensorType> inputs = describeInputs(function);
  for (const std::string &path : options.data) {
    llvm::Expected<SampleReader> samples = SampleReader::open(path, inputs);
    if (!samples)
      return report(path, samples.takeError());
    data.push_back(std::move(*samples));
  }
  return true;
}

/// Brings the statistics of earlier runs and of all data together.
static bool gather(const CalibrateOptions &options, std::vector<SampleReader> &data,
                   CalibrationRunner &runner) {
  for (const std::string &path : options.previousStatistics) {
    llvm::Expected<CalibrationStatistics> statistics = readStatisticsFile(path);
    if (!statistics)
      return report(path, statistics.takeError());
    if (llvm::Error error = runner.getStatistics().merge(*statistics))
      return report(path, std::move(error));
  }
  CalibrationRunner::Options runOptions;
  runOptions.threads = options.threads;
  runOptions.maxSamples = options.maxSamples;
  for (SampleReader &samples : data) {
    llvm::Expected<int64_t> count = runner.run(samples, runOptions);
    if (!count)
      return report(samples.getPath(), count.takeError());
    if (runOptions.maxSamples)
      *runOptions.maxSamples -= *count;
  }
  return true;
}

static bool writeResults(const CalibrateOptions &options, const RangeOptions &rangeOptions,
                         func::FuncOp function, ModuleOp module,
                         const CalibrationStatistics &statistics) {
  const bool wantsModule = options.output || options.statistics.empty();
  if (wantsModule && failed(applyCalibration(function, statistics, rangeOptions)))
    return false;
  if (!options.statistics.empty())
    if (llvm::Error error = writeStatisticsFile(options.statistics, statistics))
      return report(options.statistics, std::move(error));
  if (!wantsModule)
    return true;
  const std::string output = options.output.value_or("-");
  if (llvm::Error error = writeOutputFile(output, [&](llvm::raw_ostream &os) {
        // Not operator<<: it prints in local scope, without the resource blobs.
        module.print(os);
        os << '\n';
        return llvm::Error::success();
      }))
    return report(output, std::move(error));
  return true;
}

static bool calibrate(const CalibrateOptions &options, const RangeOptions &rangeOptions,
                      const DialectRegistry &registry) {
  const std::string &path = options.inputs.front();
  if (StringRef(path).ends_with(".onnx"))
    return report(path, "is an ONNX model: import it with 'qopt-translate --import-onnx', then "
                        "run 'qopt --qopt-insert-observers'");
  std::string message;
  std::unique_ptr<llvm::MemoryBuffer> buffer = openInputFile(path, &message);
  if (!buffer)
    return report(path, message);

  MLIRContext context(registry);
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(std::move(buffer), llvm::SMLoc());
  SourceMgrDiagnosticHandler diagnostics(sources, &context);
  context.printOpOnDiagnostic(false); // constants are large
  OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(sources, &context);
  if (!module)
    return false;
  FailureOr<func::FuncOp> function = findEntryFunction(*module);
  if (failed(function))
    return false;
  if (collectSites(*function).empty())
    return reportNoSites(path, *module);

  std::vector<SampleReader> data;
  if (!openData(options, *function, data))
    return false;
  FailureOr<CalibrationRunner> runner = CalibrationRunner::create(*function);
  if (failed(runner))
    return false;
  return gather(options, data, *runner) &&
         writeResults(options, rangeOptions, *function, *module, runner->getStatistics());
}

bool qopt::runCalibrate(const CalibrateOptions &options, const DialectRegistry &registry) {
  const std::optional<RangeOptions> rangeOptions = getRangeOptions(options);
  if (!rangeOptions || !checkUsage(options))
    return false;
  return options.merge ? runMerge(options) : calibrate(options, *rangeOptions, registry);
}
