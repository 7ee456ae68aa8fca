// RUN: not qopt-run %s --evaluator --inputs=%examples/simplecnn/test.npz --outputs=%t.npz 2>&1 | FileCheck %s

func.func @waves(%input: tensor<1x1x28x28xf32> {qopt.name = "input"})
    -> (tensor<1x1x28x28xf32> {qopt.name = "output"}) {
  // CHECK: unsupported.mlir:[[@LINE+1]]:8: error: 'tosa.sin' op cannot be evaluated: the reference evaluator does not know this op; rewrite it in terms of `tosa`, `calib` or `qint` tensor ops
  %0 = tosa.sin %input : (tensor<1x1x28x28xf32>) -> tensor<1x1x28x28xf32>
  return %0 : tensor<1x1x28x28xf32>
}
