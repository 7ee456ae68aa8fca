#ifndef QOPT_INTEGERIZE_PASSES
#define QOPT_INTEGERIZE_PASSES

include "mlir/Pass/PassBase.td"

def Integerize : Pass<"qopt-integerize", "::mlir::func::FuncOp"> {
  let summary = "Fold grids into integer arithmetic";
  let description = [{
    Phase: fake-quantized -> integer. Keeps: the types of the function, and what
    the fake-quantized program computes up to the roundings of `docs/Numerics.md`.

    Works backwards from each `calib.fake_quant` of an activation:

    * a chain of pointwise ops up to a convolution becomes its epilogue: clamps
      its bounds, other functions a `#qint.function` of 256 linear segments, the
      addition of another stored value its residual;
    * a chain up to a stored value becomes a `qint.table`;
    * other ops build their integer form through `QuantizableOpInterface`, with
      clamps behind them as bounds.

    Results of the function are dequantized, those that come straight from a
    convolution from its accumulator. Accumulators are proved from the constant
    weights to fit 32 bits (64 with 16-bit activations).

    An op without an integer form stays in float between a `qint.dequantize` and
    a `qint.quantize`, with a remark of kind missed that says why; with
    `require-integer` it is an error.

    ```mlir
    %0 = calib.fake_quant %x to !quant.uniform<u8:f32, 0.5> : tensor<1x4x4x8xf32>
    %1 = calib.fake_quant %w to !quant.uniform<i8<-127:127>:f32:0, {0.25, 0.5}> : tensor<2x1x1x8xf32>
    %2 = tosa.conv2d %0, %1, %bias, …
    %3 = tosa.clamp %2 {max_val = 6.0 : f32, min_val = 0.0 : f32} : …
    %4 = calib.fake_quant %3 to !quant.uniform<u8:f32, 2.0> : tensor<1x4x4x2xf32>
    return %4
    ```
    becomes
    ```mlir
    %0 = qint.quantize %x {scale = 5.0e-01 : f32, zero_point = 0 : i32, …}
    %1 = qint.conv2d %0, %weights, %bias {clamp_max = 3 : i32, rescale = #qint.rescale<fixed16, …>, …}
    %2 = qint.dequantize %1 {scales = array<f32: 2.0>}
    return %2
    ```
  }];
  let options = [
    Option<"rescale", "rescale", "std::string", /*default=*/"\"fixed16\"",
           "Arithmetic of stored results: fixed16, fixed32, fixed32-double-round or float32">,
    Option<"requireInteger", "require-integer", "bool", /*default=*/"false",
           "Fail where an op has to stay in float">
  ];
  let dependentDialects = ["::qopt::qint::QIntDialect", "::mlir::arith::ArithDialect",
                           "::mlir::tosa::TosaDialect"];
}

#endif // QOPT_INTEGERIZE_PASSES
