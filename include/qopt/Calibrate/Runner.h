#ifndef QOPT_CALIBRATE_RUNNER_H
#define QOPT_CALIBRATE_RUNNER_H

#include "qopt/Calibrate/Statistics.h"
#include "qopt/Reference/Evaluator.h"
#include "qopt/Support/Samples.h"

namespace qopt {

/// Runs an observed function on data and gathers the statistics of its sites.
class CalibrationRunner {
public:
  struct Options {
    /// Threads that evaluate samples, 0 for one per core. The statistics do not
    /// depend on it.
    unsigned threads = 0;
    /// How many samples to take at most, from the start; nothing for all.
    std::optional<int64_t> maxSamples;
  };

  /// Prepares `function`, which must outlive the runner. Emits an error where it
  /// has no site, or an op that cannot be evaluated.
  static mlir::FailureOr<CalibrationRunner> create(mlir::func::FuncOp function);

  /// Runs the samples of `samples` and adds what the sites see to the
  /// statistics; returns how many samples were run. Shows its progress when
  /// that takes long and stderr is a terminal.
  ///
  /// Fails, leaving the statistics as they were, where data cannot be read and
  /// where an input or a site holds NaN or infinity: of all such samples the
  /// message names the first one, whatever the number of threads.
  llvm::Expected<int64_t> run(SampleReader &samples, const Options &options);

  CalibrationStatistics &getStatistics() { return statistics; }

private:
  class Session;

  CalibrationRunner(mlir::func::FuncOp function, Evaluator evaluator,
                    CalibrationStatistics statistics);

  Evaluator evaluator;
  CalibrationStatistics statistics;
  llvm::DenseMap<mlir::Operation *, size_t> siteIndices;
};

} // namespace qopt

#endif // QOPT_CALIBRATE_RUNNER_H
