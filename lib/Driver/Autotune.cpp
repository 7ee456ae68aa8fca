#include "Autotune.h"
#include "LayerTimes.h"
#include "qopt/Dialect/Interfaces/SchedulableOpInterface.h"
#include "qopt/Schedule/TileCosts.h"
#include "qopt/Support/Progress.h"
#include "qopt/Support/Samples.h"

#include "mlir/IR/Remarks.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

#include <chrono>

using namespace mlir;
using namespace qopt;

namespace {

/// How many choices of each layer are tried, for how long each, and by how much one
/// must beat the cost model's first.
constexpr int64_t kRanks = 4;
constexpr double kSeconds = 0.3, kMinGain = 1.02;
constexpr int64_t kMinRuns = 5;

/// What a layer became, and the microseconds that it took.
struct Measured {
  std::string form;
  double time = 0;
};

/// The rank of each layer's choice, and what it gave.
using Ranks = std::vector<int64_t>;
using Measurements = std::vector<Measured>;

SmallVector<Operation *> getLayers(ModuleOp module) {
  SmallVector<Operation *> layers;
  module.walk([&](SchedulableOpInterface op) { layers.push_back(op); });
  return layers;
}

void setRank(Operation *layer, int64_t rank) {
  layer->setAttr(kTileRankAttrName, Builder(layer->getContext()).getI64IntegerAttr(rank));
}

/// Measures choices for the layers of a model.
class Tuner {
public:
  Tuner(ModuleOp module, const CompileOptions &options)
      : module(module), options(options), layers(getLayers(module)) {}
  ~Tuner() {
    if (!directory.empty())
      llvm::sys::fs::remove_directories(directory);
  }

  /// The fastest choice of each layer, and its time beside that of the first one.
  struct Result {
    Ranks ranks;
    Measurements first, best;
  };
  FailureOr<Result> run();

private:
  LogicalResult start();
  FailureOr<Measurements> measure(const Ranks &ranks);
  llvm::Expected<Measurements> runLibrary(StringRef library);

  ModuleOp module;
  const CompileOptions &options;
  SmallVector<Operation *> layers;
  SmallString<128> directory;
  /// One sample: the first one of the calibration data, zeros without such.
  SmallVector<Tensor> inputs;
};

/// The one function that is run: the first one.
func::FuncOp getFunction(ModuleOp module) { return *module.getOps<func::FuncOp>().begin(); }

} // namespace

LogicalResult Tuner::start() {
  if (llvm::sys::fs::createUniqueDirectory("qopt-autotune", directory))
    return module.emitError() << "cannot create a temporary folder to tune in";
  SmallVector<NamedTensorType> types = describeInputs(getFunction(module));
  if (options.calibrationData.empty()) {
    for (const NamedTensorType &input : types)
      inputs.emplace_back(input.type);
    return success();
  }
  llvm::Expected<SampleReader> samples = SampleReader::open(options.calibrationData, types);
  if (!samples)
    return module.emitError() << llvm::toString(samples.takeError());
  llvm::Expected<SmallVector<Tensor>> sample = samples->read(0);
  if (!sample)
    return module.emitError() << llvm::toString(sample.takeError());
  inputs = std::move(*sample);
  return success();
}

/// Runs a profiled library.
llvm::Expected<Measurements> Tuner::runLibrary(StringRef library) {
  llvm::Expected<LoadedModel> model = LoadedModel::load(library);
  if (!model)
    return model.takeError();
  SmallVector<Tensor> outputs;
  for (RankedTensorType type : model->outputTypes(module.getContext()))
    outputs.emplace_back(type);
  LayerTimes times(*model->getProfile());
  using Clock = std::chrono::steady_clock;
  auto secondsSince = [](Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
  };
  Clock::time_point start = Clock::now();
  for (int64_t run = 0; run < kMinRuns || secondsSince(start) < kSeconds; ++run) {
    times.start();
    Clock::time_point before = Clock::now();
    if (llvm::Error error = model->run(inputs, outputs))
      return std::move(error);
    times.add(secondsSince(before) * 1e3);
  }
  Measurements result(layers.size());
  for (size_t i = 0; i < times.size(); ++i) {
    size_t layer;
    if (times.getName(i).getAsInteger(10, layer) || layer >= result.size())
      continue;
    result[layer].form += times.getDescription(i);
    result[layer].time += times.getMicroseconds(i);
  }
  return result;
}

