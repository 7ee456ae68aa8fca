#include "Options.h"

#include "mlir/IR/AsmState.h"
#include "llvm/Support/CommandLine.h"

using namespace llvm;

static constexpr const char *overview =
    R"(qopt-calibrate: find the ranges of an observed model by running it on data

  qopt-translate --import-onnx net.onnx -o net.mlir
  qopt net.mlir --qopt-insert-observers -o observed.mlir
  qopt-calibrate observed.mlir --data=samples.npz -o calibrated.mlir

The .npz holds one float32 array per model input, by name; its first axis counts samples.

Keep the statistics to try other methods without running the data again, to add samples later,
or to gather them on several machines:

  qopt-calibrate observed.mlir --data=part1.npz --stats=part1.stats
  qopt-calibrate observed.mlir --data=part2.npz --stats=part2.stats
  qopt-calibrate --merge part1.stats part2.stats -o all.stats
  qopt-calibrate observed.mlir --from-stats=all.stats --method=percentile -o calibrated.mlir

The result depends on the samples only: not on their order, on how they are split, on the number
of threads or on the machine.
)";

qopt::CalibrateOptions qopt::parseCalibrateOptions(int argc, char **argv) {
  // Options of LLVM's code generators, which do not run here, and linkers.
  for (StringRef name : {"stats", "threads"})
    if (cl::Option *option = cl::getRegisteredOptions().lookup(name))
      option->removeArgument();
  cl::OptionCategory category("Options of qopt-calibrate");

  CalibrateOptions options;
  cl::list<std::string> inputs(cl::Positional, cl::OneOrMore, cl::desc("observed.mlir"),
                               cl::cat(category));
  cl::list<std::string> data("data", cl::desc("Samples to run; may be given several times"),
                             cl::value_desc("FILE.npz"), cl::cat(category));
  cl::list<std::string> previous(
      "from-stats",
      cl::desc("Statistics of an earlier run, to which --data adds; may be given several times"),
      cl::value_desc("FILE"), cl::cat(category));
  cl::opt<std::string, true> statistics(
      "stats", cl::location(options.statistics),
      cl::desc("Write the statistics; without -o, nothing else is written"), cl::value_desc("FILE"),
      cl::cat(category));
  cl::opt<std::string> output("o", cl::desc("Write the calibrated module (default: to stdout)"),
                              cl::value_desc("FILE"), cl::cat(category));
  cl::opt<bool, true> merge("merge", cl::location(options.merge),
                            cl::desc("Merge statistics files into the one of -o"),
                            cl::cat(category));
  cl::opt<std::string, true> method(
      "method", cl::location(options.method), cl::init("mse"),
      cl::desc("How ranges are chosen: mse (default), minmax, moving-average, percentile, entropy"),
      cl::value_desc("METHOD"), cl::cat(category));
  cl::opt<double, true> percentile(
      "percentile", cl::location(options.percentile), cl::init(99.99),
      cl::desc("Percentage of the values that the method percentile keeps (default 99.99)"),
      cl::value_desc("P"), cl::cat(category));
  cl::opt<std::string, true> grid(
      "grid", cl::location(options.grid), cl::init("affine"),
      cl::desc("The grids that ranges are for: affine (default), symmetric, full-range, "
               "power-of-two"),
      cl::value_desc("GRID"), cl::cat(category));
  cl::opt<unsigned, true> bits("activation-bits", cl::location(options.activationBits), cl::init(8),
                               cl::desc("Bits of stored activations: 8 (default), 16"),
                               cl::value_desc("BITS"), cl::cat(category));
  cl::opt<unsigned, true> threads("threads", cl::location(options.threads), cl::init(0),
                                  cl::desc("Threads that run samples (default: one per core)"),
                                  cl::value_desc("N"), cl::cat(category));
  cl::opt<int64_t> maxSamples("max-samples", cl::desc("Run the first N samples only"),
                              cl::value_desc("N"), cl::cat(category));

  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(argc, argv, overview);
  options.inputs.assign(inputs.begin(), inputs.end());
  options.data.assign(data.begin(), data.end());
  options.previousStatistics.assign(previous.begin(), previous.end());
  if (output.getNumOccurrences() != 0)
    options.output = output;
  if (maxSamples.getNumOccurrences() != 0)
    options.maxSamples = maxSamples;
  return options;
}
