#ifndef QOPT_QUANTIZABLE_OP_INTERFACE
#define QOPT_QUANTIZABLE_OP_INTERFACE

include "mlir/IR/OpBase.td"

def QuantizableOpInterface : OpInterface<"QuantizableOpInterface"> {
  let cppNamespace = "::qopt";
  let description = [{
    What quantization needs to know of a float operation: what its operands
    are, where its results get their grids from, and how its integer form is
    built. Passes ask this interface only; an operation of any dialect becomes
    quantizable by an external model. See `QuantizableOpInterface.h` for
    `OperandRole`, `ResultGrid` and `IntegerBuilder`.
  }];
  let methods = [
    InterfaceMethod<[{
      The part that operand `index` plays: data, weight, bias, or a parameter
      (shape, zero point, …) that carries no real values.
    }], "::qopt::OperandRole", "getOperandRole", (ins "unsigned":$index), "",
    "return ::qopt::OperandRole::Data;">,

    InterfaceMethod<[{
      Dimension of the weight operand that indexes output channels, each of
      which gets a scale of its own; -1 for ops without a weight operand.
    }], "int64_t", "getWeightChannelAxis", (ins), "", "return -1;">,

    InterfaceMethod<"Where the grid of result `index` comes from.",
      "::qopt::ResultGrid", "getResultGrid", (ins "unsigned":$index), "",
      "return ::qopt::ResultGrid::Calibrated;">,

    InterfaceMethod<[{
      True for ops whose result is computed element by element from operands of
      the same position (constants may be broadcast). Such ops join the
      epilogue of an accumulator, or become a lookup table.
    }], "bool", "isPointwise", (ins), "", "return false;">,

    InterfaceMethod<[{
      Pointwise ops only: the real function, in double. NaN propagates. Returns
      no value where the op has no scalar form.
    }], "std::optional<double>", "evaluatePointwise",
      (ins "::llvm::ArrayRef<double>":$operands), "", "return std::nullopt;">,

    InterfaceMethod<[{
      True for ops whose result is a sum of products kept in an accumulator
      (convolution, matmul): the head of an epilogue.
    }], "bool", "isAccumulator", (ins), "", "return false;">,

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
