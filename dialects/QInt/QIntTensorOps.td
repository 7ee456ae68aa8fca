#ifndef QOPT_QINT_TENSOR_OPS
#define QOPT_QINT_TENSOR_OPS

include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "qopt/Dialect/QInt/QIntAttributes.td"

// Tensor-level ops (phase 4). Static shapes; activations NHWC.

def QInt_Activation : StaticShapeTensorOf<[UI8, I16]>;
def QInt_Weight : StaticShapeTensorOf<[I8]>;
def QInt_Accumulator : StaticShapeTensorOf<[I32, I64]>;
def QInt_Bias : 1DTensorOf<[I32, I64]>;
def QInt_Float : StaticShapeTensorOf<[F32]>;

class QInt_TensorOp<string mnemonic, list<Trait> traits = []>
    : Op<QInt_Dialect, mnemonic, !listconcat([Pure], traits)>;

defvar QInt_EpilogueArguments = (ins
    OptionalAttr<QInt_RescaleAttr>:$rescale,
    OptionalAttr<QInt_FunctionAttr>:$function,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_zero_point,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_multiplier,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_shift,
    DefaultValuedAttr<QInt_Int32Attr, "5">:$fraction_bits,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$output_zero_point,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_min,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_max);

/// Ops that sum products into an accumulator and end in an epilogue.
class QInt_AccumulatorOp<string mnemonic> : QInt_TensorOp<mnemonic> {
  let results = (outs AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$result);
  let assemblyFormat = [{
    $input `,` $weights `,` $bias (`residual` $residual^)? attr-dict `:`
    functional-type(operands, $result)
  }];
  let hasVerifier = 1;
}

defvar QInt_EpilogueDescription = [{
    **Epilogue.** Without `rescale` the result is `acc` itself (i32 or i64).
    With it, and with neither `function` nor `residual`, `y` is what
    `#qint.rescale` says for its mode, with `output_zero_point` and the bounds
    `clamp_min`, `clamp_max`. Otherwise the epilogue works on 16 bits:
    `rescale` is `fixed16` and

        with function:    x = clamp((t * m + 2^14) >> 15, -2^14, 2^14 - 1),  p = function(x)
        without:          p = (t * m) >> 16
        with residual r:  q = sat16(((r - residual_zero_point) * residual_multiplier
                                     + 2^(residual_shift-1)) >> residual_shift)
                          p = sat16(p + q)
        y = clamp(sat16(p + (output_zero_point << g) + 2^(g-1)) >> g, clamp_min, clamp_max)

    with `t` as in `fixed16` and g = `fraction_bits` in [3, 5]. With a function,
    `M * 2^0 = m * 2^-15 * 2^-s` maps the accumulator to `x`.

    Constraints of the epilogue:
    * (C1) `rescale`, `bias` have one entry per output channel (`rescale` may
      have one entry for all);
    * (C2) `function` and `residual` need a `fixed16` rescale, and `ui8`;
      `fraction_bits` is in [3, 5];
    * (C3) `residual` has the shape of the result; `residual_multiplier` is in
      [0, 2^15), `residual_shift` in [1, 31];
    * (C4) the clamp and all zero points lie inside their storage types; for
      `fixed16` the clamp also within 256 steps of the zero point;
    * (C5) 16-bit results and i64 accumulators use `fixed32` or `float32`,
      with multipliers of the width that goes with the accumulator;
    * (C8) the result has the type of `bias` without `rescale`, and is a
      stored type with it; the accumulator has the type of `bias`;
    * (C9) `pad` has four entries >= 0, `stride` and `dilation` two >= 1.
}];

