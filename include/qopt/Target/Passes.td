#ifndef QOPT_TARGET_PASSES
#define QOPT_TARGET_PASSES

include "mlir/Pass/PassBase.td"

def SetTarget : Pass<"qopt-set-target", "::mlir::ModuleOp"> {
  let summary = "Record on the module which CPU to compile for";
  let description = [{
    Phase: any -> the same. Sets the module attributes `qint.target`, the row of
    the instruction set table (`qopt/Target/ISA.def`) that scheduling and
    vectorization follow, and `qopt.triple`, `qopt.cpu`, `qopt.features`, which
    code generation hands to LLVM.

    ```mlir
    // qopt --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=sapphirerapids"
    module attributes {qint.target = #qint.target<"avx512vnni">,
                       qopt.cpu = "sapphirerapids", qopt.features = "",
                       qopt.triple = "x86_64-unknown-linux-gnu"} {}
    ```

    With `emulate` the kernels keep the shape that fits `mcpu`, but contain
    plain vector arithmetic only and are compiled for the host.
  }];
  let options = [
    Option<"triple", "mtriple", "std::string", /*default=*/"",
           "Target triple; empty means the host's">,
    Option<"cpu", "mcpu", "std::string", /*default=*/"",
           "CPU name as LLVM knows it, or `native`; empty means the triple's baseline">,
    Option<"features", "mattr", "std::string", /*default=*/"",
           "CPU features to add or to remove, as in `+avx2,-fma`">,
    Option<"emulate", "emulate", "bool", /*default=*/"false",
           "Keep the code shape of the CPU, but run on the host">];
  let dependentDialects = ["::qopt::qint::QIntDialect"];
}

#endif // QOPT_TARGET_PASSES
