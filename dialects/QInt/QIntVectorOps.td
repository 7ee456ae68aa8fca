#ifndef QOPT_QINT_VECTOR_OPS
#define QOPT_QINT_VECTOR_OPS

include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "qopt/Dialect/QInt/QIntAttributes.td"

// Vector ops (phase 6): what instruction sets differ in. Each has a lowering
// per instruction set and a generic one in plain vector arithmetic, with the
// same bits out.

class QInt_VectorOp<string mnemonic, list<Trait> traits = []>
    : Op<QInt_Dialect, "vector." # mnemonic, traits>;

def QInt_VectorDotOp : QInt_VectorOp<"dot", [Pure, AllTypesMatch<["accumulator", "result"]>, AllTypesMatch<["lhs", "rhs"]>]> {
  let summary = "groups of bytes or words multiplied and added into i32 or i16 lanes";
  let description = [{
        result[i] = accumulator[i] + sum over j < k of lhs[k*i + j] * rhs[k*i + j]   (mod 2^32)

    with k = 4 for i8 and k = 2 for i16. `rhs` is signed; bytes of `lhs` are
    unsigned unless `signed_lhs` is set; words are signed.

    With accumulators of i16 the elements are bytes and k = 2. That form is for
    constant weights which prove that the sum of the products and the result fit
    16 bits, whatever the input (`qopt/Schedule/Chains.h`): instructions for it
    saturate the sum and wrap the result, so elsewhere the value is unspecified.

    Constraints:
    * (C1) operands are one-dimensional, `lhs` holds k times as many elements
      as `accumulator`;
    * (C2) `signed_lhs` is for bytes and accumulators of i32;
    * (C3) accumulators of i16 take bytes.

    Example:
    ```mlir
    %r = qint.vector.dot %acc, %a, %b : vector<16xi32>, vector<64xi8>
    ```
  }];
  let arguments = (ins VectorOfRankAndType<[1], [I16, I32]>:$accumulator,
                       VectorOfRankAndType<[1], [I8, I16]>:$lhs,
                       VectorOfRankAndType<[1], [I8, I16]>:$rhs,
                       UnitAttr:$signed_lhs);
  let results = (outs VectorOfRankAndType<[1], [I16, I32]>:$result);
  let assemblyFormat = "$accumulator `,` $lhs `,` $rhs attr-dict `:` type($accumulator) `,` type($lhs)";
  let hasVerifier = 1;
}

def QInt_VectorRescaleOp : QInt_VectorOp<"rescale", [Pure, AttrSizedOperandSegments]> {
  let summary = "from accumulators to stored integers";
  let description = [{
    The formulas of `#qint.rescale` lane by lane, except that the rounding term
    2^(s-1) is already part of `accumulator`:

        fixed16:  t = s > 0 ? sat16(acc >> s) : sat16(sat16(acc) << -s)
                  y = clamp((((t * m) >> 16) + (zero_point << g) + 2^(g-1)) >> g, lo, hi)
        fixed32:  y = clamp(((acc * m) >> s) + zero_point, lo, hi)     rounding added here,
                  since it belongs to the product: 2^(s-1), and the double rounding's term
        float32:  y = clamp(roundeven(f32(acc) * scale) + zero_point, lo, hi)

    `least_shift` and `greatest_shift` promise that no lane of `fixed16` has an s
    outside of them, `exact_shifts` that `acc << -s` fits 32 bits where s < 0.

    Constraints:
    * (C1) all operands and the result have equally many lanes, or all are scalars;
    * (C2) `fixed16` and `fixed32` take `multipliers` (i16 resp. i32) and
      `shifts` (i32), `float32` takes `scales` (f32) only; `fraction_bits` is
      in [3, 5];
    * (C3) the clamp lies inside the result type, read as unsigned for i8.
  }];
  let arguments = (ins AnyTypeOf<[I32, I64, VectorOfRankAndType<[1], [I32, I64]>]>:$accumulator,
                       Optional<AnyTypeOf<[I16, I32, VectorOfRankAndType<[1], [I16, I32]>]>>:$multipliers,
                       Optional<AnyTypeOf<[I32, VectorOfRankAndType<[1], [I32]>]>>:$shifts,
                       Optional<AnyTypeOf<[F32, VectorOfRankAndType<[1], [F32]>]>>:$scales,
                       QInt_RescaleModeAttr:$mode,
                       DefaultValuedAttr<QInt_Int32Attr, "5">:$fraction_bits,
                       QInt_Int32Attr:$zero_point,
                       QInt_Int32Attr:$clamp_min, QInt_Int32Attr:$clamp_max,
                       DefaultValuedAttr<QInt_Int32Attr, "-15">:$least_shift,
                       DefaultValuedAttr<QInt_Int32Attr, "26">:$greatest_shift,
                       UnitAttr:$exact_shifts);
  let results = (outs AnyTypeOf<[I8, I16, VectorOfRankAndType<[1], [I8, I16]>]>:$result);
  let assemblyFormat = [{
    $mode $accumulator (`multipliers` $multipliers^)? (`shifts` $shifts^)? (`scales` $scales^)?
    attr-dict `:` functional-type(operands, $result)
  }];
  let hasVerifier = 1;
}

