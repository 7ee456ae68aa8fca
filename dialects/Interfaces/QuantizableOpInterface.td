#ifndef QOPT_QUANTIZABLE_OP_INTERFACE
#define QOPT_QUANTIZABLE_OP_INTERFACE

include "mlir/IR/OpBase.td"

def QuantizableOpInterface : OpInterface<"QuantizableOpInterface"> {
  let cppNamespace = "::qopt";
  let description = [{
    What quantization needs to know of a float operation: what its operands
    are, where its results get their grids from, and how its integer form is
    built. Passes ask this interface only; an operation of any dialect becomes
    quantizable by an external model. See `QuantizableOpInterface.h` for the
    C++ types that the methods speak of.

    Three kinds of op need different methods:
    * pointwise ops: `isPointwise`, `evaluatePointwise`, `getPointwiseKind`,
      `getClampBounds`;
    * accumulators (convolution, matmul by a constant): `isAccumulator`,
      `getOperandRole`, `getWeightLayout`, `getBiasOperand`, `buildInteger`;
    * all others: `getOperandRole`, `getResultGrid`, `getDataMovement`,
      `getComposite`, `buildInteger`.

    An op with the attribute `qopt.float` does not implement the interface: it
    is to stay in float, whatever form it has.
  }];
  let extraClassOf = [{
    return !$_op->hasAttr(::qopt::kKeptInFloatAttrName);
  }];
  let methods = [
    InterfaceMethod<[{
      The part that operand `index` plays: data, weight, bias, or a parameter
      (shape, zero point, …) that carries no real values.
    }], "::qopt::OperandRole", "getOperandRole", (ins "unsigned":$index), "",
    "return ::qopt::OperandRole::Data;">,

    InterfaceMethod<"Where the grid of result `index` comes from.",
      "::qopt::ResultGrid", "getResultGrid", (ins "unsigned":$index), "",
      "return ::qopt::ResultGrid::Calibrated;">,

    InterfaceMethod<[{
      True for ops whose result is computed element by element from operands of
      the same position (constants may be broadcast). Such ops join the
      epilogue of an accumulator, or become a lookup table.
    }], "bool", "isPointwise", (ins), "", "return false;">,

    InterfaceMethod<[{
      Pointwise ops only: the real function, in double. NaN propagates; booleans
      are 0 and 1; entries of parameter operands are unspecified. Returns no
      value where the op has no scalar form.
    }], "std::optional<double>", "evaluatePointwise",
      (ins "::llvm::ArrayRef<double>":$operands), "", "return std::nullopt;">,

    InterfaceMethod<[{
      Pointwise ops only: the form of the op where integer arithmetic has one of
      its own.
    }], "::qopt::PointwiseKind", "getPointwiseKind", (ins), "",
      "return ::qopt::PointwiseKind::Other;">,

    InterfaceMethod<[{
      Pointwise ops of kind `Clamp`: the bounds between which operand 0, or the
      one operand that is no constant, is limited.
    }], "::qopt::ClampBounds", "getClampBounds", (ins), "",
      "return ::qopt::ClampBounds();">,

    InterfaceMethod<[{
      Whether the op only puts the elements of its one data operand, each at
      most once, to other places.
    }], "::qopt::DataMovement", "getDataMovement", (ins), "",
      "return ::qopt::DataMovement::None;">,

    InterfaceMethod<[{
      True for the last op of a group of ops that have one integer form together
      (the `mul` at the end of a softmax). `sources` are then the data operands
      of the group, which `buildInteger` finds as operands 0, 1, …
    }], "bool", "getComposite", (ins "::llvm::SmallVectorImpl<::mlir::Value> &":$sources), "",
      "return false;">,

    InterfaceMethod<[{
      True for ops whose result is a sum of products of one data operand with
      constant weights, kept in an accumulator (convolution, matmul): the head
      of an epilogue.
    }], "bool", "isAccumulator", (ins), "", "return false;">,

    InterfaceMethod<[{
      Accumulators only: which channels each weight connects. Each output
      channel gets a weight scale of its own.
    }], "::qopt::WeightLayout", "getWeightLayout", (ins), "",
      "return ::qopt::WeightLayout();">,

    InterfaceMethod<[{
      Accumulators only: the use of the constant bias, which has one element
      per output channel in row-major order, or one for all. It need not be an
      operand of the op itself. Null where the bias is no constant.
    }], "::mlir::OpOperand *", "getBiasOperand", (ins), "", "return nullptr;">,

    InterfaceMethod<[{
      True for ops that are no accumulators, but sum products of stored values in
      integers that can be read in float as they are (a product of two
      activations): `buildFloat` does.
    }], "bool", "hasFloatForm", (ins), "", "return false;">,

    InterfaceMethod<[{
      Builds the result in float from the integers of the operands, without
      rounding it to a grid: `builder` states no grid for it. Returns failure as
      `buildInteger` does.
    }], "::llvm::FailureOr<::mlir::Value>", "buildFloat",
      (ins "::qopt::IntegerBuilder &":$builder), "",
      "return builder.fail(\"has no integer form\");">,

    InterfaceMethod<[{
      Builds the integer form of the op on the grids that `builder` states, and
      returns the integer result. Returns failure, with the reason set in
      `builder`, where there is none: the op then stays in float.
    }], "::llvm::FailureOr<::mlir::Value>", "buildInteger",
      (ins "::qopt::IntegerBuilder &":$builder), "",
      "return builder.fail(\"has no integer form\");">
  ];
}

#endif // QOPT_QUANTIZABLE_OP_INTERFACE
