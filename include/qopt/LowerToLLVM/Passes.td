#ifndef QOPT_LOWERTOLLVM_PASSES
#define QOPT_LOWERTOLLVM_PASSES

include "mlir/Pass/PassBase.td"

def DescribeInterface : Pass<"qopt-describe-interface", "::mlir::ModuleOp"> {
  let summary = "Record the shapes and names of a model's inputs and outputs";
  let description = [{
    Phase: vectorized -> vectorized. Once the function takes bare pointers its
    shapes are gone, so this pass first writes them, with the sizes of arena
    and constants and the number of tasks, into the module attribute `qopt.interface`, from which
    `qopt-emit-entry-point` builds the model descriptor.

    ```mlir
    module attributes {qopt.interface = {name = "net",
        inputs = [ {name = "x", type = tensor<1x4xf32>} ],
        outputs = [ {name = "y", type = tensor<1x2xf32>} ],
        arena_bytes = 128 : i64, constant_bytes = 64 : i64, tasks = 1 : i64}} { … }
    ```
  }];
}

def EmitEntryPoint : Pass<"qopt-emit-entry-point", "::mlir::ModuleOp"> {
  let summary = "Emit the C entry point and the model descriptor";
  let description = [{
    Phase: llvm -> llvm. From `qopt.interface` builds the function
    `<name>_run(inputs, outputs, arena, executor)`, which checks and unpacks
    its pointers and calls the model's function, and the constant
    `<name>_model` of type `qopt_model` (`qopt/Runtime/ABI.h`). The model's
    function becomes internal; its pointers are marked `noalias`. The attribute
    `qint.target` goes; `qopt.interface` stays, the C header is made from it.
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

def FlattenConstants : Pass<"qopt-flatten-constants", "::mlir::ModuleOp"> {
  let summary = "Give constants the type of one row of elements";
  let description = [{
    Phase: llvm -> llvm. Keeps: the bytes of each constant.

    Nested arrays are translated to LLVM IR row by row, each row an object of its
    own: packed weights have rows of 1 or 4 elements, and a network has
    millions of them. Pointers are opaque, so that nobody reads the type.

    ```mlir
    llvm.mlir.global constant @weights(dense<0> : tensor<64x4xi8>) : !llvm.array<64 x array<4 x i8>>
    ```
    becomes
    ```mlir
    llvm.mlir.global constant @weights(dense<0> : tensor<256xi8>) : !llvm.array<256 x i8>
    ```
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

def LowerTasks : Pass<"qopt-lower-tasks", "::mlir::ModuleOp"> {
  let summary = "Hand tasks to the executor of the caller";
  let description = [{
    Phase: llvm -> llvm. Each `qint.task.parallel` becomes a function of its tasks,
    a `switch` of calls, and a call of `qopt.for_each_task`: that one passes the
    function to the `parallel_for` of the executor, or, where the caller gave
    none, runs the tasks one after the other. The model's function gets the
    executor as its last argument (attribute `qopt.executor`).

    ```mlir
    llvm.func internal @main.tasks0(%arguments: !llvm.ptr, %index: i64) {
      …
      llvm.switch %index : i64, ^task1 [ 0: ^task0 ]
    ^task0:
      llvm.call @main_task0(%x0, %y0) : (!llvm.ptr, !llvm.ptr) -> ()
      llvm.return
      …
    ```
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

def LowerVectorOps : Pass<"qopt-lower-vector-ops", "::mlir::ModuleOp"> {
  let summary = "Lower `qint.vector` ops for the target's instruction set";
  let description = [{
    Phase: vectorized -> vectorized without `qint.vector` ops. The module's
    `qint.target` chooses: each instruction set has a file in lib/LowerToLLVM
    with its intrinsics, and what it does not lower, or everything where the
    target is emulated, becomes plain vector arithmetic. The bits are the same.
    Fused multiply-adds and roundings that the CPU has no instruction for are
    computed by others, so that no function of the C library is called.

    ```mlir
    %r = qint.vector.dot %acc, %a, %b : vector<16xi32>, vector<64xi8>
    // #qint.target<"avx512vnni">:
    %r = llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.512"(%acc, %a, %b)
           : (vector<16xi32>, vector<64xi8>, vector<64xi8>) -> vector<16xi32>
    ```
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::memref::MemRefDialect",
                           "::mlir::scf::SCFDialect", "::mlir::vector::VectorDialect",
                           "::mlir::LLVM::LLVMDialect"];
}

#endif // QOPT_LOWERTOLLVM_PASSES
