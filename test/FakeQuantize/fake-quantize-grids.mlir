// RUN: qopt %s --qopt-fake-quantize=grid=affine | FileCheck %s --check-prefixes=CHECK,AFFINE
// RUN: qopt %s --qopt-fake-quantize=grid=symmetric | FileCheck %s --check-prefixes=CHECK,SYMMETRIC
// RUN: qopt %s --qopt-fake-quantize=grid=full-range | FileCheck %s --check-prefixes=CHECK,FULL
// RUN: qopt %s --qopt-fake-quantize=grid=power-of-two | FileCheck %s --check-prefixes=CHECK,POWER

// CHECK-LABEL: func @grids
func.func @grids(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // AFFINE:         calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.500000e+00:85>
  // AFFINE-NEXT:    calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  // SYMMETRIC:      calib.fake_quant %{{.*}} to !quant.uniform<u8<1:255>:f32, 2.0078740119934082:128>
  // SYMMETRIC-NEXT: calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  // FULL:           calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 2.000000e+00:128>
  // FULL-NEXT:      calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  // POWER:          calib.fake_quant %{{.*}} to !quant.uniform<u8<1:255>:f32, 4.000000e+00:128>
  // POWER-NEXT:     calib.fake_quant %{{.*}} to !quant.uniform<u8:f32, 1.000000e+00>
  %a = calib.annotate %x, "both signs" in <-127.5, 255.0> : tensor<4xf32>
  %b = calib.annotate %x, "positive" in <0.0, 255.0> : tensor<4xf32>
  return %a, %b : tensor<4xf32>, tensor<4xf32>
}

// What is always 0 is exact on any grid: it takes the steps of the sum that reads it,
// here through a sum of zeros, and the sum is not widened to a step of 1/8.
// CHECK-LABEL: func @sum_with_zeros
func.func @sum_with_zeros(%x: tensor<1x4xf32>, %y: tensor<1x4xf32>, %z: tensor<1x4xf32>) -> tensor<1x4xf32> {
  // AFFINE: calib.fake_quant %arg0 to !quant.uniform<u8:f32, 7.812500e-03>
  // AFFINE: calib.fake_quant %arg1 to !quant.uniform<u8:f32, 1.562500e-02>
  // AFFINE: calib.fake_quant %arg2 to !quant.uniform<u8:f32, 1.562500e-02>
  // AFFINE: %[[ZEROS:.*]] = tosa.add
  // AFFINE: calib.fake_quant %[[ZEROS]] to !quant.uniform<u8:f32, 1.562500e-02>
  // AFFINE: %[[SUM:.*]] = tosa.add
  // AFFINE: calib.fake_quant %[[SUM]] to !quant.uniform<u8:f32, 1.562500e-02>
  %a = calib.annotate %x, "x" in <0.0, 1.9921875> : tensor<1x4xf32>
  %b = calib.annotate %y, "y" in <0.0, 0.0> : tensor<1x4xf32>
  %c = calib.annotate %z, "z" in <0.0, 0.0> : tensor<1x4xf32>
  %d = tosa.add %b, %c : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  %e = calib.annotate %d, "zeros" in <0.0, 0.0> : tensor<1x4xf32>
  %s = tosa.add %a, %e : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
  %t = calib.annotate %s, "sum" in <0.0, 3.984375> : tensor<1x4xf32>
  return %t : tensor<1x4xf32>
}