def QInt_VectorEpilogueOp : QInt_VectorOp<"epilogue", [AttrSizedOperandSegments]> {
  let summary = "from accumulators to bytes by a function, a residual operand or both";
  let description = [{
    A `fixed16` rescale that goes on at 16 bits, lane by lane. As for
    `qint.vector.rescale`, `accumulator` contains the rounding term:

        t = s > 0 ? sat16(acc >> s) : sat16(sat16(acc) << -s)
        with a function:  x = clamp((t * m + 2^14) >> 15, -2^14, 2^14 - 1)
                          i = (x + 2^14) >> 7,  f = (x + 2^14) & 127
                          p = function[i][0] + ((function[i][1] * (f << 8)) >> 16)
        without:          p = (t * m) >> 16
        with a residual:  q = sat16(((r - residual_zero_point) * residual_multiplier
                                     + 2^(residual_shift-1)) >> residual_shift)
                          p = sat16(p + q)
        y = clamp(sat16(p + (zero_point << g) + 2^(g-1)) >> g, lo, hi)

    `function` holds base and slope of each segment; no segment leaves 16 bits
    (`#qint.function`). Bytes are unsigned. `least_shift`, `greatest_shift` and
    `exact_shifts` promise what they do for `qint.vector.rescale`.

    Constraints:
    * (C1) all vectors have equally many lanes;
    * (C2) there is a function, a residual or both; `function` is [256][2] and
      contiguous;
    * (C3) `fraction_bits` is in [3, 5]; with a residual `residual_zero_point` is
      in [0, 255], `residual_multiplier` in [0, 32767], `residual_shift` in [1, 31];
    * (C4) zero point and clamp lie in [0, 255].
  }];
  let arguments = (ins VectorOfRankAndType<[1], [I32]>:$accumulator,
                       VectorOfRankAndType<[1], [I16]>:$multipliers,
                       VectorOfRankAndType<[1], [I32]>:$shifts,
                       Arg<Optional<MemRefRankOf<[I16], [2]>>, "base and slope of each segment",
                           [MemRead]>:$function,
                       Optional<VectorOfRankAndType<[1], [I8]>>:$residual,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_zero_point,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_multiplier,
                       DefaultValuedAttr<QInt_Int32Attr, "0">:$residual_shift,
                       DefaultValuedAttr<QInt_Int32Attr, "5">:$fraction_bits,
                       QInt_Int32Attr:$zero_point,
                       QInt_Int32Attr:$clamp_min, QInt_Int32Attr:$clamp_max,
                       DefaultValuedAttr<QInt_Int32Attr, "-15">:$least_shift,
                       DefaultValuedAttr<QInt_Int32Attr, "26">:$greatest_shift,
                       UnitAttr:$exact_shifts);
  let results = (outs VectorOfRankAndType<[1], [I8]>:$result);
  let assemblyFormat = [{
    $accumulator `multipliers` $multipliers `shifts` $shifts
    (`function` $function^)? (`residual` $residual^)?
    attr-dict `:` functional-type(operands, $result)
  }];
  let hasVerifier = 1;
}

