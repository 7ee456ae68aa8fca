#include "ModelOptions.h"

#include "qopt/Import/OnnxImporter.h"
#include "qopt/Target/CPUVariants.h"

#include "llvm/Config/llvm-config.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;
using namespace qopt::tools;

namespace {

cl::OptionCategory modelCategory("Model options");
cl::OptionCategory quantizationCategory("Quantization options");
cl::OptionCategory targetCategory("Target options");
cl::OptionCategory reportCategory("Report options");

} // namespace

struct ModelOptions::Flags {
  cl::list<std::string> inputShapes{
      "input-shape", cl::desc("Shape of a model input, where the model leaves it open"),
      cl::value_desc("NAME:1x3x224x224"), cl::cat(modelCategory)};
  cl::list<std::string> outputs{
      "cut-at",
      cl::desc("Value of the model that becomes an output, in the place of the model's own "
               "(repeatable)"),
      cl::value_desc("NAME"), cl::cat(modelCategory)};
  cl::opt<std::string> calibrationData{
      "calibration-data",
      cl::desc("Samples to calibrate with: one array per input, by name; the first axis counts "
               "samples"),
      cl::value_desc("FILE.npz"), cl::cat(quantizationCategory)};
  cl::opt<std::string> statistics{
      "stats", cl::desc("Statistics of an earlier calibration (qopt-calibrate --stats)"),
      cl::value_desc("FILE"), cl::cat(quantizationCategory)};
  cl::opt<std::string> method{
      "method",
      cl::desc("How ranges are chosen: mse (default), minmax, moving-average, percentile, entropy"),
      cl::value_desc("METHOD"), cl::init("mse"), cl::cat(quantizationCategory)};
  cl::opt<double> percentile{"percentile",
                             cl::desc("Share of the values, in percent, that the method percentile "
                                      "keeps (default 99.99)"),
                             cl::init(99.99), cl::cat(quantizationCategory)};
  cl::opt<std::string> grid{
      "grid",
      cl::desc("How a range becomes a grid: affine (default), symmetric, full-range, power-of-two"),
      cl::value_desc("GRID"), cl::init("affine"), cl::cat(quantizationCategory)};
  cl::opt<unsigned> activationBits{"activation-bits",
                                   cl::desc("Bits of stored activations: 8 (default) or 16"),
                                   cl::init(8), cl::cat(quantizationCategory)};
  cl::opt<unsigned> weightBits{"weight-bits", cl::desc("Bits of weights: 8 (default) or 4"),
                               cl::init(8), cl::cat(quantizationCategory)};
  cl::opt<bool> noBiasCorrection{
      "no-bias-correction",
      cl::desc("Do not correct biases for the mean effect of weight rounding"),
      cl::cat(quantizationCategory)};
  cl::opt<std::string> rescale{
      "rescale",
      cl::desc("From accumulator to stored integer: fixed16 (default), fixed32, "
               "fixed32-double-round, float32"),
      cl::value_desc("MODE"), cl::init("fixed16"), cl::cat(quantizationCategory)};
  cl::opt<bool> requireInteger{"require-integer",
                               cl::desc("Fail, naming each op, where one stays in float"),
                               cl::cat(quantizationCategory)};
  cl::opt<bool> keepFloat{"float", cl::desc("Compile the model in float, without quantization"),
                          cl::cat(quantizationCategory)};
  cl::opt<std::string> triple{"mtriple", cl::desc("Target triple (default: this machine's)"),
                              cl::value_desc("TRIPLE"), cl::cat(targetCategory)};
  cl::opt<std::string> cpu{
      "mcpu",
      cl::desc("Target CPU, such as znver3, x86-64-v3 or native (default: native); with several, "
               "the code chooses among them when it runs"),
      cl::value_desc("CPU[,CPU...]"), cl::cat(targetCategory)};
  cl::opt<std::string> features{"mattr", cl::desc("Target features, such as +avx512vnni"),
                                cl::value_desc("+a,-b"), cl::cat(targetCategory)};
  cl::opt<bool> emulate{"emulate",
                        cl::desc("Keep the code shape of the target but make it run on this CPU"),
                        cl::cat(targetCategory)};
  cl::opt<bool> profile{"profile",
                        cl::desc("Count the time of each layer, which qopt-run then prints "
                                 "(with --benchmark); such code is not reentrant"),
                        cl::cat(reportCategory)};
  cl::opt<std::string> remarksFilter{
      "remarks-filter",
      cl::desc("Print what these passes have to say of each layer: qopt-integerize (what stays in "
               "float, and why), qopt-schedule (algorithm and tile), qopt-plan-arena, …; '.*' for "
               "all"),
      cl::value_desc("REGEX"), cl::cat(reportCategory)};
};

