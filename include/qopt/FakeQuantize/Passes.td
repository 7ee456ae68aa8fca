#ifndef QOPT_FAKEQUANTIZE_PASSES
#define QOPT_FAKEQUANTIZE_PASSES

include "mlir/Pass/PassBase.td"

def SplitOutliers : Pass<"qopt-split-outliers", "::mlir::func::FuncOp"> {
  let summary = "Let a few channels that reach far be sums of several";
  let description = [{
    Phase: calibrated -> calibrated. Keeps: what convolutions compute, of all
    values that calibration has seen.

    In transformers, single channels hold values that are many times as large as
    all others. One grid for all channels then has steps that are too coarse for
    the others, and clipping such a channel costs most of what it means. Where
    `qopt-apply-calibration` left `qopt.channel_ranges`, a limit is chosen such
    that one channel in 32 reaches beyond it, and a channel that does is
    represented by several, which have the same weights:

        x = clamp(x, low, high) + clamp(x - high, 0, high) + clamp(x - 2 * high, 0, high) + …

    Done for values that one convolution reads and that are computed in float, or
    by a function of another convolution. The latter computes the further
    channels by itself, with a few more outputs and their own functions.

    ```mlir
    %0 = calib.annotate %x, "norm" in <-7.0, 28.0> {qopt.channel_ranges = …} : tensor<1x1x9x384xf32>
    %1 = tosa.conv2d %0, %w, %b, …
    ```
    becomes
    ```mlir
    %0 = tosa.clamp %x {min_val = -7.0 : f32, max_val = 7.0 : f32}
    %1 = tosa.slice %x, … : tensor<1x1x9x1xf32>
    %2 = tosa.sub %1, %7
    %3 = tosa.clamp %2 {min_val = 0.0 : f32, max_val = 7.0 : f32}
    …
    %8 = tosa.concat %0, %3, … {axis = 3 : i32} : tensor<1x1x9x387xf32>
    %9 = calib.annotate %8, "norm" in <-7.0, 7.0>
    %10 = tosa.conv2d %9, %w_with_3_channels_repeated, %b, …
    ```
  }];
  let dependentDialects = ["::qopt::calib::CalibDialect", "::mlir::tosa::TosaDialect"];
}

def BalanceChannels : Pass<"qopt-balance-channels", "::mlir::func::FuncOp"> {
  let summary = "Scale channels that reach less far than others up before they are stored";
  let description = [{
    Phase: calibrated -> calibrated. Keeps: what convolutions compute, bit for bit:
    factors are powers of two.

    The bins of a spectrum, and other values whose channels reach differently far,
    have one grid, whose steps are too coarse for most channels. Where ops in float
    compute the value and convolutions read it, each channel is divided by a factor
    in front of the grid, and its weights are multiplied by that: the channels then
    reach about equally far. Weights of one output become less alike by it; the
    factors are those for which both kinds of rounding together are predicted to make
    the least noise, and are used if that is half of what it was.

    ```mlir
    %0 = calib.annotate %x, "magnitude" in <0.0, 8.0> {qopt.channel_ranges = …} : tensor<1x1x9x64xf32>
    %1 = tosa.conv2d %0, %w, %b, …
    ```
    becomes
    ```mlir
    %0 = tosa.mul %x, %inverse_factors
    %1 = calib.annotate %0, "magnitude" in <0.0, 1.0> : tensor<1x1x9x64xf32>
    %2 = tosa.conv2d %1, %scaled_w, %b, …
    ```
  }];
  let dependentDialects = ["::qopt::calib::CalibDialect", "::mlir::tosa::TosaDialect"];
}

def FakeQuantize : Pass<"qopt-fake-quantize", "::mlir::func::FuncOp"> {
  let summary = "Snap annotated values and weights to grids";
  let description = [{
    Phase: calibrated -> fake-quantized. Keeps: every computation in float, and
    every grid that the source model brought along.

    **Activations.** Each stored `calib.annotate` becomes a `calib.fake_quant`.
    Values that ops such as concat, pad, slice or max-pool move without changing
    them get one grid, from the union of their ranges. The range always contains
    0. `grid` says how the grid follows from it:

    * `affine`: scale = (max - min) / 255, the zero point rounded;
    * `symmetric`: scale = a / 127 with a the larger of |min| and |max|, zero
      point 128; the integer 0 is not used;
    * `full-range`: scale = 2 * a / 255, zero point 128;
    * `power-of-two`: as `symmetric`, the scale rounded up to a power of two.

    Where nothing is negative the last three have scale = max / 255, zero point 0.

    Annotations inside an epilogue become signed 16-bit grids with the larger
    end at 2^14. With `activation-bits=16` all values are stored on signed grids
    of 16 bits.

    **Weights** get a symmetric grid per output channel, the largest weight at
    the largest integer. A channel whose bias would not fit a 32-bit accumulator
    takes the larger scale |bias| / (scale_input * 2^30).

    **Bias correction.** Rounding weights shifts the mean of a channel by a known
    amount, which is added to the bias:

        bias[n] += sum over k of (w[n,k] - scale_w[n] * wq[n,k]) * mean[c(k)] * inside[k]

    with `mean` the calibration mean of the input channel that weight k reads,
    and `inside` the share of output positions where it does not meet padding.

    ```mlir
    %0 = calib.annotate %x, "input" in #calib.range<0.0, 1.0> means [0.5] : tensor<1x8x8x1xf32>
    %1 = tosa.conv2d %0, %w, %b, …
    ```
    becomes
    ```mlir
    %0 = calib.fake_quant %x to !quant.uniform<u8:f32, 0.0039215688593685627> : tensor<1x8x8x1xf32>
    %1 = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {…}> : tensor<2x3x3x1xf32>
    %2 = tosa.conv2d %0, %1, %corrected, …
    ```
  }];
  let options = [
    Option<"grid", "grid", "std::string", /*default=*/"\"affine\"",
           "Grids of activations: affine, symmetric, full-range or power-of-two">,
    Option<"activationBits", "activation-bits", "unsigned", /*default=*/"8",
           "Bits of stored activations: 8 or 16">,
    Option<"weightBits", "weight-bits", "unsigned", /*default=*/"8",
           "Bits of weights: 4 or 8">,
    Option<"biasCorrection", "bias-correction", "bool", /*default=*/"true",
           "Make up for the mean effect of rounding the weights">
  ];
  let dependentDialects = ["::qopt::calib::CalibDialect", "::mlir::tosa::TosaDialect"];
}

def SimplifyFakeQuant : Pass<"qopt-simplify-fake-quant"> {
  let summary = "Drop `calib.fake_quant` ops that cannot change their input";
  let description = [{
    Phase: fake-quantized -> fake-quantized. Keeps: every surviving grid.

    A second snap to the same grid is the identity, so of

    ```mlir
    %0 = calib.fake_quant %x to !q : tensor<4xf32>
    %1 = calib.fake_quant %0 to !q : tensor<4xf32>
    ```

    only `%0` stays. Grids that differ are left alone and reported as missed.
  }];
  let options = [Option<"maxIterations", "max-iterations", "int64_t", /*default=*/"10",
                        "Upper bound on greedy rewrite sweeps">];
  let dependentDialects = ["::qopt::calib::CalibDialect"];
}

#endif // QOPT_FAKEQUANTIZE_PASSES
