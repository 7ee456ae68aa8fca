#ifndef QOPT_CALIBRATE_PASSES
#define QOPT_CALIBRATE_PASSES

include "mlir/Pass/PassBase.td"

def ApplyCalibration : Pass<"qopt-apply-calibration", "::mlir::ModuleOp"> {
  let summary = "Replace each `calib.observe` by what calibration found at its site";
  let description = [{
    Phase: observed -> calibrated. Keeps: all other ops, site names, and the
    marks `epilogue` and `mean_only`.

    Reads the statistics file that `qopt-calibrate --stats=` wrote for this very
    module and chooses a range for each site (docs/Calibration.md has the
    methods), so that

    ```mlir
    %1 = calib.observe %0, "conv1" : tensor<1x4x4x2xf32>
    ```

    becomes

    ```mlir
    %1 = calib.annotate %0, "conv1" in <-0.5, 6.25> means [0.125, 1.5]
       : tensor<1x4x4x2xf32>
    ```

    It is an error if the statistics come from another module, or if they hold
    no sample. A module without `calib.observe` is left as it is and needs no
    statistics.

    One analysis remark per site tells the range that was chosen and the range
    that was seen.
  }];
  let options = [
    Option<"statistics", "stats", "std::string", /*default=*/"",
           "Statistics file of a calibration run (qopt-calibrate --stats)">,
    Option<"method", "method", "::qopt::RangeMethod", /*default=*/"::qopt::RangeMethod::MSE",
           "How a range is chosen", [{::llvm::cl::values(
             clEnumValN(::qopt::RangeMethod::MSE, "mse", "Least expected squared error"),
             clEnumValN(::qopt::RangeMethod::MinMax, "minmax", "The extreme values"),
             clEnumValN(::qopt::RangeMethod::MovingAverage, "moving-average",
                        "The mean of the samples' extreme values"),
             clEnumValN(::qopt::RangeMethod::Percentile, "percentile",
                        "Cut off the same share of the values at either end"),
             clEnumValN(::qopt::RangeMethod::Entropy, "entropy",
                        "Least Kullback-Leibler divergence"))}]>,
    Option<"percentile", "percentile", "double", /*default=*/"99.99",
           "Percentage of the values that the method `percentile` keeps">,
    Option<"grid", "grid", "::qopt::GridPolicy", /*default=*/"::qopt::GridPolicy::Affine",
           "The grid that the range is for", [{::llvm::cl::values(
             clEnumValN(::qopt::GridPolicy::Affine, "affine", "Any zero point"),
             clEnumValN(::qopt::GridPolicy::Symmetric, "symmetric", "[-a, a] on [-127, 127]"),
             clEnumValN(::qopt::GridPolicy::FullRange, "full-range", "[-a, a] on [-128, 127]"),
             clEnumValN(::qopt::GridPolicy::PowerOfTwo, "power-of-two",
                        "Symmetric, the scale a power of two"))}]>,
    Option<"activationBits", "activation-bits", "unsigned", /*default=*/"8",
           "Bits of stored activations: 8 or 16">];
  let dependentDialects = ["::qopt::calib::CalibDialect"];
}

#endif // QOPT_CALIBRATE_PASSES