def QInt_VectorSigmoidOp
    : QInt_VectorOp<"sigmoid", [Pure, SameOperandsAndResultType, Elementwise, Scalarizable,
                                Vectorizable, Tensorizable]> {
  let summary = "1 / (1 + exp(-x)) of each lane, for which `math` has no op";
  let description = [{
    The function `floatSigmoid` of `qopt/Support/FloatFunctions.h`; expanded to
    arithmetic together with the `math` ops.

    Example:
    ```mlir
    %y = qint.vector.sigmoid %x : vector<8xf32>
    ```
  }];
  let arguments = (ins AnyTypeOf<[F32, VectorOfRankAndType<[1], [F32]>]>:$operand);
  let results = (outs AnyTypeOf<[F32, VectorOfRankAndType<[1], [F32]>]>:$result);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

def QInt_VectorLookupOp : QInt_VectorOp<"lookup"> {
  let summary = "read a small table at the index of each lane";
  let description = [{
        result[i] = table[index[i]]           index read as unsigned

    Also takes a scalar index.

    Constraints:
    * (C1) `index` and `result` have equally many lanes;
    * (C2) `table` is one-dimensional and contiguous, its element type that of the result;
    * (C3) i8 indices need a table of 256 entries (wider ones: the program
      guarantees that they are in bounds).
  }];
  let arguments = (ins Arg<MemRefRankOf<[I8, I16, I32], [1]>, "", [MemRead]>:$table,
                       AnyTypeOf<[I8, I32, VectorOfRankAndType<[1], [I8, I32]>]>:$index);
  let results = (outs AnyTypeOf<[I8, I16, I32, VectorOfRankAndType<[1], [I8, I16, I32]>]>:$result);
  let assemblyFormat = "$table `[` $index `]` attr-dict `:` type($table) `,` type($index) `->` type($result)";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Matrix registers
//===----------------------------------------------------------------------===//

def QInt_MatrixFile : ConfinedType<MemRefRankOf<[I8], [1]>,
    [CPred<"llvm::cast<::mlir::MemRefType>($_self).getShape()[0] == 8 * 16 * 64">],
    "buffer of 8 matrix registers of 16 rows of 64 bytes">;

class QInt_MatrixOp<string mnemonic> : QInt_VectorOp<"matrix_" # mnemonic> {
  let hasVerifier = 1;
  code sharedDescription = [{

    The eight matrix registers have numbers. Code for a CPU without them keeps them
    in `registers`, on the stack, row after row; other code uses that buffer for
    the shapes only, which no instruction takes otherwise.
  }];
}

def QInt_VectorMatrixConfigureOp : QInt_MatrixOp<"configure"> {
  let summary = "give each matrix register its shape, and set all to zero";
  let description = !strconcat([{
    A register whose `rows` are 0 is not used until the next `matrix_configure`.}],
    sharedDescription, [{

    Constraints:
    * (C1) `rows` and `row_bytes` have 8 entries: up to 16 rows of up to 64 bytes, a
      multiple of 4, or 0 of both.

    Example:
    ```mlir
    qint.vector.matrix_configure %registers {rows = array<i64: 14, 16, 14, 0, 0, 0, 0, 0>,
      row_bytes = array<i64: 64, 64, 64, 0, 0, 0, 0, 0>} : memref<8192xi8>
    ```
  }]);
  let arguments = (ins Arg<QInt_MatrixFile, "", [MemRead, MemWrite]>:$registers,
                       DenseI64ArrayAttr:$rows, DenseI64ArrayAttr:$row_bytes);
  let assemblyFormat = "$registers attr-dict `:` type($registers)";
}

def QInt_VectorMatrixLoadOp : QInt_MatrixOp<"load"> {
  let summary = "read a matrix of bytes into a matrix register";
  let description = !strconcat([{
        register number[i, j] = source[offset + i * row_stride + j], i < rows, j < row_bytes}],
    sharedDescription, [{

    Constraints:
    * (C1) `number` lies in [0, 7];
    * (C2) `rows` and `row_bytes` are those that the register was given: rows in
      [1, 16], bytes in [4, 64] and a multiple of 4.
  }]);
  let arguments = (ins Arg<QInt_MatrixFile, "", [MemRead, MemWrite]>:$registers,
                       Arg<MemRefRankOf<[I8], [1]>, "", [MemRead]>:$source, Index:$offset,
                       QInt_Int64Attr:$number, QInt_Int64Attr:$row_stride,
                       QInt_Int64Attr:$rows, QInt_Int64Attr:$row_bytes);
  let assemblyFormat = [{
    $registers `,` $source `[` $offset `]` attr-dict `:` type($registers) `,` type($source)
  }];
}

def QInt_VectorMatrixDotOp : QInt_MatrixOp<"dot"> {
  let summary = "add the product of two matrices of bytes to one of i32";
  let description = !strconcat([{
        accumulator[i, n] += sum over k < steps, j < 4 of lhs[i, 4 k + j] * rhs[k, 4 n + j]

    with unsigned bytes on the left and signed ones on the right: each row of the
    accumulator is the `qint.vector.dot` of 16 lanes.}], sharedDescription, [{

    Constraints:
    * (C1) `accumulator`, `lhs` and `rhs` lie in [0, 7] and differ;
    * (C2) `rows` and `steps` lie in [1, 16]; the accumulator has `rows` rows of 64
      bytes, `lhs` as many of 4 * `steps`, and `rhs` has `steps` rows of 64.
  }]);
  let arguments = (ins Arg<QInt_MatrixFile, "", [MemRead, MemWrite]>:$registers,
                       QInt_Int64Attr:$accumulator, QInt_Int64Attr:$lhs, QInt_Int64Attr:$rhs,
                       QInt_Int64Attr:$rows, QInt_Int64Attr:$steps);
  let assemblyFormat = "$registers attr-dict `:` type($registers)";
}

def QInt_VectorMatrixStoreOp : QInt_MatrixOp<"store"> {
  let summary = "write an accumulator of 16 columns from a matrix register";
  let description = !strconcat([{
        target[offset + i * row_stride + n] = register number[i, n], i < rows, n < 16}],
    sharedDescription, [{

    Constraints:
    * (C1) `number` lies in [0, 7];
    * (C2) `rows` lies in [1, 16], and is that of the register, whose rows have 64
      bytes.
  }]);
  let arguments = (ins Arg<QInt_MatrixFile, "", [MemRead]>:$registers,
                       Arg<MemRefRankOf<[I32], [1]>, "", [MemWrite]>:$target, Index:$offset,
                       QInt_Int64Attr:$number, QInt_Int64Attr:$row_stride,
                       QInt_Int64Attr:$rows);
  let assemblyFormat = [{
    $registers `,` $target `[` $offset `]` attr-dict `:` type($registers) `,` type($target)
  }];
}

#endif // QOPT_QINT_VECTOR_OPS
