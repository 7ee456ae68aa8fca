#ifndef QOPT_QINT_TASK_OPS
#define QOPT_QINT_TASK_OPS

include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "qopt/Dialect/QInt/QIntAttributes.td"

// Static task lists (phases 5 and 6): work that the caller's executor may run on
// several threads.

class QInt_TaskOp<string mnemonic, list<Trait> traits = []>
    : Op<QInt_Dialect, "task." # mnemonic, traits>;

def QInt_TaskParallelOp
    : QInt_TaskOp<"parallel", [RecursiveMemoryEffects, NoTerminator, SingleBlock]> {
  let summary = "run tasks in any order, on any threads";
  let description = [{
    Each region is a task. All of them are done when the op is. Tasks are
    independent: none writes what another one reads or writes, so that neither
    their order nor the number of threads changes a byte.

    `qopt-partition` makes tasks of scheduled ops on boxes of buffers;
    `qopt-outline-layers` moves their work into functions;
    `qopt-lower-tasks` hands them to the `qopt_executor`.

    Constraints:
    * (C1) there are two tasks or more, none of them empty;
    * (C2) no task holds a `qint.task.parallel`.

    Example:
    ```mlir
    qint.task.parallel {
      linalg.fill ins(%zero : i8) outs(%upper : memref<64xi8>)
    }, {
      linalg.fill ins(%zero : i8) outs(%lower : memref<64xi8>)
    }
    ```
  }];
  let regions = (region VariadicRegion<SizedRegion<1>>:$tasks);
  let assemblyFormat = "$tasks attr-dict";
  let hasVerifier = 1;
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "unsigned":$count)>];
}

def QInt_TaskCallOp
    : QInt_TaskOp<"call", [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "call a function with buffers that start at its arguments' first elements";
  let description = [{
    Calls `callee`. Each argument is a buffer at offset 0 that has the shape and
    the strides of the operand: the address of the operand's first element is
    what is passed. So tasks, and layers outside of tasks, that differ only in
    where their buffers lie share one function.

    Constraints:
    * (C1) `callee` is a `func.func` of the module, with one argument for each
      operand and no results;
    * (C2) operands have static shapes, strides and offsets; each argument has
      the type of its operand but for an offset of 0.

    Example:
    ```mlir
    qint.task.call @main_layer0(%lower) : memref<64xi8, strided<[1], offset: 64>>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<AnyMemRef>:$buffers);
  let assemblyFormat = "$callee `(` $buffers `)` attr-dict `:` type($buffers)";
  let hasVerifier = 1;
}

#endif // QOPT_QINT_TASK_OPS