/// Takes back all flags that are registered. Before ours: those that the
/// libraries behind the tools register for their own developers, which clutter
/// `--help` and some of which have the names of ours. After parsing: ours,
/// because the linker registers such names when it runs.
static void unregisterFlags() {
  SmallVector<cl::Option *> foreign;
  for (auto &entry : cl::getRegisteredOptions())
    if (!entry.first.starts_with("help") && entry.first != "version")
      foreign.push_back(entry.second);
  for (cl::Option *option : foreign)
    option->removeArgument();
}

ModelOptions::ModelOptions() {
  unregisterFlags();
  flags = std::make_unique<Flags>();
}

ModelOptions::~ModelOptions() = default;

Expected<std::unique_ptr<qopt::CompileOptions>> ModelOptions::get() const {
  unregisterFlags();
  auto options = std::make_unique<CompileOptions>();
  OnnxImportOptions importOptions;
  for (const std::string &text : flags->inputShapes)
    if (Error error = parseInputShape(text, importOptions))
      return std::move(error);
  options->inputShapes = importOptions.inputShapes;
  options->modelOutputs = flags->outputs;
  options->calibrationData = flags->calibrationData;
  options->keepFloat = flags->keepFloat;
  options->remarksFilter = flags->remarksFilter;
  std::string problem;
  if (!options->remarksFilter.empty() && !Regex(options->remarksFilter).isValid(problem))
    return createStringError("--remarks-filter='" + options->remarksFilter +
                             "' is no regular expression: " + problem);
  PipelineOptions &pipeline = options->pipeline;
  pipeline.statistics = flags->statistics;
  std::optional<RangeMethod> method = symbolizeRangeMethod(flags->method);
  if (!method)
    return createStringError("unknown --method '" + flags->method + "'; use one of " +
                             listRangeMethods());
  std::optional<GridPolicy> grid = symbolizeGridPolicy(flags->grid);
  if (!grid)
    return createStringError("unknown --grid '" + flags->grid + "'; use one of " +
                             listGridPolicies());
  pipeline.method = *method;
  pipeline.percentile = flags->percentile;
  pipeline.grid = *grid;
  pipeline.activationBits = flags->activationBits;
  pipeline.weightBits = flags->weightBits;
  pipeline.biasCorrection = !flags->noBiasCorrection;
  pipeline.rescale = flags->rescale;
  pipeline.requireInteger = flags->requireInteger;
  pipeline.triple = flags->triple;
  pipeline.cpu = flags->cpu;
  if (flags->triple.empty() && flags->cpu.empty())
    pipeline.cpu = "native";
  pipeline.features = flags->features;
  SmallVector<StringRef> cpus;
  StringRef(flags->cpu).split(cpus, ',');
  if (cpus.size() > 1) {
    for (StringRef cpu : cpus)
      options->cpus.push_back(cpu.trim().str());
    Expected<SmallVector<CPUVariant>> variants =
        resolveVariants(flags->triple, options->cpus, flags->features);
    if (!variants)
      return variants.takeError();
    // There is one integer program: that of the best CPU.
    pipeline.cpu = variants->front().name;
  }
  pipeline.emulate = flags->emulate;
  pipeline.profile = flags->profile;
  return options;
}

int qopt::tools::fail(StringRef tool, const Twine &message) {
  WithColor::error(errs(), tool) << message << "\n";
  return 1;
}

int qopt::tools::fail(StringRef tool, Error error) {
  return fail(tool, toString(std::move(error)));
}

void qopt::tools::printVersion(raw_ostream &os) {
  os << "qopt 0.1.0, with LLVM " << LLVM_VERSION_STRING << "\n";
}
