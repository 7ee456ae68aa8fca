// RUN: %python %S/../Inputs/make_npz.py %t.npz x:float32:3x2=-1,0.5,0,2,-3,0.25
// RUN: qopt-calibrate %s --data=%t.npz --stats=%t.stats
// RUN: qopt %s --qopt-apply-calibration="stats=%t.stats method=moving-average" --remark-format=emitRemark --remarks-filter-analyse=qopt-apply-calibration 2>&1 | FileCheck %s

func.func @main(%x: tensor<1x2xf32> {qopt.name = "x"}) -> tensor<1x2xf32> {
  // CHECK: remark: [Analysis] x | Category:qopt-apply-calibration | Remark="site 'x' gets range [-1.33333, 0.916667] of values in [-3, 2]"
  %0 = calib.observe %x, "x" : tensor<1x2xf32>
  return %0 : tensor<1x2xf32>
}
