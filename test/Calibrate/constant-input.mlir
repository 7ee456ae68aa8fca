// RUN: %python %S/../Inputs/make_npz.py %t.npz x:float32:2x2=1,2,3,4 h:float32:2x2=0
// RUN: qopt-calibrate %s --data=%t.npz -o %t.mlir 2>&1 | FileCheck %s
// RUN: FileCheck %s --check-prefix=RANGE < %t.mlir

// The state of a recurrent model, given as it starts in all samples: its grid is of no
// use later, and who made the data should know.
// CHECK-NOT: input 'x'
// CHECK: constant-input.mlir:[[#@LINE+4]]:{{.*}}: warning: {{.*}}input 'h' is 0 in all samples, so that values beyond it will be cut off: calibrate with values like those that the model will run on
// CHECK-NOT: warning
func.func @main(%x: tensor<1x2xf32> {qopt.name = "x"}, %h: tensor<1x2xf32> {qopt.name = "h"}) -> (tensor<1x2xf32>, tensor<1x2xf32>) {
  // RANGE: calib.annotate %{{.*}}, "h" in <0.000000e+00, 0.000000e+00>
  %0 = calib.observe %h, "h" : tensor<1x2xf32>
  %1 = calib.observe %x, "x" : tensor<1x2xf32>
  return %0, %1 : tensor<1x2xf32>, tensor<1x2xf32>
}
