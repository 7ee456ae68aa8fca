#ifndef QOPT_DRIVER_RUN_H
#define QOPT_DRIVER_RUN_H

#include "qopt/Driver/Compile.h"

namespace qopt {

/// What `qopt-run` is asked to do.
struct RunOptions {
  std::string model;
  std::string inputs;   ///< .npz to read
  std::string outputs;  ///< .npz to write
  std::string expected; ///< .npz to compare with
  std::string labels;   ///< array in `inputs` with the right class of each sample
  std::optional<double> tolerance;
  int64_t maxSamples = 0; ///< 0: all
  bool useEvaluator = false;
  unsigned threads = 1;
  std::optional<double> benchmarkSeconds;
  bool json = false;
  bool profile = false; ///< with `benchmarkSeconds`: the time of each layer
};

/// Runs a model on data: a shared library as it is; an ONNX or MLIR model by
/// compiling it first, or on the reference evaluator. Reports go to the standard
/// output, errors to the standard error. Returns the exit code: 1 on any error,
/// and when an output is further than the tolerance from what was expected.
int runModel(const RunOptions &options, const CompileOptions &compileOptions);

} // namespace qopt

#endif // QOPT_DRIVER_RUN_H
