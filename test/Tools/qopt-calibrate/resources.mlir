// Large constants are resource blobs, and stay in the calibrated module.

// RUN: rm -f %t.npz
// RUN: %python %qopt_src/test/Integration/Inputs/npz.py make %t.npz x "<f4" 3x2 0.5
// RUN: qopt-calibrate %s --data=%t.npz -o %t.calibrated.mlir
// RUN: FileCheck %s --input-file=%t.calibrated.mlir
// RUN: qopt-run %t.calibrated.mlir --evaluator --inputs=%t.npz --outputs=%t.out.npz

// CHECK: calib.annotate %{{.*}}, "x" in <0.000000e+00, 5.000000e-01>
// CHECK: dense_resource<weights> : tensor<1x2xf32>
// CHECK: dialect_resources
// CHECK: weights: "0x040000000000803F00000040"
func.func @main(%x: tensor<1x2xf32> {qopt.name = "x"}) -> tensor<1x2xf32> {
  %0 = calib.observe %x, "x" : tensor<1x2xf32>
  %1 = "tosa.const"() <{values = dense_resource<weights> : tensor<1x2xf32>}> : () -> tensor<1x2xf32>
  %2 = tosa.add %0, %1 : (tensor<1x2xf32>, tensor<1x2xf32>) -> tensor<1x2xf32>
  return %2 : tensor<1x2xf32>
}

{-#
  dialect_resources: {
    builtin: {
      weights: "0x040000000000803F00000040"
    }
  }
#-}
