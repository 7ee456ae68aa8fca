#ifndef QOPT_QINT_SCHEDULED_OPS
#define QOPT_QINT_SCHEDULED_OPS

include "mlir/Interfaces/SideEffectInterfaces.td"
include "qopt/Dialect/Interfaces/ScheduledOpInterface.td"
include "qopt/Dialect/QInt/QIntAttributes.td"

// Scheduled ops (phase 5): memrefs with static shapes and strides. Element-wise
// work, copies and fills are `linalg` ops on memrefs; the ops below are those
// that choose an algorithm.

class QInt_Buffer<list<Type> types> : MemRefOf<types>;

class QInt_ScheduledOp<string mnemonic, list<Trait> traits = []>
    : Op<QInt_Dialect, "scheduled." # mnemonic, traits>;

// Operands, geometry and epilogue of the convolutions.
defvar QInt_ScheduledConvolutionOperands = (ins
    Arg<QInt_Buffer<[I8, I16, F32]>, "", [MemRead]>:$input,
    Arg<QInt_Buffer<[I8, I16, F32]>, "", [MemRead]>:$weights,
    Arg<QInt_Buffer<[I32, I64, F32]>, "", [MemRead]>:$bias,
    Arg<Optional<QInt_Buffer<[I16, I32]>>, "", [MemRead]>:$multipliers,
    Arg<Optional<QInt_Buffer<[I32]>>, "", [MemRead]>:$shifts,
    Arg<Optional<QInt_Buffer<[F32]>>, "", [MemRead]>:$scales,
    Arg<Optional<QInt_Buffer<[I16]>>, "base and slope of each segment, [256][2]", [MemRead]>:$function,
    Arg<Optional<QInt_Buffer<[I8, F32]>>, "", [MemRead]>:$residual,
    Arg<QInt_Buffer<[I8, I16, I32, I64, F32]>, "", [MemWrite]>:$output);

defvar QInt_ScheduledEpilogueAttributes = (ins
    OptionalAttr<QInt_RescaleModeAttr>:$mode,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_zero_point,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_multiplier,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_shift,
    DefaultValuedAttr<QInt_Int32Attr, "5">:$fraction_bits,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$output_zero_point,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_min,
    DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_max,
    OptionalAttr<F32Attr>:$float_min, OptionalAttr<F32Attr>:$float_max,
    UnitAttr:$exact_shifts);

defvar QInt_ScheduledConvolutionArguments = !con(
    QInt_ScheduledConvolutionOperands,
    (ins DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$stride, DenseI64ArrayAttr:$dilation,
         QInt_TileAttr:$tile,
         UnitAttr:$signed_input),
    QInt_ScheduledEpilogueAttributes);

