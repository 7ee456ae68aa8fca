#ifndef QOPT_PIPELINES_PASSES
#define QOPT_PIPELINES_PASSES

include "mlir/Pass/PassBase.td"

def VerifyPhase : Pass<"qopt-verify-phase", "::mlir::ModuleOp"> {
  let summary = "Check the contract of a phase";
  let description = [{
    Phase: any -> the same. Changes nothing.

    Fails at the first operation that a module in `state` must not hold, and
    says what is wrong with it. Every pipeline runs it on entry and on exit, so
    a pass that breaks a border is found at that border.

    | state | what may appear |
    |---|---|
    | `float` | `func`, `tosa`, `linalg` and `tensor` on static tensors of f32, integers or indices; `calib.fake_quant` where the model itself brings grids |
    | `observed` | also `calib.observe`, with site names unique in their function |
    | `calibrated` | `calib.annotate` in the place of `calib.observe` |
    | `fake-quantized` | `calib.fake_quant` only |
    | `integer` | no `calib`; tensor-level `qint` ops; phase-0 ops that touch the integers only through `qint.dequantize` and `qint.quantize` |
    | `scheduled` | `func`, `memref`, `scf`, `linalg`, `qint.scheduled` and `qint.task` ops on static memrefs; no tensors |
    | `vectorized` | `func`, `scf`, `vector`, `arith`, `memref`, LLVM intrinsics, `qint.vector` and `qint.task` ops; no row of a vector longer than 16 registers of the target |
    | `llvm` | the `llvm` dialect |

    Example: `--qopt-verify-phase="state=observed"` refuses

    ```mlir
    func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
      %0 = calib.observe %x, "x" : tensor<4xf32>
      %1 = calib.observe %0, "x" : tensor<4xf32>  // error: site "x" appears twice
      return %1 : tensor<4xf32>
    }
    ```
  }];
  let options = [Option<"state", "state", "std::string", /*default=*/"\"float\"",
                        "State whose contract is checked: float, observed, calibrated, "
                        "fake-quantized, integer, scheduled, vectorized or llvm">];
}

#endif // QOPT_PIPELINES_PASSES
