#ifndef QOPT_PARTITIONABLE_OP_INTERFACE
#define QOPT_PARTITIONABLE_OP_INTERFACE

include "mlir/IR/OpBase.td"

def PartitionableOpInterface : OpInterface<"PartitionableOpInterface"> {
  let cppNamespace = "::qopt";
  let description = [{
    How a scheduled op is split into parts that threads compute side by side.
    `qopt-partition` asks this interface only; ops implement it by external
    models (`lib/Schedule/Models`). See `PartitionableOpInterface.h` for the C++
    type that the methods speak of.
  }];
  let methods = [
    InterfaceMethod<[{
      The dimensions along which the op can be split, best first where several
      are equally fast.
    }], "::llvm::SmallVector<::qopt::PartitionAxis>", "getPartitionAxes">,

    InterfaceMethod<[{
      Emits, at the insertion point of `builder` inside of a
      `qint.task.parallel`, the op restricted to [`begin`, `end`) of axis number
      `axis`, on boxes of its buffers. Parts that do not overlap write no common
      element; scratch that parts cannot share is allocated for each, in front of
      the `qint.task.parallel`.
    }], "void", "createPart",
      (ins "::mlir::OpBuilder &":$builder, "unsigned":$axis, "int64_t":$begin, "int64_t":$end)>,

    InterfaceMethod<[{
      About how many cycles the op computes, on one core of `isa` and with its
      buffers in the cache.
    }], "double", "predictCycles", (ins "const ::qopt::ISA &":$isa)>
  ];
}

#endif // QOPT_PARTITIONABLE_OP_INTERFACE