def QInt_Conv2DOp : QInt_AccumulatorOp<"conv2d"> {
  let summary = "two-dimensional convolution, also grouped; NHWC by OHWI";
  let description = !strconcat([{
    With `za` = `input_zero_point`, positions outside the input contributing 0:

        acc[b,y,x,n] = bias[n] + sum over i, j, c of
            (input[b, y*sy - pt + i*dy, x*sx - pl + j*dx, c'] - za) * weights[n,i,j,c]

    where c' = c + (n / (N / groups)) * C and C is the channel count of
    `weights`. `pad` is top, bottom, left, right. A fully connected layer is a
    1x1 convolution.
  }], QInt_EpilogueDescription, [{
    Constraints of its own:
    * (C6) input is [B,H,W,groups*C], weights [N,KH,KW,C], N divisible by groups >= 1;
    * (C7) the result is [B,OH,OW,N], OH = (H + pt + pb - (KH-1)*dy - 1) / sy + 1,
      rounded down, OW alike.
  }]);
  let arguments = !con((ins QInt_Activation:$input, QInt_Weight:$weights, QInt_Bias:$bias,
                            Optional<QInt_Activation>:$residual,
                            DenseI64ArrayAttr:$pad, DenseI64ArrayAttr:$stride,
                            DenseI64ArrayAttr:$dilation,
                            DefaultValuedAttr<QInt_Int64Attr, "1">:$groups,
                            DefaultValuedAttr<QInt_Int32Attr, "0">:$input_zero_point),
                       QInt_EpilogueArguments);
}

def QInt_DepthwiseConv2DOp : QInt_AccumulatorOp<"depthwise_conv2d"> {
  let summary = "convolution of each channel by its own filters; NHWC by HWCM";
  let description = !strconcat([{
    As `qint.conv2d`, with result channel n = c * M + m:

        acc[b,y,x,n] = bias[n] + sum over i, j of
            (input[b, y*sy - pt + i*dy, x*sx - pl + j*dx, c] - za) * weights[i,j,c,m]
  }], QInt_EpilogueDescription, [{
    Constraints of its own:
    * (C6) input is [B,H,W,C], weights [KH,KW,C,M], the result [B,OH,OW,C*M];
    * (C7) OH and OW as for `qint.conv2d`.
  }]);
  let arguments = !con((ins QInt_Activation:$input, QInt_Weight:$weights, QInt_Bias:$bias,
                            Optional<QInt_Activation>:$residual,
                            DenseI64ArrayAttr:$pad, DenseI64ArrayAttr:$stride,
                            DenseI64ArrayAttr:$dilation,
                            DefaultValuedAttr<QInt_Int32Attr, "0">:$input_zero_point),
                       QInt_EpilogueArguments);
}

def QInt_BatchMatmulOp : QInt_TensorOp<"batch_matmul"> {
  let summary = "product of two activation matrices";
  let description = [{
        acc[b,m,n] = sum over k of (lhs[b,m,k] - lhs_zero_point) * (rhs[b,k,n] - rhs_zero_point)
        y          = rescale(acc), with output_zero_point, clamp_min, clamp_max

    Without `rescale` the result is `acc`, in i32 where both operands are
    `ui8`, else in i64.

    Constraints:
    * (C1) shapes are [B,M,K], [B,K,N] and [B,M,N];
    * (C2) with i32 accumulators K * 255 * 255 < 2^31;
    * (C3) `rescale` has one entry, and the clamp lies inside the storage type;
    * (C4) without `rescale` the result has the accumulator's type, with it a
      stored type; zero points lie inside their storage types.
  }];
  let arguments = (ins QInt_Activation:$lhs, QInt_Activation:$rhs,
                       QInt_Int32Attr:$lhs_zero_point, QInt_Int32Attr:$rhs_zero_point,
                       OptionalAttr<QInt_RescaleAttr>:$rescale,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$output_zero_point,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_min,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_max);
  let results = (outs AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_AddOp : QInt_TensorOp<"add"> {
  let summary = "sum of two stored tensors on different grids";
  let description = [{
        acc = (lhs - lhs_zero_point) * lhs_multiplier + (rhs - rhs_zero_point) * rhs_multiplier
        y   = clamp(((acc + 2^(shift-1)) >> shift) + output_zero_point, clamp_min, clamp_max)

    in i32 for `ui8`, in i64 for `i16`. When `scales` is present (rescale mode
    `float32`) the sum is float instead, each operation rounded by itself:

        y = clamp(roundeven(((lhs - lhs_zero_point) * scales[0]
                             + (rhs - rhs_zero_point) * scales[1]) / scales[2])
                  + output_zero_point, clamp_min, clamp_max)

    Operands have the rank of the result; dimensions of 1 are broadcast.

    Constraints:
    * (C1) operands broadcast to the result;
    * (C2) `shift` in [1, 31], multipliers in [0, 2^15); with `scales` these are
      unused, and `scales` holds three positive finite numbers;
    * (C3) the clamp and all zero points lie inside their storage types.
  }];
  let arguments = (ins QInt_Activation:$lhs, QInt_Activation:$rhs,
                       QInt_Int32Attr:$lhs_zero_point, QInt_Int32Attr:$rhs_zero_point,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$lhs_multiplier,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$rhs_multiplier,
                       DefaultValuedAttr<QInt_Int32Attr, "1">:$shift,
                       OptionalAttr<DenseF32ArrayAttr>:$scales,
                       QInt_Int32Attr:$output_zero_point,
                       QInt_Int32Attr:$clamp_min, QInt_Int32Attr:$clamp_max);
  let results = (outs QInt_Activation:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_MulOp : QInt_TensorOp<"mul"> {
  let summary = "product of two stored tensors";
  let description = [{
        acc = (lhs - lhs_zero_point) * (rhs - rhs_zero_point)
        y   = rescale(acc), with output_zero_point, clamp_min, clamp_max

    in i32. Operands have the rank of the result; dimensions of 1 are broadcast.

    Constraints:
    * (C1) operands broadcast to the result;
    * (C2) `rescale` has one entry, the clamp and all zero points lie inside
      their storage types;
    * (C3) `i16` operands have zero point 0, so that `acc` fits.
  }];
  let arguments = (ins QInt_Activation:$lhs, QInt_Activation:$rhs,
                       QInt_Int32Attr:$lhs_zero_point, QInt_Int32Attr:$rhs_zero_point,
                       QInt_RescaleAttr:$rescale,
                       QInt_Int32Attr:$output_zero_point,
                       QInt_Int32Attr:$clamp_min, QInt_Int32Attr:$clamp_max);
  let results = (outs QInt_Activation:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_RescaleOp : QInt_TensorOp<"rescale"> {
  let summary = "move a stored tensor to another grid";
  let description = [{
        y = rescale(input - input_zero_point), with output_zero_point, clamp_min, clamp_max

    with `input - input_zero_point` in i32. For `ui8` to `ui8`, `qint.table`
    does the same; this op serves 16 bits and changes of width.

    Constraints:
    * (C1) input and result have one shape;
    * (C2) `rescale` has one entry, the clamp and the zero points lie inside
      their storage types.
  }];
  let arguments = (ins QInt_Activation:$input, QInt_Int32Attr:$input_zero_point,
                       QInt_RescaleAttr:$rescale,
                       QInt_Int32Attr:$output_zero_point,
                       QInt_Int32Attr:$clamp_min, QInt_Int32Attr:$clamp_max);
  let results = (outs QInt_Activation:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_MaxPool2DOp : QInt_TensorOp<"max_pool2d"> {
  let summary = "largest stored integer of each window; NHWC";
  let description = [{
    Positions outside the input never win. `pad` is top, bottom, left, right.

    Constraints:
    * (C1) input [B,H,W,C], result [B,OH,OW,C] of the same element type,
      OH = (H + pt + pb - KH) / sy + 1, rounded down, OW alike;
    * (C2) `kernel` and `stride` have two entries >= 1, `pad` has four >= 0,
      each smaller than the kernel.
  }];
  let arguments = (ins QInt_Activation:$input, DenseI64ArrayAttr:$kernel,
                       DenseI64ArrayAttr:$stride, DenseI64ArrayAttr:$pad);
  let results = (outs QInt_Activation:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_AvgPool2DOp : QInt_TensorOp<"avg_pool2d"> {
  let summary = "mean of each window; NHWC";
  let description = [{
        acc = sum over the window of (input - input_zero_point), padding contributes 0
        y   = rescale[count](acc), with output_zero_point, clamp_min, clamp_max

    in i32; `count` is the number of positions of the window inside the input.
    `rescale` has one entry when all windows have `KH * KW` positions, else
    `KH * KW` entries, entry `count - 1` serving `count`. Without `rescale` the
    result is `acc`.

    Constraints:
    * (C1) shapes as for `qint.max_pool2d`; with `rescale` the result has the
      input's type, without it i32;
    * (C2) `rescale` has 1 or KH * KW entries, 1 only if no window meets padding;
    * (C3) `kernel`, `stride` and `pad` as for `qint.max_pool2d`;
    * (C4) the clamp and the zero points lie inside their storage types.
  }];
  let arguments = (ins QInt_Activation:$input, DenseI64ArrayAttr:$kernel,
                       DenseI64ArrayAttr:$stride, DenseI64ArrayAttr:$pad,
                       QInt_Int32Attr:$input_zero_point, OptionalAttr<QInt_RescaleAttr>:$rescale,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$output_zero_point,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_min,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_max);
  let results = (outs AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_TableOp : QInt_TensorOp<"table"> {
  let summary = "any function of one stored byte, by lookup";
  let description = [{
        y = table[input]

    Constraints:
    * (C1) input, result and table hold `ui8`; input and result have one shape;
    * (C2) `table` has 256 entries.
  }];
  let arguments = (ins StaticShapeTensorOf<[UI8]>:$input, ElementsAttr:$table);
  let results = (outs StaticShapeTensorOf<[UI8]>:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_SoftmaxOp : QInt_TensorOp<"softmax"> {
  let summary = "softmax along the last dimension, in integers";
  let description = [{
    With e[d] = roundeven(2^15 * exp(-scale * d)) in `exponentials`, q_max the
    largest element of a row and S the sum of e[q_max - q] over the row:

        y = min(255, (512 * e[q_max - q] + S) / (2 * S))        in u32

    The result has scale 1/256 and zero point 0.

    Constraints:
    * (C1) input and result hold `ui8` and have one shape;
    * (C2) `exponentials` holds 256 `i32` values in [0, 2^15], the first of them
      2^15 (so that S is never 0);
    * (C3) rows are shorter than 2^16.
  }];
  let arguments = (ins StaticShapeTensorOf<[UI8]>:$input, DenseI32ArrayAttr:$exponentials);
  let results = (outs StaticShapeTensorOf<[UI8]>:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_ConcatOp : QInt_TensorOp<"concat"> {
  let summary = "join tensors of one grid along a dimension";
  let description = [{
    Constraints:
    * (C1) there is an input, and `axis` is a dimension, along which the sizes
      add up to the result's;
    * (C2) all other sizes, and the element types, are equal.
  }];
  let arguments = (ins Variadic<QInt_Activation>:$inputs, QInt_Int64Attr:$axis);
  let results = (outs QInt_Activation:$result);
  let assemblyFormat = "$inputs attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def QInt_PadOp : QInt_TensorOp<"pad"> {
  let summary = "surround a tensor with a constant";
  let description = [{
    `low` and `high` elements before and behind each dimension hold `value`, a
    stored integer.

    Constraints:
    * (C1) `low` and `high` have one entry >= 0 per dimension and give the
      result's shape; input and result have one element type;
    * (C2) `value` lies inside the storage type.
  }];
  let arguments = (ins QInt_Activation:$input, DenseI64ArrayAttr:$low,
                       DenseI64ArrayAttr:$high, QInt_Int32Attr:$value);
  let results = (outs QInt_Activation:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def QInt_SliceOp : QInt_TensorOp<"slice"> {
  let summary = "a box of a tensor";
  let description = [{
    Elements from `start` on; the result's shape says how many. Also carries
    accumulators.

    Constraints:
    * (C1) `start` has one entry >= 0 per dimension, and the box lies in the
      input, whose element type it has.
  }];
  let arguments = (ins AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$input,
                       DenseI64ArrayAttr:$start);
  let results = (outs AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def QInt_ReshapeOp : QInt_TensorOp<"reshape"> {
  let summary = "the same elements in row-major order under another shape";
  let description = [{
    Also carries accumulators.

    Constraints:
    * (C1) input and result have equally many elements of one type.
  }];
  let arguments = (ins AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$input);
  let results = (outs AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def QInt_TransposeOp : QInt_TensorOp<"transpose"> {
  let summary = "reorder dimensions";
  let description = [{
    Dimension `i` of the result is dimension `permutation[i]` of the input.

    Constraints:
    * (C1) `permutation` is one, and gives the result's shape; input and result
      have one element type.
  }];
  let arguments = (ins AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$input,
                       DenseI64ArrayAttr:$permutation);
  let results = (outs AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def QInt_QuantizeOp : QInt_TensorOp<"quantize"> {
  let summary = "from real values to stored integers";
  let description = [{
        q = clamp(roundeven(input / scale) + zero_point, clamp_min, clamp_max)

    in f32 with IEEE division; NaN gives the zero point, infinities saturate.

    Constraints:
    * (C1) input and result have one shape;
    * (C2) `scale` is a positive normal f32; zero point and clamp lie inside
      the storage type.
  }];
  let arguments = (ins QInt_Float:$input, F32Attr:$scale, QInt_Int32Attr:$zero_point,
                       QInt_Int32Attr:$clamp_min, QInt_Int32Attr:$clamp_max);
  let results = (outs QInt_Activation:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

def QInt_DequantizeOp : QInt_TensorOp<"dequantize"> {
  let summary = "from stored integers or accumulators to real values";
  let description = [{
        result = f32(input - zero_point) * scales[n]

    with n the index along the last dimension where there is more than one
    scale. Reads stored tensors, and accumulators of float outputs.

    Constraints:
    * (C1) input and result have one shape;
    * (C2) `scales` has one entry, or one per element of the last dimension;
      all are positive and finite.
  }];
  let arguments = (ins AnyTypeOf<[QInt_Activation, QInt_Accumulator]>:$input,
                       DenseF32ArrayAttr:$scales,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$zero_point);
  let results = (outs QInt_Float:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

#endif // QOPT_QINT_TENSOR_OPS
