// RUN: qopt %s --qopt-simplify-fake-quant --remarks-filter=qopt-simplify-fake-quant --remark-policy=all --remark-format=emitRemark -o /dev/null 2>&1 | FileCheck %s

// CHECK: remark: [Missed] regrid{{.*}}values go from one grid to another
func.func @grids_differ(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = calib.fake_quant %x to !quant.uniform<u8:f32, 0.05:3> : tensor<4xf32>
  %1 = calib.fake_quant %0 to !quant.uniform<u8:f32, 0.05:4> : tensor<4xf32>
  return %1 : tensor<4xf32>
}
