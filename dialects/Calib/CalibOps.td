#ifndef QOPT_CALIB_OPS
#define QOPT_CALIB_OPS

include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "qopt/Dialect/Calib/CalibAttributes.td"

class Calib_Op<string mnemonic, list<Trait> traits = []>
    : Op<Calib_Dialect, mnemonic, traits>;

def Calib_QuantizedType
    : Type<CPred<"::llvm::isa<::mlir::quant::UniformQuantizedType, "
                 "::mlir::quant::UniformQuantizedPerAxisType>($_self)">,
           "uniform quantized type", "::mlir::quant::QuantizedType">;

def Calib_FloatTensor : StaticShapeTensorOf<[F32]>;

def Calib_ObserveOp : Calib_Op<"observe", [SameOperandsAndResultType]> {
  let summary = "mark a value whose range is to be found by running on data";
  let description = [{
    The identity. Whoever runs the program records, under the name `site`, the
    range and the histogram of all elements of `input`, and the mean of each
    channel (the last dimension).

    `epilogue` marks a value that is never stored: it lies between an
    accumulator and a function or an addition of the same epilogue, which work
    on 16 bits; its range chooses the 16-bit grid. `mean_only` marks a value
    that shares its operand's grid: only its channel means are wanted.

    Not `Pure`: an unused observation is still an observation.

    Constraints:
    * (C1) `site` is not empty. That it is unique in its function is part of
      the phase contract, which `qopt-verify-phase` checks.
    * (C2) `epilogue` and `mean_only` exclude each other.

    Example:
    ```mlir
    %y = calib.observe %x, "conv1" : tensor<1x24x24x10xf32>
    ```
  }];
  let arguments = (ins Calib_FloatTensor:$input, StrAttr:$site,
                       UnitAttr:$epilogue, UnitAttr:$mean_only);
  let results = (outs Calib_FloatTensor:$result);
  let assemblyFormat = [{
    (`epilogue` $epilogue^)? (`mean_only` $mean_only^)? $input `,` $site attr-dict
    `:` type($input)
  }];
  let hasVerifier = 1;
}

def Calib_AnnotateOp : Calib_Op<"annotate", [Pure, SameOperandsAndResultType]> {
  let summary = "state the range and the channel means that calibration found";
  let description = [{
    The identity. Takes the place of the `calib.observe` of the same `site`
    once data has been run. `means`, when present, holds the mean of each
    channel (the last dimension) over all samples; bias correction reads it.

    Constraints:
    * (C1) `site` is not empty. That it is unique in its function is part of
      the phase contract, which `qopt-verify-phase` checks.
    * (C2) `epilogue` and `mean_only` exclude each other.
    * (C3) `means` has one finite entry per channel of `input`.

    Example:
    ```mlir
    %y = calib.annotate %x, "conv1" in <0.0, 6.5> : tensor<1x24x24x10xf32>
    ```
  }];
  let arguments = (ins Calib_FloatTensor:$input, StrAttr:$site,
                       Calib_RangeAttr:$range,
                       OptionalAttr<DenseF64ArrayAttr>:$means,
                       UnitAttr:$epilogue, UnitAttr:$mean_only);
  let results = (outs Calib_FloatTensor:$result);
  let assemblyFormat = [{
    (`epilogue` $epilogue^)? (`mean_only` $mean_only^)? $input `,` $site `in` $range
    (`means` custom<Means>($means)^)? attr-dict `:` type($input)
  }];
  let hasVerifier = 1;
}

def Calib_FakeQuantOp : Calib_Op<"fake_quant", [Pure, SameOperandsAndResultType]> {
  let summary = "snap a float tensor to a quantized grid without leaving float";
  let description = [{
    Replaces every element by the nearest value that `grid` can represent:

        q      = clamp(roundeven(input / scale) + zero_point, storage_min, storage_max)
        result = (q - zero_point) * scale

    in f32 with IEEE division; NaN gives the zero point, infinities saturate.
    A grid of signed 16-bit storage on an activation marks a value of an
    epilogue, which is never stored.

    Constraints:
    * (C1) the expressed type of `grid` is the element type of `input`;
    * (C2) a per-axis `grid` names a dimension of `input`, with one scale per slice;
    * (C3) zero points lie inside the storage range.

    Example:
    ```mlir
    %y = calib.fake_quant %x to !quant.uniform<u8:f32, 0.05:3> : tensor<4xf32>
    ```
  }];
  let arguments = (ins Calib_FloatTensor:$input, TypeAttrOf<Calib_QuantizedType>:$grid);
  let results = (outs Calib_FloatTensor:$result);
  let assemblyFormat = "$input `to` $grid attr-dict `:` type($input)";
  let hasVerifier = 1;
}

#endif // QOPT_CALIB_OPS
