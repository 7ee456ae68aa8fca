#ifndef QOPT_SCHEDULABLE_OP_INTERFACE
#define QOPT_SCHEDULABLE_OP_INTERFACE

include "mlir/IR/OpBase.td"

def SchedulableOpInterface : OpInterface<"SchedulableOpInterface"> {
  let cppNamespace = "::qopt";
  let description = [{
    How an operation on tensors becomes scheduled operations on buffers. Both
    the integer ops and the float ops that stay (islands, `--float` programs)
    implement it, natively or by an external model.
    See `qopt/Schedule/BufferAssignment.h` for `BufferAssignment`.
  }];
  let methods = [
    InterfaceMethod<[{
      Emits, at the insertion point of `builder`, scheduled ops that write the
      results of this op to the buffers that `buffers` assigns to them. On
      failure an error has been reported.
    }], "::llvm::LogicalResult", "schedule",
      (ins "::mlir::OpBuilder &":$builder, "::qopt::BufferAssignment &":$buffers)>,

    InterfaceMethod<[{
      Where the producer of operand `index` may write so that this op need not
      copy it: into a buffer with a halo, or into a part of this op's result.
    }], "::qopt::OperandPlacement", "getOperandPlacement", (ins "unsigned":$index), "",
      "return {};">
  ];
}

#endif // QOPT_SCHEDULABLE_OP_INTERFACE
