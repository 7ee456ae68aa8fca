// RUN: %python %S/../Inputs/make_npz.py %t.npz x:float32:3x2x2=-1,0.5,0,2,-3,0.25,1,4,0,0,0,-0.5
// RUN: qopt-calibrate %s --data=%t.npz --stats=%t.stats
// RUN: qopt %s --qopt-apply-calibration="stats=%t.stats method=minmax" | FileCheck %s --check-prefixes=CHECK,MINMAX
// RUN: qopt %s --qopt-apply-calibration="stats=%t.stats method=moving-average" | FileCheck %s --check-prefixes=CHECK,AVERAGE
// RUN: qopt %s --qopt-apply-calibration="stats=%t.stats method=minmax grid=symmetric" | FileCheck %s --check-prefixes=CHECK,SYMMETRIC
// RUN: qopt %s --qopt-apply-calibration="stats=%t.stats method=minmax activation-bits=16" | FileCheck %s --check-prefixes=CHECK,SYMMETRIC

// The pass alone does what qopt-calibrate does with the same options.
// RUN: qopt-calibrate %s --from-stats=%t.stats --method=percentile --percentile=90 -o %t.tool.mlir
// RUN: qopt %s --qopt-apply-calibration="stats=%t.stats method=percentile percentile=90" -o %t.pass.mlir
// RUN: qopt %t.tool.mlir -o %t.tool.again.mlir
// RUN: cmp %t.tool.again.mlir %t.pass.mlir

// CHECK-LABEL: func @main
// CHECK-SAME:    %[[X:.*]]: tensor<1x2x2xf32>
func.func @main(%x: tensor<1x2x2xf32> {qopt.name = "x"}) -> tensor<1x2x2xf32> {
  // Three samples, with ranges [-1, 2], [-3, 4] and [-0.5, 0]. Means per channel.
  // MINMAX:    %[[A:.*]] = calib.annotate %[[X]], "stored" in <-3.000000e+00, 4.000000e+00>
  // AVERAGE:   %[[A:.*]] = calib.annotate %[[X]], "stored" in <-1.500000e+00, 2.000000e+00>
  // SYMMETRIC: %[[A:.*]] = calib.annotate %[[X]], "stored" in <-4.000000e+00, 4.000000e+00>
  // CHECK-SAME: means [-5.000000e-01, 1.0416666666666667]
  %0 = calib.observe %x, "stored" : tensor<1x2x2xf32>

  // Whatever the method and the grid: what shares its operand's grid has no
  // range of its own, and an epilogue needs every value.
  // CHECK: %[[B:.*]] = calib.annotate mean_only %[[A]], "shared" in <-3.000000e+00, 4.000000e+00> means [-5.000000e-01, 1.0416666666666667]
  %1 = calib.observe mean_only %0, "shared" : tensor<1x2x2xf32>
  // CHECK: %[[C:.*]] = calib.annotate epilogue %[[B]], "sum" in <-3.000000e+00, 4.000000e+00> : tensor<1x2x2xf32>
  %2 = calib.observe epilogue %1, "sum" : tensor<1x2x2xf32>

  // CHECK: %[[R:.*]] = tosa.clamp %[[C]]
  %3 = tosa.clamp %2 {min_val = 0.0 : f32, max_val = 0x7F800000 : f32} : (tensor<1x2x2xf32>) -> tensor<1x2x2xf32>
  // MINMAX: calib.annotate %[[R]], "relu" in <0.000000e+00, 4.000000e+00>
  // AVERAGE: calib.annotate %[[R]], "relu" in <0.000000e+00, 2.000000e+00>
  %4 = calib.observe %3, "relu" : tensor<1x2x2xf32>
  // All values, whatever the method.
  // MINMAX: "norm" in <0.000000e+00, 4.000000e+00>
  // AVERAGE: "norm" in <0.000000e+00, 4.000000e+00>
  %5 = calib.observe %4, "norm" {qopt.whole_range} : tensor<1x2x2xf32>
  return %5 : tensor<1x2x2xf32>
}
