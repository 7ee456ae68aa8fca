#ifndef QOPT_VECTORIZE_PASSES
#define QOPT_VECTORIZE_PASSES

include "mlir/Pass/PassBase.td"

def Vectorize : Pass<"qopt-vectorize", "::mlir::ModuleOp"> {
  let summary = "Turn scheduled ops into loops over vectors";
  let description = [{
    Phase: scheduled -> vectorized. Every `qint.scheduled` op and every `linalg`
    op on memrefs becomes `scf.for` loops around `vector`, `arith`, `memref` and
    `qint.vector` ops; buffers and the order of operations stay as they are.

    Vectors are one-dimensional. The innermost extent is covered by whole
    vectors and then by one vector of each power of two that the rest is made
    of, so nothing is masked and nothing is written past an end.
    `docs/Vectorize.md` describes the kernels.

    ```mlir
    // linalg.fill ins(%zero : i8) outs(%buffer : memref<3x30xi8>), 16 byte vectors:
    scf.for %i = %c0 to %c80 step %c16 {
      vector.store %zeros, %flat[%i] : memref<90xi8>, vector<16xi8>
    }
    vector.store %zeros_8, %flat[%c80] : memref<90xi8>, vector<8xi8>
    vector.store %zeros_2, %flat[%c88] : memref<90xi8>, vector<2xi8>
    ```

    Shapes, strides and offsets must be static.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::memref::MemRefDialect",
                           "::mlir::scf::SCFDialect", "::mlir::vector::VectorDialect",
                           "::mlir::math::MathDialect", "::mlir::LLVM::LLVMDialect",
                           "::qopt::qint::QIntDialect"];
}

def ExpandMath : Pass<"qopt-expand-math"> {
  let summary = "Replace `math` ops by arithmetic that is the same on every target";
  let description = [{
    Phase: vectorized -> vectorized without `math` ops. `exp`, `log`, `erf`,
    `tanh`, `powf`, `rsqrt` and `qint.vector.sigmoid` become the polynomials of
    `qopt/Support/FloatFunctions.h`, the ones that the evaluator computes with;
    `fma`, `sqrt`, roundings and sign operations become LLVM's intrinsics, which
    are exact. No call of a C library's function is left.

    ```mlir
    %r = math.fma %a, %b, %c : vector<8xf32>
    // becomes
    %r = llvm.intr.fma(%a, %b, %c) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
    ```
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::vector::VectorDialect",
                           "::mlir::LLVM::LLVMDialect"];
}

#endif // QOPT_VECTORIZE_PASSES
