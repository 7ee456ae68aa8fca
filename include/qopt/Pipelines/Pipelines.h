#ifndef QOPT_PIPELINES_PIPELINES_H
#define QOPT_PIPELINES_PIPELINES_H

#include "qopt/Calibrate/RangeMethods.h"
#include "qopt/Pipelines/Phases.h"

#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassOptions.h"

#include <string>

namespace qopt {

/// What the pipelines can be told; each tool's flags fill one of these.
struct PipelineOptions : mlir::PassPipelineOptions<PipelineOptions> {
  PipelineOptions() = default;

  Option<std::string> statistics{
      *this, "stats",
      llvm::cl::desc("Statistics file of a calibration run (qopt-calibrate --stats)"),
      llvm::cl::init("")};
  Option<RangeMethod> method{
      *this, "method", llvm::cl::desc("How a range is chosen"),
      llvm::cl::values(
          clEnumValN(RangeMethod::MSE, "mse", "Least expected squared error"),
          clEnumValN(RangeMethod::MinMax, "minmax", "The extreme values"),
          clEnumValN(RangeMethod::MovingAverage, "moving-average",
                     "The mean of the samples' extreme values"),
          clEnumValN(RangeMethod::Percentile, "percentile",
                     "Cut off the same share of the values at either end"),
          clEnumValN(RangeMethod::Entropy, "entropy", "Least Kullback-Leibler divergence")),
      llvm::cl::init(RangeMethod::MSE)};
  Option<double> percentile{*this, "percentile",
                            llvm::cl::desc("Share of the values, in percent, that the method "
                                           "percentile keeps"),
                            llvm::cl::init(99.99)};
  Option<GridPolicy> grid{
      *this, "grid", llvm::cl::desc("How a range becomes a grid"),
      llvm::cl::values(
          clEnumValN(GridPolicy::Affine, "affine", "Any zero point"),
          clEnumValN(GridPolicy::Symmetric, "symmetric", "Zero point in the middle"),
          clEnumValN(GridPolicy::FullRange, "full-range", "The range exactly onto the grid"),
          clEnumValN(GridPolicy::PowerOfTwo, "power-of-two", "The scale a power of two")),
      llvm::cl::init(GridPolicy::Affine)};
  Option<unsigned> activationBits{*this, "activation-bits",
                                  llvm::cl::desc("Bits of stored activations: 8 or 16"),
                                  llvm::cl::init(8)};
  Option<unsigned> weightBits{*this, "weight-bits", llvm::cl::desc("Bits of weights: 4 or 8"),
                              llvm::cl::init(8)};
  Option<bool> biasCorrection{*this, "bias-correction",
                              llvm::cl::desc("Correct biases for the mean effect of weight "
                                             "rounding"),
                              llvm::cl::init(true)};
  Option<std::string> rescale{
      *this, "rescale",
      llvm::cl::desc("From accumulator to stored integer: fixed16, fixed32, "
                     "fixed32-double-round or float32"),
      llvm::cl::init("fixed16")};
  Option<bool> requireInteger{*this, "require-integer",
                              llvm::cl::desc("Fail where an op stays in float"),
                              llvm::cl::init(false)};
  Option<std::string> triple{*this, "mtriple", llvm::cl::desc("Target triple"), llvm::cl::init("")};
  Option<std::string> cpu{*this, "mcpu", llvm::cl::desc("Target CPU, or native"),
                          llvm::cl::init("")};
  Option<std::string> features{*this, "mattr", llvm::cl::desc("Target features, as for llc"),
                               llvm::cl::init("")};
  Option<bool> emulate{*this, "emulate",
                       llvm::cl::desc("Keep the code shape of the target, but make it run on "
                                      "any CPU"),
                       llvm::cl::init(false)};
  Option<unsigned> bandBytes{*this, "band-bytes",
                             llvm::cl::desc("Bytes of the bands in which chains of loops are "
                                            "computed; 0 makes all chains loops of single steps"),
                             llvm::cl::init(32768)};
  Option<unsigned> threads{*this, "threads",
                           llvm::cl::desc("Split layers into tasks for this many threads"),
                           llvm::cl::init(1)};
  Option<unsigned> forkJoinCycles{*this, "fork-join-cycles",
                                  llvm::cl::desc("Cycles that it costs to start tasks and to "
                                                 "wait for them; 0 splits what can be split"),
                                  llvm::cl::init(2000)};
  Option<bool> profile{*this, "profile", llvm::cl::desc("Count the time of each layer"),
                       llvm::cl::init(false)};
};

/// Appends the passes that bring a module from the state before `phase` to
/// `phase`, and the check of its contract. Phase::Calibrated needs
/// `options.statistics`; Phase::Float adds the check only.
void addPhase(mlir::OpPassManager &pm, Phase phase, const PipelineOptions &options);

/// Appends all phases behind `from` up to `to`, both contracts checked. For
/// programs that stay in float see `addFloatPhases`.
void addPhases(mlir::OpPassManager &pm, Phase from, Phase to, const PipelineOptions &options);

/// From `float` straight to `to` (scheduled or later) without quantization.
void addFloatPhases(mlir::OpPassManager &pm, Phase to, const PipelineOptions &options);

/// Registers `qopt-quantize` (float to integer) and `qopt-lower` (integer, or
/// float, to llvm).
void registerPipelines();

} // namespace qopt

#endif // QOPT_PIPELINES_PIPELINES_H