/// Compiles a copy of the module with choices of these ranks, and runs it.
FailureOr<Measurements> Tuner::measure(const Ranks &ranks) {
  OwningOpRef<ModuleOp> copy = module.clone();
  Builder builder(module.getContext());
  for (auto [i, layer] : llvm::enumerate(getLayers(*copy))) {
    // Profiles tell the name in front; several layers may share one of the model.
    layer->setLoc(NameLoc::get(builder.getStringAttr(Twine(i)), layer->getLoc()));
    setRank(layer, ranks[i]);
  }
  CompileOptions profiled;
  profiled.keepFloat = options.keepFloat;
  profiled.pipeline.copyOptionValuesFrom(options.pipeline);
  profiled.pipeline.profile = true;
  profiled.pipeline.threads = 1;
  SmallString<128> library(directory);
  llvm::sys::path::append(library, "tuned.so");
  if (failed(compileTo(*copy, Phase::LLVM, profiled)) ||
      failed(writeModel(*copy, OutputKind::SharedLibrary, library)))
    return failure();
  llvm::Expected<Measurements> times = runLibrary(library);
  if (!times)
    return module.emitError() << "cannot tune: " << llvm::toString(times.takeError());
  return *times;
}

FailureOr<Tuner::Result> Tuner::run() {
  if (failed(start()))
    return failure();
  ProgressMeter progress("tuning", "choices of each layer", kRanks + 1);
  Result result{Ranks(layers.size(), 0), {}, {}};
  for (int64_t rank = 0; rank < kRanks; ++rank) {
    FailureOr<Measurements> measured = measure(Ranks(layers.size(), rank));
    if (failed(measured))
      return failure();
    if (rank == 0)
      result.first = result.best = *measured;
    for (auto [best, own, chosen] : llvm::zip_equal(result.best, *measured, result.ranks))
      // Most layers have no choice: what differs there is noise.
      if (own.time < best.time && own.form != best.form) {
        best = own;
        chosen = rank;
      }
    progress.advance();
  }
  // Neighbours have changed: what does not gain beside them is taken back.
  FailureOr<Measurements> together = measure(result.ranks);
  if (failed(together))
    return failure();
  for (size_t layer = 0; layer < layers.size(); ++layer) {
    double &best = result.best[layer].time;
    best = std::max(best, (*together)[layer].time);
    if (best * kMinGain >= result.first[layer].time)
      result.ranks[layer] = 0;
  }
  return result;
}

/// Refuses targets that this machine cannot measure.
static LogicalResult checkTarget(ModuleOp module, const CompileOptions &options) {
  const PipelineOptions &pipeline = options.pipeline;
  InFlightDiagnostic error = module.emitError();
  if (options.cpus.size() > 1)
    return error << "cannot tune for several CPUs in one run; name one with --mcpu";
  if (findPhase(module) > Phase::Integer)
    return error << "cannot tune behind phase '" << stringifyPhase(Phase::Integer)
                 << "': the choices are made; leave out --autotune";
  llvm::Expected<CPUDescription> cpu = resolveCPU(pipeline.triple, pipeline.cpu, pipeline.features);
  if (!cpu)
    return error << llvm::toString(cpu.takeError());
  if (!pipeline.emulate && !isSupportedByHost(selectISA(*cpu).name))
    return error << "cannot tune for a CPU that this machine is not; leave out --autotune, or "
                    "compile for --mcpu=native";
  error.abandon();
  return success();
}

LogicalResult qopt::autotune(ModuleOp module, const CompileOptions &options,
                             DiagnosticPrinter &diagnostics) {
  if (failed(checkTarget(module, options)))
    return failure();
  if (!options.keepFloat && failed(compileTo(module, Phase::Integer, options)))
    return failure();
  TimingScope timing = options.time("tuning");
  // What passes say of the copies is not what they will do.
  diagnostics.pauseRemarks(true);
  FailureOr<Tuner::Result> tuned = Tuner(module, options).run();
  diagnostics.pauseRemarks(false);
  if (failed(tuned))
    return failure();
  for (auto [layer, rank, first, best] :
       llvm::zip_equal(getLayers(module), tuned->ranks, tuned->first, tuned->best)) {
    if (rank == 0)
      continue;
    setRank(layer, rank);
    remark::passed(layer->getLoc(), remark::RemarkOpts::name("tile").category("autotune"))
        << llvm::formatv("number {0} of the cost model's list takes {1:F1} us, its first {2:F1} us",
                         rank + 1, best.time, first.time)
               .str();
  }
  return success();
}