class QInt_ScheduledConvolution<string mnemonic>
    : QInt_ScheduledOp<mnemonic, [AttrSizedOperandSegments,
                                  DeclareOpInterfaceMethods<ScheduledOpInterface>]> {
  let assemblyFormat = [{
    $input `,` $weights `,` $bias
    (`multipliers` $multipliers^)? (`shifts` $shifts^)? (`scales` $scales^)?
    (`function` $function^)? (`residual` $residual^)? `into` $output
    attr-dict `:` functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

defvar QInt_ScheduledEpilogue = [{
    **Element types.** i8 input (unsigned) with i8 weights and i32 bias, or with
    i16 weights where the instruction set multiplies words only
    (`ISA::multipliesWords`); i16 input with i8 weights and i32 or i64 bias; or
    f32 throughout. The type of `bias` is the type of the accumulator. Weights
    of i16 hold values of i8.

    **Signed input** (`signed_input`, 8 bits only; set where the instruction
    set's dot product takes signed bytes, `ISA::signedDot`). Buffers hold
    unsigned bytes all the same: the kernel flips the top bit of each input
    byte, which makes it `value - 128` as a signed byte, and `bias` carries
    `128 * sum of the channel's weights` to make up for it.

    **Epilogue**, as for the tensor op. `bias` holds everything that is
    constant: the zero point's share, and the rounding term of `fixed16`
    (2^(s-1) for each channel with s > 0), so the kernel shifts only. That of
    `fixed32` belongs to the product: the kernel adds it.
    `multipliers` (i16 for `fixed16`, i32 for `fixed32`), `shifts` (i32) or
    `scales` (f32) hold one entry per packed channel. Without `mode` the
    accumulator is stored as it is. Float results have `residual` added and are
    then clamped to `float_min`, `float_max`, where these are present:
    `min(max(v, float_min), float_max)`, NaN as `tosa.clamp` with NaN
    propagation. `exact_shifts` promises that no accumulator leaves 32 bits when
    it is shifted by its channel's s < 0 places, to the left.

    Constraints:
    * (C1) all buffers have static shapes; `kernel`, `stride` and `dilation`
      have two entries >= 1;
    * (C2) the element types of input, weights and bias are those of one row
      above; `signed_input` is for weights of bytes and an input of bytes;
    * (C3) input is [B,H,W,C'], output and residual [B,OH,OW,N]; the last window
      ends inside the input: (OH-1)*sy + (KH-1)*dy < H, along W alike;
    * (C4) `weights` is packed as above; `bias`, `multipliers`, `shifts` and
      `scales` have one entry per packed channel;
    * (C5) `fixed16` takes `multipliers` of i16 and `shifts`, `fixed32` those of
      i32 and `shifts`, `float32` takes `scales`; no `mode` takes none of them,
      and f32 no `mode`;
    * (C6) the output holds the accumulator's type without `mode`, else i8 or
      i16; what `mode` can do is as for the tensor op;
    * (C7) `function` and a `residual` of bytes need `fixed16`; f32 takes a
      `residual` of f32; `function` is [256][2]; `fraction_bits`,
      `residual_zero_point`, `residual_multiplier` and `residual_shift` as for
      the tensor op;
    * (C8) the clamp as for the tensor op; `float_min` and `float_max` are for
      f32, and in order.
}];

def QInt_ScheduledConv2DOp : QInt_ScheduledConvolution<"conv2d"> {
  let summary = "direct convolution as an implicit matrix product on packed weights";
  let description = !strconcat([{
    The input already carries its padding. For each group, panel of
    `tile.columns` output channels, output row and block of `tile.rows` output
    columns, the accumulators stay in registers over the whole reduction.

    **Reduction order and packing.** The reduction is a sequence of runs of
    bytes that are contiguous in the input: one run of `KW * C` elements per
    kernel row where the dilation along W is 1, there is one group and the
    input's stride along W is C; else one run of `C` elements per kernel position
    (C the channels of one group). With 8-bit input each run is
    padded to a multiple of 4 by zero weights (up to 3 readable bytes behind
    the input are needed: see `SchedulableOpInterface.h`); otherwise runs are
    not padded. `weights` is `[groups][panels][runs * steps][columns][k]` with
    k = 4 bytes for 8-bit input and 1 else, `steps` k-groups per run.
    Weights of i16 for 8-bit input are in groups of k = 2: of each four elements
    first 0 and 2, then 1 and 3, as masks cut them out of a 32-bit word. A run
    of 4 i + 1 elements ends after element 4 i.

    **Joined tails** (`joined_tails`, 8-bit input and weights only): runs are not
    padded. What they have beyond whole steps, the last R mod 4 bytes of each run of
    R, follows one run after the other in steps of its own, behind those of all runs,
    and only the last step is padded: three runs of 9 bytes take 7 steps instead of 9.

    **Matrix registers** (`matrix_registers`): the CPU has registers for whole
    matrices (`ISA::hasMatrixRegisters`), and the accumulators are kept in them.
    The weights are packed the same.

    **Doubled channels** (`doubled_channels`, f32 only): of the last panel of each
    group, which has fewer than `tile.columns` channels, the weights of the last
    `doubled_channels` are stored twice, one beside the other, from the first of
    them on. The lanes of a vector of such weights are two output positions, for
    channels that fill no more than half of it.

    Constraints of its own:
    * (C9) `matrix_registers` is for unsigned bytes by bytes, with a tile of whole
      groups of 16 columns;
    * (C10) `doubled_channels` are 0, or f32 and channels of a last panel that has
      room for them twice;
    * (C11) `joined_tails` is for bytes by bytes, without matrix registers.
  }], QInt_ScheduledEpilogue);
  let arguments = !con(QInt_ScheduledConvolutionArguments,
                       (ins DefaultValuedAttr<QInt_Int64Attr, "1">:$groups,
                            UnitAttr:$matrix_registers,
                            DefaultValuedAttr<QInt_Int64Attr, "0">:$doubled_channels,
                            UnitAttr:$joined_tails));
  let extraClassDeclaration = [{
    /// Elements of the reduction in one step: `k` of the packed weights.
    int64_t getStepElements();
    /// Steps of a run of `runLength` elements, without those of tails.
    int64_t countSteps(int64_t runLength);
    /// Elements of a run that are in steps of joined tails, and such steps.
    int64_t getTailLength(int64_t runLength);
    int64_t countTailSteps(int64_t runs, int64_t runLength);
    /// Kernel columns that one run covers: all of them, or one.
    int64_t getRunColumns();
    /// Elements of a run.
    int64_t getRunLength();
  }];
}

def QInt_ScheduledChainedConv2DOp : QInt_ScheduledConvolution<"chained_conv2d"> {
  let summary = "direct convolution by chains of 16-bit sums, proved from its weights";
  let description = !strconcat([{
    `qint.scheduled.conv2d` of one group and 8-bit input for instruction sets that
    multiply bytes into sums of 16 bits only (`vpmaddubsw`). The reduction of
    each panel of `tile.columns` channels is a sequence of slots, in an order of
    its own. A slot multiplies four neighbouring elements of the input by
    `[columns][4]` weights, and adds pairs of products into lanes of 16 bits;
    the slots of a chain share these lanes, which are then added to the
    accumulators. The weights prove that lanes do not overflow
    (`qopt/Schedule/Chains.h`): for each lane and chain, 255 times the sum of the
    weights of one sign fits 16 bits.

    `weights` holds the slots of all panels one after the other. `offsets` says
    for each slot where its four elements lie in memory, counted in elements
    from the first one of the window; like the weights of `conv2d` they may reach
    up to 3 behind its last. Row p of `chains` describes a panel: its first slot,
    then how many chains it has of L slots, of L - 1, …, of 1, in which order
    they follow one another; L is the length of the longest. The last number
    added to p is the panel's own number: tiles with fewer columns than a
    register has lanes, whose lanes are positions, take panels in the order of
    the table, like ones together; for others it is 0.

    The contents of `chains` and `offsets` are trusted; the constraints concern
    types and shapes. (C4) reads: `weights` is [slots][columns][4], `offsets`
    [slots], `chains` [panels][2 + L] with L >= 1. Input and weights are i8.
  }], QInt_ScheduledEpilogue);
  let arguments = !con(QInt_ScheduledConvolutionArguments,
                       (ins Arg<QInt_Buffer<[I32]>, "", [MemRead]>:$offsets,
                            Arg<QInt_Buffer<[I32]>, "", [MemRead]>:$chains));
  let assemblyFormat = [{
    $input `,` $weights `,` $bias `offsets` $offsets `chains` $chains
    (`multipliers` $multipliers^)? (`shifts` $shifts^)? (`scales` $scales^)?
    (`function` $function^)? (`residual` $residual^)? `into` $output
    attr-dict `:` functional-type(operands, results)
  }];
}

def QInt_ScheduledDepthwiseConv2DOp : QInt_ScheduledConvolution<"depthwise_conv2d"> {
  let summary = "convolution of each channel by its own filter, vectorized along channels";
  let description = !strconcat([{
    The input already carries its padding. `weights` is `[KH][KW][N']`, N' the
    output channels padded to a multiple of `tile.columns`; output channel n
    reads input channel n / M, M the ratio of output to input channels.
    `tile.rows` output columns are computed together.
  }], QInt_ScheduledEpilogue);
  let arguments = QInt_ScheduledConvolutionArguments;
}

def QInt_ScheduledWinogradConv2DOp
    : QInt_ScheduledOp<"winograd_conv2d", [AttrSizedOperandSegments,
                                           DeclareOpInterfaceMethods<ScheduledOpInterface>]> {
  let summary = "3x3 convolution of stride 1 by exact integer Winograd F(4x4,3x3)";
  let description = [{
    The input already carries its padding. The output is cut into tiles of 4x4
    positions: of `E` positions along a dimension, floor(E / 4) tiles from 0, 4, 8,
    … on; a rest of 3 takes one more, which ends at E and overlaps its neighbour; a
    rest of 1 or 2 takes a tile of 2, which ends at E as well (3 positions are two
    tiles of 2, from 0 and 1 on). Positions that tiles share are stored twice, so
    `residual` must not share memory with `output`.

    For a band of at most `band` tiles (rows, columns):

    1. `transformed[p][t][c]` = the input of tile t transformed, in 16 bits, for each
       of the 6 * 6 products p. A tile of 2 takes part in 4 of the 6 points of that
       dimension, the first ones; its row t is missing in the others.
    2. For each panel of `tile.columns` output channels and each p: `products[t][p]` =
       `transformed[p]` times the transformed weights, in tiles of `tile.rows` rows
       that stay in registers, modulo 2^32.
    3. The products of each tile transformed to its outputs, which are exact:
       T = 2^k * 9 * Y modulo 2^32, where Y is the sum of the convolution, k in [2, 6],
       and 9 has an inverse. `|Y| < 2^25` must hold. Then the epilogue.

    **Transforms.** Points 0, 1, -1, infinity, 2, -2, in this order. Weights by rows
    (6,0,0), (-1,-1,-1), (-1,1,-1), (0,0,6), (1,2,4), (1,-2,4) in both dimensions:
    16 bits hold the result of any bytes, as they do that of any input. Products are
    numbered row by row within four sets, of the first four points of both
    dimensions, of the first four rows and the last two columns, of the last two rows
    and the first four columns, and of the last two of both. `weights` is [panels][36][ceil(C / 2)][columns][2], pairs of input channels.

    **Scratch.** Row t of `transformed[p]` starts at t * C', C' the channels rounded
    up to even; the rest of a row only keeps the 36 matrices apart in the cache, as
    does the rest behind 36 * `tile.columns` elements in a row of `products`. Both are
    written before they are read.

    **Epilogue** and its attributes: as for `qint.scheduled.conv2d`; `bias` holds the
    folded constants and is added to Y.

    Constraints:
    * (C1) all buffers have static shapes; `band` has two entries >= 1;
    * (C2) input is i8, weights i16, bias i32;
    * (C3) input is [B,H,W,C], output and residual [B,OH,OW,N], OH and OW at least 2,
      OH + 2 <= H and OW + 2 <= W;
    * (C4) `weights` is packed as above; `bias`, `multipliers`, `shifts` and
      `scales` have one entry per packed channel;
    * (C5) `transformed` is [36][>= tiles * C'] and `products` [>= tiles]
      [>= 36 * `tile.columns`], tiles those of the largest band;
    * (C6) the epilogue is one that `qint.scheduled.conv2d` could have.
  }];
  let arguments = !con(
      QInt_ScheduledConvolutionOperands,
      (ins Arg<QInt_Buffer<[I16]>, "", [MemRead, MemWrite]>:$transformed,
           Arg<QInt_Buffer<[I32]>, "", [MemRead, MemWrite]>:$products,
           QInt_TileAttr:$tile, DenseI64ArrayAttr:$band),
      QInt_ScheduledEpilogueAttributes);
  let assemblyFormat = [{
    $input `,` $weights `,` $bias
    (`multipliers` $multipliers^)? (`shifts` $shifts^)? (`scales` $scales^)?
    (`function` $function^)? (`residual` $residual^)? `into` $output
    `scratch` $transformed `,` $products
    attr-dict `:` functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

def QInt_ScheduledBatchMatmulOp
    : QInt_ScheduledOp<"batch_matmul", [DeclareOpInterfaceMethods<ScheduledOpInterface>]> {
  let summary = "product of two variable matrices, vectorized along columns";
  let description = [{
        acc[b,m,n] = init + sum over k of (lhs[b,m,k] - lhs_zero_point) * (rhs[b,k,n] - rhs_zero_point)

    with i8 (unsigned) or i16 operands, where init is the rounding term of
    `rescale` (2^(s-1) for `fixed16` with s > 0, else 0); or in f32, where init
    is 0, each step is one `fma` and k ascends. The rest is the rescale of the
    tensor op; without it the accumulator is stored.

    Products of bytes bring a panel of `rhs` into groups of four k, in `scratch`,
    and multiply all rows of `lhs` by it; sums of rows and columns are kept
    behind. `rhs` may lie by rows or by columns.

    Constraints:
    * (C1) buffers have static shapes, [B,M,K], [B,K,N] and [B,M,N];
    * (C2) f32 goes with f32 only; integers accumulate in i32 where both are
      bytes, else in i64;
    * (C3) f32 takes no `rescale`; without it the output holds the accumulator's
      type, with it i8 or i16;
    * (C4) zero points, `rescale` and clamp as for the tensor op;
    * (C5) products of bytes, and no others, have `scratch`, a row of at least
      `8 * ceil(K / 4) * tile.columns + 4 * (tile.columns + M)` bytes.
  }];
  let arguments = (ins
      Arg<QInt_Buffer<[I8, I16, F32]>, "", [MemRead]>:$lhs,
      Arg<QInt_Buffer<[I8, I16, F32]>, "", [MemRead]>:$rhs,
      Arg<QInt_Buffer<[I8, I16, I32, I64, F32]>, "", [MemWrite]>:$output,
      Arg<Optional<MemRefRankOf<[I8], [1]>>, "", [MemRead, MemWrite]>:$scratch,
      QInt_TileAttr:$tile,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$lhs_zero_point,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$rhs_zero_point,
      OptionalAttr<QInt_RescaleAttr>:$rescale,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$output_zero_point,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_min,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_max);
  let assemblyFormat = "$lhs `,` $rhs `into` $output (`scratch` $scratch^)? attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// The least size of `scratch` for a left matrix [`rows`, `depth`].
    static int64_t getScratchBytes(int64_t rows, int64_t depth, int64_t columns) {
      return (depth + 3) / 4 * columns * 8 + 4 * (columns + rows);
    }
  }];
}

def QInt_ScheduledPool2DOp : QInt_ScheduledOp<"pool2d"> {
  let summary = "maximum or mean of each window, vectorized along channels";
  let description = [{
    The input carries no padding; windows are cut at its borders. The mean of
    integers is `rescale[count](sum - count * input_zero_point)` as for
    `qint.avg_pool2d`, without `rescale` the argument of that, in i32; the mean of floats is the sum, one chain per channel in
    row-major order from +0.0, divided by `count`; the maximum of floats
    propagates NaN as `arith.maximumf`.

    Constraints:
    * (C1) buffers have static shapes, which follow as for `qint.max_pool2d`, and
      one element type, but for sums in i32;
    * (C2) `kernel`, `stride` and `pad` as for `qint.max_pool2d`;
    * (C3) the mean of integers takes a `rescale` as `qint.avg_pool2d` does, or
      gives sums; nothing else takes one.
  }];
  let arguments = (ins
      Arg<QInt_Buffer<[I8, I16, F32]>, "", [MemRead]>:$input,
      Arg<QInt_Buffer<[I8, I16, I32, F32]>, "", [MemWrite]>:$output,
      QInt_PoolKindAttr:$kind,
      DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$stride, DenseI64ArrayAttr:$pad,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$input_zero_point,
      OptionalAttr<QInt_RescaleAttr>:$rescale,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$output_zero_point,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_min,
      DefaultValuedAttr<QInt_Int32Attr, "0">:$clamp_max);
  let assemblyFormat = "$kind $input `into` $output attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def QInt_ScheduledReduceOp : QInt_ScheduledOp<"reduce"> {
  let summary = "maximum or sum along the last dimension";
  let description = [{
    The output has the input's shape with a last dimension of 1. Maxima of i8
    are unsigned. Sums of i32 wrap; sums of f32 are kept in 16 partial sums
    (element k goes to sum k mod 16, each from +0.0 in order of k), then added
    pairwise: i and i + 8, then i and i + 4, i and i + 2, 0 and 1.

    Constraints:
    * (C1) buffers have static shapes, the output that of the input but for a
      last dimension of 1;
    * (C2) both hold one element type, which for sums is i32 or f32.
  }];
  let arguments = (ins
      Arg<QInt_Buffer<[I8, I32, F32]>, "", [MemRead]>:$input,
      Arg<QInt_Buffer<[I8, I32, F32]>, "", [MemWrite]>:$output,
      QInt_ReduceKindAttr:$kind);
  let assemblyFormat = "$kind $input `into` $output attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def QInt_ScheduledTickOp : QInt_ScheduledOp<"tick"> {
  let summary = "add the time since the last tick to a counter";
  let description = [{
        now         = clock()
        ticks[slot] = ticks[slot] + (now - ticks[last])
        ticks[last] = now                                     last = size of ticks - 1

    The clock is the CPU's: the time stamp counter of x86, the generic timer of
    ARM. `qopt-profile-layers` puts ticks between layers; one with slot = last
    starts the clock.

    Constraints:
    * (C1) `ticks` is one-dimensional, of static shape and contiguous;
    * (C2) `slot` is an index of `ticks`.

    Example:
    ```mlir
    qint.scheduled.tick %ticks[3] : memref<9xi64>
    ```
  }];
  let arguments = (ins Arg<MemRefRankOf<[I64], [1]>, "", [MemRead, MemWrite]>:$ticks,
                       QInt_Int64Attr:$slot);
  let assemblyFormat = "$ticks `[` $slot `]` attr-dict `:` type($ticks)";
  let hasVerifier = 1;
}

#endif // QOPT_QINT_SCHEDULED_OPS
