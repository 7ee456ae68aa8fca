#ifndef QOPT_QINT_ATTRIBUTES
#define QOPT_QINT_ATTRIBUTES

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"
include "qopt/Dialect/QInt/QIntDialect.td"

/// Integers that are read as signed; the accessors of `I32Attr` and `I64Attr`
/// return unsigned numbers.
def QInt_Int32Attr : TypedSignlessIntegerAttrBase<I32, "int32_t", "32-bit integer attribute">;
def QInt_Int64Attr : TypedSignlessIntegerAttrBase<I64, "int64_t", "64-bit integer attribute">;

def QInt_RescaleMode : I32Enum<"RescaleMode", "arithmetic that turns an accumulator into a stored integer", [
    I32EnumCase<"Fixed16", 0, "fixed16">,
    I32EnumCase<"Fixed32", 1, "fixed32">,
    I32EnumCase<"Fixed32DoubleRound", 2, "fixed32_double_round">,
    I32EnumCase<"Float32", 3, "float32">]> {
  let cppNamespace = "::qopt::qint";
}
def QInt_RescaleModeAttr : EnumAttr<QInt_Dialect, QInt_RescaleMode, "rescale_mode">;

def QInt_RescaleAttr : AttrDef<QInt_Dialect, "Rescale"> {
  let mnemonic = "rescale";
  let summary = "multipliers and shifts of a rescale, one or one per channel";
  let description = [{
    `M[n]`, the real factor from accumulator steps to output steps, in the form
    that `mode` computes with. Arrays have one entry, or one per channel (the
    last dimension). All shifts are arithmetic; `sat16` clamps to 16 bits.

    `fixed16`, with `m` in [2^14, 2^15), `s` in [-15, 26] and `g` fraction bits
    (5 unless the op says otherwise), `M * 2^g = m * 2^-16 * 2^-s`:

        t = s > 0 ? sat16((acc + 2^(s-1)) >> s) : sat16(sat16(acc) << -s)
        p = (t * m) >> 16
        y = clamp((p + (zero_point << g) + 2^(g-1)) >> g, lo, hi)

    `fixed32`, with an i32 accumulator `m` in [2^30, 2^31) and `s` in [2, 62],
    with an i64 accumulator `m` in [2^14, 2^15), `M = m * 2^-s`:

        y = clamp(((acc * m + 2^(s-1)) >> s) + zero_point, lo, hi)

    `fixed32_double_round` (i32 only) adds 2^30 (acc >= 0) or -2^30 (acc < 0) to
    the sum before the shift when `s` > 31, as TOSA and TFLite do.

    `float32`, separate IEEE operations:

        y = clamp(roundeven(f32(acc) * scale) + zero_point, lo, hi)

    Constraints:
    * (C1) `float32` carries `scales` only; the other modes `multipliers` and
      `shifts` of equal size only;
    * (C2) multipliers and shifts lie in the intervals above, all multipliers
      of one `fixed32` in the same; scales are positive and finite.

    Example: `#qint.rescale<fixed16, multipliers = [20132], shifts = [3]>`
  }];
  let parameters = (ins "::qopt::qint::RescaleMode":$mode,
                        OptionalArrayRefParameter<"int32_t">:$multipliers,
                        OptionalArrayRefParameter<"int32_t">:$shifts,
                        OptionalParameter<"::mlir::DenseF32ArrayAttr">:$scales);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// Number of channels it distinguishes; 1 means one factor for all.
    size_t size() const {
      return getMode() == RescaleMode::Float32 ? static_cast<size_t>(getScales().size())
                                               : getMultipliers().size();
    }
  }];
}

def QInt_FunctionAttr : AttrDef<QInt_Dialect, "Function"> {
  let mnemonic = "function";
  let summary = "a real function of one variable on 16 bits, in 256 linear segments";
  let description = [{
    Applied to a 16-bit `x` in [-2^14, 2^14), gives 16 bits:

        i = (x + 2^14) >> 7
        f = (x + 2^14) & 127
        p = base[i] + ((slope[i] * (f << 8)) >> 16)

    so `slope` is the change over two segments. `p` is in units of 2^-g output
    steps (g: `fraction_bits` of the op), without zero point.

    Constraints:
    * (C1) both arrays have 256 entries;
    * (C2) no segment leaves 16 bits.
  }];
  let parameters = (ins ArrayRefParameter<"int16_t">:$base,
                        ArrayRefParameter<"int16_t">:$slope);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
}

def QInt_TargetAttr : AttrDef<QInt_Dialect, "Target"> {
  let mnemonic = "target";
  let summary = "what scheduling and vectorization need to know of a CPU";
  let description = [{
    `isa` names a row of the instruction set table (`qopt/Target/ISA.def`):
    `generic`, `avx2`, `avxvnni`, `avx512bw`, `avx512vnni`, `neon`, `neondot`.
    `emulate` keeps the code shape of that instruction set but lowers the
    `qint.vector` ops to plain vector arithmetic, which any CPU runs.
    Set on the module as `qint.target`; absent means `generic`.

    Example: `#qint.target<"avx512vnni">`
  }];
  let parameters = (ins StringRefParameter<>:$isa, DefaultValuedParameter<"bool", "false">:$emulate);
  let assemblyFormat = "`<` $isa (`,` `emulate` `=` $emulate^)? `>`";
}

def QInt_TileAttr : AttrDef<QInt_Dialect, "Tile"> {
  let mnemonic = "tile";
  let summary = "register tile of a micro-kernel";
  let description = [{
    `rows` output positions by `columns` output channels are kept in registers
    while the kernel walks the reduction. `columns` is a multiple of the lanes
    of one accumulator vector, and the width of a packed weight panel.
    Both are at least 1.

    Example: `#qint.tile<6 x 64>`
  }];
  let parameters = (ins "int64_t":$rows, "int64_t":$columns);
  let assemblyFormat = "`<` $rows `x` $columns `>`";
  let genVerifyDecl = 1;
}

def QInt_PoolKind : I32Enum<"PoolKind", "reduction of a pooling window", [
    I32EnumCase<"Max", 0, "max">,
    I32EnumCase<"Average", 1, "average">]> {
  let cppNamespace = "::qopt::qint";
}
def QInt_PoolKindAttr : EnumAttr<QInt_Dialect, QInt_PoolKind, "pool_kind">;

def QInt_ReduceKind : I32Enum<"ReduceKind", "reduction along a dimension", [
    I32EnumCase<"Max", 0, "max">,
    I32EnumCase<"Sum", 1, "sum">]> {
  let cppNamespace = "::qopt::qint";
}
def QInt_ReduceKindAttr : EnumAttr<QInt_Dialect, QInt_ReduceKind, "reduce_kind">;

#endif // QOPT_QINT_ATTRIBUTES
